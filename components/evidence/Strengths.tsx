import { dotsOf, type Strength } from '../../core/evidence/strength.ts';
import { t } from '../../shell/words/t.ts';
import { Dots } from './Dots.tsx';
import styles from './Strengths.module.css';

interface StrengthsProps {
  /** The main strength first. The dots show this one. */
  of: readonly Strength[];
  /** Used instead of the usual words. */
  words?: string | undefined;
}

/** How well something is supported, in words and, if it has them, dots. */
export function Strengths({ of, words }: StrengthsProps) {
  const [main] = of;
  const filled = main === undefined ? null : dotsOf(main);
  return (
    <span class={styles.strengths}>
      {filled !== null && <Dots filled={filled} of={4} />}
      {words ??
        (main === undefined
          ? t('claims_promise')
          : of.map((strength) => t(`strength_${strength}`)).join(' · '))}
    </span>
  );
}
