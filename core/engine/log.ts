import * as v from 'valibot';
import { breakKind } from '../kinds.ts';
import { QUOTED } from '../records/envelope.ts';
import type { Outcome } from '../records/outcome.ts';
import { REASONS, type Reason } from '../records/reasons.ts';
import { rhythmId } from '../records/settings.ts';
import { PHASES, WorldSchema } from '../records/state.ts';
import { RECORD_KEYS, type Stored, StoredSchema } from '../records/stored.ts';
import { instant, list, oneOf, text, wholeNumber } from '../schema.ts';
import { dayAndMinute, MINUTE_MS, SECOND_MS } from '../time.ts';
import { COMMANDS, type Event, isCommand, type Seen, SIGNALS } from './event.ts';
import { clockSetBackMs } from './followClock.ts';
import { alarmAtMs, detectionSeconds } from './surfaces.ts';

/** One step of the core, and everything it was based on. */
export interface Decision {
  before: Stored;
  event: Event;
  seen: Seen;
  outcomes: Outcome[];
  /** Why nothing is asked after this step; null without a reason. */
  reason: Reason | null;
}

const OUTCOMES = [
  'prompt',
  'prompt-withdrawn',
  'break-started',
  'break-finished',
  'break-left',
  'natural-rest',
  'look-back',
  'refused',
  'phase',
] as const satisfies Outcome['type'][];

const OutcomeSchema = v.strictObject({
  type: v.picklist(OUTCOMES),
  rhythm: v.exactOptional(v.nullable(rhythmId)),
  kind: v.exactOptional(breakKind),
  seconds: v.exactOptional(v.number()),
  phase: v.exactOptional(v.picklist(PHASES)),
  field: v.exactOptional(text(QUOTED)),
});
export type LoggedOutcome = v.InferOutput<typeof OutcomeSchema>;

const EntrySchema = v.strictObject({
  atMs: instant,
  /** How far local time was ahead of UTC. */
  offsetMinutes: wholeNumber(-1440, 1440),
  lastLookAtMs: instant,
  /** When the alarm set by the last look was due; null without one. */
  alarmAtMs: v.nullable(instant),
  /** After how long without input the browser reported idle. */
  detectionSeconds: wholeNumber(15, 300),
  event: oneOf('type', { ...COMMANDS, ...SIGNALS }),
  seen: v.strictObject({
    idle: v.picklist(['active', 'idle', 'locked']),
    quietSeconds: wholeNumber(0, 1e9),
    ...WorldSchema.entries,
  }),
  outcomes: list(OutcomeSchema, 1000),
  /** Why nothing is asked after it. */
  reason: v.nullable(v.picklist(REASONS)),
});
export type LogEntry = v.InferOutput<typeof EntrySchema>;

/** A log has at most two parts. When the newer one is full, the older one is dropped. */
const ENTRIES_PER_PART = 100;

/** Exhale's decisions, in order of arrival. Each part begins with what was stored before, so it can be replayed. */
export const LogSchema = list(
  v.strictObject({ before: StoredSchema, entries: list(EntrySchema, ENTRIES_PER_PART) }),
  2,
);
export type Log = v.InferOutput<typeof LogSchema>;

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
