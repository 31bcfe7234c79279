// Replays days with the core: JSON Lines in, JSON Lines out. `npm run --silent simulate -- FILE`, or `-` for
// standard input. With --time after it, the seconds are printed on standard error.
import { readFileSync } from 'node:fs';
import { play } from '../core/simulate/play.ts';
import { parseScenario, type Scenario } from '../core/simulate/scenario.ts';
import { instantOf, isTimeZone, localAt } from './zone.ts';

function stop(message: string): never {
  process.stderr.write(`simulate: ${message}\n`);
  process.exit(2);
}

function read(file: string | undefined): string {
  if (file === undefined) stop('name a file of scenarios, or - for standard input');
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    stop(`${file}: ${(error as Error).message}`);
  }
}

const startedAtMs = performance.now();
const scenarios: Scenario[] = read(process.argv[2])
  .split('\n')
  .flatMap((text, index) => {
    if (text.trim() === '') return [];
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      stop(`line ${index + 1}: not JSON (${(error as Error).message})`);
    }
    const parsed = parseScenario(value, isTimeZone);
    if (!parsed.ok) {
      const { field, problem } = parsed.refusal;
      stop(`line ${index + 1}: ${field === '' ? 'the scenario' : field}: ${problem}`);
    }
    const { start, timeZone } = parsed.scenario;
    if (Number.isNaN(instantOf(start, timeZone))) stop(`line ${index + 1}: start: invalid`);
    return [parsed.scenario];
  });

for (const scenario of scenarios) {
  const lines = play(scenario, instantOf(scenario.start, scenario.timeZone), localAt);
  if (lines.length > 0)
    process.stdout.write(`${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
}

if (process.argv[3] === '--time')
  process.stderr.write(`${((performance.now() - startedAtMs) / 1000).toFixed(3)} s\n`);
