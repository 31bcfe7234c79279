import { describe, expect, it } from 'vitest';
import { nextAfterSkipMs } from '../../../core/engine/afterSkip.ts';
import type { Seen } from '../../../core/engine/event.ts';
import { step } from '../../../core/engine/step.ts';
import { view } from '../../../core/engine/view.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { initialState } from '../../../core/records/state.ts';
import type { Stored } from '../../../core/records/stored.ts';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { MINUTE_MS } from '../../../core/time.ts';

const START = Date.UTC(2026, 2, 2, 9);
const local = { date: '2026-03-02', day: 20514, minuteOfDay: 600 } as const;
const seenAt = (minute: number): Seen => ({
  atMs: START + minute * MINUTE_MS,
  local,
  idle: 'active',
  quietSeconds: 0,
  sound: false,
  fullScreen: false,
  call: false,
  site: false,
  callHeard: false,
  elsewhere: false,
});

/** Someone who has been at the screen for these minutes, with a look every other minute. */
function worked(minutes: number): Stored {
  let stored: Stored = {
    settings: { ...DEFAULT_SETTINGS, patienceMinutes: 0 },
    state: initialState(START),
    pause: null,
    slower: null,
    asks: [],
    tally: EMPTY_TALLY,
  };
  for (let minute = 0; minute <= minutes; minute += 2)
    stored = step(stored, { type: 'looked' }, seenAt(minute)).stored;
  return stored;
}

describe('the next break after a skip', () => {
  it('is null while nothing is due', () => {
    expect(nextAfterSkipMs(worked(20), START + 20 * MINUTE_MS, local)).toBeNull();
  });

  it.each([30, 60])('is due when skipping makes it due, after %i minutes', (minutes) => {
    const stored = worked(minutes);
    const { atMs } = seenAt(minutes);
    const skipped = step(stored, { type: 'skip' }, seenAt(minutes)).stored;
    const leftMs = view(skipped, atMs, local).nextBreakInMs as number;
    expect(nextAfterSkipMs(stored, atMs, local)).toBe(atMs + leftMs);
    expect(leftMs).toBeGreaterThan(0);
  });
});
