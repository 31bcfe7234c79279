import { useId, useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import { Stepper } from '../../components/kit/Stepper.tsx';
import type { Command } from '../../core/engine/event.ts';
import {
  INTERVAL_STEP_MINUTES,
  OFFERED_INTERVAL_MINUTES,
  remindEvery,
  shortestRhythm,
} from '../../core/engine/remindEvery.ts';
import { LIMITS, type Settings } from '../../core/records/settings.ts';
import { inWords } from '../../shell/words/durations.ts';
import { number, t } from '../../shell/words/t.ts';
import styles from './Interval.module.css';

interface IntervalProps {
  settings: Settings;
  onCommand: (command: Command) => void;
}

/** “Remind me every”: the interval of the shortest active rhythm. */
export function Interval({ settings, onCommand }: IntervalProps) {
  const id = useId();
  const [refused, setRefused] = useState(false);
  const shortest = shortestRhythm(settings);
  const rhythm = shortest === null ? undefined : settings.rhythms[shortest];
  if (rhythm === undefined) return <SwitchOn settings={settings} onCommand={onCommand} />;

  const { min, max } = LIMITS.intervalMinutes;
  function change(minutes: number) {
    const fits = minutes >= min && minutes <= max;
    setRefused(!fits);
    if (fits) onCommand({ type: 'changeSettings', patch: remindEvery(settings, minutes) });
  }

  return (
    <div class={styles.interval}>
      <span>
        <span id={`${id}-label`}>{t('popup_interval')}</span>
        <span class={styles.error} id={`${id}-error`} aria-live="polite">
          {refused && t('popup_interval_refused', number(min), number(max))}
        </span>
      </span>
      <Stepper
        labelledBy={`${id}-label`}
        describedBy={refused ? `${id}-error` : undefined}
        invalid={refused}
        value={rhythm.intervalMinutes}
        min={min}
        max={max}
        step={INTERVAL_STEP_MINUTES}
        offered={OFFERED_INTERVAL_MINUTES}
        unit={t('common_minuteUnit')}
        spoken={(minutes) => inWords(minutes * 60)}
        onChange={change}
      />
    </div>
  );
}

/** Without an active rhythm, this switches on the shortest one. */
function SwitchOn({ settings, onCommand }: IntervalProps) {
  const shortest = shortestRhythm(settings, { on: false });
  return (
    <div class={styles.interval}>
      <span>{t('popup_interval_none')}</span>
      {shortest !== null && (
        <Button
          look="outlined"
          onPress={() =>
            onCommand({ type: 'changeSettings', patch: { rhythms: { [shortest]: { on: true } } } })
          }
        >
          {t('popup_interval_switchOn')}
        </Button>
      )}
    </div>
  );
}
