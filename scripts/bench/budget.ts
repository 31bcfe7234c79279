/** One line of docs/BUDGETS.md: something measured beside its limit. */
export interface Row {
  what: string;
  /** What the empty extension does meanwhile, where it takes part. */
  beside?: string;
  limit: string;
  measured: string;
  exhale?: string;
  empty?: string;
  holds: boolean;
}

/** The same thing measured with Exhale and with the empty extension, once in each round. */
export interface Samples {
  exhale: number[];
  empty: number[];
}

type Name = Pick<Row, 'what' | 'beside'>;

interface Limits {
  p50: number;
  p95: number;
}

/** By the nearest rank: one of the values themselves. */
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

/** How many times as long, or as large, it is with Exhale. */
export function atMostTimes(name: Name, limit: Limits, unit: string, samples: Samples): Row {
  const [exhale, empty] = [limitsOf(samples.exhale), limitsOf(samples.empty)];
  const ratio = { p50: exhale.p50 / empty.p50, p95: exhale.p95 / empty.p95 };
  return compared(name, limit, ratio, { unit: '×', each: unit, exhale, empty });
}

/** How much longer it is with Exhale. */
export function atMostMore(name: Name, limit: Limits, unit: string, samples: Samples): Row {
  const [exhale, empty] = [limitsOf(samples.exhale), limitsOf(samples.empty)];
  const more = { p50: exhale.p50 - empty.p50, p95: exhale.p95 - empty.p95 };
  return compared(name, limit, more, { unit: `${unit} more`, each: unit, exhale, empty });
}

interface Compared {
  unit: string;
  /** The unit of what was measured of each. */
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

/** How much longer it is with Exhale, at most as much as the differences of the pairs spread: their middle half. */
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

/** What could not be measured holds nothing. */
export const notMeasured = (what: string): Row => ({
  what,
  limit: '',
  measured: 'not measured',
  holds: false,
});

// What is shown is what is judged, so that no table says "2 of at most 2" and fails.
const shown = (value: number): number => Number(value.toFixed(2));
const number = (value: number): string => shown(value).toLocaleString('en');
const told = (value: number, unit: string): string => `${number(value)} ${unit}`.trimEnd();
const toldBoth = ({ p50, p95 }: Limits, unit: string): string =>
  `${number(p50)}, ${told(p95, unit)}`;

/** Rows with an empty extension beside them. */
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

/** Rows of Exhale alone. */
export function tableOfLimits(rows: Row[]): string {
  return table(
    ['', 'At most', 'Measured', 'Holds'],
    rows.map(({ what, limit, measured, holds }) => [what, limit, measured, yesNo(holds)]),
  );
}

const yesNo = (holds: boolean): string => (holds ? 'yes' : '**no**');

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
