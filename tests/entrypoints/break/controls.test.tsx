// @vitest-environment happy-dom

import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BREAK_KINDS } from '../../../core/kinds.ts';
import { begun, breakPage, button, press } from './breakPage.tsx';

let page: ReturnType<typeof breakPage>;
beforeEach(() => {
  page = breakPage();
});
afterEach(() => page.close());

/** Whether the controls are out of sight. */
const faded = () =>
  screen.getByRole('navigation').closest<HTMLElement>('[data-faded]')?.dataset.faded;
const openFor = (kind: (typeof BREAK_KINDS)[number]) =>
  page.open({
    session: begun({ kind, pattern: kind === 'breathing' ? 'longExhale' : null }, { seconds: 120 }),
  });

describe.each(BREAK_KINDS)('the controls of a break: %s', (kind) => {
  // Stillness says how to come back until it is dark.
  const afterSeconds = kind === 'stillness' ? 9 : 3;

  it('leave without input and come back with the pointer', () => {
    openFor(kind);
    page.clock.pass(afterSeconds - 0.5);
    expect(faded()).toBe('false');
    page.clock.pass(1);
    expect(faded()).toBe('true');
    fireEvent.pointerDown(document.body);
    expect(faded()).toBe('false');
    page.clock.pass(3.5);
    expect(faded()).toBe('true');
  });

  it('tell a screen reader how much time is left, also while they are hidden', () => {
    openFor(kind);
    page.clock.pass(33);
    const left = screen.getByRole('progressbar', { name: 'Time left' });
    expect(left.getAttribute('aria-valuetext')).toBe('1 minute, 30 seconds left');
  });
});

describe('Escape in a break', () => {
  it('closes the pace first, then leaves', () => {
    openFor('breathing');
    fireEvent.click(button('Pace'));
    page.clock.pass(10);
    expect(faded()).toBe('false');
    press('Escape');
    expect(screen.queryByRole('group', { name: 'Pace' })).toBeNull();
    expect(page.told).not.toContain('leave');
    press('Escape');
    expect(page.told).toContain('leave');
  });

  it('leaves nothing while the safety note is open', () => {
    for (const kind of ['breathing', 'stillness', 'neck'] as const) {
      openFor(kind);
      page.clock.pass(1);
      fireEvent.click(button('Safety'));
      press('Escape');
      expect(page.told).not.toContain('leave');
      cleanup();
    }
  });
});

describe('a break whose kind was drawn', () => {
  const opened = (finished: number, surpriseLeans = true) =>
    page.open({
      session: begun({ kind: 'eyes', pattern: null, drawn: true }),
      settings: { surpriseLeans },
      takenByKind: { eyes: finished, water: 1 },
    });

  it.each([
    [0, true, 'Picked by chance'],
    [1, true, 'Comes more often: you’ve finished it once'],
    [12, true, 'Comes more often: you’ve finished it 12 times'],
    [12, false, 'Picked by chance'],
  ])('says why it is this kind: %s finished, leaning: %s', (finished, leans, words) => {
    opened(finished, leans);
    expect(screen.getByRole('navigation').textContent).toContain(words);
    page.clock.pass(8.5);
    expect(faded()).toBe('false');
  });

  it('says nothing if the person chose it', () => {
    openFor('eyes');
    expect(screen.getByRole('navigation').textContent).not.toMatch(/Picked|more often/);
  });
});
