import { describe, expect, it } from 'vitest';
import type { Event } from '../../core/event.ts';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import { initialState } from '../../core/state.ts';
import { step } from '../../core/step.ts';
import { EMPTY_TALLY } from '../../core/tally.ts';
import { MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import type { Stored } from '../../core/turn.ts';

const START_MS = Date.UTC(2026, 2, 2, 9);
const LOCAL = { date: '2026-03-02', day: 20514, minuteOfDay: 540 } as const;

const fresh: Stored = {
  settings: DEFAULT_SETTINGS,
  state: initialState(START_MS),
  pause: null,
  asks: [],
  tally: EMPTY_TALLY,
};

const then = (before: Stored, seconds: number, event: Event) =>
  step(before, event, {
    atMs: START_MS + seconds * SECOND_MS,
    local: LOCAL,
    idle: 'active',
    quietSeconds: 0,
    sound: false,
    fullScreen: false,
    call: false,
    site: false,
  });

const types = (records: { type: string }[]) => records.map(({ type }) => type);

describe('the first break ever', () => {
  const begun = then(fresh, 0, { type: 'startBreak' }).stored;

  it('settles when "Take care" has been read, however long that takes', () => {
    const read = then(begun, 100, { type: 'careRead' }).stored;
    expect(read.state.break).toMatchObject({
      startedAtMs: START_MS + 100 * SECOND_MS,
      endsAtMs: START_MS + 163 * SECOND_MS,
    });
    expect(types(then(read, 163, { type: 'looked' }).records)).toContain('break-finished');
  });

  it('was not taken by whoever never read it', () => {
    const seconds = (5 * MINUTE_MS) / SECOND_MS + 63;
    expect(then(begun, seconds - 1, { type: 'looked' }).stored.state.break).not.toBeNull();
    expect(types(then(begun, seconds, { type: 'looked' }).records)).toContain('break-left');
  });

  it('is left, not taken, by whoever closes it while reading', () => {
    const { records, stored } = then(begun, 50, { type: 'leaveBreak' });
    expect(types(records)).toContain('break-left');
    expect(stored.tally.breaksEver).toBe(0);
  });

  it('is asked to be read only once', () => {
    const read = then(begun, 10, { type: 'careRead' }).stored;
    expect(then(read, 20, { type: 'careRead' }).stored.state.break).toEqual(read.state.break);
  });
});
