import * as v from 'valibot';
import { own } from '../own.ts';
import type { PageRecord } from '../records/pageRecord.ts';
import type { Settings, SettingsPatch } from '../records/settings.ts';
import type { Stored } from '../records/stored.ts';
import type { Tally } from '../records/tally.ts';
import { boolean, fields, instantOrNull, wholeNumber } from '../schema.ts';
import { remindEvery, shortestRhythm } from './remindEvery.ts';
import { PERHAPS_UNSEEN } from './surfaces.ts';
import { FAULTS, type Machine } from './ways.ts';

/** This many skips or closed prompts in a row suggest that reminders come too often. */
const SKIPS = 3;
/** This many asks a day are many for anyone. */
export const ASKS_A_DAY = 16;
const LONGER_MINUTES = 15;
/** This often another program held a reminder back for long. */
const HELD_ELSEWHERE = 3;
const LONGEST_MINUTES = 120;

/** A longer interval for the shortest rhythm; null if it is already the longest offered. */
export function askingLess(settings: Settings): { minutes: number; patch: SettingsPatch } | null {
  const rhythm = own(settings.rhythms, shortestRhythm(settings));
  if (rhythm === undefined || rhythm.intervalMinutes >= LONGEST_MINUTES) return null;
  const minutes = Math.min(rhythm.intervalMinutes + LONGER_MINUTES, LONGEST_MINUTES);
  return { minutes, patch: remindEvery(settings, minutes) };
}

/** `askLessKey` and `tally.unansweredStreaks` when the two questions were last answered. */
const AnsweredSchema = fields({
  askedLess: v.exactOptional(v.nullable(wholeNumber(0, 1e9)), null),
  sawThem: v.exactOptional(v.nullable(wholeNumber(0, 1e9)), null),
  /** The fault of the small window that the popup has told. */
  windowFault: v.exactOptional(v.nullable(v.picklist(FAULTS)), null),
  /** The loss of data that the popup has told. */
  toldLossMs: v.exactOptional(instantOrNull, null),
  /** Notifications were offered, because they are also seen over other programs. */
  offeredElsewhere: v.exactOptional(boolean, false),
});
export type Answered = v.InferOutput<typeof AnsweredSchema>;

export const ANSWERED: PageRecord<Answered> = {
  atFirst: v.parse(AnsweredSchema, {}),
  schema: AnsweredSchema,
};

/** The popup's question about the reminders; null if there is none. */
export type Doubt = 'tooOften' | 'unseen' | 'elsewhere' | null;

export function doubtAbout(
  { settings, state, tally }: Pick<Stored, 'settings' | 'state' | 'tally'>,
  answered: Answered,
): Doubt {
  // Not during an ask or a break.
  if (state.ask !== null || state.break !== null) return null;
  const dismissed = state.lastAction?.type === 'dismiss';
  const inARow = Math.max(tally.skippedInARow, dismissed ? state.unanswered : 0);
  if (inARow >= SKIPS || tally.asksThatDay >= ASKS_A_DAY)
    return answered.askedLess === askLessKey(tally) ? null : 'tooOften';
  const { promptStyle } = settings;
  if (promptStyle === 'icon') return null;
  const unseen = state.unanswered >= PERHAPS_UNSEEN && !dismissed;
  if (unseen && answered.sawThem !== tally.unansweredStreaks) return 'unseen';
  const waits = promptStyle !== 'notification' && tally.heldElsewhere >= HELD_ELSEWHERE;
  return waits && !answered.offeredElsewhere ? 'elsewhere' : null;
}

/** Why the small window, if it is chosen, does not remind here; null if that was told before. */
export const faultToTell = (
  { promptStyle }: Pick<Settings, 'promptStyle'>,
  { smallWindow, fault }: Machine,
  answered: Answered,
): Machine['fault'] =>
  promptStyle === 'smallWindow' && smallWindow === 'fails' && fault !== answered.windowFault
    ? fault
    : null;

/** Changes with each day that has too many asks, else with each break. The question can then return. */
export const askLessKey = ({ askDay, asksThatDay, breaksEver }: Tally): number =>
  asksThatDay >= ASKS_A_DAY ? askDay : breaksEver;
