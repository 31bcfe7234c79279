import { describe, expect, it } from 'vitest';
import { screenTimeMs } from '../../../core/engine/screenTime.ts';
import type { Other } from '../../../core/records/devices.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { AT, minutes, stored } from '../atNine.ts';
import { Desk } from './desk.ts';

/** Minutes before nine, as instants. */
const ago = (count: number): number => AT - minutes(count);

/** What another computer tells: there from and until these minutes before nine. */
const there = (from: number, until: number, rest: Partial<Other> = {}): Other => ({
  seenMs: ago(until),
  screenSinceMs: ago(from),
  counts: { short: { fromMs: ago(from) }, long: { fromMs: ago(from) } },
  restarts: {},
  breakEndedAtMs: null,
  snoozedUntilMs: null,
  knowsMs: null,
  ...rest,
});

/** Someone here for these minutes. */
function here(from: number, state: Parameters<typeof stored>[0] = {}): Desk {
  const counts = {
    screenSinceMs: ago(from),
    countedFromMs: { short: ago(from), long: ago(from) },
  };
  const presence = { is: 'present' as const, fromMs: ago(from) };
  return new Desk(AT, 'Etc/UTC', stored({ state: { ...counts, presence, ...state.state } }));
}
const hears = (desk: Desk, ...others: Other[]) => desk.happens({ type: 'heardOfOthers', others });
const minutesIn = ({ now, atMs }: Desk) => screenTimeMs(now.state, now.settings, atMs) / MINUTE_MS;

describe('time at another screen', () => {
  it.each([
    ['before it, with a short gap that does not count', there(30, 12), 10, 28],
    ['at the same time, once', there(30, 5), 10, 30],
    ['within it, not at all', there(8, 5), 10, 10],
    ['before a rest, not at all', there(40, 16), 10, 10],
  ])('is added: %s', (_, other, minutesHere, expected) => {
    expect(minutesIn(hears(here(minutesHere), other))).toBe(expected);
  });

  it('is added for each rhythm from where that one counts', () => {
    const other = there(50, 12, { counts: { short: { fromMs: ago(20) } } });
    const { countedFromMs } = hears(here(10), other).now.state;
    expect(countedFromMs).toEqual({ short: ago(18), long: ago(48) });
  });

  it('keeps an absence from beginning here', () => {
    const desk = here(30, {
      state: {
        presence: { is: 'away', sinceMs: ago(20), why: 'unseen', breakStartedAtMs: null },
      },
    });
    desk.idle = { idle: 'locked' };
    hears(desk, there(19, 1));
    expect(desk.now.state.presence).toMatchObject({ is: 'away', sinceMs: ago(1) });
  });

  it('that counted all from here is taken as it is, short absences out', () => {
    const desk = here(30, {
      state: {
        presence: { is: 'away', sinceMs: ago(10), why: 'unseen', breakStartedAtMs: null },
      },
    });
    desk.idle = { idle: 'locked' };
    desk.now = { ...desk.now, state: { ...desk.now.state, inputAtMs: ago(10) } };
    hears(desk, there(26, 0, { knowsMs: ago(10) }));
    expect(desk.now.state.screenSinceMs).toBe(ago(26));
  });

  it('from before a break here does not come back', () => {
    const desk = here(3, {
      state: {
        restarts: { short: { atMs: ago(3) }, long: { atMs: ago(3) } },
        breakEndedAtMs: ago(3),
      },
    });
    expect(minutesIn(hears(desk, there(40, 4)))).toBe(3);
  });

  it('does not reach into the future, if its clock is ahead', () => {
    expect(minutesIn(hears(here(10), there(20, -5)))).toBe(20);
  });
});

describe('an answer on another computer', () => {
  it('restarts what its break cleared', () => {
    const other = there(2, 0, {
      restarts: { short: { atMs: ago(2) } },
      breakEndedAtMs: ago(2),
    });
    const { state } = hears(here(31), other).now;
    expect(state.countedFromMs).toEqual({ short: ago(2), long: ago(31) });
    expect(state.screenSinceMs).toBe(ago(2));
  });

  it('takes the question back here', () => {
    const desk = here(33).passes(minutes(3)).happens({ type: 'tabSwitched' });
    expect(desk.now.state.ask).not.toBeNull();
    const atMs = desk.atMs;
    hears(desk, there(33, -3, { restarts: { short: { atMs } }, breakEndedAtMs: atMs }));
    expect(desk.now.state.ask).toBeNull();
    expect(desk.now.state.phase).toBe('working');
  });

  it('puts the question off here, too, if it was “Later”', () => {
    const desk = here(33);
    hears(desk, there(33, 0, { snoozedUntilMs: AT + minutes(5) }));
    expect(desk.now.state.phase).toBe('snoozed');
    expect(desk.now.state.snoozedUntilMs).toBe(AT + minutes(5));
  });

  it('puts nothing off if nothing is due here', () => {
    const desk = hears(here(10), there(1, 0, { snoozedUntilMs: AT + minutes(5) }));
    expect(desk.now.state.snoozedUntilMs).toBeNull();
  });
});

it('in a break, time at another screen waits for its end', () => {
  const desk = here(31).happens({ type: 'startBreak' });
  const { screenSinceMs } = desk.now.state;
  hears(desk, there(60, 10));
  expect(desk.now.state.screenSinceMs).toBe(screenSinceMs);
});
