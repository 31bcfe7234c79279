import * as v from 'valibot';
import type { PageRecord } from '../records/pageRecord.ts';
import { fields, instant, list, matching, type OneOf, oneOf, wholeNumber } from '../schema.ts';
import { ARTICLE_IDS, EXPLAIN_KINDS, type ExplainKind } from './articles.ts';

const keysOf = <Prefix extends string>(prefix: Prefix) =>
  EXPLAIN_KINDS.map((kind) => `${prefix}_${kind}` as `${Prefix}_${ExplainKind}`);

/** Reasons without numbers. */
const PLAIN_REASONS = [
  ...keysOf('because_after'),
  ...keysOf('because_next'),
  'because_firstPrompt',
  'because_new',
  'because_severalDays',
  'because_someDays',
  'because_massage',
  'because_another',
] as const;
const NO_FIGURES = Object.fromEntries(PLAIN_REASONS.map((key) => [key, {}])) as Record<
  (typeof PLAIN_REASONS)[number],
  Record<never, never>
>;
const figure = wholeNumber(0, 100_000);
const rating = wholeNumber(0, 10);

/** Why an explanation is shown, by message key, with the numbers that the page puts into words. */
const REASONS = {
  because_away: { minutes: figure },
  because_screen: { minutes: figure },
  // A plural: its messages end in `_one` and `_other`.
  because_unfit: { count: figure },
  because_later: { count: figure },
  because_tense: { rating },
  because_eased: { before: rating, after: rating },
  ...NO_FIGURES,
};
export type Because = OneOf<'key', typeof REASONS>;

/** Older choices have the time of day as their reason, which is none. */
const TIMES_OF_DAY = ['morning', 'midday', 'afternoon', 'evening', 'late'] as const;
const FormerReason = v.pipe(
  v.strictObject({ key: v.picklist(TIMES_OF_DAY.map((part) => `because_${part}` as const)) }),
  v.transform(() => null),
);

/** The rules that choose an explanation, in the order they are tried. `rules.ts` has them. */
export const RULE_IDS = [
  'tensionEased',
  'stillTense',
  'afterBreak',
  'backFromRest',
  'skippedLately',
  'postponed',
  'newHere',
  'tense',
  'evening',
  'nextBreak',
  'longAtScreen',
  'atScreen',
  'severalDays',
  'massageSoon',
  'timeOfDay',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

const EntrySchema = v.strictObject({
  id: v.picklist(ARTICLE_IDS),
  /** The last local day it was chosen, YYYY-MM-DD. */
  date: matching(/^\d{4}-\d\d-\d\d$/),
});
export type Entry = v.InferOutput<typeof EntrySchema>;

const CurrentSchema = v.strictObject({
  id: v.picklist(ARTICLE_IDS),
  rule: v.picklist(RULE_IDS),
  kind: v.nullable(v.picklist(EXPLAIN_KINDS)),
  chosenAtMs: instant,
  /** null: nothing that the person would call a reason. */
  because: v.nullable(v.union([FormerReason, oneOf('key', REASONS)])),
});
export type Current = v.InferOutput<typeof CurrentSchema>;

/** The explanations that were shown, each at most once, the latest last; and the current one. */
const ShownSchema = fields({
  entries: v.exactOptional(
    v.pipe(
      list(EntrySchema, ARTICLE_IDS.length),
      v.check((entries) => new Set(entries.map(({ id }) => id)).size === entries.length),
    ),
    [],
  ),
  current: v.exactOptional(v.nullable(CurrentSchema), null),
});
export type Shown = v.InferOutput<typeof ShownSchema>;
export const NOTHING_SHOWN: Shown = v.parse(ShownSchema, {});

export const SHOWN: PageRecord<Shown> = { atFirst: NOTHING_SHOWN, schema: ShownSchema };
