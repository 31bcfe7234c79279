import { Button } from '../../components/kit/Button.tsx';
import { useRead } from '../../components/live/useStored.ts';
import type { DayTotals } from '../../core/days/totals.ts';
import { SECOND_MS } from '../../core/time.ts';
import { readDays } from '../../shell/storage/dayTotals.ts';
import { duration } from '../../shell/words/durations.ts';
import { t, tn } from '../../shell/words/t.ts';
import styles from './DayLine.module.css';

interface DayLineProps {
  totals: Pick<DayTotals, 'screenSeconds' | 'breaks'>;
  onOpen: () => void;
}

/** Today in one line, which leads to the page of days. */
export function DayLine({ totals, onOpen }: DayLineProps) {
  // A number and its unit stay in one line.
  const time = duration(totals.screenSeconds * SECOND_MS).replace(/ (?!\d)/g, '\u00a0');
  const taken = Object.values(totals.breaks).reduce((sum, one) => sum + one.taken, 0);
  return (
    <Button look="quiet" class={styles.day} onPress={onOpen}>
      {taken === 0 ? t('popup_day_time', time) : t('popup_day', time, tn('popup_breaks', taken))}
    </Button>
  );
}

/** The same, kept up to date. Nothing until it is read, or if there is nothing. */
export function LiveDayLine({ day, onOpen }: { day: number; onOpen: () => void }) {
  const read = useRead(() => readDays(day, day).catch(() => null), `${day}`);
  const totals = read?.days.at(-1);
  return totals?.day === day ? <DayLine totals={totals} onOpen={onOpen} /> : null;
}
