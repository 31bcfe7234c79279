import { describe, expect, it } from 'vitest';
import { alarmAtMs } from '../../../core/engine/surfaces.ts';
import { ringsInTime } from '../../../core/engine/wake.ts';
import { DEFAULT_SETTINGS, withPatch } from '../../../core/records/settings.ts';
import { AT, LOCAL, minutes, OPEN, stored } from '../atNine.ts';
import { day } from './day.ts';

const alarmIn = (told: ReturnType<typeof stored>): number | null => {
  const alarm = alarmAtMs(told, AT, LOCAL);
  return alarm === null ? null : (alarm - AT) / 1000;
};

const withSettings = (patch: unknown) => {
  const result = withPatch(DEFAULT_SETTINGS, patch);
  if (!result.ok) throw new Error(result.refusal.field);
  return result.settings;
};

describe('the one alarm', () => {
  it('is exact to the second even if checkpoints are close together', () => {
    const told = day({ restMinutes: 1 }).works(32);
    expect(told.prompts).toEqual([30]);
    expect(told.withdrawn).toEqual([31]);
  });

  it('is not delayed by events shortly before it', () => {
    const told = day().works(29.9).switchesTab().passes(0.2);
    expect(told.prompts).toEqual([30]);
    told.does('start-break').passes(1).switchesTab().passes(0.5);
    expect(told.finished).toEqual([31.15]);
  });

  it('ends a quiet minute even without input', () => {
    const told = day({ detectionSeconds: 15 }).works(31).does('snooze').works(3).locks(2.5);
    told.works(0.6).leaves().passes(0.9);
    expect(told.prompts.length).toBe(2);
  });

  it('comes after four fifths of a checkpoint while the person is at the screen', () => {
    expect(alarmIn(stored())).toBe(120);
    expect(alarmIn(stored({ settings: withSettings({ restMinutes: 1 }) }))).toBe(48);
    expect(alarmIn(stored({ settings: withSettings({ restMinutes: 3 }) }))).toBe(72);
    expect(alarmIn(stored({ settings: withSettings({ restMinutes: 60 }) }))).toBe(120);
  });

  it('is not set while nothing is expected', () => {
    expect(alarmIn(stored({ state: { presence: away('start') } }))).toBeNull();
  });

  it('rings when an absence becomes a rest', () => {
    expect(alarmIn(stored({ state: { presence: away('locked', 2) } }))).toBe(180);
    expect(alarmIn(stored({ state: { presence: away('locked', 6) } }))).toBeNull();
    expect(alarmIn(stored({ state: { presence: away('unseen', 0.5) } }))).toBe(30);
    expect(alarmIn(stored({ state: { presence: away('unseen', 0) } }))).toBe(60);
    const still = {
      is: 'still' as const,
      sinceMs: AT - minutes(0.25),
      fromMs: AT - minutes(9),
      watched: false,
    };
    expect(alarmIn(stored({ state: { presence: still } }))).toBe(45);
    const longStill = { ...still, sinceMs: AT - minutes(2) };
    expect(alarmIn(stored({ state: { presence: longStill } }))).toBe(180);
    const wide = withSettings({ detectionSeconds: 300 });
    expect(alarmIn(stored({ settings: wide, state: { presence: longStill } }))).toBe(120);
    const afterBreak = {
      is: 'away' as const,
      sinceMs: AT,
      why: 'break' as const,
      breakStartedAtMs: AT - minutes(4.2),
    };
    const inputAtMs = AT - minutes(0.1);
    expect(alarmIn(stored({ state: { presence: afterBreak, inputAtMs } }))).toBe(48);
    expect(
      alarmIn(stored({ state: { presence: { ...afterBreak }, inputAtMs: AT - minutes(2) } })),
    ).toBe(48);
  });

  it('rings when a break, a pause or a snooze ends', () => {
    const pause = { is: 'timed' as const, untilMs: AT + minutes(1) };
    expect(alarmIn(stored({ pause }))).toBe(60);
    expect(alarmIn(stored({ pause, state: { presence: away('start') } }))).toBe(60);
    expect(alarmIn(stored({ pause: OPEN }))).toBe(120);
    const today = { day: LOCAL.day, minuteOfDay: LOCAL.minuteOfDay + 1 };
    const untilMorning = { ...OPEN, ...today, is: 'untilMorning' as const };
    expect(alarmIn(stored({ pause: untilMorning }))).toBe(60);
    expect(alarmIn(stored({ state: { snoozedUntilMs: AT + minutes(1.5) } }))).toBe(90);
    const running = {
      rhythm: 'short',
      kind: 'breathing' as const,
      pattern: 'longExhale' as const,
      seconds: 60,
      startedAtMs: AT - 23_000,
      endsAtMs: AT + 40_000,
      clears: ['short'],
      wasDue: true,
    };
    const broken = { break: running, presence: away('break') };
    expect(alarmIn(stored({ state: broken }))).toBe(40);
    const soon = { ...running, endsAtMs: AT + 10_000 };
    expect(alarmIn(stored({ state: { ...broken, break: soon } }))).toBe(30);
    expect(
      alarmIn(stored({ pause, state: { ...broken, break: { ...running, endsAtMs: AT + 9e5 } } })),
    ).toBe(60);
  });

  it('rings when a rhythm falls due, and is not delayed by a checkpoint before that', () => {
    const counts = (minutesLeft: number) => ({
      short: AT - minutes(30 - minutesLeft),
      long: AT,
    });
    expect(alarmIn(stored({ state: { countedFromMs: counts(1) } }))).toBe(60);
    expect(alarmIn(stored({ state: { countedFromMs: counts(2.4) } }))).toBe(144);
    expect(alarmIn(stored({ state: { countedFromMs: counts(2.49) } }))).toBe(119.4);
    expect(alarmIn(stored({ state: { countedFromMs: counts(3) } }))).toBe(120);
    expect(alarmIn(stored({ state: { countedFromMs: counts(0.2) } }))).toBe(30);
  });

  it('rings when a showing ends and when it returns', () => {
    const due = { short: AT - minutes(31), long: AT - minutes(31) };
    const ask = { rhythm: 'short', shownAtMs: AT, times: 1, showing: true, inFullScreen: false };
    expect(alarmIn(stored({ state: { countedFromMs: due, ask } }))).toBe(60);
    const gone = { ...ask, showing: false, shownAtMs: AT - minutes(4) };
    expect(alarmIn(stored({ state: { countedFromMs: due, ask: gone } }))).toBe(60);
    expect(alarmIn(stored({ state: { countedFromMs: due, ask: { ...gone, times: 3 } } }))).toBe(
      120,
    );
    expect(alarmIn(stored({ state: { countedFromMs: due, ask: gone, unanswered: 1 } }))).toBe(120);
  });

  it('rings when patience, a quiet minute or the limit ends', () => {
    const due = { short: AT - minutes(31), long: AT };
    const dueSinceMs = AT - minutes(1);
    const waiting = { countedFromMs: due, dueSinceMs, waitingSinceMs: AT - minutes(0.75) };
    expect(alarmIn(stored({ state: waiting }))).toBe(75);
    const peace = { ...waiting, waitingSinceMs: null, peaceUntilMs: AT + minutes(0.6) };
    expect(alarmIn(stored({ state: peace }))).toBe(36);
    const asks = [59.5, 59, 58, 50].map((ago) => AT - minutes(ago));
    expect(alarmIn(stored({ state: { ...waiting, waitingSinceMs: AT - minutes(9) }, asks }))).toBe(
      31,
    );
    const hours = withSettings({ hours: { mon: [{ from: '09:01', to: '10:00' }] } });
    expect(alarmIn(stored({ settings: hours, state: waiting }))).toBe(60);
    // While nothing is due, no alarm is needed.
    expect(alarmIn(stored({ settings: hours }))).toBe(120);
  });

  it('rings each of the last ten minutes if the icon counts them', () => {
    const settings = withSettings({ iconMinutes: 'lastTen' });
    const counts = (left: number) => ({ short: AT - minutes(30 - left), long: AT });
    expect(alarmIn(stored({ settings, state: { countedFromMs: counts(9.6) } }))).toBe(36);
    expect(alarmIn(stored({ settings, state: { countedFromMs: counts(9) } }))).toBe(60);
    expect(alarmIn(stored({ settings, state: { countedFromMs: counts(11) } }))).toBe(60);
    expect(alarmIn(stored({ settings, state: { countedFromMs: counts(25) } }))).toBe(120);
  });
});

describe('the minutes on the icon', () => {
  it('cost no alarm before the last ten, even if they are always shown', () => {
    const alarm = (iconMinutes: 'always' | 'never', left: number) =>
      alarmIn(
        stored({
          settings: withSettings({ iconMinutes }),
          state: { countedFromMs: { short: AT - minutes(30 - left), long: AT } },
        }),
      );
    for (const left of [29, 25, 21.3, 14, 12.5])
      expect(alarm('always', left)).toBe(alarm('never', left));
  });
});

describe('an alarm that is set already', () => {
  it('is kept if it is the wanted one, or rings before a new one could', () => {
    expect(ringsInTime(AT + 50_000, AT + 50_000, AT)).toBe(true);
    expect(ringsInTime(AT + 10_000, AT + 30_000, AT)).toBe(true);
    expect(ringsInTime(AT + 10_000, AT + 30_001, AT)).toBe(false);
    expect(ringsInTime(AT + 40_000, AT + 30_000, AT)).toBe(false);
    expect(ringsInTime(AT, AT + 30_000, AT)).toBe(false);
    expect(ringsInTime(AT - 5000, AT + 30_000, AT)).toBe(false);
  });
});

function away(why: 'start' | 'locked' | 'unseen' | 'break', minutesAgo = 0) {
  return { is: 'away' as const, sinceMs: AT - minutes(minutesAgo), why, breakStartedAtMs: null };
}
