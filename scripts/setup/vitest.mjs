/** Runs projects of vitest.config.ts and writes the result of each test to a file. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { howEnded, run } from './command.mjs';
import { tool } from './packages.mjs';
import { countOf } from './tally.mjs';

let runs = 0;

/** A file for the results of one run of vitest. */
export const resultsFile = () => join(tmpdir(), `exhale-results-${process.pid}-${++runs}.jsonl`);

/**
 * Returns null, or a problem other than failed tests: vitest itself broke, or no test ran. `reporter` is what
 * the person sees.
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
  // It ends with 1 if tests failed.
  if (ended.code === 0 || (ended.code === 1 && failed > 0)) return null;
  return `vitest ended before its tests did: ${howEnded(ended)}`;
}
