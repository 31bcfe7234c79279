import { daysOfMonth, type Month, monthAfter } from '../../core/days/months.ts';
import { type DayTotals, together } from '../../core/days/totals.ts';
import { t } from '../../shell/words/t.ts';
import shared from './Days.module.css';
import { Rows } from './Reminders.tsx';
import { monthName, seconds, shortMonthName } from './words.ts';

const MONTHS = 6;

interface LongestProps {
  /** The last month to show. */
  month: Month;
  totals: ReadonlyMap<number, DayTotals>;
  asTables: boolean;
}

/** The longest stretch of each of some months. */
export function Longest({ month, totals, asTables }: LongestProps) {
  const months = Array.from({ length: MONTHS }, (_, nth) => monthAfter(month, nth + 1 - MONTHS));
  const rows = months.flatMap((one) => {
    const { longestSeconds } = together(daysOfMonth(one).flatMap((day) => totals.get(day) ?? []));
    return longestSeconds > 0 ? [{ month: one, longestSeconds }] : [];
  });
  const most = Math.max(...rows.map(({ longestSeconds }) => longestSeconds), 1);
  return (
    <section aria-labelledby="longest">
      <h3 id="longest">{t('history_longest')}</h3>
      <p class={shared.sum}>{t('history_longest_months')}</p>
      <Rows
        id="longest"
        asTables={asTables}
        columns={[t('history_month'), t('history_col_longest')]}
        rows={rows.map((one) => ({
          name: asTables ? monthName(one.month) : shortMonthName(one.month),
          value: seconds(one.longestSeconds),
          share: one.longestSeconds / most,
        }))}
      />
    </section>
  );
}
