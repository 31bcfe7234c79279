import { useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import type { BreakPreferences } from '../../core/breaks/preferences.ts';
import type { Piece } from '../../core/days/pieces.ts';
import { type DayTotals, restsOf, together } from '../../core/days/totals.ts';
import { number, t, tn } from '../../shell/words/t.ts';
import styles from './Days.module.css';
import { DeleteDay } from './DeleteDay.tsx';
import { HourMarks, hoursOf, Ribbon } from './Ribbon.tsx';
import { Table } from './Table.tsx';
import { Told } from './Told.tsx';
import { dateName, dayFigures, lineName, seconds, takenOf, weekdayName } from './words.ts';

interface WeekProps {
  /** Its first day. */
  week: number;
  today: number;
  /** The first day with something. */
  firstDay: number;
  /** By day; null until they are read. */
  pieces: ReadonlyMap<number, readonly Piece[]> | null;
  totals: ReadonlyMap<number, DayTotals>;
  preferences: BreakPreferences;
  asTables: boolean;
  onWeek: (week: number) => void;
  chosen: number;
  onChoose: (day: number) => void;
  onDelete: (day: number) => Promise<boolean>;
}

/** A week as seven ribbons. */
export function Week(props: WeekProps) {
  const { week, today, firstDay, totals, preferences, asTables, onWeek } = props;
  const [told, setTold] = useState<string | null>(null);
  const days = Array.from({ length: 7 }, (_, nth) => {
    const day = week + nth;
    return { day, pieces: props.pieces?.get(day) ?? [] };
  });
  const known = days.flatMap(({ day }) => totals.get(day) ?? []);
  const sum = together(known);
  const hours = hoursOf(days);
  const isThis = today < week + 7;
  return (
    <section aria-labelledby="week" aria-busy={props.pieces === null}>
      <div class={styles.heading}>
        <h2 id="week" aria-live="polite">
          {isThis ? t('history_week_this') : t('history_week_of', dateName(week))}
        </h2>
        <p class={styles.sum}>
          {known.length === 0
            ? t('history_nothing')
            : t('history_week_sum', seconds(sum.screenSeconds), tn('history_breaks', takenOf(sum)))}
        </p>
        <div class={styles.ways}>
          <Button look="link" disabled={week <= firstDay} onPress={() => onWeek(week - 7)}>
            {t('history_week_earlier')}
          </Button>
          <Button look="link" disabled={isThis} onPress={() => onWeek(week + 7)}>
            {t('history_week_later')}
          </Button>
        </div>
      </div>
      {asTables ? (
        <Table
          labelledBy="week"
          columns={columnsOfDays()}
          rows={days.map(({ day }) => rowOfDay(day, totals.get(day)))}
        />
      ) : (
        <>
          <div class={styles.week}>
            {days.map(({ day, pieces }) => {
              const of = totals.get(day);
              const figures = dayFigures(day, of);
              return (
                <div key={day} class={styles.day}>
                  <span class={styles.weekday} data-today={day === today}>
                    {day === today ? t('history_today') : weekdayName(day)}
                  </span>
                  <Ribbon
                    day={day}
                    hours={hours}
                    pieces={pieces}
                    preferences={preferences}
                    label={figures}
                    size="small"
                    onTell={setTold}
                    figures={figures}
                  />
                  <span class={styles.time}>{of && seconds(of.screenSeconds)}</span>
                  <span class={styles.breaks}>{of && tn('history_breaks', takenOf(of))}</span>
                </div>
              );
            })}
            <div class={styles.day}>
              <span />
              <HourMarks day={week} hours={hours} />
            </div>
          </div>
          <Told words={told} />
        </>
      )}
      <DeleteDay
        key={week}
        days={days
          .filter(({ day, pieces }) => totals.has(day) || pieces.length > 0)
          .map(({ day }) => day)}
        chosen={props.chosen}
        onChoose={props.onChoose}
        onDelete={props.onDelete}
      />
    </section>
  );
}

export const columnsOfDays = (): string[] => [
  t('history_tension_date'),
  t('history_screen'),
  t('history_col_longest'),
  t('history_col_rests'),
  t('history_col_breaks'),
];

export const rowOfDay = (day: number, of: DayTotals | undefined) => ({
  key: day,
  cells: [
    lineName(day),
    ...(of
      ? [
          seconds(of.screenSeconds),
          seconds(of.longestSeconds),
          number(restsOf(of)),
          number(takenOf(of)),
        ]
      : ['–', '–', '–', '–']),
  ],
});
