import { describe, expect, it } from 'vitest';
import type { Command, Seen } from '../../../core/engine/event.ts';
import { step } from '../../../core/engine/step.ts';
import { view } from '../../../core/engine/view.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import type { State } from '../../../core/records/state.ts';
import type { Stored } from '../../../core/records/stored.ts';
import { EMPTY_TALLY, type Tally } from '../../../core/records/tally.ts';
import { AT, LOCAL, minutes, OPEN, RUNNING, SEEN, stored, withSettings } from '../atNine.ts';

const TALLY: Tally = { ...EMPTY_TALLY, careRead: true, skippedInARow: 1, leftInARow: 2 };
const at = (of: Parameters<typeof stored>[0] = {}) => stored({ tally: TALLY, ...of });
const told = (before: Stored, command: Command, seen: Partial<Seen> = {}) =>
  step(before, command, { ...SEEN, ...seen });
const done = (before: Stored, command: Command, seen?: Partial<Seen>) =>
  told(before, command, seen).stored;
const types = ({ outcomes }: ReturnType<typeof step>) => outcomes.map(({ type }) => type);

const DUE: Partial<State> = {
  seenAtMs: AT - minutes(0.5),
  inputAtMs: AT - minutes(0.5),
  screenSinceMs: AT - minutes(31),
  countedFromMs: { short: AT - minutes(31), long: AT - minutes(31) },
  dueSinceMs: AT - minutes(1),
  phase: 'due',
};
const ASKED = { rhythm: 'short', shownAtMs: AT - 20_000, times: 1, showing: true } as const;
const WAITS = { ...DUE, ask: { ...ASKED, inFullScreen: false } };
const IN_BREAK: Partial<State> = {
  ...DUE,
  break: RUNNING,
  presence: { is: 'away', sinceMs: AT - 13_000, why: 'break', breakStartedAtMs: null },
  phase: 'break',
};

describe('the last command', () => {
  const last = (before: Stored, command: Command) => done(before, command).state.lastAction;

  it.each<[Command, Partial<State>]>([
    [{ type: 'snooze' }, WAITS],
    [{ type: 'skip' }, WAITS],
    [{ type: 'dismiss' }, WAITS],
    [{ type: 'startBreak' }, DUE],
    [{ type: 'pause' }, {}],
    [{ type: 'rested' }, DUE],
    [{ type: 'leaveBreak' }, IN_BREAK],
  ])('is noted: $type', (command, state) => {
    expect(last(at({ state }), command)).toEqual({ type: command.type, atMs: AT });
  });

  it('is noted: resuming, and reading the safety note', () => {
    expect(last(at({ pause: OPEN }), { type: 'resume' })?.type).toBe('resume');
    expect(last(stored(), { type: 'careRead' })?.type).toBe('careRead');
  });

  it.each<[Command, Partial<State>]>([
    [{ type: 'snooze' }, {}],
    [{ type: 'snooze' }, IN_BREAK],
    [{ type: 'skip' }, {}],
    [{ type: 'skip' }, IN_BREAK],
    [{ type: 'dismiss' }, DUE],
    [{ type: 'startBreak' }, IN_BREAK],
    [{ type: 'takeAfterAll' }, {}],
    [{ type: 'resume' }, {}],
    [{ type: 'rested' }, {}],
    [{ type: 'rested' }, IN_BREAK],
    [{ type: 'leaveBreak' }, {}],
    [{ type: 'careRead' }, {}],
    [{ type: 'changeSettings', patch: { iconMinutes: 'lastTen' } }, {}],
    [{ type: 'replaceSettings', settings: DEFAULT_SETTINGS }, {}],
  ])('is not one that did nothing, or a change of settings: %o', (command, state) => {
    expect(last(at({ state }), command)).toBeNull();
  });

  it('does not hold back a change of settings', () => {
    const lastAction = { type: 'changeSettings', atMs: AT - 100 };
    const { settings } = done(at({ state: { lastAction } }), {
      type: 'changeSettings',
      patch: { iconMinutes: 'lastTen' },
    });
    expect(settings.iconMinutes).toBe('lastTen');
  });
});

describe('snooze and skip', () => {
  it('are counted, and a skip resets the count of snoozes', () => {
    const before = at({ state: WAITS, tally: { ...TALLY, snoozesNow: 2 } });
    expect(done(before, { type: 'snooze' }).tally.snoozesNow).toBe(3);
    expect(done(before, { type: 'skip' }).tally).toMatchObject({ skippedInARow: 2, snoozesNow: 0 });
  });

  it('lets a skipped break be taken for ten minutes', () => {
    const skipped = done(at({ state: WAITS }), { type: 'skip' }).state.skipped;
    expect(skipped).toEqual({ rhythm: 'short', atMs: AT });
    const later = (ms: number) =>
      done(at({ state: { skipped: { rhythm: 'long', atMs: AT - ms } } }), { type: 'takeAfterAll' });
    expect(later(minutes(10)).state.break).toMatchObject({ rhythm: 'long', seconds: 300 });
    expect(later(minutes(10)).state.skipped).toBeNull();
    expect(later(minutes(10) + 1).state.break).toBeNull();
  });
});

describe('a pause', () => {
  const pause = (wish: object) => done(at(), { type: 'pause', ...wish }).pause;

  it('lasts for minutes, until the morning, or until resumed', () => {
    expect(pause({ minutes: 30 })).toEqual({ is: 'timed', untilMs: AT + minutes(30) });
    expect(pause({ until: 'tomorrow' })).toEqual({
      ...OPEN,
      is: 'untilMorning',
    });
    expect(pause({})).toMatchObject({ is: 'open' });
  });
});

describe('"I just rested"', () => {
  const rested = (presence: State['presence'], seen?: Partial<Seen>) =>
    done(at({ state: { ...DUE, presence } }), { type: 'rested' }, seen);

  it('is a rest that ends now, and no absence begins before it', () => {
    const { state, tally } = rested({ is: 'present', fromMs: AT - minutes(60) });
    expect(state.presence).toEqual({ is: 'present', fromMs: AT });
    expect(state.screenSinceMs).toBe(AT);
    expect(tally.lastRest).toEqual({ endedAtMs: AT, seconds: 300 });
  });

  it('restarts an absence if there was no recent input', () => {
    const sinceMs = AT - minutes(0.4);
    const still = { is: 'still', sinceMs, fromMs: AT - minutes(60), watched: false } as const;
    expect(rested(still, { idle: 'idle', quietSeconds: 24 }).state.presence).toEqual({
      is: 'still',
      sinceMs: AT,
      fromMs: AT,
      watched: false,
    });
    const away = { is: 'away', sinceMs, why: 'locked', breakStartedAtMs: sinceMs } as const;
    expect(rested(away, { idle: 'locked' }).state.presence).toEqual({
      is: 'away',
      sinceMs: AT,
      why: 'locked',
      breakStartedAtMs: null,
    });
  });
});

describe('settings', () => {
  it('start patience now if they make something due', () => {
    const worked = { screenSinceMs: AT - minutes(20), countedFromMs: { short: AT - minutes(20) } };
    const settings = withSettings({ rhythms: { long: { on: false } } });
    const patch = { rhythms: { short: { intervalMinutes: 10 } } };
    const changed = done(at({ settings, state: worked }), { type: 'changeSettings', patch });
    expect(changed.state).toMatchObject({ dueSinceMs: AT, waitingSinceMs: AT, phase: 'due' });
    expect(done(at(), { type: 'changeSettings', patch }).state.dueSinceMs).toBeNull();
  });

  it('are replaced as a whole, or refused by name', () => {
    const badge = { ...DEFAULT_SETTINGS, iconMinutes: 'lastTen' };
    const replaced = told(at(), { type: 'replaceSettings', settings: badge });
    expect(replaced.stored.settings).toEqual(badge);
    const refused = told(at(), { type: 'replaceSettings', settings: { ...badge, iconMinutes: 1 } });
    expect(refused.stored.settings).toBe(DEFAULT_SETTINGS);
    expect(refused.outcomes).toMatchObject([
      { type: 'refused', refusal: { field: 'iconMinutes' } },
    ]);
  });
});

describe('a break that begins', () => {
  const begun = (wish: object, of: Parameters<typeof stored>[0] = {}) =>
    done(at(of), { type: 'startBreak', ...wish }).state.break;

  it('has the kind and length of its rhythm', () => {
    expect(begun({ rhythm: 'long' })).toMatchObject({
      rhythm: 'long',
      kind: 'stillness',
      pattern: null,
      seconds: 300,
      clears: 'all',
      wasDue: false,
      endsAtMs: AT + 303_000,
    });
    expect(begun({ rhythm: 'unheard-of' })).toMatchObject({ rhythm: 'short', clears: ['short'] });
    expect(begun({ seconds: 299 })).toMatchObject({ clears: ['short'] });
    expect(begun({}, { state: DUE })?.wasDue).toBe(true);
  });

  it('has the kind, pattern and length that were chosen', () => {
    expect(begun({ rhythm: 'long', kind: 'breathing', seconds: 20 })).toMatchObject({
      kind: 'breathing',
      pattern: 'longExhale',
      seconds: 20,
    });
    expect(begun({ pattern: 'even' })?.pattern).toBe('even');
    expect(begun({ kind: 'stillness', pattern: 'even' })?.pattern).toBeNull();
  });

  it('is breathing for the length of a stillness if no rhythm is on', () => {
    const settings = withSettings({ rhythms: { short: null, long: null } });
    expect(begun({}, { settings, state: { countedFromMs: {} } })).toMatchObject({
      rhythm: null,
      kind: 'breathing',
      seconds: 120,
    });
  });

  it('adds five minutes to read the safety note if it is the first', () => {
    expect(begun({}, { tally: EMPTY_TALLY })?.endsAtMs).toBe(AT + minutes(5) + 63_000);
  });

  it('ends the ask, the waiting, and the offer of the skipped break', () => {
    const skipped = { rhythm: 'short', atMs: AT - minutes(1) };
    const state = { ...WAITS, waitingSinceMs: AT - minutes(1), skipped, unanswered: 1 };
    expect(done(at({ state }), { type: 'startBreak' }).state).toMatchObject({
      ask: null,
      unanswered: 0,
      waitingSinceMs: null,
      skipped: null,
    });
  });

  it('does not start a second time', () => {
    expect(types(told(at({ state: IN_BREAK }), { type: 'startBreak' }))).toEqual([]);
  });
});

describe('a break that ends', () => {
  it('is counted and remembered if taken', () => {
    const { tally, state } = done(
      at({ state: IN_BREAK, tally: { ...TALLY, breaksEver: 4, snoozesNow: 2 } }),
      { type: 'leaveBreak' },
      { atMs: AT + 30_000 },
    );
    expect(tally).toMatchObject({
      breaksEver: 5,
      skippedInARow: 0,
      leftInARow: 0,
      snoozesNow: 0,
      lastBreak: {
        endedAtMs: AT + 30_000,
        kind: 'breathing',
        pattern: 'longExhale',
        seconds: 60,
        taken: true,
      },
    });
    expect(state).toMatchObject({ break: null, dueSinceMs: null, snoozedUntilMs: null });
  });

  it('leaves what is known of breaks as it was if the break is put off', () => {
    const { tally, state } = done(at({ state: IN_BREAK }), { type: 'leaveBreak', putsOff: true });
    expect(tally).toEqual(TALLY);
    expect(state).toMatchObject({ break: null, snoozedUntilMs: AT + 63_000 });
  });

  it('is counted separately and asked for again if left before half', () => {
    const { tally, state } = done(at({ state: IN_BREAK }), { type: 'leaveBreak' });
    expect(tally).toMatchObject({ leftInARow: 3, skippedInARow: 1, breaksEver: 0 });
    expect(tally.lastBreak).toMatchObject({ endedAtMs: AT, taken: false });
    expect(state.snoozedUntilMs).toBe(AT + minutes(5));
  });

  it('is not asked for again if left before half when nothing was due', () => {
    const state = { ...IN_BREAK, break: { ...RUNNING, wasDue: false } };
    expect(done(at({ state }), { type: 'leaveBreak' }).state.snoozedUntilMs).toBeNull();
  });
});

describe('presenting', () => {
  const pauseAfter = (
    pause: Stored['pause'],
    type: 'togglePresenting' | 'pauseOrResume' = 'togglePresenting',
  ) => step(at({ pause }), { type }, SEEN).stored.pause;
  const PRESENTING = { is: 'presenting' as const, untilMs: AT + minutes(60) };

  it('is a pause of an hour', () => {
    expect(pauseAfter(null)).toEqual(PRESENTING);
  });

  it('outlasts a pause that ends sooner, and shortens none that ends later', () => {
    expect(pauseAfter({ is: 'timed', untilMs: AT + minutes(30) })).toEqual(PRESENTING);
    const longer = { is: 'timed' as const, untilMs: AT + minutes(61) };
    expect(pauseAfter(longer)).toEqual(longer);
    expect(pauseAfter(OPEN)).toMatchObject({ is: 'open' });
  });

  it('ends when pressed again, or like any pause', () => {
    expect(pauseAfter(PRESENTING)).toBeNull();
    expect(pauseAfter(PRESENTING, 'pauseOrResume')).toBeNull();
  });

  it('is shown as a pause with its reason', () => {
    const now = view(at({ pause: PRESENTING }), AT, LOCAL);
    expect(now).toMatchObject({ presenting: true, pausedUntilMs: PRESENTING.untilMs });
    const paused = view(at({ pause: OPEN }), AT, LOCAL);
    expect(paused.presenting).toBe(false);
  });
});
