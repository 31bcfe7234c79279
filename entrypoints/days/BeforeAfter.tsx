import type { BreakKind } from '../../core/kinds.ts';
import type { Pair, Summary } from '../../core/personal/tension.ts';
import { ENOUGH_PAIRS, summaryOf } from '../../core/personal/tension.ts';
import { dateInWords } from '../../shell/words/durations.ts';
import { number, t, tn } from '../../shell/words/t.ts';
import styles from './BeforeAfter.module.css';
import table from './Days.module.css';

interface BeforeAfterProps {
  pairs: readonly Pair[];
  breakName: (kind: BreakKind) => string;
}

/** The size of the drawing in px. The numbers 0 to 10 go upwards. */
const WIDTH = 296;
const STEP = 20;
const HEIGHT = 10 * STEP;
const y = (rating: number) => HEIGHT - rating * STEP;
/** Lines of length 0 with round ends. They stay round if the drawing is narrower. */
const dots = (before: number, after: number) => `M0 ${y(before)}h0M${WIDTH} ${y(after)}h0`;

/** The ratings before and after breaks, without judgment. */
export function BeforeAfter({ pairs, breakName }: BeforeAfterProps) {
  const summary = summaryOf(pairs);
  return (
    <section class={styles.section} aria-labelledby="tension">
      <h2 id="tension">{t('history_tension_title')}</h2>
      <p class={styles.count}>{tn('history_tension_count', pairs.length)}</p>
      <Drawing pairs={pairs} summary={summary} />
      <div class={styles.words}>
        {summary ? (
          <>
            <p>{tn('history_tension_summary', summary.count, spreadInWords(summary.lowerBy))}</p>
            <p>{t('history_tension_middle', number(summary.before), number(summary.after))}</p>
          </>
        ) : (
          <p>{t('history_tension_few', number(ENOUGH_PAIRS))}</p>
        )}
        <p>{t('tension_cantTell')}</p>
      </div>
      <details class={styles.details}>
        <summary>{t('history_tension_table')}</summary>
        <table class={table.list} aria-labelledby="tension">
          <thead>
            <tr>
              <th scope="col">{t('history_tension_date')}</th>
              <th scope="col">{t('history_what')}</th>
              <th scope="col">{t('history_tension_before')}</th>
              <th scope="col">{t('history_tension_after')}</th>
            </tr>
          </thead>
          <tbody>
            {pairs.map(({ date, kind, before, after }) => (
              <tr key={date}>
                <th scope="row">{dateInWords(date)}</th>
                <td>{breakName(kind)}</td>
                <td>{number(before)}</td>
                <td>{number(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** Decoration: the words and the table say the same. */
function Drawing({ pairs, summary }: { pairs: readonly Pair[]; summary: Summary | null }) {
  // Equal pairs share one line.
  const lines = [...new Map(pairs.map((pair) => [`${pair.before} ${pair.after}`, pair])).values()];
  return (
    <div class={styles.drawing} aria-hidden="true">
      <svg
        class={styles.lines}
        aria-hidden="true"
        preserveAspectRatio="none"
        viewBox={`0 -6 ${WIDTH} ${HEIGHT + 12}`}
      >
        <path class={styles.axis} d={`M0 0H${WIDTH}M0 ${HEIGHT}H${WIDTH}`} />
        {lines.map(({ before, after }) => (
          <g key={`${before} ${after}`} class={styles.pair}>
            <path d={`M0 ${y(before)}L${WIDTH} ${y(after)}`} />
            <path class={styles.dot} d={dots(before, after)} />
          </g>
        ))}
        {summary && (
          <g class={styles.middle}>
            <path d={`M0 ${y(summary.before)}L${WIDTH} ${y(summary.after)}`} />
            <path class={styles.rim} d={dots(summary.before, summary.after)} />
            <path class={styles.dot} d={dots(summary.before, summary.after)} />
          </g>
        )}
      </svg>
      {[0, 10].map(
        (end) =>
          (summary === null || Math.abs(summary.before - end) >= 1) && (
            <span key={end} class={styles.end} style={{ insetBlockStart: `${y(end) - 4}px` }}>
              {number(end)}
            </span>
          ),
      )}
      {summary &&
        (['before', 'after'] as const).map((side) => (
          <span
            key={side}
            class={styles[`at_${side}`]}
            style={{ insetBlockStart: `${y(summary[side]) - 8}px` }}
          >
            {number(summary[side])}
          </span>
        ))}
      <span class={styles.side}>{t('tension_before')}</span>
      <span class={styles.side}>{t('tension_after')}</span>
    </div>
  );
}

/** “mostly between 0 and 2 lower”, if that is true. */
function spreadInWords({ from, to }: Summary['lowerBy']): string {
  const least = number(Math.abs(from));
  const most = number(Math.abs(to));
  if (from === 0 && to === 0) return t('history_tension_same');
  if (from === to) return t(from > 0 ? 'history_tension_lower' : 'history_tension_higher', least);
  if (from >= 0) return t('history_tension_between_lower', least, most);
  if (to <= 0) return t('history_tension_between_higher', most, least);
  return t('history_tension_between', least, most);
}
