/** One row of docs/BUDGETS.md: a measurement and its limit. */
export interface Row {
  what: string;
  /** What the empty extension does, if it takes part. */
  beside?: string;
  limit: string;
  measured: string;
  exhale?: string;
  empty?: string;
  holds: boolean;
}

/** One value per round, for Exhale and for the empty extension. */
export interface Samples {
  exhale: number[];
  empty: number[];
}

type Name = Pick<Row, 'what' | 'beside'>;

interface Limits {
  p50: number;
  p95: number;
}

/** The nearest-rank percentile, so always one of the values. */
export function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (value === undefined) throw new Error('a percentile of nothing');
  return value;
}

const limitsOf = (values: number[]): Limits => ({
  p50: percentile(values, 50),
  p95: percentile(values, 95),
});

/** A limit on the ratio of Exhale to the empty extension. */
export function atMostTimes(name: Name, limit: Limits, unit: string, samples: Samples): Row {
  const [exhale, empty] = [limitsOf(samples.exhale), limitsOf(samples.empty)];
  const ratio = { p50: exhale.p50 / empty.p50, p95: exhale.p95 / empty.p95 };
  return compared(name, limit, ratio, { unit: '×', each: unit, exhale, empty });
}

/** A limit on the difference between Exhale and the empty extension. */
export function atMostMore(name: Name, limit: Limits, unit: string, samples: Samples): Row {
  const [exhale, empty] = [limitsOf(samples.exhale), limitsOf(samples.empty)];
  const more = { p50: exhale.p50 - empty.p50, p95: exhale.p95 - empty.p95 };
  return compared(name, limit, more, { unit: `${unit} more`, each: unit, exhale, empty });
}

interface Compared {
  unit: string;
  /** The unit of the samples. */
  each: string;
  exhale: Limits;
  empty: Limits;
}

function compared(name: Name, limit: Limits, found: Limits, { unit, each, ...both }: Compared) {
  return {
    ...name,
    limit: toldBoth(limit, unit),
    measured: toldBoth(found, unit),
    exhale: toldBoth(both.exhale, each),
    empty: toldBoth(both.empty, each),
    holds: shown(found.p50) <= limit.p50 && shown(found.p95) <= limit.p95,
  };
}

/** A limit on the median difference: the spread of the pairs' differences, from the 25th to the 75th percentile. */
export function withinSpread(name: Name, unit: string, { exhale, empty }: Samples): Row {
  const differences = exhale.map((value, round) => value - (empty[round] as number));
  const spread = percentile(differences, 75) - percentile(differences, 25);
  const difference = percentile(differences, 50);
  return {
    ...name,
    limit: `${number(spread)} ${unit} (spread of the pairs)`,
    measured: `${number(difference)} ${unit}`,
    exhale: toldBoth(limitsOf(exhale), unit),
    empty: toldBoth(limitsOf(empty), unit),
    holds: shown(difference) <= shown(spread),
  };
}

/** A number that must not be larger than its limit. */
export function atMost(limit: number, unit: string, name: Name | string, value: number): Row {
  return {
    ...(typeof name === 'string' ? { what: name } : name),
    limit: told(limit, unit),
    measured: told(value, unit),
    holds: shown(value) <= limit,
  };
}

/** A row that could not be measured. It counts as exceeded. */
export const notMeasured = (what: string): Row => ({
  what,
  limit: '',
  measured: 'not measured',
  holds: false,
});

// The limit is checked on the rounded number, so that "2, at most 2" never fails.
const shown = (value: number): number => Number(value.toFixed(2));
const number = (value: number): string => shown(value).toLocaleString('en');
const told = (value: number, unit: string): string => `${number(value)} ${unit}`.trimEnd();
const toldBoth = ({ p50, p95 }: Limits, unit: string): string =>
  `${number(p50)}, ${told(p95, unit)}`;

/** The rows that compare with the empty extension. */
export function tableOfPairs(rows: Row[]): string {
  const head = ['', 'The empty extension', 'Limit', 'Measured', 'Exhale', 'Empty', 'Holds'];
  return table(
    head,
    rows.map(({ what, beside = '', limit, measured, exhale = '', empty = '', holds }) => [
      ...[what, beside, limit, measured, exhale, empty],
      yesNo(holds),
    ]),
  );
}

/** The rows of Exhale alone. */
export function tableOfLimits(rows: Row[]): string {
  return table(
    ['', 'At most', 'Measured', 'Holds'],
    rows.map(({ what, limit, measured, holds }) => [what, limit, measured, yesNo(holds)]),
  );
}

const yesNo = (holds: boolean): string => (holds ? 'yes' : '**no**');

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
