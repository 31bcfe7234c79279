import { scaleThreshold } from 'd3-scale';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import { Select } from '../../components/kit/Select.tsx';
import { daysOfMonth, type Month, monthAfter, monthOf } from '../../core/days/months.ts';
import { type DayTotals, together } from '../../core/days/totals.ts';
import type { Weekday } from '../../core/time.ts';
import { weekOf } from '../../core/time.ts';
import { number, t, tn } from '../../shell/words/t.ts';
import styles from './Calendar.module.css';
import shared from './Days.module.css';
import { Told } from './Told.tsx';
import {
  dayFigures,
  isMirrored,
  monthName,
  seconds,
  shortMonthName,
  takenOf,
  usesLongWeekdays,
  weekdayName,
  yearName,
} from './words.ts';

interface CalendarProps {
  month: Month;
  today: number;
  firstDay: number;
  begins: Weekday;
  totals: ReadonlyMap<number, DayTotals>;
  onMonth: (month: Month) => void;
  /** A day was chosen: its week is shown. */
  onDay: (day: number) => void;
}

/** From these hours at the screen on, a day has the next tone. */
const TONES_HOURS = [2, 4, 6, 8] as const;
const toneOf = scaleThreshold<number, number>(
  TONES_HOURS.map((hours) => hours * 3600),
  [1, 2, 3, 4, 5],
);

/** A month as a calendar of tones: the more time at the screen, the darker. */
export function Calendar(props: CalendarProps) {
  const { month, today, firstDay, begins, totals, onMonth, onDay } = props;
  const [told, setTold] = useState<string | null>(null);
  const days = daysOfMonth(month);
  const [first = today] = days;
  const [focused, setFocused] = useState(today);
  const grid = useRef<HTMLTableElement>(null);
  const inMonth = days.includes(focused) ? focused : first;
  const of = days.flatMap((day) => totals.get(day) ?? []);
  const sum = together(of);
  const weeks: number[] = [];
  for (let week = weekOf(first, begins); week <= (days.at(-1) ?? first); week += 7)
    weeks.push(week);

  const focus = (day: number) => {
    const to = Math.min(today, Math.max(Math.min(firstDay, today), day));
    setFocused(to);
    if (monthOf(to) !== month) onMonth(monthOf(to));
    // After the other month is drawn.
    requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLButtonElement>(`[data-day="${to}"]`)?.focus(),
    );
  };

  const press = (event: KeyboardEvent) => {
    const mirrored = grid.current !== null && isMirrored(grid.current);
    const to = dayBy(event.key, { day: inMonth, mirrored, week: weekOf(inMonth, begins) });
    if (to === null) return;
    event.preventDefault();
    focus(to);
  };

  return (
    <>
      <div class={shared.heading}>
        <h3 id="month" aria-live="polite">
          {monthName(month)}
        </h3>
        <p class={shared.sum}>
          {of.length === 0
            ? t('history_nothing')
            : t(
                'history_month_sum',
                seconds(sum.screenSeconds),
                tn('history_days', of.length),
                tn('history_breaks', takenOf(sum)),
              )}
        </p>
      </div>
      <MonthChoice month={month} today={today} firstDay={firstDay} onMonth={onMonth} />
      <table
        ref={grid}
        class={styles.grid}
        aria-labelledby="month"
        onKeyDown={press}
        onPointerLeave={() => setTold(null)}
      >
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_, nth) => (weeks[0] ?? first) + nth).map((day) => (
              <th key={day} scope="col" abbr={weekdayName(day, 'long')}>
                <ColumnName day={day} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week}>
              {Array.from({ length: 7 }, (_, nth) => week + nth).map((day) => {
                if (!days.includes(day)) return <td key={day} />;
                const totalsOfDay = totals.get(day);
                const figures = dayFigures(day, totalsOfDay);
                const tell = () => setTold(figures);
                return (
                  <td key={day}>
                    <button
                      type="button"
                      class={styles.day}
                      data-day={day}
                      data-tone={totalsOfDay ? toneOf(totalsOfDay.screenSeconds) : 0}
                      data-today={day === today}
                      aria-label={figures}
                      aria-current={day === today ? 'date' : undefined}
                      tabIndex={day === inMonth ? 0 : -1}
                      disabled={day > today}
                      onClick={() => onDay(day)}
                      onFocus={() => {
                        setFocused(day);
                        tell();
                      }}
                      onBlur={() => setTold(null)}
                      onPointerEnter={tell}
                    >
                      {number(day - first + 1)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Told words={told} />
      <Tones />
    </>
  );
}

function Tones() {
  return (
    <div class={styles.legend}>
      <span>{t('history_tones')}</span>
      <ul class={styles.tones}>
        {[0, ...TONES_HOURS].map((hours, nth) => (
          <li key={hours}>
            <span class={styles.tone} data-tone={nth + 1} aria-hidden="true" />
            {hours === 0
              ? t('history_tone_under', seconds(TONES_HOURS[0] * 3600))
              : t('history_tone_from', seconds(hours * 3600))}
          </li>
        ))}
      </ul>
    </div>
  );
}

type MonthChoiceProps = Pick<CalendarProps, 'month' | 'today' | 'firstDay' | 'onMonth'>;

/** Leads to any month from the first with something to this one. */
function MonthChoice({ month, today, firstDay, onMonth }: MonthChoiceProps) {
  const last = monthOf(today);
  const earliest = monthOf(Math.min(firstDay, today));
  const go = (to: Month) => onMonth(to < earliest ? earliest : to > last ? last : to);
  const [year = '', nth = ''] = month.split('-');
  const years = Array.from(
    { length: Number(last.slice(0, 4)) - Number(earliest.slice(0, 4)) + 1 },
    (_, back) => `${Number(last.slice(0, 4)) - back}`.padStart(4, '0'),
  );
  return (
    <div class={styles.choice}>
      <Select
        label={t('history_month')}
        value={nth}
        options={Array.from({ length: 12 }, (_, at) => `${at + 1}`.padStart(2, '0')).map((one) => ({
          value: one,
          label: shortMonthName(`${year}-${one}`),
        }))}
        onChange={(one) => go(`${year}-${one}`)}
      />
      <Select
        label={t('history_year')}
        value={year}
        options={years.map((one) => ({ value: one, label: yearName(one) }))}
        onChange={(one) => go(`${one}-${nth}`)}
      />
      <Button look="link" disabled={month <= earliest} onPress={() => go(monthAfter(month, -1))}>
        {t('history_month_earlier')}
      </Button>
      <Button look="link" disabled={month >= last} onPress={() => go(monthAfter(month, 1))}>
        {t('history_month_later')}
      </Button>
    </div>
  );
}

/** Where a key leads from a day; null if nowhere. */
function dayBy(
  key: string,
  { day, week, mirrored }: { day: number; week: number; mirrored: boolean },
): number | null {
  switch (key) {
    case 'ArrowLeft':
      return day + (mirrored ? 1 : -1);
    case 'ArrowRight':
      return day + (mirrored ? -1 : 1);
    case 'ArrowUp':
      return day - 7;
    case 'ArrowDown':
      return day + 7;
    case 'Home':
      return week;
    case 'End':
      return week + 6;
    case 'PageUp':
    case 'PageDown':
      return sameInMonth(day, key === 'PageUp' ? -1 : 1);
    default:
      return null;
  }
}

/** The same day of another month, or its last. */
function sameInMonth(day: number, by: number): number {
  const month = monthOf(day);
  const nth = daysOfMonth(month).indexOf(day);
  const there = daysOfMonth(monthAfter(month, by));
  return there[Math.min(nth, there.length - 1)] ?? day;
}

/** Some languages don't shorten their weekdays, and a narrow column would break them. */
function ColumnName({ day }: { day: number }) {
  if (!usesLongWeekdays()) return <>{weekdayName(day)}</>;
  return (
    <>
      <span class={styles.wide}>{weekdayName(day)}</span>
      <span class={styles.narrow}>{weekdayName(day, 'narrow')}</span>
    </>
  );
}
