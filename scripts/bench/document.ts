import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { findNeed } from '../setup/system.mjs';
import { type Row, tableOfLimits, tableOfPairs } from './budget.ts';

const isPair = ({ empty }: Row): boolean => empty !== undefined;

/** The two tables. A table without rows is left out. */
export function tables(rows: Row[]): string {
  const pairs = rows.filter(isPair);
  const others = rows.filter((row) => !isPair(row));
  return [pairs.length > 0 && tableOfPairs(pairs), others.length > 0 && tableOfLimits(others)]
    .filter(Boolean)
    .join('\n\n');
}

/** When the first and the last part were measured. */
interface Between {
  fromMs: number;
  toMs: number;
}

/** docs/BUDGETS.md, once every part was measured. */
export function budgets(rows: Row[], rounds: number, measured: Between): string {
  return `# Budgets

A break reminder must not be felt until it reminds. \`npm run bench\` measures that, on any Linux machine
with an X server, and writes this page. It takes over an hour, half of which is the half hour of
work below. It ends with an error when a limit is exceeded.

    npm run bench                       # everything
    npm run bench -- popup memory       # the parts whose names have one of these words
    npm run bench -- popup --rounds 3   # for a first impression

Parts print their tables. This page has the last rows of each, once all of them were measured.

## How it is measured

Each row compares Exhale with an empty extension that does the least of the same thing. Both are installed
in the same browser and take turns, ${rounds} times each. A ratio holds on any machine; the milliseconds are
those of this one. Two numbers are the 50th and the 95th percentile (p50, p95).

- *Cold* means that the process of the extension is gone before each round. The reminder itself is a page
  of the extension, so when “Later” is pressed only the worker is gone.
- Pages tell themselves when they have painted: a copy of each extension has one more script for that. No
  debugger is attached to a page before that, and never to a worker.
- The icon has changed as soon as the browser has taken what it shows and says.
- A switch of the settings is another one in each round, on a page that has just been opened.
- In the half hour of work the pointer moves every two seconds, and the tab changes every 20. Both
  extensions live through it side by side in one browser. No reminder falls into it. The time of the
  processor is that of the extension's own process.
- While someone works without a pause, no event comes. An alarm every two minutes notes the screen time, so
  that a crash or a sleep makes it wrong by no more than that. Each alarm starts the worker. So the empty
  extension has such an alarm, too: 15 starts in the half hour are what an exact screen time costs, and the row
  tells what Exhale adds.
- Under load, the commands are Pause, Resume and Later. The tabs go on changing while each is on its way.
- Memory is what a process has for itself and its share of what it has in common with others (PSS), read
  from both processes at the same instants after both have been woken by an alarm.
- Your days are not beside an empty extension, but beside the same page with one week of data, in a second
  browser. Totals of whole days are worked out at a first look, which is not measured. Memory is what the page has
  for its scripts.
- Ten years are also saved as a file, deleted, and read from that file. The memory is what the extension's processes
  need more meanwhile.
- At the start of the browser the empty extension hears of it, and does nothing. That alone makes the start
  later by more than the spread of its pairs beside a browser without any extension. The median of the
  differences must lie within their spread: the distance between their 25th and 75th percentiles.

## Beside an empty extension

${tableOfPairs(rows.filter(isPair))}

## By itself

The sizes keep the package tidy; nobody feels them.

${tableOfLimits(rows.filter((row) => !isPair(row)))}

Measured ${whenOf(measured)} with ${browser()} on ${machine()}.
`;
}

function whenOf({ fromMs, toMs }: Between): string {
  const [from, to] = [fromMs, toMs].map((atMs) => new Date(atMs).toISOString().slice(0, 10));
  return from === to ? `on ${from}` : `from ${from} to ${to}`;
}

const GB = 2 ** 30;

function machine(): string {
  const [first] = cpus();
  const memory = `${Math.round(totalmem() / GB)} GB of memory`;
  return `${cpus().length} cores (${first?.model ?? process.arch}), ${memory}`;
}

/** Name and version. */
function browser(): string {
  const program = findNeed('chromium') ?? '';
  const stdio = ['ignore', 'pipe', 'ignore'] as const;
  const told = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: [...stdio] });
  return told.split(' ').slice(0, 2).join(' ');
}
