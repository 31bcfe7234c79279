import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { patternName } from '../../../components/breath/patternName.ts';
import { Choice, type ChoiceOption } from '../../../components/kit/Choice.tsx';
import { SavedMark } from '../../../components/kit/SavedMark.tsx';
import {
  type BreakPreferences,
  isKnownPattern,
  patternOf,
} from '../../../core/breaks/preferences.ts';
import { PATTERN_IDS, type PatternId } from '../../../core/patternIds.ts';
import { hasHolds, PATTERNS } from '../../../core/patterns.ts';
import { t } from '../../../shell/words/t.ts';
import { Unfolding } from '../Unfolding.tsx';
import { BreathCurve } from './BreathCurve.tsx';
import { HoldsQuestion } from './HoldsQuestion.tsx';
import styles from './PatternChoice.module.css';
import { breathInWords } from './paceWords.ts';

interface PatternChoiceProps {
  chosen: PatternId;
  preferences: BreakPreferences;
  /** `isRead`: the caution about holds was read on the way. */
  onChoose: (id: PatternId, isRead: boolean) => void;
}

const USUAL = PATTERN_IDS.filter((id) => !hasHolds(PATTERNS[id]));
const PAUSED = PATTERN_IDS.filter((id) => hasHolds(PATTERNS[id]));

/** All breathing patterns. Those with holds are apart and show their caution before they are used. */
export function PatternChoice({ chosen, preferences, onChoose }: PatternChoiceProps) {
  const root = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<PatternId | null>(null);
  const answered = useRef(false);

  // The pressed button is gone, so the focus goes to the chosen pattern.
  useLayoutEffect(() => {
    if (answered.current) root.current?.querySelector<HTMLElement>('input:checked')?.focus();
    answered.current = false;
  });

  const choose = (id: PatternId) => {
    const asks = hasHolds(patternOf(id, preferences)) && id !== chosen;
    setAsked(asks ? id : null);
    if (!asks) onChoose(id, false);
  };
  const answer = (id: PatternId | null) => {
    answered.current = true;
    setAsked(null);
    if (id !== null) onChoose(id, true);
  };
  const own = Object.keys(preferences.ownPatterns) as PatternId[];
  const group = (label: string, ids: readonly PatternId[]) => (
    <>
      <Choice
        label={label}
        value={ids.includes(chosen) ? chosen : null}
        options={ids.map((id) => optionOf(id, preferences))}
        onChange={choose}
      />
      {asked !== null && ids.includes(asked) && (
        <HoldsQuestion asked={asked} kept={chosen} preferences={preferences} onAnswer={answer} />
      )}
    </>
  );

  return (
    <div
      ref={root}
      class={styles.patterns}
      data-row="pattern"
      data-row-label={t('settings_pattern')}
    >
      <p class={styles.head}>
        <span aria-hidden="true">{t('settings_pattern')}</span>
        <SavedMark row="pattern" />
      </p>
      {group(t('settings_pattern'), [...USUAL, ...own])}
      <Unfolding
        label={t('settings_pattern_holds')}
        aside={t('settings_pattern_holds_aside')}
        open={PAUSED.includes(chosen as never)}
      >
        {group(t('settings_pattern_holds'), PAUSED)}
      </Unfolding>
    </div>
  );
}

const optionOf = (id: PatternId, preferences: BreakPreferences): ChoiceOption<PatternId> => {
  const pattern = patternOf(id, preferences);
  return {
    value: id,
    label: patternName(id, preferences.ownPatterns),
    hint: isKnownPattern(id) ? t(`pattern_${id}_pace`) : breathInWords(pattern),
    picture: <BreathCurve pattern={pattern} />,
  };
};
