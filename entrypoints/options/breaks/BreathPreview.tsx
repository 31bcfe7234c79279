import { useState } from 'preact/hooks';
import { BreathLines } from '../../../components/breath/BreathLines.tsx';
import { BreathTide } from '../../../components/breath/BreathTide.tsx';
import { Button } from '../../../components/kit/Button.tsx';
import { useReducedMotion } from '../../../components/live/useReducedMotion.ts';
import { phasesOf } from '../../../core/breaks/breath.ts';
import type { Pattern } from '../../../core/patterns.ts';
import type { Settings } from '../../../core/records/settings.ts';
import { nowMs } from '../../../shell/clock.ts';
import { t } from '../../../shell/words/t.ts';
import styles from './BreathPreview.module.css';

interface BreathPreviewProps {
  pattern: Pattern;
  motion: Settings['motion'];
}

/** A small preview of a pattern. It can be stopped. */
export function BreathPreview({ pattern, motion }: BreathPreviewProps) {
  const reduced = useReducedMotion(motion);
  const [isStill, setStill] = useState(false);
  return (
    <>
      <div class={styles.preview} aria-hidden="true">
        {/* Other lengths are another animation, so the elements are made new. */}
        <Breath
          key={`${JSON.stringify(phasesOf(pattern))}-${reduced}`}
          pattern={pattern}
          reduced={reduced}
          isStill={isStill}
        />
      </div>
      <Button look="quiet" size={28} onPress={() => setStill(!isStill)}>
        {isStill ? t('settings_preview_move') : t('break_still')}
      </Button>
    </>
  );
}

interface BreathProps {
  pattern: Pattern;
  reduced: boolean;
  isStill: boolean;
}

function Breath({ pattern, reduced, isStill }: BreathProps) {
  const [beginsAtMs] = useState(nowMs);
  const guide = { pattern, cycles: Number.POSITIVE_INFINITY, beginsAtMs, still: isStill, nowMs };
  return reduced ? (
    <div class={styles.lines}>
      <BreathLines {...guide} />
    </div>
  ) : (
    <BreathTide {...guide} />
  );
}
