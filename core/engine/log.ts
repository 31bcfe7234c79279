import { isObject } from '../own.ts';
import type { Outcome } from '../records/outcome.ts';
import type { Reason } from '../records/reasons.ts';
import { RECORD_KEYS, type Stored } from '../records/stored.ts';
import { dayAndMinute, MINUTE_MS, SECOND_MS } from '../time.ts';
import { type Event, isCommand, type Seen } from './event.ts';
import { clockSetBackMs } from './followClock.ts';
import type { Log, LogEntry, LoggedOutcome } from './logSchema.ts';
import { alarmAtMs, detectionSeconds } from './surfaces.ts';

/** A log has at most two parts. When the newer one is full, the older one is dropped. */
export const ENTRIES_PER_PART = 100;

/** One step of the core, and everything it was based on. */
export interface Decision {
  before: Stored;
  event: Event;
  seen: Seen;
  outcomes: Outcome[];
  /** Why nothing is asked after this step; null without a reason. */
  reason: Reason | null;
}

/** Whether the background can add to it. Pages check the whole of it before they read it. */
export const isLog = (value: unknown): value is Log =>
  Array.isArray(value) && value.every((part) => isLogged(Object(part).entries?.at?.(-1)));

const isLogged = (entry: unknown): boolean => isObject(entry) && isObject(entry.seen);

export const entriesOf = (log: Log): LogEntry[] => log.flatMap(({ entries }) => entries);

/** How far the clock was set back since the last look. Under a second, an alarm only rang a little early. */
export function setBackMs({ lastLookAtMs, event, atMs }: LogEntry): number {
  const byMs = clockSetBackMs(lastLookAtMs, event, atMs);
  return byMs < SECOND_MS ? 0 : byMs;
}

/** An alarm less late than this is on time. */
const ALARM_ERROR_MS = 5 * SECOND_MS;

/** When a late alarm was due, because the machine slept or the clock was set forward. Usually null. */
export function overdueSinceMs({ event, alarmAtMs, atMs }: LogEntry): number | null {
  const dueAtMs = event.type === 'alarmRang' ? event.dueAtMs : alarmAtMs;
  return dueAtMs !== null && atMs - dueAtMs >= ALARM_ERROR_MS ? dueAtMs : null;
}

/** The log with the decision added, or the same log if it is no news. */
export function withDecision(log: Log, decision: Decision, most = ENTRIES_PER_PART): Log {
  const entry = entryOf(decision);
  const part = log.at(-1);
  if (part === undefined) return [partFrom(decision, entry)];
  if (!isNews(entry, part.entries.at(-1))) return log;
  if (part.entries.length >= most) return [part, partFrom(decision, entry)];
  return [...log.slice(0, -1), { ...part, entries: [...part.entries, entry] }];
}

const partFrom = ({ before }: Decision, entry: LogEntry): Log[number] => ({
  before: Object.fromEntries(RECORD_KEYS.map((key) => [key, before[key]])) as unknown as Stored,
  entries: [entry],
});

function entryOf({ before, event, seen, outcomes, reason }: Decision): LogEntry {
  const { atMs, local, ...looks } = seen;
  const { seenAtMs } = before.state;
  const offsetMinutes = local.day * 1440 + local.minuteOfDay - Math.floor(atMs / MINUTE_MS);
  return {
    atMs,
    offsetMinutes,
    lastLookAtMs: seenAtMs,
    alarmAtMs: alarmAtMs(before, seenAtMs, { ...local, ...dayAndMinute(seenAtMs, offsetMinutes) }),
    detectionSeconds: detectionSeconds(before, before.state.dueSinceMs !== null),
    event,
    seen: looks,
    outcomes: outcomes.map(inShort),
    reason,
  };
}

function inShort(outcome: Outcome): LoggedOutcome {
  switch (outcome.type) {
    case 'prompt':
      return { type: outcome.type, rhythm: outcome.rhythm };
    case 'prompt-withdrawn':
    case 'look-back':
      return { type: outcome.type };
    case 'break-started':
    case 'break-finished':
    case 'break-left': {
      const { type, rhythm, kind, seconds } = outcome;
      return { type, rhythm, kind, seconds };
    }
    case 'natural-rest':
      return { type: outcome.type, seconds: outcome.seconds };
    case 'refused':
      return { type: outcome.type, field: outcome.refusal.field };
    case 'phase':
      return { type: outcome.type, phase: outcome.phase };
  }
}

/** A switch or a load may be a good moment by itself. */
const MOVES: readonly Event['type'][] = ['tabSwitched', 'windowSwitched', 'pageLoaded'];
const SIGNS = ['idle', 'sound', 'fullScreen', 'call', 'callHeard', 'site', 'elsewhere'] as const;

/** Most looks change nothing. A replay makes those by itself. */
function isNews(entry: LogEntry, last: LogEntry | undefined): boolean {
  const { event, seen, outcomes, reason, offsetMinutes } = entry;
  return (
    last === undefined ||
    outcomes.length > 0 ||
    isCommand(event) ||
    event.type === 'started' ||
    MOVES.includes(event.type) ||
    SIGNS.some((sign) => seen[sign] !== last.seen[sign]) ||
    reason !== last.reason ||
    offsetMinutes !== last.offsetMinutes ||
    setBackMs(entry) > 0 ||
    overdueSinceMs(entry) !== null
  );
}
