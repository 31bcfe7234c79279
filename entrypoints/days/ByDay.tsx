import { scaleBand, scaleLinear } from 'd3-scale';
import { useState } from 'preact/hooks';
import { daysOfMonth, type Month } from '../../core/days/months.ts';
import { type DayTotals, restsAnHour } from '../../core/days/totals.ts';
import { number, t } from '../../shell/words/t.ts';
import styles from './Charts.module.css';
import shared from './Days.module.css';
import { nextBy } from './Ribbon.tsx';
import { Table } from './Table.tsx';
import { Told } from './Told.tsx';
import { columnsOfDays, rowOfDay } from './Week.tsx';
import { dayFigures, isMirrored, rate, seconds } from './words.ts';

interface ByDayProps {
  month: Month;
  today: number;
  totals: ReadonlyMap<number, DayTotals>;
  asTables: boolean;
}

const HEIGHT = 88;

/** Three pictures of the same days, and what each takes from a day. Hours, but for the last. */
const PICTURES = [
  { is: 'screen', from: (of: DayTotals) => of.screenSeconds / 3600 },
  { is: 'longest', from: (of: DayTotals) => of.longestSeconds / 3600 },
  { is: 'rests', from: restsAnHour },
] as const;

/** The days of a month side by side. */
export function ByDay({ month, today, totals, asTables }: ByDayProps) {
  const days = daysOfMonth(month).filter((day) => day <= today);
  const [chosen, setChosen] = useState(-1);
  const day = days[chosen];
  const told = day === undefined ? null : toldOf(day, totals.get(day));
  const columns = columnsOfDays();
  if (asTables)
    return (
      <section aria-labelledby="byDay">
        <h3 id="byDay">{t('history_byDay')}</h3>
        <Table
          labelledBy="byDay"
          columns={[...columns.slice(0, 4), t('history_col_rate'), ...columns.slice(4)]}
          rows={days.map((one) => {
            const of = totals.get(one);
            const { key, cells } = rowOfDay(one, of);
            return { key, cells: [...cells.slice(0, 4), rateOf(of) ?? '–', ...cells.slice(4)] };
          })}
        />
      </section>
    );
  return (
    <section aria-labelledby="byDay">
      <h3 id="byDay">{t('history_byDay')}</h3>
      {PICTURES.map(({ is, from }) => (
        <Bars
          key={is}
          is={is}
          days={daysOfMonth(month)}
          values={daysOfMonth(month).map((one) => {
            const of = totals.get(one);
            return of ? (from(of) ?? 0) : 0;
          })}
          chosen={chosen}
          last={days.length - 1}
          told={told}
          onChoose={setChosen}
        />
      ))}
      <Told words={told} />
    </section>
  );
}

const rateOf = (of: DayTotals | undefined): string | null => {
  const value = of ? restsAnHour(of) : null;
  return value === null ? null : rate(value);
};

function toldOf(day: number, of: DayTotals | undefined): string {
  const figures = dayFigures(day, of);
  const an = rateOf(of);
  return an === null ? figures : `${figures} · ${t('history_byDay_rests')}: ${an}`;
}

interface BarsProps {
  is: (typeof PICTURES)[number]['is'];
  days: readonly number[];
  values: readonly number[];
  chosen: number;
  /** The last day that can be chosen. */
  last: number;
  told: string | null;
  onChoose: (nth: number) => void;
}

function Bars({ is, days, values, chosen, last, told, onChoose }: BarsProps) {
  const x = scaleBand(days, [0, 100]).paddingInner(0.3);
  const most = Math.max(is === 'rests' ? 2 : 1, ...values);
  const y = scaleLinear([0, most], [0, HEIGHT]).nice(2);
  const [, top = most] = y.domain();
  const ticks = [top / 2, top];

  const point = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const along = (event.clientX - box.left) / box.width;
    const share = isMirrored(event.currentTarget as Element) ? 1 - along : along;
    onChoose(Math.min(last, Math.max(0, Math.floor(share * days.length))));
  };
  const press = (event: KeyboardEvent) => {
    const next = nextBy(event, chosen, last + 1);
    if (next === null) return;
    event.preventDefault();
    onChoose(next);
  };
  return (
    <div class={styles.picture}>
      <p class={shared.sum}>{t(`history_byDay_${is}`)}</p>
      <div class={styles.plot}>
        <div
          class={styles.bars}
          role="slider"
          aria-readonly="true"
          aria-label={t(`history_byDay_${is}`)}
          aria-valuemin={0}
          aria-valuemax={days.length}
          aria-valuenow={chosen + 1}
          aria-valuetext={told ?? t(`history_byDay_${is}`)}
          tabIndex={0}
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => onChoose(-1)}
          onBlur={() => onChoose(-1)}
          onKeyDown={press}
        >
          <svg height={HEIGHT + 1} aria-hidden="true">
            {ticks.map((tick) => (
              <line
                key={tick}
                class={styles.axis}
                x2="100%"
                y1={HEIGHT - y(tick)}
                y2={HEIGHT - y(tick)}
              />
            ))}
            {days.map((day, nth) => {
              const value = values[nth] ?? 0;
              return (
                value > 0 && (
                  <rect
                    key={day}
                    class={styles.bar}
                    data-is={is}
                    data-chosen={nth === chosen}
                    x={`${x(day)}%`}
                    width={`${x.bandwidth()}%`}
                    y={HEIGHT - y(value)}
                    height={y(value)}
                    rx={2}
                  />
                )
              );
            })}
            <line class={styles.floor} x2="100%" y1={HEIGHT} y2={HEIGHT} />
          </svg>
        </div>
        {ticks.map((tick) => (
          <span
            key={tick}
            class={styles.tick}
            aria-hidden="true"
            style={{ insetBlockEnd: `${y(tick) - 9}px` }}
          >
            {is === 'rests' ? rate(tick) : seconds(tick * 3600)}
          </span>
        ))}
        <div class={styles.dates} aria-hidden="true">
          {days
            .filter((_, nth) => nth % 7 === 0)
            .map((day) => (
              <span key={day} style={{ insetInlineStart: `${(x(day) ?? 0) + x.bandwidth() / 2}%` }}>
                {number(days.indexOf(day) + 1)}
              </span>
            ))}
        </div>
      </div>
    </div>
  );
}
