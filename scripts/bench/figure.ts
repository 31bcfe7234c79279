/** One measured figure beside its limit; `value` is null when it could not be measured. */
export interface Figure {
  name: string;
  value: number | null;
  limit: number;
  unit: string;
  holds: boolean;
}

/** A figure that must not be larger than its limit. */
export function atMost(limit: number, unit: string, name: string, value: number | null): Figure {
  // What is shown is what is judged, so that no table says "15 of 15" and fails.
  const shown = value === null ? null : Number(value.toFixed(3));
  return { name, value: shown, limit, unit, holds: shown !== null && shown <= limit };
}

/** The table as it stands in the README. */
export function table(figures: Figure[]): string {
  const rows = figures.map(({ name, value, limit, unit, holds }) => [
    name,
    value === null ? 'not measured' : told(value, unit),
    told(limit, unit),
    holds ? 'yes' : '**no**',
  ]);
  return [['Figure', 'Measured', 'At most', 'Holds'], ['---', '---:', '---:', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

const told = (value: number, unit: string): string =>
  `${value.toLocaleString('en', { maximumFractionDigits: 2 })} ${unit}`.trimEnd();

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}
