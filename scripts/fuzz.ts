// Searches with random seeds for examples that break a property. `npm run fuzz -- --minutes 10 WORDS` takes
// the properties whose names have the words. `npm run fuzz -- --seed N --path P WORDS` repeats a failure.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createVitest, type TestCase } from 'vitest/node';
import type { Finding } from './finding.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const HIGHEST_SEED = 2 ** 31 - 1;

function stop(message: string): never {
  process.stderr.write(`fuzz: ${message}\n`);
  process.exit(2);
}

function numberOf(option: string, text: string): number {
  const value = Number(text);
  return Number.isFinite(value) ? value : stop(`--${option} takes a number`);
}

const { values, positionals } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string' },
    path: { type: 'string', default: '' },
  },
  allowPositionals: true,
});
const words = positionals.join(' ');
const seed = values.seed === undefined ? null : numberOf('seed', values.seed);
const minutes = seed === null ? numberOf('minutes', values.minutes) : 0;

const vitest = await createVitest('test', {
  root: ROOT,
  watch: false,
  reporters: [{}],
  // Finding the smallest example may take minutes.
  testTimeout: 0,
  ...(words !== '' && { testNamePattern: words.replace(/[^\w\s]/g, '\\$&') }),
});
const specifications = await vitest.globTestSpecifications(filesWithProperties());
const startedAtMs = Date.now();
const times = new Map<string, number>();
let rounds = 0;
do {
  rounds++;
  await round(seed ?? Math.floor(Math.random() * HIGHEST_SEED));
} while (Date.now() - startedAtMs < minutes * 60_000);
await vitest.close();

const failures = [...times.values()].reduce((sum, count) => sum + count, 0);
const seconds = Math.round((Date.now() - startedAtMs) / 1000);
say(`\n${rounds} rounds in ${seconds} s, ${failures} failures`);
for (const [name, count] of times) say(`  ${count} × ${name}`);
process.exit(failures > 0 ? 1 : 0);

/** Runs every property as often as the tests do, from one seed. */
async function round(from: number): Promise<void> {
  Object.assign(process.env, { FUZZ_SEED: String(from), FUZZ_PATH: values.path });
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  const tests = testModules.flatMap((module) => [...module.children.allTests()]);
  const errors = [...unhandledErrors, ...testModules.flatMap((module) => module.errors())];
  if (errors.length > 0) stop(errors.map((error) => (error as Error).stack ?? error).join('\n'));
  if (tests.every((test) => test.result().state === 'skipped'))
    stop(`no property named “${words}”`);
  for (const test of tests) if (test.result().state === 'failed') tell(test, from);
}

function tell(test: TestCase, from: number): void {
  const name = test.fullName.replaceAll(' > ', ' ');
  times.set(name, (times.get(name) ?? 0) + 1);
  const { finding } = test.meta();
  say(`\nFailed: ${name}`);
  if (finding !== undefined) tellFinding(name, finding);
  else say(`  with seed ${from}: ${test.result().errors?.map(({ message }) => message)}`);
}

function tellFinding(name: string, { seed, path, problem, example, day }: Finding): void {
  say(problem.replace(/^/gm, '  '));
  if (day === null) say(`Smallest example: ${example}`);
  else {
    const told = { ...day, id: `found-${seed}`, title: name, observe: [], expect: [] };
    say(`Smallest example, as a told day that still has to say what it expects:`);
    say(JSON.stringify(told));
  }
  say(`Repeat: npm run fuzz -- --seed ${seed} --path ${path} ${JSON.stringify(name)}`);
}

function filesWithProperties(): string[] {
  return readdirSync(join(ROOT, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => join(ROOT, 'tests', file))
    .filter((file) => readFileSync(file, 'utf8').includes("from 'fast-check'"));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
