import { describe, expect, it } from 'vitest';
import { maySkip } from '../../../core/engine/maySkip.ts';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { AT, stored, withSettings } from '../atNine.ts';
import { day } from './day.ts';

const ASK = { rhythm: 'short', times: 1, showing: true, inFullScreen: false };
const asked = (patch: object, { secondsAgo = 0, snoozesNow = 0 } = {}) =>
  maySkip(
    stored({
      settings: withSettings(patch),
      tally: { ...EMPTY_TALLY, snoozesNow },
      state: { ask: { ...ASK, shownAtMs: AT - secondsAgo * 1000 } },
    }),
    AT,
  );

describe('skipping', () => {
  it('is offered at once', () => {
    expect(asked({})).toBe(true);
    expect(maySkip(stored(), AT)).toBe(true);
  });

  it('is offered after the chosen time', () => {
    expect(asked({ puttingOff: 'wait' }, { secondsAgo: 29 })).toBe(false);
    expect(asked({ puttingOff: 'wait' }, { secondsAgo: 30 })).toBe(true);
  });

  it('is offered after the chosen number of snoozes', () => {
    expect(asked({ puttingOff: 'firm' }, { snoozesNow: 1 })).toBe(false);
    expect(asked({ puttingOff: 'firm' }, { snoozesNow: 2 })).toBe(true);
  });

  it('does nothing before it is offered', () => {
    const patch = { puttingOff: 'stay', patienceMinutes: 0 };
    const told = day(patch).works(30.2).does('skip').works(0.2);
    expect(told.phase).toBe('prompted');
    told.does('snooze').works(5.2).does('skip').works(0.2);
    expect(told.phase).toBe('working');
  });
});
