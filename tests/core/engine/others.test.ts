import { describe, expect, it } from 'vitest';
import { logged } from '../../../core/engine/logged.ts';
import { screenTimeMs } from '../../../core/engine/screenTime.ts';
import { step } from '../../../core/engine/step.ts';
import type { Other } from '../../../core/records/devices.ts';
import { parsed } from '../../../core/records/envelope.ts';
import { type OpenReminder, OUTBOX } from '../../../core/records/outbox.ts';
import { StateSchema } from '../../../core/records/state.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { AT, minutes, SEEN, stored } from '../atNine.ts';
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

it('another computer that tells of years counts no longer than a day, and leaves a state that can be read', () => {
  const desk = hears(here(10), { ...there(0, 1), screenSinceMs: -8.6e15, counts: {} });
  expect(minutesIn(desk)).toBe(24 * 60);
  expect(parsed(StateSchema, desk.now.state).is).toBe('ok');
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

  it('puts off what only the time there makes due here', () => {
    const desk = hears(here(10), there(33, 0, { snoozedUntilMs: AT + minutes(5) }));
    expect(desk.now.state.phase).toBe('snoozed');
  });

  it('puts off for an hour at most, whatever it tells', () => {
    const desk = hears(here(33), there(33, 0, { snoozedUntilMs: 8e15 }));
    expect(desk.now.state.snoozedUntilMs).toBe(AT + minutes(60));
  });

  it('puts nothing off if nothing is due here', () => {
    const desk = hears(here(10), there(1, 0, { snoozedUntilMs: AT + minutes(5) }));
    expect(desk.now.state.snoozedUntilMs).toBeNull();
  });
});

describe('in a break', () => {
  it('time at another screen before it still counts for what it does not clear', () => {
    const desk = here(31).happens({ type: 'careRead' }).happens({ type: 'startBreak' });
    hears(desk.passes(minutes(0.5)), there(45, 10));
    desk.passes(minutes(1)).happens({ type: 'looked' });
    const { state } = desk.now;
    expect(state.break).toBeNull();
    expect(desk.atMs - (state.countedFromMs.short ?? 0)).toBeLessThan(minutes(1));
    expect(desk.atMs - (state.countedFromMs.long ?? 0)).toBeGreaterThan(minutes(45));
  });

  it('time at another screen while it runs counts for nothing', () => {
    const desk = here(31).happens({ type: 'careRead' }).happens({ type: 'startBreak' });
    const before = desk.now.state;
    hears(desk.passes(minutes(0.5)), there(0, -0.4));
    expect(desk.now.state.presence).toEqual(before.presence);
    expect(desk.now.state.countedFromMs).toEqual(before.countedFromMs);
  });
});

describe('someone at another screen', () => {
  /** The idle one, where the person was until twelve minutes ago. */
  const idle = () => {
    const desk = here(30);
    const presence = { is: 'still' as const, sinceMs: ago(12), fromMs: ago(30), watched: false };
    desk.now = { ...desk.now, state: { ...desk.now.state, presence, inputAtMs: ago(12) } };
    desk.idle = { idle: 'idle', quietSeconds: 12 * 60 };
    return desk;
  };

  it('is not asked at this one, even if they were there just now', () => {
    const desk = hears(idle(), there(40, 0));
    expect(minutesIn(desk)).toBeGreaterThan(30);
    expect(desk.passes(minutes(4)).now.state.ask).toBeNull();
  });

  it('is in the log of that one, not of this', () => {
    const { now, atMs } = idle();
    const event = { type: 'heardOfOthers' as const, others: [there(40, 0)] };
    const seen = { ...SEEN, idle: 'idle' as const, quietSeconds: 12 * 60, atMs };
    const result = step(now, event, seen);
    const open = { fromMs: ago(30), awaySeconds: 0, left: null };
    const outbox = logged(
      { ...OUTBOX.atFirst, span: open },
      { before: now, event, seen, reason: null, ...result },
    );
    expect(outbox.span).toBeNull();
    expect(outbox.entries).toMatchObject([
      { is: 'span', fromMs: ago(30), toMs: ago(12), ended: 'idle' },
    ]);
  });

  it('answers the reminder here by a break there, which the log calls a rest', () => {
    const { now, atMs } = here(33).happens({ type: 'looked' });
    const other = there(33, 0, { restarts: { short: { atMs } }, breakEndedAtMs: atMs });
    const event = { type: 'heardOfOthers' as const, others: [other] };
    const seen = { ...SEEN, atMs };
    const result = step(now, event, seen);
    const reminder: OpenReminder = {
      rhythm: 'short',
      dueAtMs: ago(3),
      shownAtMs: ago(1),
      times: 1,
      held: {},
      silence: null,
    };
    const outbox = logged(
      { ...OUTBOX.atFirst, reminder },
      { before: now, event, seen, reason: null, ...result },
    );
    expect(outbox.reminder).toBeNull();
    expect(outbox.entries).toMatchObject([{ is: 'reminder', ended: 'rest', toMs: AT }]);
  });

  it('leaves a film here on', () => {
    const desk = idle();
    const presence = { is: 'still' as const, sinceMs: AT, fromMs: ago(30), watched: true };
    desk.now = { ...desk.now, state: { ...desk.now.state, presence } };
    desk.idle = { ...desk.idle, sound: true };
    expect(hears(desk, there(40, 0)).now.state.presence.is).toBe('still');
  });
});
