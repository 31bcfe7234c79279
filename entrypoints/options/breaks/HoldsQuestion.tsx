import { useLayoutEffect, useRef } from 'preact/hooks';
import { patternName } from '../../../components/breath/patternName.ts';
import { Button } from '../../../components/kit/Button.tsx';
import { Callout } from '../../../components/kit/Callout.tsx';
import { type BreakPreferences, patternOf } from '../../../core/breaks/preferences.ts';
import type { PatternId } from '../../../core/patternIds.ts';
import { t } from '../../../shell/words/t.ts';
import styles from './PatternChoice.module.css';

interface HoldsQuestionProps {
  /** The pattern with holds that was chosen. */
  asked: PatternId;
  /** The pattern that otherwise stays in use. */
  kept: PatternId;
  preferences: BreakPreferences;
  /** null: nothing changes. */
  onAnswer: (id: PatternId | null) => void;
}

/** The caution about holds, shown before the pattern takes effect. */
export function HoldsQuestion({ asked, kept, preferences, onAnswer }: HoldsQuestionProps) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => root.current?.scrollIntoView({ block: 'nearest' }), [asked]);
  const { withoutHolds } = patternOf(asked, preferences);
  const named = (id: PatternId) => patternName(id, preferences.ownPatterns);
  return (
    <div ref={root} class={styles.question}>
      <Callout>
        <p class={styles.words}>{t('care_holds')}</p>
        <div class={styles.answers}>
          <Button look="outlined" detail={named(asked)} onPress={() => onAnswer(asked)}>
            {t('settings_holds_use')}
          </Button>
          {withoutHolds && (
            <Button
              look="outlined"
              detail={named(withoutHolds)}
              onPress={() => onAnswer(withoutHolds)}
            >
              {t('settings_holds_without')}
            </Button>
          )}
          <Button look="outlined" detail={named(kept)} onPress={() => onAnswer(null)}>
            {t('settings_holds_keep')}
          </Button>
        </div>
      </Callout>
    </div>
  );
}
