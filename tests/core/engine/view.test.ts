import { describe, expect, it } from 'vitest';
import { view } from '../../../core/engine/view.ts';
import type { State } from '../../../core/records/state.ts';
import { NOTHING_IN_VIEW } from '../../../core/records/state.ts';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { AT, LOCAL, minutes, OPEN, RUNNING, stored, withSettings } from '../atNine.ts';
import { day } from './day.ts';

const shown = (of: Parameters<typeof stored>[0] = {}) => view(stored(of), AT, LOCAL);

/** Due for a minute, with changes. */
const due = (state: Partial<State> = {}): Partial<State> => ({
  screenSinceMs: AT - minutes(31),
  countedFromMs: { short: AT - minutes(31), long: AT - minutes(31) },
  dueSinceMs: AT - minutes(1),
  waitingSinceMs: AT - minutes(1),
  phase: 'due',
  ...state,
});
const ASK = {
  rhythm: 'short',
  shownAtMs: AT - minutes(0.5),
  times: 1,
  showing: true,
  inFullScreen: false,
};

describe('what is shown', () => {
  it('has screen time, the next break and its progress', () => {
    const state = {
      screenSinceMs: AT - minutes(12),
      countedFromMs: { short: AT - minutes(12), long: AT },
    };
    expect(shown({ state })).toEqual({
      atMs: AT,
      phase: 'working',
      screenTimeMs: minutes(12),
      nextBreakInMs: minutes(18),
      next: { rhythm: 'short', intervalMinutes: 30, breakSeconds: 60, kind: 'breathing' },
      progress: 0.4,
      due: false,
      silence: null,
      pausedUntilMs: null,
      presenting: false,
      slowerUntilMs: null,
      break: null,
      afterAll: false,
      asking: false,
    });
  });

  it('has full progress from due on', () => {
    expect(shown({ state: due() })).toMatchObject({ phase: 'due', due: true, progress: 1 });
    expect(shown({ state: due() }).nextBreakInMs).toBe(0);
  });

  it('has no next break without a rhythm', () => {
    const settings = withSettings({ rhythms: { short: null, long: { on: false } } });
    expect(shown({ settings, state: { countedFromMs: {} } })).toMatchObject({
      next: null,
      nextBreakInMs: null,
      progress: 0,
      due: false,
      silence: { reason: 'noRhythm', untilMs: null, forMs: 0 },
    });
  });

  it('keeps the screen time if the clock was just set back', () => {
    const told = day().works(11).clock(-60);
    expect(told.screenMinutes).toBeGreaterThanOrEqual(10);
    expect(told.nextBreakInMinutes).toBeLessThanOrEqual(20);
    expect(told.passes(3).screenMinutes).toBe(14);
  });

  it('stops the count a checkpoint after the last look', () => {
    const seenAtMs = AT - minutes(20);
    const state = { seenAtMs, inputAtMs: seenAtMs, screenSinceMs: seenAtMs };
    expect(shown({ state }).screenTimeMs).toBe(minutes(2.5));
  });

  it('changes nothing that is stored', () => {
    const before = stored({ state: due({ ask: ASK, break: null }) });
    const copy = structuredClone(before);
    view(before, AT + minutes(90), LOCAL);
    view(before, AT - minutes(90), LOCAL);
    expect(before).toEqual(copy);
  });

  it('ends a break, a snooze and a pause by the clock', () => {
    const running = stored({
      tally: { ...EMPTY_TALLY, careRead: true },
      state: {
        break: RUNNING,
        presence: {
          is: 'away',
          sinceMs: RUNNING.startedAtMs,
          why: 'break',
          breakStartedAtMs: null,
        },
        phase: 'break',
      },
    });
    expect(view(running, AT, LOCAL)).toMatchObject({ phase: 'break', break: RUNNING });
    expect(view(running, AT, LOCAL)).toMatchObject({ nextBreakInMs: null, silence: null });
    expect(view(running, AT + 50_000, LOCAL)).toMatchObject({ break: null, phase: 'working' });
    const snoozed = stored({ state: due({ snoozedUntilMs: AT + minutes(1), phase: 'snoozed' }) });
    expect(view(snoozed, AT, LOCAL)).toMatchObject({ phase: 'snoozed', nextBreakInMs: minutes(1) });
    expect(view(snoozed, AT + minutes(1), LOCAL)).toMatchObject({ phase: 'due', nextBreakInMs: 0 });
    const paused = stored({ pause: { is: 'timed', untilMs: AT + minutes(1) } });
    expect(view(paused, AT, LOCAL).phase).toBe('paused');
    expect(view(paused, AT + minutes(1), LOCAL).phase).toBe('working');
  });

  it('tells when a pause ends', () => {
    expect(shown({ pause: OPEN }).pausedUntilMs).toBe('open');
    const untilMs = AT + minutes(9);
    expect(shown({ pause: { is: 'timed', untilMs } }).pausedUntilMs).toBe(untilMs);
    const morning = { ...OPEN, is: 'untilMorning' as const };
    expect(shown({ pause: morning }).pausedUntilMs).toBe(AT + minutes(21 * 60));
    expect(shown().pausedUntilMs).toBeNull();
  });

  it('offers a skipped break for ten minutes', () => {
    const skipped = { rhythm: 'short', atMs: AT - minutes(10) };
    expect(shown({ state: { skipped } }).afterAll).toBe(true);
    const longer = { ...skipped, atMs: AT - minutes(10) - 1 };
    expect(shown({ state: { skipped: longer } }).afterAll).toBe(false);
  });

  it('says whether the prompt is visible', () => {
    expect(shown({ state: due({ ask: ASK }) })).toMatchObject({ asking: true, phase: 'prompted' });
    const over = due({ ask: { ...ASK, shownAtMs: AT - minutes(1) } });
    expect(shown({ state: over })).toMatchObject({ asking: false, phase: 'prompted' });
  });

  it('is for the rhythm asked for, else the longest due, else the next due', () => {
    const next = (of: Parameters<typeof stored>[0]) => shown(of).next?.rhythm;
    const both = { short: AT - minutes(61), long: AT - minutes(61) };
    expect(next({ state: due({ countedFromMs: both, ask: ASK }) })).toBe('short');
    expect(next({ state: due({ countedFromMs: both }) })).toBe('long');
    expect(next({ state: due() })).toBe('short');
    expect(next({ state: { countedFromMs: { short: AT, long: AT - minutes(40) } } })).toBe('long');
    expect(
      next({ state: { countedFromMs: { short: AT - minutes(5), long: AT - minutes(35) } } }),
    ).toBe('long');
  });
});

describe('silence', () => {
  const reason = (of: Parameters<typeof stored>[0]) => shown(of).silence;

  it('needs no reason before a break is due, or while it asks', () => {
    expect(reason({})).toBeNull();
    expect(reason({ state: due({ ask: ASK }) })).toBeNull();
    expect(
      reason({
        state: { world: { ...NOTHING_IN_VIEW, sound: true, fullScreen: true, call: true } },
      }),
    ).toBeNull();
  });

  it('starts its patience over with the end of a pause, even before the next step', () => {
    const pause = { is: 'timed', untilMs: AT } as const;
    const state = due({
      waitingSinceMs: AT - minutes(9),
      held: true,
      heldSinceMs: AT - minutes(8),
    });
    expect(reason({ settings: withSettings({ patienceMinutes: 5 }), pause, state })).toMatchObject({
      reason: 'patience',
      untilMs: AT + minutes(5),
    });
  });

  it('has patience as its first reason, with its end and how long it has been due', () => {
    expect(reason({ state: due() })).toEqual({
      reason: 'patience',
      untilMs: AT + minutes(1),
      forMs: minutes(1),
    });
  });

  it.each([
    ['call', { world: { ...NOTHING_IN_VIEW, call: true } }],
    ['fullScreen', { world: { ...NOTHING_IN_VIEW, fullScreen: true } }],
  ] as const)('is a bad moment: %s', (expected, state) => {
    expect(reason({ state: due(state) })).toEqual({
      reason: expected,
      untilMs: null,
      forMs: minutes(1),
    });
  });

  it('has watching as its reason during sound without input', () => {
    const world = { ...NOTHING_IN_VIEW, sound: true };
    const presence = {
      is: 'still' as const,
      sinceMs: AT - 20_000,
      fromMs: AT - minutes(60),
      watched: false,
    };
    expect(reason({ state: due({ world, presence, inputAtMs: AT - 20_000 }) })?.reason).toBe(
      'watching',
    );
    expect(reason({ state: due({ world }) })?.reason).toBe('patience');
  });

  it('has the minute after coming back as its reason, with its end', () => {
    const peaceUntilMs = AT + minutes(0.5);
    expect(reason({ state: due({ peaceUntilMs }) })).toEqual({
      reason: 'justBack',
      untilMs: peaceUntilMs,
      forMs: minutes(1),
    });
    expect(reason({ state: due({ peaceUntilMs: AT }) })?.reason).toBe('patience');
  });

  it('has an absence as its reason', () => {
    const presence = {
      is: 'still' as const,
      sinceMs: AT - minutes(1),
      fromMs: AT - minutes(60),
      watched: false,
    };
    expect(reason({ state: due({ presence }) })?.reason).toBe('away');
  });

  it('has a snooze, a coming return, or the limit per hour as its reason', () => {
    const snoozedUntilMs = AT + minutes(3);
    expect(reason({ state: due({ snoozedUntilMs }) })).toMatchObject({
      reason: 'snoozed',
      untilMs: snoozedUntilMs,
    });
    const ask = { ...ASK, showing: false, shownAtMs: AT - minutes(2) };
    expect(reason({ state: due({ ask }) })).toMatchObject({
      reason: 'returning',
      untilMs: AT + minutes(3),
    });
    const asks = [50, 40, 30, 20].map((ago) => AT - minutes(ago));
    expect(reason({ asks, state: due() })).toMatchObject({
      reason: 'limit',
      untilMs: AT + minutes(10) + 1000,
    });
    expect(reason({ asks: asks.slice(1), state: due() })?.reason).toBe('patience');
  });

  it('has a pause or the hours as its reason, even before a break is due', () => {
    expect(reason({ pause: OPEN })).toEqual({
      reason: 'paused',
      untilMs: null,
      forMs: 0,
    });
    const untilMs = AT + minutes(9);
    expect(reason({ pause: { is: 'timed', untilMs } })).toMatchObject({
      reason: 'paused',
      untilMs,
    });
    const settings = withSettings({ hours: { mon: [{ from: '10:00', to: '11:00' }] } });
    expect(reason({ settings })).toEqual({
      reason: 'outsideHours',
      untilMs: AT + minutes(60),
      forMs: 0,
    });
    expect(shown({ settings }).nextBreakInMs).toBeNull();
    expect(reason({ settings: withSettings({ hours: {} }) })).toMatchObject({
      reason: 'outsideHours',
      untilMs: null,
    });
  });

  it('names lasting reasons before short ones', () => {
    const world = { ...NOTHING_IN_VIEW, fullScreen: true, call: true };
    const snoozedUntilMs = AT + minutes(3);
    const pause = OPEN;
    const all = due({ world, snoozedUntilMs, peaceUntilMs: AT + minutes(1) });
    const settings = withSettings({ hours: {} });
    expect(reason({ settings, pause, state: all })?.reason).toBe('paused');
    expect(reason({ settings, state: all })?.reason).toBe('outsideHours');
    expect(reason({ state: all })?.reason).toBe('snoozed');
    expect(reason({ state: { ...all, snoozedUntilMs: null } })?.reason).toBe('call');
  });
});
