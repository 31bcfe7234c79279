import type { Sees } from '../../../shell/diagnostics.ts';
import type { Decision } from '../../../shell/storage/session.ts';
import { duration } from '../../../shell/words/durations.ts';
import { language, type MessageKey, number, t } from '../../../shell/words/t.ts';

/** A decision in words, by the name of its record. */
const WHAT: Record<string, Extract<MessageKey, `sees_what_${string}`>> = {
  prompt: 'sees_what_prompt',
  'prompt-withdrawn': 'sees_what_promptWithdrawn',
  'break-started': 'sees_what_breakStarted',
  'break-finished': 'sees_what_breakFinished',
  'break-left': 'sees_what_breakLeft',
  'natural-rest': 'sees_what_naturalRest',
  refused: 'sees_what_refused',
};

/** Input within this is not told apart. */
const JUST_NOW_SECONDS = 15;

const withSeconds = (atMs: number): string =>
  new Intl.DateTimeFormat(language(), {
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
  }).format(atMs);

export interface SeesLine {
  label: string;
  value: string;
}

/** What Exhale sees at this moment, line by line. */
export function seesLines(sees: Sees): SeesLine[] {
  const { quietSeconds, lastInputAtMs, alarmAtMs } = sees;
  return [
    { label: t('sees_idle'), value: t(`sees_idle_${sees.idle}`) },
    {
      label: t('sees_input'),
      value:
        quietSeconds < JUST_NOW_SECONDS
          ? t('sees_input_now')
          : t('sees_input_ago', ago(quietSeconds), withSeconds(lastInputAtMs)),
    },
    {
      label: t('sees_alarm'),
      value: alarmAtMs === null ? t('sees_alarm_none') : t('sees_alarm_at', withSeconds(alarmAtMs)),
    },
    { label: t('sees_faults'), value: number(sees.faults) },
  ];
}

const ago = (seconds: number): string =>
  seconds < 60 ? t('duration_seconds', String(seconds)) : duration(seconds * 1000);

/** The last decisions, the newest first. */
export const decisionLines = ({ decisions }: Sees): SeesLine[] =>
  [...decisions]
    .sort((a, b) => b.atMs - a.atMs)
    .map((decision) => ({ label: withSeconds(decision.atMs), value: decided(decision) }));

function decided({ what, why }: Decision): string {
  const known = what.flatMap((type) => WHAT[type] ?? []).map((key) => t(key));
  if (known.length > 0) return [...new Set(known)].join(', ');
  if (why === null) return t('sees_what_looked');
  return t('sees_because', t('sees_what_silent'), t(`sees_why_${why}`));
}

/** All of it as plain text, for a report. */
export function seesText(sees: Sees, version: string, userAgent: string): string {
  const lines = [
    ...seesLines(sees),
    { label: t('sees_decisions'), value: '' },
    ...decisionLines(sees),
  ];
  return [
    `${t('settings_about_version', version)} · ${userAgent}`,
    ...lines.map(({ label, value }) => `${label}: ${value}`.trim()),
    '',
  ].join('\n');
}
