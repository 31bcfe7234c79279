import { type ArticleId, EXPLAIN_KINDS } from '../../../core/explain/articles.ts';
import { explain } from '../../../core/explain/explain.ts';
import type { Facts } from '../../../core/explain/rules.ts';
import { NOTHING_SHOWN, type Shown } from '../../../core/explain/shown.ts';
import { dateOf, HOUR_MS, MINUTE_MS } from '../../../core/time.ts';

const MONDAY = 20_514;
const START_MS = MONDAY * 24 * HOUR_MS + 14 * HOUR_MS;

/** Minutes after two o'clock on an ordinary Monday, with the given facts. */
export const at = (minutes: number, facts: Partial<Facts> = {}): Facts => {
  const atMs = START_MS + minutes * MINUTE_MS;
  return {
    atMs,
    date: dateOf(Math.floor(atMs / (24 * HOUR_MS))),
    hour: Math.floor(atMs / HOUR_MS) % 24,
    eveningHour: 20,
    moment: 'working',
    kind: 'breathing',
    breakMinutes: 0,
    screenMinutes: 10,
    rest: null,
    skippedInARow: 0,
    leftEarlyInARow: 0,
    snoozesNow: 0,
    breaksEver: 50,
    promptsEver: 50,
    daysInARow: 1,
    daysSinceBreak: 1,
    newsAtMs: null,
    offeredSeconds: 60,
    ...facts,
  };
};

export const told = (facts: Facts, shown: Shown = NOTHING_SHOWN) =>
  explain(facts, shown, EXPLAIN_KINDS);

/** As if these had been shown a week ago, in this order. */
export const seen = (...ids: ArticleId[]): Shown => ({
  entries: ids.map((id) => ({ id, date: dateOf(MONDAY - 7) })),
  current: null,
});
