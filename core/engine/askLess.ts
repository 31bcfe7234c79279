import * as v from 'valibot';
import type { PageRecord } from '../records/pageRecord.ts';
import type { Settings, SettingsPatch } from '../records/settings.ts';
import type { Stored } from '../records/stored.ts';
import type { Tally } from '../records/tally.ts';
import { fields, wholeNumber } from '../schema.ts';
import { OFFERED_INTERVAL_MINUTES, remindEvery, shortestRhythm } from './remindEvery.ts';
import { PERHAPS_UNSEEN } from './surfaces.ts';

/** So many skips in a row, or prompts that were closed, say that something does not fit. */
const SKIPS = 3;
/** So many asks in one day are many for anybody. */
export const ASKS_A_DAY = 16;
const LONGER_MINUTES = 15;

/** A longer interval for the shortest rhythm; null where it is as long as it is offered already. */
export function askingLess(settings: Settings): { minutes: number; patch: SettingsPatch } | null {
  const rhythm = settings.rhythms[shortestRhythm(settings) ?? ''];
  if (rhythm === undefined || rhythm.intervalMinutes >= OFFERED_INTERVAL_MINUTES.max) return null;
  const minutes = Math.min(rhythm.intervalMinutes + LONGER_MINUTES, OFFERED_INTERVAL_MINUTES.max);
  return { minutes, patch: remindEvery(settings, minutes) };
}

/** Which of the two questions were answered last, each by its key: `askLessKey`, `unansweredStreakKey`. */
const AnsweredSchema = fields({
  askedLess: v.exactOptional(v.nullable(wholeNumber(0, 1e9)), null),
  sawThem: v.exactOptional(v.nullable(wholeNumber(0, 1e9)), null),
});
export type Answered = v.InferOutput<typeof AnsweredSchema>;

export const ANSWERED: PageRecord<Answered> = {
  atFirst: v.parse(AnsweredSchema, {}),
  schema: AnsweredSchema,
};

/** What the popup asks about how Exhale asks; null when all is well. */
export type Doubt = 'tooOften' | 'unseen' | null;

export function doubtAbout(
  { settings, state, tally }: Pick<Stored, 'settings' | 'state' | 'tally'>,
  answered: Answered,
): Doubt {
  // Somebody is being asked just now, or in a break.
  if (state.ask !== null || state.break !== null) return null;
  const dismissed = state.lastAction?.type === 'dismiss';
  const inARow = Math.max(tally.skippedInARow, dismissed ? state.unanswered : 0);
  if (inARow >= SKIPS || tally.asksThatDay >= ASKS_A_DAY)
    return answered.askedLess === askLessKey(tally) ? null : 'tooOften';
  const unseen =
    state.unanswered >= PERHAPS_UNSEEN && !dismissed && settings.promptStyle !== 'icon';
  return unseen && answered.sawThem !== unansweredStreakKey({ state, tally }) ? 'unseen' : null;
}

/** The same until there is something new to ask less for: a day with many asks, or a row of refusals after another break. */
export const askLessKey = ({ askDay, asksThatDay, breaksEver }: Tally): number =>
  asksThatDay >= ASKS_A_DAY ? askDay : breaksEver;

/** The same for all asks of a row that nobody answers. */
export const unansweredStreakKey = ({ state, tally }: Pick<Stored, 'state' | 'tally'>): number =>
  Math.max(0, tally.promptsEver - state.unanswered);
