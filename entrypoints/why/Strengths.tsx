import { Dots } from '../../components/evidence/Dots.tsx';
import { dotsOf, type Strength } from '../../core/evidence/strength.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Strengths.module.css';

interface StrengthsProps {
  /** The main one first: the dots are its own. */
  of: readonly Strength[];
  /** In other words than the usual ones. */
  words?: string | undefined;
}

/** How well something is supported: dots, where dots can say it, and words. */
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
