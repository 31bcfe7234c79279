import { MINUTE_MS } from '../time.ts';
import { ARTICLES, type ArticleId, type ExplainKind, type TryThis } from './articles.ts';
import { byAge, byTimeOfDay, type Facts, RULES } from './rules.ts';
import {
  type Because,
  type Current,
  type Entry,
  RULE_IDS,
  type RuleId,
  type Shown,
} from './shown.ts';

export interface Explanation {
  article: ArticleId;
  /** The rule that chose it. */
  rule: RuleId;
  /** null: nothing that the person would call a reason. */
  because: Because | null;
  /** The break that the article suggests, or the nearest one that exists. */
  tryThis: TryThis;
  /** The longest break to suggest beside it; null for any length. */
  atMostSeconds: number | null;
  /** To be stored. The same object as before if nothing new was chosen. */
  shown: Shown;
}

/** An article is skipped while it is among the last ones shown. */
const LATELY = 8;
/** A choice stands at least this long, so that the popup shows the same words when it is opened again. */
const CALM_MS = 20 * MINUTE_MS;
/** After these rules nothing longer is suggested than the last offer. */
const SOFT_RULES: readonly RuleId[] = ['skippedLately', 'evening'];

/** The explanation that fits this moment. A choice stands for 20 minutes unless something new happens. */
export function explain(
  facts: Facts,
  shown: Shown,
  available: readonly ExplainKind[],
): Explanation {
  const { entries, current } = shown;
  if (current && stands(facts, entries, current)) {
    // The reason still holds, so its numbers are kept up to date.
    const offer =
      current.because?.key === 'because_another'
        ? null
        : RULES[current.rule](facts, without(entries, current.id));
    return tell(facts, shown, available, current, offer ? offer.because : current.because);
  }
  const choice = choose(facts, entries);
  return tell(facts, remember(facts, entries, choice), available, choice, choice.because);
}

/**
 * The next article of the same rule, then of later rules. One shown today comes again only when all were
 * shown.
 */
export function another(
  facts: Facts,
  shown: Shown,
  available: readonly ExplainKind[],
): Explanation {
  const { entries, current } = shown;
  if (!current) return explain(facts, shown, available);
  const because: Because = { key: 'because_another' };
  const choice = { ...choose(facts, entries, current.rule), because };
  return tell(facts, remember(facts, entries, choice), available, choice, because);
}

type Choice = Pick<Current, 'id' | 'rule' | 'because'>;

const without = (entries: readonly Entry[], id: ArticleId) =>
  entries.filter((entry) => entry.id !== id);

function stands(facts: Facts, entries: readonly Entry[], current: Current): boolean {
  // After the clock is set back, news may lie in the future. Counting it would end every choice at once.
  const newsAtMs = Math.min(facts.newsAtMs ?? 0, facts.atMs);
  if (newsAtMs > current.chosenAtMs) return false;
  const ageMs = facts.atMs - current.chosenAtMs;
  // A choice from the future does not count as fresh.
  if (ageMs >= 0 && ageMs < CALM_MS) return true;
  // Would the same rule win if this article had not been shown?
  const again = choose(facts, without(entries, current.id));
  return again.rule === current.rule && facts.kind === current.kind;
}

/**
 * The first rule, from `from` on, that holds and has an article; once all were shown, the article shown
 * longest ago.
 */
function choose(facts: Facts, entries: readonly Entry[], from: RuleId = RULE_IDS[0]): Choice {
  const passed = new Set(
    [...entries.slice(-LATELY), ...entries.filter(({ date }) => date === facts.date)].map(
      ({ id }) => id,
    ),
  );
  for (const rule of RULE_IDS.slice(RULE_IDS.indexOf(from))) {
    const offer = RULES[rule](facts, entries);
    const id = offer?.articles.find((id) => !passed.has(id));
    if (offer && id) return { id, rule, because: offer.because };
  }
  const { articles, because } = byTimeOfDay(facts, entries);
  return { id: byAge(articles, entries)[0] as ArticleId, rule: 'timeOfDay', because };
}

const remember = (facts: Facts, entries: readonly Entry[], choice: Choice): Shown => ({
  entries: [...without(entries, choice.id), { id: choice.id, date: facts.date }],
  current: { ...choice, kind: facts.kind, chosenAtMs: facts.atMs },
});

const tell = (
  facts: Facts,
  shown: Shown,
  available: readonly ExplainKind[],
  { id, rule }: Choice,
  because: Because | null,
): Explanation => ({
  article: id,
  rule,
  because,
  tryThis: nearest(ARTICLES[id].tryThis, available),
  atMostSeconds: SOFT_RULES.includes(rule) ? facts.offeredSeconds : null,
  shown,
});

function nearest(wish: TryThis, available: readonly ExplainKind[]): TryThis {
  const kind = wish.split('/')[0] as ExplainKind | 'none';
  if (kind === 'none' || available.includes(kind)) return wish;
  if (available.includes('breathing')) return 'breathing/even';
  return available.includes('stillness') ? 'stillness' : 'none';
}
