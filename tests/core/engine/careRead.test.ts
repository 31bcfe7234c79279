import { describe, expect, it } from 'vitest';
import type { Event } from '../../../core/engine/event.ts';
import { step } from '../../../core/engine/step.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { type Break, initialState } from '../../../core/records/state.ts';
import type { Stored } from '../../../core/records/stored.ts';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';

const START_MS = Date.UTC(2026, 2, 2, 9);
const LOCAL = { date: '2026-03-02', day: 20514, minuteOfDay: 540 } as const;

const fresh: Stored = {
  settings: DEFAULT_SETTINGS,
  state: initialState(START_MS),
  pause: null,
  slower: null,
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
    callHeard: false,
    elsewhere: false,
  });

const types = (records: { type: string }[]) => records.map(({ type }) => type);

describe('the first break ever', () => {
  const begun = then(fresh, 0, { type: 'startBreak' }).stored;

  it('begins once the safety note is read, however long that takes', () => {
    const read = then(begun, 100, { type: 'careRead' }).stored;
    expect(read.state.break).toMatchObject({
      startedAtMs: START_MS + 100 * SECOND_MS,
      endsAtMs: START_MS + 163 * SECOND_MS,
    });
    expect(types(then(read, 163, { type: 'looked' }).outcomes)).toContain('break-finished');
  });

  it('does not count as taken if the note was never read', () => {
    const seconds = (5 * MINUTE_MS) / SECOND_MS + 63;
    expect(then(begun, seconds - 1, { type: 'looked' }).stored.state.break).not.toBeNull();
    expect(types(then(begun, seconds, { type: 'looked' }).outcomes)).toContain('break-left');
  });

  it('counts as left, not taken, if it is closed while reading', () => {
    const { outcomes, stored } = then(begun, 50, { type: 'leaveBreak' });
    expect(types(outcomes)).toContain('break-left');
    expect(stored.tally.breaksEver).toBe(0);
  });

  it('shows the note only once', () => {
    const read = then(begun, 10, { type: 'careRead' }).stored;
    expect(then(read, 20, { type: 'careRead' }).stored.state.break).toEqual(read.state.break);
  });
});

describe('a break with a caution of its own', () => {
  const reader: Stored = { ...fresh, tally: { ...EMPTY_TALLY, careRead: true } };
  const begun = then(reader, 0, { type: 'startBreak', kind: 'neck' }).stored;
  const waiting = then(begun, 1, { type: 'waitForCaution' }).stored;

  it('begins at once if there is nothing to read', () => {
    expect(begun.state.break).not.toHaveProperty('void');
    expect(types(then(begun, 63, { type: 'looked' }).outcomes)).toContain('break-finished');
  });

  it('waits until it is read, and then begins again with its full length', () => {
    expect(types(then(waiting, 63, { type: 'looked' }).outcomes)).not.toContain('break-finished');
    const read = then(waiting, 100, { type: 'careRead' }).stored;
    expect(read.state.break).toEqual({
      ...begun.state.break,
      startedAtMs: START_MS + 100 * SECOND_MS,
      endsAtMs: START_MS + 163 * SECOND_MS,
    });
    const { outcomes, stored } = then(read, 163, { type: 'looked' });
    expect(types(outcomes)).toContain('break-finished');
    expect(stored.tally.breaksEver).toBe(1);
  });

  it('waits for five minutes, and is not taken if the caution was never read', () => {
    const seconds = 1 + (5 * MINUTE_MS) / SECOND_MS + 63;
    expect(then(waiting, seconds - 1, { type: 'looked' }).stored.state.break).not.toBeNull();
    const { outcomes, stored } = then(waiting, seconds, { type: 'looked' });
    expect(types(outcomes)).toContain('break-left');
    expect(stored.tally).toMatchObject({ breaksEver: 0, leftInARow: 1 });
  });

  it('does not count as taken if it is closed while reading, however late', () => {
    const { outcomes } = then(waiting, 200, { type: 'leaveBreak' });
    expect(types(outcomes)).toContain('break-left');
  });

  it('waits once, even if there is more to read', () => {
    expect(then(waiting, 20, { type: 'waitForCaution' }).stored.state.break).toEqual(
      waiting.state.break,
    );
  });

  it('keeps its rhythm, its kind and what it clears', () => {
    const kept = ({ startedAtMs: _, endsAtMs: __, doesNotCount: ___, ...rest }: Break) => rest;
    expect(kept(waiting.state.break as Break)).toEqual(kept(begun.state.break as Break));
  });

  it('does nothing if no break runs', () => {
    const idle = then(reader, 1, { type: 'waitForCaution' });
    expect(idle.stored.state.break).toBeNull();
    expect(types(idle.outcomes)).not.toContain('break-started');
    expect(then(reader, 1, { type: 'careRead' }).stored.state.break).toBeNull();
  });
});

describe('a break whose page was hidden while the person worked', () => {
  const reader: Stored = { ...fresh, tally: { ...EMPTY_TALLY, careRead: true } };
  const begun = then(reader, 0, { type: 'startBreak' }).stored;
  const elsewhere = then(begun, 50, { type: 'markUnwatched' }).stored;

  it('runs on to its natural end, and is then recorded as left', () => {
    expect(elsewhere.state.break).toEqual({ ...begun.state.break, doesNotCount: true });
    expect(then(elsewhere, 62, { type: 'looked' }).stored.state.break).not.toBeNull();
    const { outcomes, stored } = then(elsewhere, 63, { type: 'looked' });
    expect(types(outcomes)).toContain('break-left');
    expect(types(outcomes)).not.toContain('break-finished');
    expect(stored.tally).toMatchObject({ breaksEver: 0, lastBreak: { taken: false } });
    expect(stored.tally.lastBreak?.endedAtMs).toBe(START_MS + 63 * SECOND_MS);
  });

  it('clears nothing, and what was due is asked again after a snooze', () => {
    const due = {
      ...reader,
      state: {
        ...reader.state,
        presence: { is: 'present' as const, fromMs: START_MS - 60 * MINUTE_MS },
        countedFromMs: { short: START_MS - 40 * MINUTE_MS, long: START_MS - 40 * MINUTE_MS },
      },
    };
    const broken = then(then(due, 0, { type: 'startBreak' }).stored, 50, { type: 'markUnwatched' });
    const { state } = then(broken.stored, 63, { type: 'looked' }).stored;
    expect(state.countedFromMs.short).toBeLessThan(START_MS - 38 * MINUTE_MS);
    expect(state.snoozedUntilMs).toBe(START_MS + 63 * SECOND_MS + 5 * MINUTE_MS);
  });

  it('counts as left when it is left, even after half', () => {
    expect(types(then(elsewhere, 60, { type: 'leaveBreak' }).outcomes)).toContain('break-left');
  });

  it('does nothing if no break runs', () => {
    expect(then(reader, 1, { type: 'markUnwatched' }).stored.state.break).toBeNull();
  });
});
