/**
 * `npm run bench [-- WORD …] [-- --rounds N]`: measures what Exhale costs a person, beside an empty
 * extension. Words choose the parts whose names have them. Once every part was measured, in one run or in
 * several, it writes docs/BUDGETS.md. It ends with 1 when a limit is exceeded, and says which.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { breathe } from './bench/breathe.ts';
import { browserStart } from './bench/browserStart.ts';
import { notMeasured, type Row } from './bench/budget.ts';
import { coldPopup } from './bench/coldPopup.ts';
import { days } from './bench/days.ts';
import { budgets, tables } from './bench/document.ts';
import type { Ground } from './bench/ground.ts';
import { guide } from './bench/guide.ts';
import { halfHour } from './bench/halfHour.ts';
import { interruptions } from './bench/interruptions.ts';
import { load } from './bench/load.ts';
import { memory } from './bench/memory.ts';
import { permissions } from './bench/permissions.ts';
import { later, reminder } from './bench/reminder.ts';
import { settingsControl } from './bench/settingsControl.ts';
import { simulator } from './bench/simulator.ts';
import { sizes } from './bench/size.ts';
import { tenYears } from './bench/tenYears.ts';
import { builtOnDisplay } from './setup/builtOnDisplay.ts';
import { ROOT, runMain, runQuietly, say } from './setup/command.mjs';
import { tool } from './setup/packages.mjs';
import { hasXServer } from './setup/platform.mjs';

const ROUNDS = 20;

const PARTS: Record<string, (ground: Ground) => Promise<Row[]>> = {
  popup: coldPopup,
  reminder,
  later,
  breathe,
  settings: settingsControl,
  load,
  start: browserStart,
  memory,
  halfHour,
  guide,
  permissions,
  interruptions,
  days,
  tenYears,
  simulator,
  sizes,
};

await runMain(async () => {
  const { values, positionals: words } = parseArgs({
    options: { rounds: { type: 'string', default: `${ROUNDS}` } },
    allowPositionals: true,
  });
  const rounds = Number(values.rounds);
  const names = Object.keys(PARTS);
  const wished = names.filter(
    (name) => words.length === 0 || words.some((it) => name.includes(it)),
  );
  if (wished.length === 0 || !(rounds >= 1)) {
    say(`bench: WORD is part of one of these: ${names.join(', ')}; --rounds is a number`);
    return 2;
  }
  if (!hasXServer()) {
    say('bench: it needs an X server for real input, and /proc for what processes use: Linux only');
    return 2;
  }
  const ground = { dist: await builtOnDisplay(), rounds };
  const rows: Row[] = [];
  for (const name of wished) {
    say(`${name} …`);
    const now = await measured(name, ground);
    if (rounds >= ROUNDS) keep(name, now);
    rows.push(...now);
  }
  const all = names.map(lastOf);
  if (rounds >= ROUNDS && all.every((one) => one !== null)) await write(all);
  process.stdout.write(`${tables(rows)}\n`);
  const broken = rows.filter(({ holds }) => !holds);
  for (const { what, measured, limit } of broken)
    say(`Over its limit: ${what}: ${measured}; at most ${limit}`);
  return broken.length > 0 ? 1 : 0;
});

/** What the last whole measurement of a part found. */
interface Last {
  atMs: number;
  rows: Row[];
}

function fileOf(name: string): string {
  return join(ROOT, 'reports/bench', `${name}.json`);
}

function keep(name: string, rows: Row[]): void {
  mkdirSync(dirname(fileOf(name)), { recursive: true });
  writeFileSync(fileOf(name), JSON.stringify({ atMs: Date.now(), rows } satisfies Last));
}

function lastOf(name: string): Last | null {
  return existsSync(fileOf(name)) ? JSON.parse(readFileSync(fileOf(name), 'utf8')) : null;
}

async function write(all: Last[]): Promise<void> {
  const file = join(ROOT, 'docs/BUDGETS.md');
  const times = all.map(({ atMs }) => atMs);
  const between = { fromMs: Math.min(...times), toMs: Math.max(...times) };
  writeFileSync(
    file,
    budgets(
      all.flatMap(({ rows }) => rows),
      ROUNDS,
      between,
    ),
  );
  // Its tables are not aligned yet, and the check of the format would refuse them.
  await runQuietly('Formatting', process.execPath, [tool('biome'), 'format', '--write', file]);
  say('Written to docs/BUDGETS.md');
}

async function measured(name: string, ground: Ground): Promise<Row[]> {
  try {
    return (await PARTS[name]?.(ground)) ?? [];
  } catch (error) {
    say((error as Error).stack ?? String(error));
    return [notMeasured(name)];
  }
}
