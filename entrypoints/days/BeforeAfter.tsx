import { tensionByKind } from '../../core/days/tensionByKind.ts';
import type { BreakKind } from '../../core/kinds.ts';
import type { Pair, Summary } from '../../core/personal/tension.ts';
import { ENOUGH_PAIRS, summaryOf } from '../../core/personal/tension.ts';
import { dayNumber } from '../../core/time.ts';
import { number, t, tn } from '../../shell/words/t.ts';
import styles from './BeforeAfter.module.css';
import { Table } from './Table.tsx';
import { dateName } from './words.ts';

interface BeforeAfterProps {
  pairs: readonly Pair[];
  breakName: (kind: BreakKind) => string;
  asTables: boolean;
}

/** The size of the drawing in px. The numbers 0 to 10 go upwards. */
const WIDTH = 296;
const STEP = 20;
const HEIGHT = 10 * STEP;
const y = (rating: number) => HEIGHT - rating * STEP;
/** Lines of length 0 with round ends. They stay round if the drawing is narrower. */
const dots = (before: number, after: number) => `M0 ${y(before)}h0M${WIDTH} ${y(after)}h0`;

/** The ratings before and after breaks, without judgment. */
export function BeforeAfter({ pairs, breakName, asTables }: BeforeAfterProps) {
  const summary = summaryOf(pairs);
  return (
    <section class={styles.section} aria-labelledby="tension">
      <h2 id="tension">{t('history_tension_title')}</h2>
      <p class={styles.count}>{tn('history_tension_count', pairs.length)}</p>
      {asTables ? (
        <Table
          labelledBy="tension"
          columns={[
            t('history_tension_date'),
            t('history_what'),
            t('history_tension_before'),
            t('history_tension_after'),
          ]}
          rows={pairs.map(({ date, kind, before, after }) => ({
            key: date,
            cells: [dateName(dayNumber(date)), breakName(kind), number(before), number(after)],
          }))}
        />
      ) : (
        <Drawing pairs={pairs} summary={summary} />
      )}
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
      <h3 class={styles.kinds}>{t('history_kinds')}</h3>
      <dl class={styles.byKind}>
        {tensionByKind(pairs).map(({ kind, count, summary: of }) => (
          <div key={kind}>
            <dt>{breakName(kind)}</dt>
            {of && <Spread {...of} />}
            <dd>
              {of
                ? t(
                    'history_kind',
                    number(count),
                    number(of.before),
                    number(of.after),
                    spreadInWords(of.lowerBy),
                  )
                : tn('history_kind_few', count)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** How much lower or higher at least half of the answers were. Decoration: the words beside it say the same. */
function Spread({ lowerBy: { from, to } }: Summary) {
  // From 5 lower to 5 higher. More is rare, and ends at the edge.
  const x = (lower: number) => 66 - Math.max(-5, Math.min(5, lower)) * 12;
  return (
    <svg class={styles.spread} width={132} height={16} aria-hidden="true">
      <path class={styles.scale} d="M6 8H126M66 3V13" />
      <path class={styles.middle_half} d={`M${x(to)} 8H${x(from) + 0.01}`} />
    </svg>
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
      <div class={styles.sides}>
        <span>{t('tension_before')}</span>
        <span>{t('tension_after')}</span>
      </div>
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
