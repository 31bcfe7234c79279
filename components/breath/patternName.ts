import { type BreakPreferences, isKnownPattern } from '../../core/breaks/preferences.ts';
import type { PatternId } from '../../core/patterns.ts';
import { t } from '../../shell/words/t.ts';

/** What a way to breathe is called: by us, or by the person whose own it is. */
export const patternName = (id: PatternId, ownPatterns: BreakPreferences['ownPatterns']): string =>
  isKnownPattern(id) ? t(`pattern_${id}_name`) : (ownPatterns[id]?.name ?? t('pattern_own_name'));
