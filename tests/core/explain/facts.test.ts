import { describe, expect, it } from 'vitest';
import type { View } from '../../../core/engine/view.ts';
import type { ExplainKind } from '../../../core/explain/articles.ts';
import { factsOf } from '../../../core/explain/facts.ts';
import type { KindWish } from '../../../core/kinds.ts';
import { NO_MASSAGE } from '../../../core/personal/massage.ts';
import { met, NEVER_ASKED, withAfter, withBefore } from '../../../core/personal/tension.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { EMPTY_TALLY, type Tally } from '../../../core/records/tally.ts';
import { dayNumber, type Local, MINUTE_MS, SECOND_MS } from '../../../core/time.ts';

const NOW_MS = Date.parse('2026-03-02T10:30:00Z');
const LOCAL: Local = { date: '2026-03-02', day: 20514, minuteOfDay: 10 * 60 + 30 };

const VIEW: View = {
  atMs: NOW_MS,
  phase: 'working',
  screenTimeMs: 22 * MINUTE_MS + 59 * SECOND_MS,
  nextBreakInMs: 8 * MINUTE_MS,
  next: { rhythm: 'short', intervalMinutes: 30, breakSeconds: 60, kind: 'breathing' },
  progress: 0.7,
  due: false,
  silence: null,
  pausedUntilMs: null,
  presenting: false,
  slowerUntilMs: null,
  break: null,
  afterAll: false,
  asking: false,
};

const facts = (view: Partial<View> = {}, tally: Partial<Tally> = {}, local = LOCAL) =>
  factsOf({ ...VIEW, ...view }, DEFAULT_SETTINGS, { ...EMPTY_TALLY, ...tally }, local);

const lastBreak = (minutesAgo: number, taken = true): Partial<Tally> => ({
  lastBreak: {
    endedAtMs: NOW_MS - minutesAgo * MINUTE_MS,
    kind: 'stillness',
    pattern: null,
    seconds: 330,
    taken,
  },
});

describe('the facts for an explanation', () => {
  it('name the date and the whole hour of the person’s own clock', () => {
    expect(facts()).toMatchObject({ atMs: NOW_MS, date: '2026-03-02', hour: 10, eveningHour: 20 });
  });

  it('have whole minutes at the screen, as the dial has them', () => {
    expect(facts()).toMatchObject({ screenMinutes: 22 });
  });

  it('say whether the person works, has a break due, or is asked', () => {
    expect(facts().moment).toBe('working');
    expect(facts({ phase: 'due', due: true }).moment).toBe('before');
    expect(facts({ phase: 'snoozed', due: true }).moment).toBe('before');
    expect(facts({ phase: 'prompted', due: true }).moment).toBe('prompted');
  });

  it('are about the break that is next, and its length', () => {
    expect(facts()).toMatchObject({ kind: 'breathing', breakMinutes: 0, offeredSeconds: 60 });
  });

  it('are about the break just taken for ten minutes, even while asked', () => {
    const after = { moment: 'after', kind: 'stillness', breakMinutes: 5 };
    expect(facts({}, lastBreak(0))).toMatchObject(after);
    expect(facts({ phase: 'prompted', due: true }, lastBreak(5))).toMatchObject(after);
    expect(facts({}, lastBreak(10))).toMatchObject(after);
    expect(facts({}, lastBreak(10.1))).toMatchObject({ moment: 'working', kind: 'breathing' });
  });

  it('are not about a break that was left, nor about the last one while the next runs', () => {
    expect(facts({}, lastBreak(1, false)).moment).toBe('working');
    expect(facts({ phase: 'break' }, lastBreak(1)).moment).toBe('working');
  });

  it('know no kind without a rhythm, and the length offered last', () => {
    expect(facts({ next: null })).toMatchObject({ kind: null, offeredSeconds: null });
    expect(facts({ next: null }, lastBreak(60))).toMatchObject({ kind: null, offeredSeconds: 330 });
  });

  it('tell a rest in whole minutes, and never one that is yet to end', () => {
    const rest = (endedAtMs: number) => facts({}, { lastRest: { endedAtMs, seconds: 479 } }).rest;
    expect(rest(NOW_MS - 2.9 * MINUTE_MS)).toEqual({ minutes: 7, endedMinutesAgo: 2 });
    expect(rest(NOW_MS + 5 * MINUTE_MS)).toEqual({ minutes: 7, endedMinutesAgo: 0 });
    expect(facts().rest).toBeNull();
  });

  it('have as news whatever ended last', () => {
    const lastRest = { endedAtMs: NOW_MS - 20 * MINUTE_MS, seconds: 600 };
    expect(facts().newsAtMs).toBeNull();
    expect(facts({}, { lastRest }).newsAtMs).toBe(lastRest.endedAtMs);
    expect(facts({}, { lastRest, ...lastBreak(3) }).newsAtMs).toBe(NOW_MS - 3 * MINUTE_MS);
    expect(facts({}, { lastRest, ...lastBreak(60) }).newsAtMs).toBe(lastRest.endedAtMs);
  });

  it('pass on what is counted', () => {
    const counted = { skippedInARow: 2, snoozesNow: 1, breaksEver: 7, promptsEver: 9 };
    expect(facts({}, { ...counted, leftInARow: 3 })).toMatchObject({
      ...counted,
      leftEarlyInARow: 3,
    });
  });
});

describe('the kind that an explanation is about', () => {
  it.each<[KindWish, ExplainKind | null]>([
    ['breathing', 'breathing'],
    ['stillness', 'stillness'],
    ['movement', 'movement'],
    ['eyes', 'eyes'],
    ['water', 'water'],
    ['neck', 'selfMassage'],
    ['hands', 'selfMassage'],
    ['heart', 'selfMassage'],
    ['sequence', 'breathing'],
    ['own-tea', null],
    ['surprise', null],
  ])('of a break of %s is %s', (kind, explained) => {
    const next = { rhythm: 'short', intervalMinutes: 30, breakSeconds: 60, kind };
    expect(facts({ next }).kind).toBe(explained);
    if (kind === 'surprise') return;
    const ended = lastBreak(1).lastBreak as NonNullable<Tally['lastBreak']>;
    expect(facts({}, { lastBreak: { ...ended, kind } }).kind).toBe(explained);
  });
});

describe('days with a break', () => {
  const on = (date: string, inARow = 4, daysSinceBefore: number | null = 1) =>
    facts({}, { breakDays: { day: dayNumber(date), inARow, daysSinceBefore } });

  it('are counted up to today or yesterday', () => {
    expect(on('2026-03-02')).toMatchObject({ daysInARow: 4, daysSinceBreak: 1 });
    expect(on('2026-03-01')).toMatchObject({ daysInARow: 4, daysSinceBreak: 1 });
  });

  it('start again after a day without, even over the end of a month', () => {
    expect(on('2026-02-28')).toMatchObject({ daysInARow: 0, daysSinceBreak: 2 });
    expect(on('2025-03-02')).toMatchObject({ daysInARow: 0, daysSinceBreak: 365 });
  });

  it('tell today how long the one before is ago', () => {
    expect(on('2026-03-02', 1, 9).daysSinceBreak).toBe(9);
    expect(on('2026-03-02', 1, null).daysSinceBreak).toBeNull();
  });

  it('are zero before the first break', () => {
    expect(facts()).toMatchObject({ daysInARow: 0, daysSinceBreak: null });
  });
});

describe('what the pages keep for themselves', () => {
  const BREAK = { seconds: 330, kind: 'stillness' } as const;
  const told = (minutesAgo: number) => {
    const drawn = met(NEVER_ASKED, { of: 1, date: LOCAL.date, dice: 0 });
    const beforeMs = NOW_MS - (minutesAgo + 6) * MINUTE_MS;
    const before = withBefore(drawn, { of: 1, rating: 6, atMs: beforeMs });
    const atMs = NOW_MS - minutesAgo * MINUTE_MS;
    return withAfter(before, { of: 1, rating: 4, atMs, session: BREAK });
  };
  const own = (tension = NEVER_ASKED, massage = NO_MASSAGE, tally: Partial<Tally> = {}) =>
    factsOf(VIEW, DEFAULT_SETTINGS, { ...EMPTY_TALLY, ...tally }, LOCAL, { tension, massage });

  it('is empty without ratings and without a massage', () => {
    expect(own()).not.toHaveProperty('tensionBefore');
    expect(own().massageDue).toBe(false);
  });

  it('has the ratings before and after the break just taken', () => {
    expect(own(told(1), NO_MASSAGE, lastBreak(2))).toMatchObject({
      moment: 'after',
      tensionBefore: 6,
      tensionAfter: 4,
      newsAtMs: NOW_MS - MINUTE_MS,
    });
  });

  it('tells later only what was said before the last break, and how long ago', () => {
    const later = own(told(20), NO_MASSAGE, lastBreak(21));
    expect(later).toMatchObject({ tensionBefore: 6, tensionBeforeMinutesAgo: 26 });
    expect(later).not.toHaveProperty('tensionAfter');
  });

  it('knows of a massage in the next days', () => {
    const massage = { ...NO_MASSAGE, everyWeeks: 4, nextDate: '2026-03-08' };
    expect(own(NEVER_ASKED, massage).massageDue).toBe(true);
  });
});
