import type { OfferedKind } from '../kinds.ts';
import { own } from '../own.ts';
import type { Rhythm, Settings } from '../records/settings.ts';
import type { Stored } from '../records/stored.ts';
import { type Local, MINUTE_MS } from '../time.ts';
import { isBreakPage, questionAtMs } from './ask.ts';
import { Draft } from './draft.ts';
import { hushIn } from './hush.ts';
import { atInstant } from './letTimePass.ts';
import { skipAtMs } from './maySkip.ts';
import { LASTING } from './moments.ts';
import { watchesClosely } from './presence.ts';
import { type View, view } from './view.ts';
import { BADGE_MINUTES, wakeAtMs } from './wake.ts';

/** The fill levels that the toolbar icon has. */
const TIDE_LEVELS = 8;

export type Icon = `tide-${number}` | 'due' | 'held' | 'paused';

export interface Prompt {
  key: number;
  /** `page`: the break page, with a warning first. */
  style: Settings['promptStyle'] | 'page';
  minutes: number;
  kind: OfferedKind;
  seconds: number;
  snoozeMinutes: number;
  /** A notice: the question follows after this time. 0 if this is the question. */
  noticeSeconds: number;
  /** When Skip is offered; null if not for this question. */
  skipAtMs: number | null;
  /** Where the break page opens. */
  in: Settings['breakIn'];
  /** How a card looks. A script in a page can't read the settings. */
  scheme: Settings['scheme'];
  motion: Settings['motion'];
}

/** Asks whether an open pause should go on. Offers no break. */
export interface Reminder {
  key: number;
  style: 'tab';
}

/** After this many skips in a row, the words get softer. */
const SOFT_AFTER_SKIPS = 2;

/** This many unanswered asks in a row may not have been seen. */
export const PERHAPS_UNSEEN = 2;

/** How it asks now. If the last asks may not have been seen, the next is a tab, unless only the icon is chosen. */
export function styleNow(stored: Pick<Stored, 'settings' | 'state'>): Prompt['style'] {
  const { ask, unanswered } = stored.state;
  const chosen = stored.settings.promptStyle;
  if (ask !== null && isBreakPage(stored, ask.times)) return 'page';
  return unanswered < PERHAPS_UNSEEN || chosen === 'icon' ? chosen : 'tab';
}

/** The question for a rhythm, after `minutes` at the screen, in the chosen style. */
export const promptFor = (
  { promptStyle, snoozeMinutes, puttingOff, breakIn, scheme, motion }: Settings,
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
  skipAtMs: puttingOff === 'easy' ? 0 : null,
  in: breakIn,
  scheme,
  motion,
});

/** How everything should look now. Each painter gets all of it, and may get it twice. */
export interface Surfaces {
  alarmAtMs: number | null;
  /** The idle detection interval. */
  detectionSeconds: number;
  /** The visible question. A new one has a new `key`. */
  prompt: Prompt | Reminder | null;
  /** Announces the question once each time it is shown; null: in silence. */
  sound: { key: number; loudnessPercent: number } | null;
  breakPage: { key: number; in: Settings['breakIn'] } | null;
  icon: Icon;
  /** Minutes left, as the icon shows them; else null. */
  badgeMinutes: number | null;
  tooltip: View;
  /** Whether a change of task matters: something waits for a good moment, or a break runs. */
  awaitsMoment: boolean;
}

/** 60 s or less; 15 s while something is due or the person is expected back. */
export function detectionSeconds({ settings, state }: Stored, due: boolean): number {
  return watchesClosely(state, due) ? 15 : Math.min(60, settings.detectionSeconds);
}

/** Only the alarm, for callers that paint nothing. */
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
    sound: soundOf(stored),
    breakPage: running && { key: running.startedAtMs, in: settings.breakIn },
    icon: iconOf(now),
    badgeMinutes: badgeOf(now, settings),
    tooltip: now,
    // A pause can last for weeks.
    awaitsMoment:
      now.due ||
      running !== null ||
      (settings.lookBack && stored.tally.lookBackDue && stored.pause === null),
  };
}

/** The question at an instant, if only time has passed since the last look. */
export const promptAt = (stored: Stored, atMs: number, local: Local): Surfaces['prompt'] =>
  promptOf(atInstant(stored, atMs, local), view(stored, atMs, local));

function promptOf(stored: Stored, { atMs, screenTimeMs }: View): Surfaces['prompt'] {
  const { settings, state, pause } = stored;
  const { ask } = state;
  if (pause?.is === 'asked' && atMs < pause.untilMs && settings.promptStyle !== 'icon')
    return { key: pause.untilMs, style: 'tab' };
  const rhythm = own(settings.rhythms, ask?.rhythm);
  // A lock hides it, and for its first minute does no more.
  const hidden = state.presence.is === 'away';
  if (ask?.showing !== true || hidden || rhythm === undefined) return null;
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
    skipAtMs: skipAtMs(stored),
  };
}

/** Its key stays the same when a notice turns into its question, or a lock hides it for a moment. */
function soundOf(stored: Stored): Surfaces['sound'] {
  const { askSound, askLoudness } = stored.settings;
  const { ask } = stored.state;
  if (!askSound || ask?.showing !== true || hushIn(stored) !== null) return null;
  return { key: ask.shownAtMs, loudnessPercent: askLoudness };
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
  const { iconMinutes } = settings;
  if (iconMinutes === 'never' || now.nextBreakInMs === null || now.due) return null;
  const minutes = Math.ceil(now.nextBreakInMs / MINUTE_MS);
  if (minutes <= BADGE_MINUTES) return minutes;
  return iconMinutes === 'always' ? roughly(minutes) : null;
}

/**
 * No alarm rings for these, so they may be a checkpoint late: they are rounded up to five, and above an hour
 * down to a whole hour and a minute.
 */
const roughly = (minutes: number): number =>
  minutes <= 60 ? Math.ceil(minutes / 5) * 5 : Math.floor(minutes / 60) * 60 + 1;
