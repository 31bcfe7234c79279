import { scaleLinear } from 'd3-scale';
import type { ShoreWeek } from '../../core/days/weeks.ts';
import { t, tn } from '../../shell/words/t.ts';
import styles from './Charts.module.css';
import shared from './Days.module.css';
import { Table } from './Table.tsx';
import { dateName } from './words.ts';

interface ShoreProps {
  weeks: readonly ShoreWeek[];
  asTables: boolean;
}

const WIDTH = 1000;
const HEIGHT = 120;

/** Weeks in which most days had rests, as water that rises and never falls. */
export function Shore({ weeks, asTables }: ShoreProps) {
  const good = weeks.filter(({ isGood }) => isGood).length;
  const [first] = weeks;
  const last = weeks.at(-1);
  const sum = tn('history_shore_sum', good);
  return (
    <section class={shared.section} aria-labelledby="shore">
      <div class={shared.heading}>
        <h2 id="shore">{t('history_shore')}</h2>
        {good > 0 && <p class={shared.sum}>{sum}</p>}
      </div>
      <p class={shared.words}>{t('history_shore_text')}</p>
      {first === undefined || last === undefined ? (
        <p class={shared.sum}>{t('history_shore_none')}</p>
      ) : asTables ? (
        <Table
          labelledBy="shore"
          columns={[t('history_shore_week'), t('history_shore_column')]}
          rows={[...weeks].reverse().map(({ week, isGood }) => ({
            key: week,
            cells: [dateName(week), t(isGood ? 'history_shore_filled' : 'history_shore_same')],
          }))}
        />
      ) : (
        <>
          <Water weeks={weeks} label={sum} />
          <div class={styles.ends} aria-hidden="true">
            <span>{dateName(first.week)}</span>
            {last !== first && <span>{dateName(last.week)}</span>}
          </div>
        </>
      )}
    </section>
  );
}

function Water({ weeks, label }: { weeks: readonly ShoreWeek[]; label: string }) {
  const x = scaleLinear([0, weeks.length], [0, WIDTH]);
  const y = scaleLinear([0, 1], [HEIGHT - 4, 8]);
  let at = { x: 0, y: y(0) };
  let surface = `M0 ${at.y}`;
  for (const [nth, { level }] of weeks.entries()) {
    const to = { x: x(nth + 1), y: y(level) };
    const middle = (at.x + to.x) / 2;
    surface += `C${middle} ${at.y} ${middle} ${to.y} ${to.x} ${to.y}`;
    at = to;
  }
  return (
    <svg
      class={styles.water}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <path class={styles.fill} d={`${surface}V${HEIGHT}H0Z`} />
      <path class={styles.surface} d={surface} />
      <path class={styles.ground} d={`M0 ${HEIGHT}H${WIDTH}`} />
    </svg>
  );
}
