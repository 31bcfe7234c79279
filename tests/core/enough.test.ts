import { describe, expect, it } from 'vitest';
import { askingLess, offersLess } from '../../core/enough.ts';
import { withSettings } from './atNine.ts';

describe('asking less', () => {
  it('is offered after three skips in a row', () => {
    expect(offersLess({ skippedInARow: 2, breaksEver: 5 }, null)).toBe(false);
    expect(offersLess({ skippedInARow: 3, breaksEver: 5 }, null)).toBe(true);
  });

  it('is offered once, until a break was taken', () => {
    expect(offersLess({ skippedInARow: 4, breaksEver: 5 }, 5)).toBe(false);
    expect(offersLess({ skippedInARow: 3, breaksEver: 6 }, 5)).toBe(true);
  });

  it('is a quarter of an hour more, and moves a longer rhythm out of the way', () => {
    expect(askingLess(withSettings({}))).toEqual({
      minutes: 45,
      patch: { rhythms: { short: { intervalMinutes: 45 } } },
    });
    const close = withSettings({ rhythms: { long: { intervalMinutes: 40 } } });
    expect(askingLess(close)?.patch.rhythms).toEqual({
      short: { intervalMinutes: 45 },
      long: { intervalMinutes: 90 },
    });
  });

  it('ends at the longest interval that is offered', () => {
    const only = (intervalMinutes: number) =>
      askingLess(withSettings({ rhythms: { short: { intervalMinutes }, long: { on: false } } }));
    expect(only(110)?.minutes).toBe(120);
    expect(only(120)).toBeNull();
    expect(askingLess(withSettings({ rhythms: { short: null, long: null } }))).toBeNull();
  });
});
