import { Dots } from '../../../components/evidence/Dots.tsx';
import { References } from '../../../components/evidence/References.tsx';
import {
  type BreakPreferences,
  isKnownPattern,
  patternOf,
} from '../../../core/breaks/preferences.ts';
import { dotsOf } from '../../../core/evidence/strength.ts';
import type { PatternId } from '../../../core/patternIds.ts';
import { hasHolds } from '../../../core/patterns.ts';
import { t } from '../../../shell/words/t.ts';
import { Unfolding } from '../Unfolding.tsx';
import styles from './PatternAbout.module.css';

interface PatternAboutProps {
  id: PatternId;
  preferences: BreakPreferences;
}

/** What the chosen pattern is for, how well that is supported, and its caution. */
export function PatternAbout({ id, preferences }: PatternAboutProps) {
  const pattern = patternOf(id, preferences);
  const { strength, sources } = pattern;
  const dots = dotsOf(strength);
  const caution = hasHolds(pattern) ? 'holds' : pattern.caution;
  return (
    <div class={styles.about}>
      {isKnownPattern(id) && (
        <>
          <p>{t(`pattern_${id}_about`)}</p>
          <p class={styles.strength}>
            <b>{t(`strength_${strength}`)}</b>
            {dots !== null && <Dots filled={dots} of={4} />}
            <span>{t(`strength_${strength}_meaning`)}</span>
          </p>
        </>
      )}
      <p>{t(`pattern_caution_${caution}`)}</p>
      {sources.length > 0 && (
        <Unfolding key={id} small label={t('settings_pattern_from')}>
          <References sources={sources} />
        </Unfolding>
      )}
    </div>
  );
}
