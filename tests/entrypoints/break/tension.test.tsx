// @vitest-environment happy-dom

import { screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import { NEVER_ASKED } from '../../../core/personal/tension.ts';
import {
  BREAK,
  begin,
  chosen,
  click,
  DATE,
  end,
  heading,
  nowMs,
  opened,
  pass,
  press,
  QUESTION,
  round,
  tap,
} from './tensionPage.tsx';

beforeEach(begin);
afterEach(end);

describe('before a long break', () => {
  it('asks with nothing chosen, while the break waits', () => {
    const page = opened();
    expect(heading()).toBe(QUESTION);
    expect(screen.getAllByRole('radio')).toHaveLength(11);
    expect(chosen()).toBeNull();
    expect(page.told).toEqual(['read first']);
    pass(60);
    expect(heading()).toBe(QUESTION);
  });

  it('begins the whole break with one click', () => {
    const page = opened();
    pass(60);
    tap(6);
    expect(page.told).toEqual(['read first', 'care read']);
    expect(heading()).toBe(BREAK);
    expect(page.session()).toMatchObject({ startedAtMs: nowMs(), seconds: 180 });
    expect(page.stored().lastBefore).toMatchObject({ rating: 6 });
  });

  it('takes a key and Enter: 0 to 9, End for 10, and the arrows', () => {
    opened();
    press('7');
    expect(chosen()).toBe('7');
    press('End');
    expect(chosen()).toBe('10');
    press('ArrowRight');
    expect(chosen()).toBe('10');
    press('ArrowLeft');
    expect(chosen()).toBe('9');
    press('Enter');
    expect(heading()).toBe(BREAK);
  });

  it('lets the keyboard choose within the group without beginning', () => {
    const page = opened();
    round(0).focus();
    press('ArrowDown', round(0));
    press('ArrowDown', round(0));
    expect(chosen()).toBe('1');
    expect(document.activeElement).toBe(round(1));
    press('Enter', round(1));
    expect(page.stored().lastBefore?.rating).toBe(1);
  });

  it('mirrors the arrows where people read from right to left', () => {
    const getMessage = vi.mocked(browser.i18n.getMessage);
    const english = getMessage.getMockImplementation() as (key: string, gaps?: unknown) => string;
    getMessage.mockImplementation((key: string, gaps?: unknown) =>
      key === 'common_direction' ? 'rtl' : english(key, gaps),
    );
    opened();
    press('3');
    press('ArrowLeft');
    expect(chosen()).toBe('4');
  });

  it('goes on without an answer by Skip, or by Enter alone', () => {
    for (const skip of [() => click(/^Skip$/), () => press('Enter')]) {
      const page = opened();
      skip();
      expect(heading()).toBe(BREAK);
      expect(page.stored()).toMatchObject({ lastBefore: null, skipsInARow: 1 });
      page.unmount();
    }
  });

  it('comes after the safety note', () => {
    const page = opened({ firstEver: true });
    expect(heading()).toBe('Safety');
    click(/Got it/);
    expect(heading()).toBe(QUESTION);
    tap(2);
    expect(heading()).toBe(BREAK);
    expect(page.told).toEqual(['care read', 'read first', 'care read']);
  });

  it('can be left, and that is a skip', () => {
    const page = opened();
    press('Escape');
    pass(1);
    expect(page.told).toEqual(['read first', 'leave', 'back']);
    expect(page.stored().skipsInARow).toBe(1);
  });
});

describe('nothing is asked', () => {
  it.each([
    ['where it is switched off', { switchedOn: false }],
    ['of a short break', { seconds: 179 }],
    ['of a break that was put off', { snoozed: true }],
    ['of a break that another one’s dice was for', { dice: 0.9 }],
    ['by a page that opens in the middle of it', { secondsAgo: 30 }],
    ['after three skips in a row', { stored: { ...NEVER_ASKED, skipsInARow: 3 } }],
  ])('%s', (_, given) => {
    const page = opened(given);
    expect(heading()).toBe(BREAK);
    expect(page.told).toEqual([]);
    page.finish();
    expect(heading()).not.toBe(QUESTION);
  });

  it('twice on one day', () => {
    const first = opened();
    tap(6);
    first.finish();
    tap(4);
    const stored = first.stored();
    first.unmount();
    const today = stored.today && { ...stored.today, met: 0, of: 0 };
    opened({ stored: { ...stored, today } });
    expect(heading()).toBe(BREAK);
  });
});

describe('a page that is loaded again', () => {
  it('still asks, though its own dice would not', () => {
    const { stored, unmount } = opened();
    unmount();
    opened({ stored: stored(), dice: 0.9 });
    expect(heading()).toBe(QUESTION);
  });

  it('remembers the answer for the question after the break', () => {
    const first = opened();
    tap(6);
    first.unmount();
    const second = opened({ stored: first.stored(), secondsAgo: 60 });
    expect(heading()).toBe(BREAK);
    pass(124);
    expect(heading()).toBe(QUESTION);
    expect(second.told).not.toContain('read first');
  });
});

describe('after the break', () => {
  function over() {
    const page = opened();
    tap(6);
    page.finish();
    pass(1);
    return page;
  }

  it('asks again, with the answer of before named, and with nothing chosen', () => {
    over();
    expect(heading()).toBe(QUESTION);
    expect(chosen()).toBeNull();
    const described = round(6).getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe('before');
    expect(screen.queryByText(/^Before 6/)).toBeNull();
  });

  it('tells both numbers, and what they can’t tell', () => {
    const page = over();
    press('3');
    expect(screen.getByText('Before 6, after 3.')).toBeTruthy();
    expect(screen.getByText(/this can’t show which\.$/)).toBeTruthy();
    press('4');
    expect(screen.getByText('Before 6, after 4.')).toBeTruthy();
    expect(page.stored().pairs).toMatchObject([
      { date: DATE, before: 6, after: 4, seconds: 180, kind: 'breathing' },
    ]);
    press('Enter');
    pass(1);
    expect(page.told).toContain('back');
    expect(page.stored().skipsInARow).toBe(0);
  });

  it('shows the usual end after Skip, which replaces “Stay a little longer”', () => {
    const page = over();
    click(/^Skip$/);
    expect(heading()).not.toBe(QUESTION);
    expect(screen.getByRole('button', { name: 'Stay a little longer' })).toBeTruthy();
    expect(page.stored()).toMatchObject({ pairs: [], skipsInARow: 1 });
  });

  it('goes back by itself without an answer, and that is a skip', () => {
    const page = over();
    pass(13);
    expect(page.told).toContain('back');
    expect(page.stored()).toMatchObject({ pairs: [], skipsInARow: 1 });
  });

  it('goes back by Enter from a number that has the focus, and chooses nothing by it', () => {
    const page = over();
    round(0).focus();
    press('Enter', round(0));
    pass(1);
    expect(page.told).toContain('back');
    expect(page.stored().pairs).toEqual([]);
  });

  it('gives the same time after leaving a break past half', () => {
    const page = opened();
    tap(6);
    pass(120);
    press('Escape');
    expect(heading()).toBe(QUESTION);
    pass(8);
    expect(page.told).not.toContain('back');
    tap(5);
    expect(page.stored().pairs).toMatchObject([{ before: 6, after: 5 }]);
  });

  it('is silent when the break was left before half', () => {
    const page = opened();
    tap(6);
    pass(20);
    press('Escape');
    pass(1);
    expect(page.told).toContain('back');
    expect(page.stored().skipsInARow).toBe(0);
  });
});
