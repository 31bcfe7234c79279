import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Event } from '../../../core/engine/event.ts';
import { step } from '../../../core/engine/step.ts';
import type { Stored } from '../../../core/records/stored.ts';
import { DAY_MS, HOUR_MS, localBy, MINUTE_MS } from '../../../core/time.ts';
import { runs } from '../../runs.ts';
import { AT, SEEN, stored, withSettings } from '../atNine.ts';

/** Reminders would only be in the way. */
const QUIET = { rhythms: { short: { on: false }, long: { on: false } } };
const wanted = (settings: object = {}): Stored =>
  stored({ settings: withSettings({ ...QUIET, lookBack: true, ...settings }) });

interface Look {
  /** Monday is 0. */
  day: number;
  minute?: number;
  event?: Event;
  seen?: Partial<typeof SEEN>;
}

/** Looks in order, each some minutes after someone came. Returns the days on which the last week was offered. */
function offered(looks: readonly Look[], from = wanted()): number[] {
  let now = from;
  const days: number[] = [];
  for (const { day, minute = 0, event = { type: 'tabSwitched' } as const, seen = {} } of looks) {
    const atMs = AT + day * DAY_MS + minute * MINUTE_MS;
    const come = { ...SEEN, atMs, local: localBy(atMs, 0) };
    now = step(now, { type: 'looked' }, come).stored;
    const later = { ...come, atMs: atMs + 2 * MINUTE_MS, ...seen };
    const result = step(now, event, { ...later, local: localBy(later.atMs, 0) });
    now = result.stored;
    for (const { type } of result.outcomes) if (type === 'look-back') days.push(day);
  }
  return days;
}

const everyDay = (days: number): Look[] => Array.from({ length: days }, (_, day) => ({ day }));

describe('the look back at the last week', () => {
  it('comes on Monday, once a week', () => {
    expect(offered(everyDay(22))).toEqual([7, 14, 21]);
  });

  it('comes with the first look of a week if nobody was there on Monday', () => {
    expect(offered([{ day: 2 }, { day: 9 }, { day: 10 }, { day: 15 }])).toEqual([9, 15]);
  });

  it('does not come after a week in which nobody was there, nor in the first one', () => {
    expect(offered([{ day: 0 }, { day: 4 }, { day: 14 }, { day: 15 }])).toEqual([]);
  });

  it('does not come unless it is wanted', () => {
    expect(offered(everyDay(22), wanted({ lookBack: false }))).toEqual([]);
  });

  it('waits for a good moment', () => {
    const looked = { type: 'looked' } as const;
    const monday: Look[] = [
      { day: 7, event: looked },
      { day: 7, minute: 10, seen: { fullScreen: true } },
      { day: 7, minute: 20, seen: { call: true } },
      { day: 7, minute: 30, seen: { elsewhere: true } },
    ];
    expect(offered([{ day: 1 }, ...monday])).toEqual([]);
    expect(offered([{ day: 1 }, ...monday, { day: 8 }])).toEqual([8]);
    // Hands that rest are one.
    const rests = { day: 7, event: looked, seen: { quietSeconds: 20 } };
    expect(offered([{ day: 1 }, rests])).toEqual([7]);
  });

  it('does not come outside the hours, nor in a pause', () => {
    const hours = { tue: [{ from: '08:00', to: '18:00' }] };
    expect(offered([{ day: 1 }, { day: 7 }, { day: 8 }], wanted({ hours }))).toEqual([8]);
    const paused = { ...wanted(), pause: { is: 'timed' as const, untilMs: AT + 8 * DAY_MS } };
    expect(offered([{ day: 1 }, { day: 7 }, { day: 9 }], paused)).toEqual([9]);
  });

  it('never comes while a reminder shows or is due', () => {
    const long = stored({ settings: withSettings({ lookBack: true, patienceMinutes: 0 }) });
    let now = long;
    const at = (day: number, minute: number, event: Event = { type: 'looked' }) => {
      const atMs = AT + day * DAY_MS + minute * MINUTE_MS;
      const result = step(now, event, { ...SEEN, atMs, local: localBy(atMs, 0) });
      now = result.stored;
      return result.outcomes.map(({ type }) => type);
    };
    at(4, 0);
    for (let minute = 0; minute < 31; minute++) at(7, minute);
    expect(now.state.ask?.showing).toBe(true);
    expect(at(7, 31, { type: 'tabSwitched' })).not.toContain('look-back');
    at(7, 32, { type: 'skip' });
    expect(at(7, 32, { type: 'tabSwitched' })).not.toContain('look-back');
    expect([
      ...at(7, 50, { type: 'tabSwitched' }),
      ...at(7, 52, { type: 'tabSwitched' }),
    ]).toContain('look-back');
  });

  it('is decided by the Monday of local time', () => {
    // Midnight in a zone that is two hours ahead.
    const midnight = AT + 6 * DAY_MS + 13 * HOUR_MS;
    let now = wanted();
    const at = (minutes: number) => {
      const atMs = midnight + minutes * MINUTE_MS;
      const seen = { ...SEEN, atMs, local: localBy(atMs, 120) };
      const result = step(now, { type: 'tabSwitched' }, seen);
      now = result.stored;
      return result.outcomes.some(({ type }) => type === 'look-back');
    };
    expect([-9, -6, -3, -1].map(at)).toEqual([false, false, false, false]);
    expect([1, 3, 5].map(at)).toContain(true);
  });

  it('never comes twice in a week, wherever the clock is set to', () => {
    const jumps = fc.array(
      fc.record({
        hours: fc.constantFrom(-400, -170, -30, -2, 1, 5, 20, 30, 170, 400),
        isBack: fc.boolean(),
      }),
      { minLength: 5, maxLength: 60 },
    );
    fc.assert(
      fc.property(jumps, (given) => {
        let now = wanted();
        let atMs = AT;
        let latestMs = AT;
        const weeks: number[] = [];
        for (const { hours, isBack } of given) {
          // Clocks are set back by some days at most. Beyond a week, the date before was a mistake.
          if (isBack)
            atMs = Math.max(atMs - Math.min(30, Math.abs(hours)) * HOUR_MS, latestMs - 5 * DAY_MS);
          else atMs += Math.abs(hours) * HOUR_MS;
          latestMs = Math.max(latestMs, atMs);
          for (const minutes of [0, 2, 4]) {
            const at = atMs + minutes * MINUTE_MS;
            const seen = { ...SEEN, atMs: at, local: localBy(at, 0) };
            const result = step(now, { type: 'tabSwitched' }, seen);
            now = result.stored;
            if (result.outcomes.some(({ type }) => type === 'look-back'))
              weeks.push(Math.floor((seen.local.day - 4) / 7));
          }
        }
        expect(new Set(weeks).size).toBe(weeks.length);
      }),
      { numRuns: runs(200) },
    );
  });
});
