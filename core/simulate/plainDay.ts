import { own } from '../own.ts';
import type { Settings } from '../records/settings.ts';
import { dayNumber, localBy, MINUTE_MS, minuteOf, WEEKDAYS } from '../time.ts';
import { play } from './play.ts';
import type { Told } from './scenario.ts';

/** A day with the given settings, in minutes after midnight. */
export interface PlainDay {
  fromMinute: number;
  toMinute: number;
  /** The time at the screen. */
  spans: { fromMinute: number; toMinute: number }[];
  /** When each break begins. */
  breaks: number[];
}

/** A Monday, so that a weekday is an offset in days. */
const MONDAY = '2026-03-02';
const OFFICE = { fromMinute: 9 * 60, toMinute: 17 * 60 };
const LUNCH = { fromMinute: 12 * 60 + 30, toMinute: 13 * 60 };
/** How long it takes to say yes. */
const ANSWER_SECONDS = 10;
const SETTLING_SECONDS = 3;
/** No more are played. */
const MOST_BREAKS = 99;

/**
 * A plain day at the screen, played with the same core that runs in the background. Every break is
 * taken, and any moment is good.
 */
export function plainDay(settings: Settings): PlainDay {
  const { day, fromMinute, toMinute, lunch, spans } = plainFrame(settings);
  const startMs = (day * 1440 + fromMinute) * MINUTE_MS;
  const at = (minute: number) => (minute - fromMinute) * 60;

  const frame: Told[] = [
    { at: 0, type: 'active' },
    ...(lunch
      ? [
          { at: at(lunch.fromMinute), type: 'locked' } as const,
          { at: at(lunch.toMinute), type: 'active' } as const,
        ]
      : []),
  ];
  const answers: Told[] = [];
  const breaks: number[] = [];
  let answeredAt = -1;
  const nextAsk = (end: number) =>
    play(
      {
        id: '',
        // No moment of a plain day is better than another, so patience is 0.
        settings: { ...settings, patienceMinutes: 0, presence: 'idle' },
        start: '',
        timeZone: 'UTC',
        events: [...frame, ...answers].sort((a, b) => a.at - b.at),
        end,
        observe: [],
      },
      startMs,
      // The day has no zone, so its clock shows UTC.
      (atMs) => localBy(atMs, 0),
    ).find((line) => line.type === 'prompt' && line.at > answeredAt);
  const evening = at(toMinute) - 1;
  while (breaks.length < MOST_BREAKS) {
    // The next ask is usually near, so a whole day need not be played.
    const near = answeredAt + nearSeconds(settings);
    const asked = (near < evening ? nextAsk(near) : undefined) ?? nextAsk(evening);
    if (asked === undefined) break;
    answeredAt = asked.at + ANSWER_SECONDS;
    const seconds = own(settings.rhythms, asked.rhythm as string)?.breakSeconds ?? 60;
    answers.push(
      { at: answeredAt, type: 'user', action: 'start-break' },
      { at: answeredAt, type: 'still', seconds: SETTLING_SECONDS + seconds },
    );
    breaks.push(fromMinute + asked.at / 60);
  }
  return { fromMinute, toMinute, spans, breaks };
}

/** The same day without its breaks. `day`: see dayNumber(). */
export function plainFrame(settings: Settings) {
  const { weekday, fromMinute, toMinute } = dayOf(settings);
  const lunch = LUNCH.fromMinute > fromMinute && LUNCH.toMinute < toMinute ? LUNCH : null;
  const spans = lunch
    ? [
        { fromMinute, toMinute: lunch.fromMinute },
        { fromMinute: lunch.toMinute, toMinute },
      ]
    : [{ fromMinute, toMinute }];
  return { day: dayNumber(MONDAY) + weekday, fromMinute, toMinute, lunch, spans };
}

/** Shortest interval, longest break, five minutes. */
function nearSeconds({ rhythms }: Settings): number {
  const on = Object.values(rhythms).filter((rhythm) => rhythm.on);
  const longestBreak = Math.max(0, ...on.map((rhythm) => rhythm.breakSeconds));
  return Math.min(...on.map((rhythm) => rhythm.intervalMinutes)) * 60 + longestBreak + 300;
}

/** Office hours on the first weekday with hours. If they don't overlap, that day's first span. */
function dayOf({ hours }: Settings) {
  const weekday = Math.max(0, hours === null ? 0 : WEEKDAYS.findIndex((day) => hours[day]?.length));
  const spans = hours?.[WEEKDAYS[weekday] ?? 'mon'] ?? [];
  const meets = ({ from, to }: { from: string; to: string }) =>
    minuteOf(from) < OFFICE.toMinute &&
    (minuteOf(to) > OFFICE.fromMinute || minuteOf(to) < minuteOf(from));
  const [first] = spans;
  if (first === undefined || spans.some(meets)) return { weekday, ...OFFICE };
  const fromMinute = minuteOf(first.from);
  const toMinute = minuteOf(first.to);
  return { weekday, fromMinute, toMinute: toMinute > fromMinute ? toMinute : toMinute + 1440 };
}
