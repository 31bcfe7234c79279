import { useId, useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import { Stepper } from '../../components/kit/Stepper.tsx';
import type { Command } from '../../core/engine/event.ts';
import {
  INTERVAL_STOPS_MINUTES,
  remindEvery,
  shortestRhythm,
} from '../../core/engine/remindEvery.ts';
import type { View } from '../../core/engine/view.ts';
import { own } from '../../core/own.ts';
import { LIMITS, type Settings } from '../../core/records/settings.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { aboutMs, clockTime, duration, inWords } from '../../shell/words/durations.ts';
import { number, t } from '../../shell/words/t.ts';
import styles from './Interval.module.css';

interface IntervalProps {
  view: View;
  settings: Settings;
  /** Why it can’t be changed; null if it can. */
  locked: string | null;
  onCommand: (command: Command) => void;
  onAsUsual: () => void;
}

/** “Remind me every”: the interval of the shortest active rhythm. A change says when the next break is. */
export function Interval({ view, settings, locked, onCommand, onAsUsual }: IntervalProps) {
  const id = useId();
  const [said, setSaid] = useState<'refused' | 'limits' | { minutes: number } | null>(null);
  const shortest = shortestRhythm(settings);
  const rhythm = own(settings.rhythms, shortest);
  if (rhythm === undefined)
    return <SwitchOn settings={settings} locked={locked} onCommand={onCommand} />;

  const { min, max } = LIMITS.intervalMinutes;
  const { intervalMinutes } = rhythm;
  if (view.slowerUntilMs !== null)
    return (
      <Slower
        untilMs={view.slowerUntilMs}
        usualMs={intervalMinutes * MINUTE_MS}
        onAsUsual={onAsUsual}
      />
    );
  function change(minutes: number) {
    const fits = minutes >= min && minutes <= max;
    setSaid(fits ? { minutes } : 'refused');
    if (fits) onCommand({ type: 'changeSettings', patch: remindEvery(settings, minutes) });
  }
  const words = () => {
    if (locked !== null) return locked;
    if (said === null) return '';
    if (typeof said === 'string') return t('popup_interval_refused', number(min), number(max));
    // Until the change is stored, the time is that of before.
    return said.minutes === intervalMinutes ? whenNext(view) : '';
  };

  return (
    <div class={styles.interval}>
      <span>
        <span id={`${id}-label`}>{t('popup_interval')}</span>
        <span
          class={styles.said}
          data-refused={said === 'refused'}
          id={`${id}-said`}
          aria-live="polite"
        >
          {words()}
        </span>
      </span>
      <Stepper
        labelledBy={`${id}-label`}
        disabled={locked !== null}
        describedBy={locked !== null || said === 'refused' ? `${id}-said` : undefined}
        invalid={said === 'refused'}
        value={intervalMinutes}
        min={min}
        max={max}
        stops={INTERVAL_STOPS_MINUTES}
        unit={t('common_minuteUnit')}
        spoken={(minutes) => inWords(minutes * 60)}
        onChange={change}
        onEnd={() => setSaid('limits')}
      />
    </div>
  );
}

interface SlowerProps extends Pick<IntervalProps, 'onAsUsual'> {
  untilMs: number;
  usualMs: number;
}

/** Instead of the interval, while reminders come half as often. */
const Slower = ({ untilMs, usualMs, onAsUsual }: SlowerProps) => (
  <div class={styles.interval}>
    <span>
      {t('popup_slower', clockTime(untilMs))}
      <span class={styles.said}>
        {t('popup_slower_every', duration(2 * usualMs), duration(usualMs))}
      </span>
    </span>
    <Button look="outlined" class={styles.usual} onPress={onAsUsual}>
      {t('common_asUsual')}
    </Button>
  </div>
);

/** When the next break is; nothing while there are no reminders. */
function whenNext({ atMs, nextBreakInMs }: View): string {
  if (nextBreakInMs === null) return '';
  if (nextBreakInMs === 0) return t('popup_interval_dueNow');
  return t('popup_interval_next', clockTime(aboutMs(atMs, nextBreakInMs)));
}

/** Without an active rhythm, this switches on the shortest one. */
function SwitchOn({ settings, locked, onCommand }: Omit<IntervalProps, 'view' | 'onAsUsual'>) {
  const shortest = shortestRhythm(settings, { on: false });
  return (
    <div class={styles.interval}>
      <span>{t('popup_interval_none')}</span>
      {shortest !== null && locked === null && (
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
