import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../core/records/entry.ts';
import { OUTBOX } from '../../../core/records/outbox.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { play } from '../../../core/simulate/play.ts';
import type { Told } from '../../../core/simulate/scenario.ts';
import { weekInLog } from '../../../core/simulate/weekInLog.ts';
import { whatIf } from '../../../core/simulate/whatIf.ts';
import { localBy, MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { withSettings } from '../atNine.ts';
import { at, MONDAY, rest, span, taken } from '../days/entries.ts';
import { afterStep } from '../engine/day.ts';

const every = (intervalMinutes: number, patch: Record<string, unknown> = {}): Settings =>
  withSettings({ rhythms: { short: { intervalMinutes }, long: { on: false } }, ...patch });

const DATES = ['2026-03-02', '2026-03-03', '2026-03-04'];
const NEXT_MONDAY = MONDAY + 7;
/** The same on three days. */
const onThreeDays = (of: (date: string) => Entry[]): Entry[] => DATES.flatMap(of);
const replayed = (entries: Entry[], settings: Settings) =>
  whatIf(weekInLog(entries, NEXT_MONDAY), settings);
/** The minutes after nine of the reminders on the first day. */
const onMonday = (entries: Entry[], settings: Settings) =>
  replayed(entries, settings)
    .reminders.filter(({ day }) => day === MONDAY)
    .map(({ minuteOfDay }) => minuteOfDay - 540);

const morning = onThreeDays((date) => [span(`${date}T09:00`, `${date}T11:00`)]);

describe('a week that is replayed with other settings', () => {
  it('has a reminder each time that its interval is over, and the break of each', () => {
    // A break begins after ten seconds, and lasts a minute and three seconds.
    expect(onMonday(morning, every(30))).toEqual([30, 61, 92]);
    expect(onMonday(morning, every(50))).toEqual([50, 101]);
    expect(onMonday(morning, every(120))).toEqual([]);
  });

  it('tells how often a day, and the longest stretch that is left', () => {
    const { of, remindersADay, longestSeconds } = replayed(morning, every(50));
    expect([of, remindersADay]).toEqual(['week', 2]);
    expect(longestSeconds).toBe(50 * 60 + 10);
    expect(replayed(morning, every(200)).longestSeconds).toBe(120 * 60);
  });

  it('counts from zero after a rest, by the rest of those settings', () => {
    const rested = onThreeDays((date) => [
      span(`${date}T09:00`, `${date}T09:20`),
      span(`${date}T09:28`, `${date}T10:20`),
    ]);
    expect(onMonday(rested, every(30))).toEqual([58]);
    // The short absence is none then: it only stops the count.
    expect(onMonday(rested, every(30, { restMinutes: 10 }))).toEqual([38, 69]);
  });

  it('counts from zero where the person said that they had rested', () => {
    const told = onThreeDays((date) => [
      span(`${date}T09:00`, `${date}T09:25`, { ended: 'rested' }),
      rest(`${date}T09:20`, `${date}T09:25`, { how: 'told' }),
      span(`${date}T09:25`, `${date}T10:00`),
    ]);
    expect(onMonday(told, every(30))).toEqual([55]);
  });

  it('has the breaks that were begun without a reminder', () => {
    const own = (begun: 'asked' | 'byHand', isTaken = true) =>
      onThreeDays((date) => [
        span(`${date}T09:00`, `${date}T09:20`, { ended: 'break' }),
        taken('eyes', `${date}T09:20`, { begun, taken: isTaken, toMs: at(`${date}T09:21:03`) }),
        span(`${date}T09:21:03`, `${date}T10:10`),
      ]);
    expect(onMonday(own('byHand'), every(30))).toEqual([51]);
    // One that was left clears nothing.
    expect(onMonday(own('byHand', false), every(30))).toEqual([31, 62]);
    // With other settings it would not have come, and the person would have worked on.
    expect(onMonday(own('asked'), every(30))).toEqual([30, 61]);
  });

  it('keeps short absences within a span out of the count, and makes no rest of them', () => {
    const pausing = onThreeDays((date) => [
      span(`${date}T09:00`, `${date}T10:00`, { awaySeconds: 600 }),
    ]);
    expect(onMonday(pausing, every(45))).toEqual([54]);
  });

  it('waits for as long as reminders usually waited, and no longer than patience', () => {
    const waited = (seconds: number): Entry[] => [
      ...morning,
      {
        is: 'reminder',
        id: 'r1',
        fromMs: at('2026-03-02T09:30'),
        toMs: at('2026-03-02T09:40'),
        offsetMinutes: 0,
        rhythm: 'short',
        shownAtMs: at('2026-03-02T09:39'),
        times: 1,
        held: { patience: seconds },
        ended: 'skip',
      },
    ];
    expect(onMonday(waited(60), every(30))).toEqual([31, 63, 95]);
    expect(onMonday(waited(60), every(30, { patienceMinutes: 0 }))).toEqual([30, 61, 92]);
  });

  it('has no reminder outside the hours', () => {
    const hours = { mon: [{ from: '09:00', to: '10:00' }], tue: [{ from: '10:30', to: '18:00' }] };
    const { reminders } = replayed(morning, every(45, { hours }));
    expect(reminders.map(({ day, minuteOfDay }) => [day - MONDAY, minuteOfDay - 540])).toEqual([
      [0, 45],
      [1, 90],
    ]);
  });

  it('follows local time', () => {
    const evening = onThreeDays((date) => [span(`${date}T20:00`, `${date}T22:00`, { ahead: 9 })]);
    const { reminders } = replayed(evening, every(50));
    expect(reminders[0]).toEqual({
      atMs: at('2026-03-02T11:50'),
      day: MONDAY,
      minuteOfDay: 20 * 60 + 50,
    });
  });

  it('counts an entry that comes twice once, and none from before the last seven days', () => {
    const older = span('2026-02-22T09:00', '2026-02-22T18:00');
    expect(replayed([...morning, ...morning, older], every(30))).toEqual(
      replayed(morning, every(30)),
    );
    const today = span('2026-03-09T00:00', '2026-03-09T18:00');
    expect(replayed([...morning, today], every(30))).toEqual(replayed(morning, every(30)));
  });
});

describe('settings that have nothing to do with when Exhale reminds', () => {
  // The page replays the week only when one of these changes.
  const SHAPING = [
    'rhythms',
    'hours',
    'restMinutes',
    'patienceMinutes',
    'detectionSeconds',
    'noticeSeconds',
  ];
  const OTHERS = withSettings({
    breathingSeconds: 120,
    stillnessSeconds: 60,
    snoozeMinutes: 60,
    puttingOff: 'firm',
    watchingCounts: false,
    holdBack: { fullScreen: false, call: false, watching: false },
    callSites: ['meet.example.org'],
    quietSites: ['example.org'],
    eveningHour: 12,
    tensionQuestion: true,
    pattern: 'box',
    surprises: ['eyes'],
    surpriseLeans: false,
    lookBack: true,
    promptStyle: 'icon',
    askSound: true,
    askLoudness: 1,
    breakIn: 'window',
    motion: 'reduced',
    scheme: 'dark',
    iconMinutes: 'always',
    presence: 'clock',
  });
  const busy = onThreeDays((date) => [
    span(`${date}T08:00`, `${date}T10:00`, { awaySeconds: 400 }),
    rest(`${date}T10:00`, `${date}T10:20`),
    span(`${date}T10:20`, `${date}T14:00`),
    span(`${date}T14:03`, `${date}T21:00`),
  ]);

  it.each(Object.keys(DEFAULT_SETTINGS).filter((key) => !SHAPING.includes(key)))(
    '%s changes nothing',
    (key) => {
      const changed = OTHERS[key as keyof Settings];
      expect(changed).not.toEqual(DEFAULT_SETTINGS[key as keyof Settings]);
      expect(replayed(busy, { ...DEFAULT_SETTINGS, [key]: changed })).toEqual(
        replayed(busy, DEFAULT_SETTINGS),
      );
    },
  );
});

describe('without a week of data', () => {
  it('the plain day is played, and the result says so', () => {
    const twoDays = morning.filter(({ fromMs }) => fromMs < at('2026-03-04T00:00'));
    expect(replayed(twoDays, every(30)).of).toBe('plainDay');
    expect(replayed([], every(30)).of).toBe('plainDay');
  });

  it('days with less than an hour are not enough', () => {
    const short = onThreeDays((date) => [span(`${date}T09:00`, `${date}T09:59`)]);
    expect(replayed(short, every(30)).of).toBe('plainDay');
  });
});

interface Sat {
  awayMinutes: number;
  minutes: number;
}

/** The log of three days on which each reminder was answered after some seconds with its break. */
function lived(sat: readonly Sat[], settings: Settings, answerSeconds: number) {
  const startMs = at('2026-03-02T09:00');
  const frame: Told[] = [];
  let seconds = 0;
  for (let day = 0; day < 3; day++) {
    seconds = day * 86_400;
    for (const { awayMinutes, minutes } of sat) {
      seconds += awayMinutes * 60;
      frame.push({ at: seconds, type: 'active' });
      seconds += minutes * 60;
      frame.push({ at: seconds, type: 'locked' });
    }
  }
  // Only the next morning tells what the last absence was.
  frame.push({ at: 3 * 86_400, type: 'active' });
  const end = 3 * 86_400 + 60;
  const answers: Told[] = [];
  let answeredAt = -1;
  for (;;) {
    let outbox = OUTBOX.atFirst;
    const events = [...frame, ...answers].sort((a, b) => a.at - b.at);
    const lines = play(
      { id: '', settings, start: '', timeZone: 'UTC', events, end, observe: [] },
      startMs,
      (atMs) => localBy(atMs, 0),
      (step) => {
        outbox = afterStep(outbox, step);
      },
    );
    const prompts = lines.filter(({ type }) => type === 'prompt');
    const next = prompts.find((line) => line.at > answeredAt);
    if (next === undefined)
      return {
        entries: outbox.entries as Entry[],
        promptsAtMs: prompts.map((line) => startMs + line.at * SECOND_MS),
      };
    answeredAt = next.at + answerSeconds;
    answers.push({ at: answeredAt, type: 'user', action: 'start-break' });
  }
}

describe('a week that was lived and is replayed with its own settings', () => {
  const sat: Sat[] = [
    { awayMinutes: 0, minutes: 95 },
    { awayMinutes: 3, minutes: 50 },
    { awayMinutes: 30, minutes: 130 },
  ];

  it.each([
    [0, 10],
    [2, 10],
    [2, 25],
    [5, 5],
  ])(
    'has the reminders that it had, within patience: %s min, yes after %s s',
    (patienceMinutes, answerSeconds) => {
      const settings = withSettings({
        rhythms: { short: { intervalMinutes: 40 }, long: { intervalMinutes: 80 } },
        patienceMinutes,
      });
      const { entries, promptsAtMs } = lived(sat, settings, answerSeconds);
      const { of, reminders } = replayed(entries, settings);
      expect(of).toBe('week');
      expect(reminders).toHaveLength(promptsAtMs.length);
      expect(promptsAtMs.length).toBeGreaterThan(12);
      const within = Math.max(patienceMinutes * MINUTE_MS, 30 * SECOND_MS);
      for (const [nth, { atMs }] of reminders.entries())
        expect(Math.abs(atMs - (promptsAtMs[nth] ?? 0))).toBeLessThanOrEqual(within);
    },
  );
});
