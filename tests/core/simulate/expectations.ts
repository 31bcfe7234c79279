import type { Line } from '../../../core/simulate/play.ts';

interface Range {
  min?: number;
  max?: number;
}

/** The expectations of a scenario. */
export type Expectation = Record<string, unknown> & { between?: [number, number]; at?: number };

const within = (value: unknown, range: Range): boolean =>
  typeof value === 'number' &&
  value >= (range.min ?? Number.NEGATIVE_INFINITY) &&
  value <= (range.max ?? Number.POSITIVE_INFINITY);

const matches = (actual: unknown, expected: unknown): boolean =>
  typeof expected === 'object' && expected !== null
    ? within(actual, expected as Range)
    : actual === expected;

/** The part of an expectation that fails; null if it holds. */
export function broken(lines: Line[], expected: Expectation): string | null {
  const { between, at, prompt, promptMax, record, none, phase, ...rest } = expected;
  if (between !== undefined) {
    const inside = lines.filter((line) => line.at >= between[0] && line.at <= between[1]);
    const prompts = inside.filter(({ type }) => type === 'prompt').length;
    if (prompt !== undefined && prompts !== prompt) return `${prompts} prompts`;
    if (promptMax !== undefined && prompts > (promptMax as number)) return `${prompts} prompts`;
    if (record === undefined) return null;
    const found = inside.filter(
      (line) =>
        line.type === record &&
        Object.entries(rest).every(([key, value]) => matches(line[key], value)),
    ).length;
    return found > 0 === (none !== true) ? null : `${found} records of ${record}`;
  }
  const seen = lines.find((line) => line.type === 'observed' && line.at === at);
  if (seen === undefined) return 'not observed';
  if (phase !== undefined) {
    const shown = seen.phase as string;
    const passes = shown === 'snoozed' || shown === 'due' ? 'working' : shown;
    const wanted = (phase as string).split('|');
    if (!wanted.includes(passes) && !wanted.includes(shown)) return `phase ${shown}`;
  }
  for (const [key, value] of Object.entries(rest))
    if (!matches(seen[key], value)) return `${key} ${seen[key]}`;
  return null;
}
