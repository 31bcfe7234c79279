// @vitest-environment happy-dom

import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BREAK_KINDS } from '../../../core/kinds.ts';
import { setHidden } from '../../components/pageClock.ts';
import { begun, breakPage, button, LONG_EXHALE, press } from './breakPage.tsx';

let page: ReturnType<typeof breakPage>;
beforeEach(() => {
  page = breakPage();
});
afterEach(() => page.close());

const bells = () => page.told.filter((what) => what === 'ring 2');

describe('the last bell', () => {
  it.each(BREAK_KINDS)('ends a break of %s, at its end and not before', (kind) => {
    const pattern = kind === 'breathing' ? 'longExhale' : null;
    page.open({ session: begun({ kind, pattern }, { seconds: 90 }) });
    page.clock.pass(92.9);
    expect(bells()).toEqual([]);
    page.clock.pass(0.2);
    expect(bells()).toEqual(['ring 2']);
    page.clock.pass(20);
    expect(bells()).toEqual(['ring 2']);
  });

  it('is heard from a page that was left, though none of its timers is in time', () => {
    page.open();
    page.clock.pass(10);
    setHidden(true);
    expect(page.told.at(-1)).toBe('bells at 63');
    setHidden(false);
    page.clock.pass(53.1);
    expect(page.told.filter((what) => what.startsWith('bells'))).toEqual(['bells at 63']);
    expect(bells()).toEqual(['ring 2']);
  });

  it('is heard from a page that opens out of view', () => {
    setHidden(true);
    page.open();
    expect(page.told).toContain('bells at 63');
    setHidden(false);
  });

  it('does not ring when the break is left', () => {
    page.open({ session: begun(LONG_EXHALE, { seconds: 120 }) });
    page.clock.pass(5);
    setHidden(true);
    setHidden(false);
    page.clock.pass(100);
    press('Escape');
    page.clock.pass(60);
    expect(bells()).toEqual([]);
  });

  it('has its switch in view in a breathing break, too', () => {
    page.open();
    page.clock.pass(61);
    fireEvent.click(button('Bell: on'));
    page.clock.pass(10);
    expect(bells()).toEqual([]);
    cleanup();
    page.open();
    fireEvent.click(button('Bell: on'));
    fireEvent.click(button('Bell: off'));
    page.clock.pass(64);
    expect(bells()).toEqual(['ring 2']);
  });

  it.each([
    ['presenting', 'Muted while you present'],
    ['call', 'Muted during your call'],
  ] as const)('is never heard while others would hear it: %s', (hushed, words) => {
    page.open({ hushed });
    page.clock.pass(1);
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^(Bell|Sound)/ })).toBeNull();
    setHidden(true);
    setHidden(false);
    page.clock.pass(70);
    expect(bells()).toEqual([]);
  });
});
