import { describe, expect, it } from 'vitest';
import { step } from '../../../core/engine/step.ts';
import { styleNow, surfaces } from '../../../core/engine/surfaces.ts';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { AT, LOCAL, minutes, OPEN, SEEN, stored, withSettings } from '../atNine.ts';
import { day } from './day.ts';

type Known = ReturnType<typeof stored>;

const ASK = { rhythm: 'short', shownAtMs: AT, times: 1, showing: true, inFullScreen: false };
const due = (times: number, patch: object): Known =>
  stored({
    settings: withSettings({ rhythms: { long: { on: false } }, ...patch }),
    state: {
      countedFromMs: { short: AT - minutes(50) },
      dueSinceMs: AT - minutes(20),
      ask: { ...ASK, times, showing: false, shownAtMs: AT - minutes(10) },
      waitingSinceMs: AT - minutes(3),
    },
  });
const looked = (before: Known, seen: object = {}) =>
  step(before, { type: 'looked' }, { ...SEEN, ...seen });
const HANDS_REST = { idle: 'idle', quietSeconds: 16 } as const;

describe('the firm manner', () => {
  it('shows the page of the break after the question and its returns', () => {
    // The page waits for 15 s without input.
    const lives = (patch: Record<string, unknown>) =>
      day(patch).works(46).rests(0.4).works(3).prompts;
    expect(lives({ puttingOff: 'firm' })).toHaveLength(4);
    expect(lives({})).toHaveLength(3);
  });

  it('never interrupts typing: its page waits for a pause in the input, even after patience', () => {
    const before = due(3, { puttingOff: 'firm' });
    expect(looked(before).stored.state.ask?.showing).toBe(false);
    expect(step(before, { type: 'tabSwitched' }, SEEN).stored.state.ask?.showing).toBe(false);
    const after = looked(before, HANDS_REST).stored;
    expect(after.state.ask).toMatchObject({ showing: true, times: 4 });
    expect(styleNow(after)).toBe('page');
  });

  it('asks as usual before its page', () => {
    const after = looked(due(2, { puttingOff: 'firm' })).stored;
    expect(after.state.ask).toMatchObject({ showing: true, times: 3 });
    expect(styleNow(after)).toBe('smallWindow');
  });

  it('shows its page after a single question while none is answered', () => {
    const before = due(1, { puttingOff: 'firm' });
    const lone = { ...before, state: { ...before.state, unanswered: 1 } };
    expect(styleNow(looked(lone, HANDS_REST).stored)).toBe('page');
  });

  it('gives up after its page', () => {
    const shown = looked(due(3, { puttingOff: 'firm' }), HANDS_REST).stored;
    const later = step(shown, { type: 'looked' }, { ...SEEN, atMs: AT + minutes(1.1) });
    expect(later.stored.state).toMatchObject({ ask: null, unanswered: 1 });
  });

  it('is off by default', () => {
    expect(looked(due(3, {}), HANDS_REST).stored.state.ask?.showing ?? false).toBe(false);
  });
});

describe('a notice', () => {
  const shown = {
    settings: withSettings({ noticeSeconds: 30, rhythms: { long: { on: false } } }),
    state: { countedFromMs: { short: AT - minutes(31) }, ask: ASK },
  };
  const promptAfter = (seconds: number, state: object = {}) => {
    const atMs = AT + seconds * 1000;
    const then = stored({ ...shown, state: { ...shown.state, seenAtMs: atMs, ...state } });
    return surfaces(then, atMs, LOCAL).prompt;
  };

  it('comes first, and then the question replaces it', () => {
    expect(promptAfter(0)).toMatchObject({ noticeSeconds: 30, key: AT });
    expect(promptAfter(29)).toMatchObject({ noticeSeconds: 30, key: AT });
    expect(promptAfter(30)).toMatchObject({ noticeSeconds: 0, key: AT + 30_000 });
  });

  it('wakes the background when the question comes', () => {
    expect(surfaces(stored(shown), AT, LOCAL).alarmAtMs).toBe(AT + 30_000);
  });

  it('does not shorten the minute of the question', () => {
    const showsAfter = (seconds: number) =>
      looked(stored(shown), { atMs: AT + seconds * 1000 }).stored.state.ask?.showing;
    expect(showsAfter(89)).toBe(true);
    expect(showsAfter(90)).toBe(false);
  });

  it('comes once, and not before a return', () => {
    expect(promptAfter(0, { ask: { ...ASK, times: 2 } })).toMatchObject({ noticeSeconds: 0 });
  });

  it('is one ask, not two', () => {
    const told = day({ noticeSeconds: 60 }).works(33);
    expect(told.prompts).toEqual([30]);
    expect(told.withdrawn).toEqual([32]);
  });
});

describe('“remind me anyway today”', () => {
  const morning = { from: '06:00', to: '09:05' };
  const MORNINGS = { hours: { mon: [morning], tue: [morning] } };

  it('asks outside the hours', () => {
    expect(day(MORNINGS).works(40).prompts).toEqual([]);
    expect(day(MORNINGS).works(10).does('anyway').works(21).prompts).toEqual([30]);
  });

  it('ends a pause', () => {
    const told = day().works(10).does('pause').works(5).does('anyway').works(1);
    expect(told.phase).toBe('working');
  });

  it('lasts until midnight', () => {
    const told = day(MORNINGS, '2026-03-02T23:50:00').works(1).does('anyway').works(40);
    expect(told.prompts).toEqual([]);
    expect(told.nextBreakInMinutes).toBeNull();
  });
});

describe('a pause without an end', () => {
  const MORNING = AT + minutes(21 * 60 + 1);
  const at = (atMs: number, minuteOfDay: number, seen: object = {}) => ({
    ...SEEN,
    atMs,
    local: { ...LOCAL, day: LOCAL.day + 1, minuteOfDay },
    ...seen,
  });
  const asked = (before: Known, minuteOfDay = 361, seen: object = {}) =>
    step(before, { type: 'looked' }, at(MORNING, minuteOfDay, seen)).stored;
  const paused = (state: object = {}) =>
    stored({ pause: OPEN, state: { seenAtMs: MORNING - 60_000, ...state } });
  const promptOf = (after: Known, atMs: number) => surfaces(after, atMs, LOCAL).prompt;

  it('asks the next morning in a background tab whether to go on, and stays a pause', () => {
    const after = asked(paused());
    expect(after.pause).toEqual({ is: 'asked', untilMs: MORNING + minutes(60) });
    expect(promptOf(after, MORNING)).toEqual({ key: MORNING + minutes(60), style: 'tab' });
    expect(surfaces(after, MORNING, LOCAL).icon).toBe('paused');
    expect(promptOf(after, MORNING + minutes(60))).toBeNull();
  });

  it('does not ask earlier, while away, or in full screen', () => {
    expect(asked(paused(), 359).pause).toEqual(OPEN);
    expect(asked(paused(), 361, { fullScreen: true }).pause).toEqual(OPEN);
    const away = { is: 'away', sinceMs: AT, why: 'locked', breakStartedAtMs: null };
    expect(asked(paused({ presence: away }), 361, { idle: 'locked' }).pause).toEqual(OPEN);
  });

  it('asks once: a pause that continues is not asked about again, and can be resumed at any time', () => {
    const stays = step(asked(paused()), { type: 'dismiss' }, at(MORNING + 1000, 361)).stored;
    expect(stays.pause).toEqual({ is: 'asked', untilMs: MORNING + 1000 });
    expect(promptOf(stays, MORNING + 1000)).toBeNull();
    const goesOn = step(stays, { type: 'resume' }, at(MORNING + 2000, 361)).stored;
    expect(goesOn.pause).toBeNull();
  });

  it('opens nothing if the icon alone is chosen', () => {
    const gentle = { ...paused(), settings: withSettings({ promptStyle: 'icon' }) };
    expect(promptOf(asked(gentle), MORNING)).toBeNull();
  });
});

describe('the count of asks', () => {
  it('is the number of asks on a day', () => {
    expect(looked(due(1, {})).stored.tally).toMatchObject({ askDay: LOCAL.day, asksThatDay: 1 });
    const again = { ...due(1, {}), tally: { ...EMPTY_TALLY, askDay: LOCAL.day, asksThatDay: 4 } };
    expect(looked(again).stored.tally.asksThatDay).toBe(5);
    const yesterday = { ...again, tally: { ...again.tally, askDay: LOCAL.day - 1 } };
    expect(looked(yesterday).stored.tally).toMatchObject({ askDay: LOCAL.day, asksThatDay: 1 });
  });

  const waiting = (sinceMinutes: number): Known => {
    const before = due(1, {});
    return { ...before, state: { ...before.state, waitingSinceMs: AT - minutes(sinceMinutes) } };
  };

  it('has a fault if one came long after patience without a reason', () => {
    expect(looked(waiting(4)).stored.tally.faults).toBe(0);
    expect(looked(waiting(4.1)).stored.tally.faults).toBe(1);
    expect(looked(waiting(4.1)).stored.state.ask?.showing).toBe(true);
  });

  it('has no fault if the limit per hour held one back', () => {
    const often = { ...waiting(4.1), asks: [1, 2, 3, 4].map((ago) => AT - minutes(60 - ago)) };
    const held = looked(often).stored;
    expect(held.state.ask?.showing).toBe(false);
    const free = looked(held, { atMs: AT + minutes(1.1) }).stored;
    expect(free.state.ask?.showing).toBe(true);
    expect(free.tally.faults).toBe(0);
  });
});

describe('a site without breaks', () => {
  it('holds an ask back until the next change of task', () => {
    const told = day({ patienceMinutes: 2 }).works(29).begins('site').works(6);
    expect(told.prompts).toEqual([]);
    told.ends('site').switchesTab().works(0.5);
    expect(told.prompts).toEqual([35]);
  });

  it('withdraws a visible prompt', () => {
    expect(day().works(30.5).begins('site').works(1).withdrawn).toEqual([30.5]);
  });
});
