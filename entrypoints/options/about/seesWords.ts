import { isCommand } from '../../../core/engine/event.ts';
import { entriesOf, overdueSinceMs, setBackMs } from '../../../core/engine/log.ts';
import type { LogEntry, LoggedOutcome } from '../../../core/engine/logSchema.ts';
import { localBy, MINUTE_MS } from '../../../core/time.ts';
import { localAt } from '../../../shell/clock.ts';
import type { Sees } from '../../../shell/diagnostics.ts';
import { duration } from '../../../shell/words/durations.ts';
import { language, type MessageKey, number, t } from '../../../shell/words/t.ts';
import { logText } from './logText.ts';

type Outcome = LoggedOutcome['type'];

/** The message for each outcome. A new phase has none. */
const WHAT: Record<Exclude<Outcome, 'phase'>, Extract<MessageKey, `sees_what_${string}`>> = {
  prompt: 'sees_what_prompt',
  'prompt-withdrawn': 'sees_what_promptWithdrawn',
  'break-started': 'sees_what_breakStarted',
  'break-finished': 'sees_what_breakFinished',
  'break-left': 'sees_what_breakLeft',
  'natural-rest': 'sees_what_naturalRest',
  'look-back': 'sees_what_lookBack',
  refused: 'sees_what_refused',
};

/** Input within this is “just now”. */
const JUST_NOW_SECONDS = 15;

const TO_THE_SECOND = { hour: 'numeric', minute: '2-digit', second: '2-digit' } as const;
const withSeconds = (atMs: number): string =>
  new Intl.DateTimeFormat(language(), TO_THE_SECOND).format(atMs);

export interface SeesLine {
  label: string;
  value: string;
}

/** What Exhale sees at this moment, line by line. */
export function seesLines(sees: Sees): SeesLine[] {
  const { alarmAtMs } = sees;
  return [
    { label: t('sees_idle'), value: t(`sees_idle_${sees.idle}`) },
    ...(sees.idle === 'unknown' ? [] : [{ label: t('sees_input'), value: lastInput(sees) }]),
    {
      label: t('sees_alarm'),
      value: alarmAtMs === null ? t('sees_alarm_none') : t('sees_alarm_at', withSeconds(alarmAtMs)),
    },
    { label: t('sees_faults'), value: number(sees.faults) },
  ];
}

const lastInput = ({ quietSeconds, lastInputAtMs }: Sees): string =>
  quietSeconds < JUST_NOW_SECONDS
    ? t('sees_input_now')
    : t('sees_input_ago', ago(quietSeconds), withSeconds(lastInputAtMs));

const ago = (seconds: number): string =>
  seconds < 60 ? t('duration_seconds', number(seconds)) : duration(seconds * 1000);

export interface DecisionLine {
  /** As the clock showed it then, with the date unless it was today. */
  time: string;
  decided: string;
  cause: string;
  /** What had happened to the clock; usually null. */
  clock: string | null;
}

/** The last decisions, the newest first. */
export const decisionLines = ({ log, atMs }: Sees): DecisionLine[] =>
  entriesOf(log)
    .map((entry) => ({
      time: timeOf(entry, localAt(atMs).date),
      decided: decided(entry),
      cause: t(`sees_cause_${entry.event.type}`),
      clock: clockWords(entry),
    }))
    .reverse();

function timeOf({ atMs, offsetMinutes }: LogEntry, today: string): string {
  const isToday = localBy(atMs, offsetMinutes).date === today;
  // Moved by the offset, so that UTC shows what the clock showed.
  return new Intl.DateTimeFormat(language(), {
    ...(!isToday && { day: 'numeric', month: 'short' }),
    ...TO_THE_SECOND,
    timeZone: 'UTC',
  }).format(atMs + offsetMinutes * MINUTE_MS);
}

function decided({ event, outcomes, reason }: LogEntry): string {
  const what = outcomes.flatMap(({ type }) => (type === 'phase' ? [] : t(WHAT[type])));
  if (reason !== null) what.push(t('sees_because', t('sees_what_silent'), t(`sees_why_${reason}`)));
  if (what.length > 0) return [...new Set(what)].join(', ');
  return t(isCommand(event) ? 'sees_what_done' : 'sees_what_looked');
}

function clockWords(entry: LogEntry): string | null {
  const backMs = setBackMs(entry);
  if (backMs > 0) return t('sees_clock_back', ago(Math.round(backMs / 1000)));
  const overdueMs = overdueSinceMs(entry);
  return overdueMs === null
    ? null
    : t('sees_clock_late', ago(Math.round((entry.atMs - overdueMs) / 1000)));
}

/** All of it as plain text, for a report. */
export function seesText(sees: Sees, version: string, userAgent: string): string {
  return [
    `${t('settings_about_version', version)} · ${userAgent}`,
    ...seesLines(sees).map(({ label, value }) => `${label}: ${value}`),
    '',
    ...logText(sees.log),
    '',
  ].join('\n');
}
