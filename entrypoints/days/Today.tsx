import { useState } from 'preact/hooks';
import type { BreakPreferences } from '../../core/breaks/preferences.ts';
import type { Piece } from '../../core/days/pieces.ts';
import { type DayTotals, restsOf } from '../../core/days/totals.ts';
import { t, tn } from '../../shell/words/t.ts';
import styles from './Days.module.css';
import { HourMarks, hoursOf, Legend, Ribbon, scaleOf } from './Ribbon.tsx';
import { Table } from './Table.tsx';
import { Told } from './Told.tsx';
import { clockRange, dayFigures, pieceWords, seconds, takenOf } from './words.ts';

interface TodayProps {
  day: number;
  nowMs: number;
  /** null until it is read. */
  pieces: readonly Piece[] | null;
  totals: DayTotals | undefined;
  preferences: BreakPreferences;
  asTables: boolean;
}

/** Today as a ribbon. */
export function Today({ day, nowMs, pieces, totals, preferences, asTables }: TodayProps) {
  const [told, setTold] = useState<string | null>(null);
  const known = pieces ?? [];
  const hours = withNow(hoursOf([{ day, pieces: known }]), day, nowMs);
  const figures = dayFigures(day, totals);
  const at = scaleOf(day, hours)(nowMs);
  return (
    <section aria-labelledby="today">
      <div class={styles.heading}>
        <h2 id="today">{t('history_today')}</h2>
        {totals && (
          <p class={styles.sum}>
            {t(
              'history_sum_day',
              seconds(totals.screenSeconds),
              tn('history_breaks', takenOf(totals)),
              tn('history_rests', restsOf(totals)),
            )}
          </p>
        )}
      </div>
      {asTables ? (
        <Table
          labelledBy="today"
          columns={[t('history_when'), t('history_what'), t('history_length')]}
          rows={known.map((piece) => {
            const { what, howLong } = pieceWords(piece, preferences);
            return {
              key: `${piece.is} ${piece.entry.id}`,
              cells: [clockRange(piece.fromMs, piece.toMs), what, howLong],
            };
          })}
        />
      ) : (
        <>
          <div class={styles.today}>
            <span class={styles.now} aria-hidden="true" style={{ insetInlineStart: `${at}%` }}>
              {t('history_now')}
            </span>
            <Ribbon
              day={day}
              hours={hours}
              pieces={known}
              preferences={preferences}
              label={figures}
              size="large"
              nowMs={nowMs}
              onTell={setTold}
              figures={figures}
            />
            <HourMarks day={day} hours={hours} />
          </div>
          <Told words={told} hint={t('history_hint')} />
          <Legend />
        </>
      )}
    </section>
  );
}

function withNow({ from, to }: { from: number; to: number }, day: number, nowMs: number) {
  const inDay = scaleOf(day, { from: 0, to: 1440 })(nowMs) * 14.4;
  return {
    from: Math.max(0, Math.min(from, Math.floor(inDay / 60) * 60)),
    to: Math.min(1440, Math.max(to, Math.ceil(inDay / 60) * 60)),
  };
}
