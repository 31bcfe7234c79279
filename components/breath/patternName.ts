import { type BreakPreferences, isKnownPattern } from '../../core/breaks/preferences.ts';
import { own } from '../../core/own.ts';
import type { PatternId } from '../../core/patternIds.ts';
import { t } from '../../shell/words/t.ts';

/** The name of a pattern: ours, or the one that the person gave it. */
export const patternName = (id: PatternId, ownPatterns: BreakPreferences['ownPatterns']): string =>
  isKnownPattern(id)
    ? t(`pattern_${id}_name`)
    : (own(ownPatterns, id)?.name ?? t('pattern_own_name'));
