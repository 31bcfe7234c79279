import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Line, play } from '../../../core/simulate/play.ts';
import { parseScenario } from '../../../core/simulate/scenario.ts';
import { instantOf, isTimeZone, localAt } from '../../../scripts/zone.ts';
import { broken, type Expectation } from './expectations.ts';

interface Example {
  id: string;
  title: string;
  expect: Expectation[];
}

const files = [
  new URL('../../fixtures/scenarios.jsonl', import.meta.url),
  new URL('../fixtures/days.jsonl', import.meta.url),
].filter((file) => existsSync(file));

function lived(value: unknown): Line[] {
  const parsed = parseScenario(value, isTimeZone);
  if (!parsed.ok) throw new Error(`malformed: ${parsed.refusal.field}`);
  const { start, timeZone } = parsed.scenario;
  return play(parsed.scenario, instantOf(start, timeZone), localAt);
}

for (const file of files)
  describe(`the days of ${file.pathname.split('/').at(-1)}`, () => {
    const examples = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Example);
    it.each(examples.map((example) => [`${example.id}: ${example.title}`, example] as const))(
      '%s',
      (_, example) => {
        const lines = lived(example);
        const failures = example.expect.flatMap((expected) => {
          const why = broken(lines, expected);
          return why === null ? [] : [`${JSON.stringify(expected)}: ${why}`];
        });
        expect(failures, lines.map((line) => JSON.stringify(line)).join('\n')).toEqual([]);
      },
    );
  });
