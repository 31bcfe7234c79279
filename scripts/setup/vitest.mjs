/** Runs projects of vitest.config.ts, and has each test's result written to a file. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { howEnded, run } from './command.mjs';
import { tool } from './packages.mjs';
import { countOf } from './tally.mjs';

let runs = 0;

/** Where a run of vitest is to write its results. */
export const resultsFile = () => join(tmpdir(), `exhale-results-${process.pid}-${++runs}.jsonl`);

/**
 * Gives null when all is well, or what is wrong apart from failed tests: vitest itself broke, or ran
 * nothing at all. `reporter` is what a person sees.
 */
export async function runVitest({ projects, file, reporter, args = [], env = {}, label, show }) {
  const command = [tool('vitest'), 'run', ...projects.flatMap((name) => ['--project', name])];
  const colors = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  const ended = await run(process.execPath, [...command, ...args], {
    env: {
      ...process.env,
      ...colors,
      EXHALE_RESULTS: file,
      EXHALE_REPORTER: reporter,
      ...env,
    },
    label,
    show,
  });
  const { passed, failed } = countOf({ file, ended: true, problem: null });
  if (passed + failed === 0) return `no test ran: ${howEnded(ended)}`;
  // It ends with 1 where tests have failed.
  if (ended.code === 0 || (ended.code === 1 && failed > 0)) return null;
  return `vitest ended before its tests did: ${howEnded(ended)}`;
}
