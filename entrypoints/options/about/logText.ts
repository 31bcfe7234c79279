import { entriesOf, overdueSinceMs, setBackMs } from '../../../core/engine/log.ts';
import type { Log, LogEntry, LoggedOutcome } from '../../../core/engine/logSchema.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { SECOND_MS, wallTime, zoneOf } from '../../../core/time.ts';

/** The log for a report, in the code's words: one line per entry, in order of arrival. It names no site. */
export const logText = (log: Log): string[] => entriesOf(log).map(entryText);

function entryText(entry: LogEntry): string {
  const { atMs, offsetMinutes, outcomes, reason } = entry;
  const setBack = setBackMs(entry);
  const overdueMs = overdueSinceMs(entry);
  const parts = [
    `${wallTime(atMs, offsetMinutes)}${zoneOf(offsetMinutes)} ${eventText(entry)}`,
    seenText(entry),
    `-> ${outcomes.map(outcomeText).join(', ') || 'nothing'}`,
    reason !== null && `silent: ${reason}`,
    setBack > 0 && `clock set back by ${inSeconds(setBack)}`,
    overdueMs !== null && `alarm late by ${inSeconds(atMs - overdueMs)}`,
  ];
  return parts.filter((part) => part !== false).join(' | ');
}

const inSeconds = (ms: number): string => `${Math.round(ms / SECOND_MS)} s`;

function eventText({ event, offsetMinutes }: LogEntry): string {
  switch (event.type) {
    case 'alarmRang':
      return `alarmRang due ${wallTime(event.dueAtMs, offsetMinutes)}`;
    case 'changeSettings':
      return `changeSettings ${knownKeys(event.patch)}`.trim();
    case 'replaceSettings':
      return `replaceSettings ${knownKeys(event.settings)}`.trim();
    default:
      return fieldsText(event);
  }
}

/** Values may name sites, and so may unknown keys. */
const knownKeys = (settings: unknown): string =>
  Object.keys(Object(settings))
    .filter((key) => Object.hasOwn(DEFAULT_SETTINGS, key))
    .join(' ');

const SIGNS = ['sound', 'fullScreen', 'call', 'site'] as const;

const seenText = ({ seen }: LogEntry): string =>
  [
    `${seen.idle}${seen.quietSeconds > 0 ? ` for ${seen.quietSeconds} s` : ''}`,
    ...SIGNS.filter((sign) => seen[sign]),
  ].join(' ');

function outcomeText({ field, ...outcome }: LoggedOutcome): string {
  if (outcome.type === 'phase') return `phase=${outcome.phase}`;
  if (field === undefined) return fieldsText(outcome);
  return `refused ${knownKeys({ [field.split('.')[0] ?? '']: true })}`.trim();
}

/** `snooze minutes=5` */
const fieldsText = ({ type, ...fields }: { type: string }): string =>
  [
    type,
    ...Object.entries(fields).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : `${name}=${value}`,
    ),
  ].join(' ');
