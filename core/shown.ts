import * as v from 'valibot';
import { ARTICLE_IDS, EXPLAIN_KINDS, type ExplainKind } from './articles.ts';

const whole = (max: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(max));
const keysOf = <Prefix extends string>(prefix: Prefix) =>
  EXPLAIN_KINDS.map((kind) => `${prefix}_${kind}` as `${Prefix}_${ExplainKind}`);

/** Why an explanation is shown: the key of the line and the figures for its gaps, which the page words. */
const BecauseSchema = v.union([
  v.strictObject({
    key: v.picklist(['because_away', 'because_screen']),
    minutes: whole(100_000),
  }),
  // The key of a plural: its forms end in `_one` and `_other`.
  v.strictObject({ key: v.picklist(['because_unfit', 'because_later']), count: whole(100_000) }),
  v.strictObject({ key: v.literal('because_tense'), rating: whole(10) }),
  v.strictObject({ key: v.literal('because_eased'), before: whole(10), after: whole(10) }),
  v.strictObject({
    key: v.picklist([
      ...keysOf('because_after'),
      ...keysOf('because_next'),
      'because_firstPrompt',
      'because_new',
      'because_severalDays',
      'because_someDays',
      'because_massage',
      'because_morning',
      'because_midday',
      'because_afternoon',
      'because_evening',
      'because_late',
      'because_another',
    ]),
  }),
]);
export type Because = v.InferOutput<typeof BecauseSchema>;

/** The rules of `rules.ts`, counted from 1; `rule_<number>` has the words. */
const RULE_NUMBERS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] as const;
export type RuleNumber = (typeof RULE_NUMBERS)[number];

const EntrySchema = v.strictObject({
  id: v.picklist(ARTICLE_IDS),
  /** The last local day on which it was chosen, YYYY-MM-DD. */
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/)),
});
export type Entry = v.InferOutput<typeof EntrySchema>;

const CurrentSchema = v.strictObject({
  id: v.picklist(ARTICLE_IDS),
  rule: v.picklist(RULE_NUMBERS),
  kind: v.nullable(v.picklist(EXPLAIN_KINDS)),
  chosenAtMs: v.pipe(v.number(), v.finite()),
  because: BecauseSchema,
});
export type Current = v.InferOutput<typeof CurrentSchema>;

/** Which explanations were shown: each article at most once, the latest last, and the one that stands now. */
export const ShownSchema = v.strictObject({
  entries: v.pipe(
    v.array(EntrySchema),
    v.maxLength(ARTICLE_IDS.length),
    v.check((entries) => new Set(entries.map(({ id }) => id)).size === entries.length),
  ),
  current: v.nullable(CurrentSchema),
});
export type Shown = v.InferOutput<typeof ShownSchema>;
