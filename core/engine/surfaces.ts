import type { OfferedKind } from '../kinds.ts';
import type { Rhythm, Settings } from '../records/settings.ts';
import type { Stored } from '../records/stored.ts';
import { type Local, MINUTE_MS } from '../time.ts';
import { isBreakPage, questionAtMs } from './ask.ts';
import { Draft } from './draft.ts';
import { LASTING } from './moments.ts';
import { watchesClosely } from './presence.ts';
import { atInstant } from './step.ts';
import { type View, view } from './view.ts';
import { wakeAtMs } from './wake.ts';

/** The levels of the tide that the toolbar icon knows. */
const TIDE_LEVELS = 8;

export type Icon = `tide-${number}` | 'due' | 'held' | 'paused';

export interface Prompt {
  key: number;
  /** `page`: the page of the break itself, with a warning. */
  style: Settings['promptStyle'] | 'page';
  minutes: number;
  kind: OfferedKind;
  seconds: number;
  snoozeMinutes: number;
  /** A word in advance: the question comes after so long; 0 where this is the question. */
  noticeSeconds: number;
  /** Where the page of a break opens. */
  in: Settings['breakIn'];
}

/** Whether to go on after a pause without an end: no break is offered. */
export interface Reminder {
  key: number;
  style: 'tab';
}

/** After so many skips in a row the words grow softer, not louder. */
const SOFT_AFTER_SKIPS = 2;

/** So many asks in a row that nobody answered may never have been seen. */
export const PERHAPS_UNSEEN = 2;

/** How it asks now. When the last asks may not have been seen, the next is a tab, whose title says it; but where nothing is to open, nothing does. */
export function styleNow(stored: Pick<Stored, 'settings' | 'state'>): Prompt['style'] {
  const { ask, unanswered } = stored.state;
  const chosen = stored.settings.promptStyle;
  if (ask !== null && isBreakPage(stored, ask.times)) return 'page';
  return unanswered < PERHAPS_UNSEEN || chosen === 'icon' ? chosen : 'tab';
}

/** The question for a rhythm, after so many minutes at the screen, as it is chosen. */
export const promptFor = (
  { promptStyle, snoozeMinutes, breakIn }: Settings,
  { kind, breakSeconds }: Pick<Rhythm, 'kind' | 'breakSeconds'>,
  key: number,
  minutes: number,
): Prompt => ({
  key,
  style: promptStyle,
  minutes,
  kind,
  seconds: breakSeconds,
  snoozeMinutes,
  noticeSeconds: 0,
  in: breakIn,
});

/** What the world should look like now: each painter is told the whole truth, and may be told twice. */
export interface Surfaces {
  alarmAtMs: number | null;
  /** How closely to watch for stillness. */
  detectionSeconds: number;
  /** The question that shows; `key` is one for each showing. */
  prompt: Prompt | Reminder | null;
  breakPage: { key: number; in: Settings['breakIn'] } | null;
  icon: Icon;
  /** Whole minutes to go, in the last ten; null without. */
  badgeMinutes: number | null;
  tooltip: View;
}

/** How closely to watch: 60 s as a rule, 15 s while something is due or somebody is expected back. */
export function detectionSeconds({ settings, state }: Stored, due: boolean): number {
  return watchesClosely(state, due) ? 15 : Math.min(60, settings.detectionSeconds);
}

/** The alarm alone, for whoever needs nothing to be painted. */
export const alarmAtMs = (stored: Stored, atMs: number, local: Local): number | null =>
  wakeAtMs(new Draft(stored, { atMs, local }));

export function surfaces(stored: Stored, atMs: number, local: Local): Surfaces {
  const { settings, state } = stored;
  const now = view(stored, atMs, local);
  const running = state.break;
  return {
    alarmAtMs: alarmAtMs(stored, atMs, local),
    detectionSeconds: detectionSeconds(stored, now.due),
    prompt: promptOf(stored, now),
    breakPage: running && { key: running.startedAtMs, in: settings.breakIn },
    icon: iconOf(now),
    badgeMinutes: badgeOf(now, settings),
    tooltip: now,
  };
}

/** The question that a page shows at an instant, if nothing but time passed since the last look. */
export const promptAt = (stored: Stored, atMs: number, local: Local): Surfaces['prompt'] =>
  promptOf(atInstant(stored, atMs, local), view(stored, atMs, local));

function promptOf(stored: Stored, { atMs, screenTimeMs }: View): Surfaces['prompt'] {
  const { settings, state, pause } = stored;
  const { ask } = state;
  if (pause?.is === 'asked' && atMs < pause.untilMs && settings.promptStyle !== 'icon')
    return { key: pause.untilMs, style: 'tab' };
  const rhythm = settings.rhythms[ask?.rhythm ?? ''];
  if (ask?.showing !== true || rhythm === undefined) return null;
  const askedAtMs = questionAtMs(ask, settings);
  const soon = atMs < askedAtMs;
  return {
    ...promptFor(
      settings,
      rhythm,
      soon ? ask.shownAtMs : askedAtMs,
      Math.floor(screenTimeMs / MINUTE_MS),
    ),
    style: styleNow(stored),
    ...(stored.tally.skippedInARow >= SOFT_AFTER_SKIPS && { kind: 'soft' }),
    noticeSeconds: soon ? settings.noticeSeconds : 0,
  };
}

function iconOf(now: View): Icon {
  if (now.phase === 'paused' || now.next === null) return 'paused';
  if (now.phase === 'break') return 'tide-0';
  const held = now.silence?.reason;
  if (now.due) return held !== undefined && LASTING.includes(held) ? 'held' : 'due';
  return held === 'outsideHours' ? 'paused' : progress(now);
}

const progress = (now: View): Icon =>
  `tide-${Math.min(TIDE_LEVELS - 1, Math.floor(now.progress * TIDE_LEVELS))}`;

function badgeOf(now: View, settings: Settings): number | null {
  if (!settings.badge || now.nextBreakInMs === null || now.due) return null;
  const minutes = Math.ceil(now.nextBreakInMs / MINUTE_MS);
  return minutes <= 10 ? minutes : null;
}
