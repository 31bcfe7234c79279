import { useMemo, useState } from 'preact/hooks';
import { Frame } from '../../components/frame/Frame.tsx';
import { Button } from '../../components/kit/Button.tsx';
import type { BreakPreferences } from '../../core/breaks/preferences.ts';
import { daysOfMonth, type Month, monthOf } from '../../core/days/months.ts';
import { type Piece, piecesOf } from '../../core/days/pieces.ts';
import type { DayTotals } from '../../core/days/totals.ts';
import { shoreOf } from '../../core/days/weeks.ts';
import type { Pair } from '../../core/personal/tension.ts';
import type { Entry } from '../../core/records/entry.ts';
import type { Weekday } from '../../core/time.ts';
import { weekOf } from '../../core/time.ts';
import { instantOf, offsetMinutesAt } from '../../shell/clock.ts';
import { t } from '../../shell/words/t.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { ByDay } from './ByDay.tsx';
import { Calendar } from './Calendar.tsx';
import styles from './Days.module.css';
import { Longest } from './Longest.tsx';
import { Reminders } from './Reminders.tsx';
import { Shore } from './Shore.tsx';
import { Today } from './Today.tsx';
import { Week } from './Week.tsx';
import { breakName } from './words.ts';

export interface DaysProps {
  today: number;
  nowMs: number;
  /** The weekday that begins a week here. */
  begins: Weekday;
  /** The totals of every day with something, the earliest first; null until they are read. */
  days: readonly DayTotals[] | null;
  /** Earlier days are still being added up. */
  isWorking?: boolean;
  /** Some of it can’t be read. */
  isPart?: boolean;
  /** What is kept of today; null until it is read. */
  entriesOfToday: readonly Entry[] | null;
  /** The first day of the week in view, and what is kept of it; null until it is read. */
  week: number;
  entriesOfWeek: readonly Entry[] | null;
  onWeek: (week: number) => void;
  /** Deletes a day for good; false if not all of it could be done. */
  onDelete: (day: number) => Promise<boolean>;
  /** Has the names of own breaks and patterns. */
  preferences: BreakPreferences;
  /** Ratings before and after breaks. */
  pairs?: readonly Pair[];
}

/** Today, weeks and months. Numbers in words, no scores. */
export function Days(props: DaysProps) {
  const { today, begins, days, week, preferences, pairs = [], onWeek } = props;
  const [asTables, setAsTables] = useState(false);
  const [month, setMonth] = useState<Month>(monthOf(today));
  const [chosen, setChosen] = useState(today);
  const totals = useMemo(() => new Map((days ?? []).map((of) => [of.day, of])), [days]);
  const shore = useMemo(() => shoreOf(days ?? [], { begins, today }), [days, begins, today]);
  const ofToday = usePieces(props.entriesOfToday, today, 1);
  const ofWeek = usePieces(props.entriesOfWeek, week, 7);
  const firstDay = days?.[0]?.day ?? today;
  const isEmpty = days?.length === 0 && ofToday?.get(today)?.length === 0;
  const of = daysOfMonth(month).flatMap((day) => totals.get(day) ?? []);

  const showWeekOf = (day: number) => {
    onWeek(weekOf(day, begins));
    setChosen(day);
    document.getElementById('week')?.scrollIntoView({ block: 'start' });
  };

  return (
    <Frame
      page="days"
      aside={
        <Button look="link" aria-pressed={asTables} onPress={() => setAsTables(!asTables)}>
          {t('history_tables')}
        </Button>
      }
    >
      <div aria-busy={days === null || ofWeek === null || props.isWorking === true} id="days">
        {props.isPart && <p class={styles.note}>{t('history_part')}</p>}
        {props.isWorking && (
          <p class={styles.note} role="status">
            {t('history_working')}
          </p>
        )}
        {isEmpty && (
          <div class={`${styles.empty} ${styles.note}`}>
            <p>{t('history_empty')}</p>
            <p>{t('history_empty_text')}</p>
          </div>
        )}
        <Today
          day={today}
          nowMs={props.nowMs}
          pieces={ofToday?.get(today) ?? null}
          totals={totals.get(today)}
          preferences={preferences}
          asTables={asTables}
        />
        {!isEmpty && (
          <div class={styles.section}>
            <Week
              week={week}
              today={today}
              firstDay={firstDay}
              pieces={ofWeek}
              totals={totals}
              preferences={preferences}
              asTables={asTables}
              onWeek={onWeek}
              chosen={chosen}
              onChoose={setChosen}
              onDelete={props.onDelete}
            />
          </div>
        )}
        {days !== null && !isEmpty && (
          <>
            <section class={styles.section} aria-labelledby="months">
              <h2 id="months">{t('history_months')}</h2>
              <div class={styles.months}>
                <div>
                  <Calendar
                    month={month}
                    today={today}
                    firstDay={firstDay}
                    begins={begins}
                    totals={totals}
                    onMonth={setMonth}
                    onDay={showWeekOf}
                  />
                </div>
                <ByDay month={month} today={today} totals={totals} asTables={asTables} />
              </div>
              <Reminders days={of} asTables={asTables} />
            </section>
            <div class={`${styles.section} ${styles.narrow}`}>
              <Longest month={month} totals={totals} asTables={asTables} />
            </div>
            <Shore weeks={shore} asTables={asTables} />
          </>
        )}
        {pairs.length > 0 && (
          <BeforeAfter
            pairs={pairs}
            asTables={asTables}
            breakName={(kind) => breakName({ kind, pattern: null }, preferences)}
          />
        )}
        <p class={styles.foot}>{t('history_local')}</p>
      </div>
    </Frame>
  );
}

/** The parts of some days, by day; null until they are known. */
function usePieces(entries: readonly Entry[] | null, first: number, count: number) {
  return useMemo((): Map<number, Piece[]> | null => {
    if (entries === null) return null;
    const days = Array.from({ length: count }, (_, nth) => first + nth);
    return new Map(
      days.map((day) => [
        day,
        piecesOf(entries, {
          fromMs: instantOf(day, 0),
          toMs: instantOf(day + 1, 0),
          offsetMinutesAt,
        }),
      ]),
    );
  }, [entries, first, count]);
}
