import { dotsOf, type Strength } from '../../core/evidence/strength.ts';
import { t } from '../../shell/words/t.ts';
import { Dots } from './Dots.tsx';
import styles from './StrengthMark.module.css';

interface StrengthMarkProps {
  of: Strength;
  /** Used instead of the usual word. */
  words?: string | undefined;
}

/** How well something is supported: a word and, if it has them, dots. */
export function StrengthMark({ of, words }: StrengthMarkProps) {
  const filled = dotsOf(of);
  return (
    <span class={styles.mark}>
      {filled !== null && <Dots filled={filled} of={4} />}
      {words ?? t(`strength_${of}`)}
    </span>
  );
}
