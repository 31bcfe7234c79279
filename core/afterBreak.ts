import type { Strength } from './articles.ts';
import type { BreakKind } from './breaks.ts';
import type { PatternId } from './patterns.ts';
import type { SourceId } from './sources.ts';

const says = <Key extends string>(key: Key, strength: Strength | null, ...sources: SourceId[]) => ({
  key,
  /** null for a sentence that claims nothing. */
  strength,
  sources,
});

const BREATHED = {
  longExhale: says('after_longExhale', 'textbook', 'vandiest2014'),
  even: says('after_even', 'strong', 'laborde2022'),
  cyclicSighing: says('after_cyclicSighing', 'early', 'balban2023'),
  noticing: says('after_noticing', null),
} satisfies Record<PatternId, unknown>;

/** The stillness that was studied lasted ten minutes: a shorter one claims nothing. */
const STUDIED_SECONDS = 600;

/** The one sentence when a break has ended, or a rest of one's own; null when it was left before half. */
export function afterBreak({
  kind,
  pattern,
  seconds,
  left,
  taken,
}: {
  kind: BreakKind | 'rest';
  pattern: PatternId | null;
  seconds: number;
  /** Ended by hand before its time. */
  left: boolean;
  /** At least half of it. */
  taken: boolean;
}) {
  if (kind === 'rest') return says('after_rest', 'moderate', 'albulescu2022');
  if (!taken) return null;
  if (left) return says('after_part', null);
  if (kind === 'breathing') return BREATHED[pattern ?? 'noticing'];
  return seconds >= STUDIED_SECONDS
    ? says('after_stillness_long', 'early', 'meier2020')
    : says('after_stillness', null);
}
