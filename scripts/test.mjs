/**
 * `npm test`: everything that has to hold, one stage after the other. All of them run even when one
 * fails. The last line is `N passed, N failed`, alone.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildArgs } from './builds.mjs';
import { run, runMain } from './command.mjs';
import { testInBrowser } from './e2e.mjs';
import { ensurePackages, tool } from './packages.mjs';

const STAGES = [
  ['Types', () => once([tool('tsc'), '--noEmit', '-p', '.'])],
  [
    'Types of the core, without browser or clock',
    () => once([tool('tsc'), '--noEmit', '-p', 'core']),
  ],
  ['Lint and format', () => once([tool('biome'), 'ci', '--error-on-warnings'])],
  ['Unused code', () => once([tool('knip'), '--no-progress'])],
  ['Unit and property tests', unitTests],
  ['Build for Chrome and Edge', () => once(buildArgs('chromium'))],
  ['Build for Firefox', () => once(buildArgs('firefox'))],
  ['End to end in Chromium', () => testInBrowser('chromium')],
  ['End to end in Firefox', () => testInBrowser('firefox')],
];

await runMain(async () => {
  const startedAtMs = Date.now();
  await ensurePackages();
  const total = { passed: 0, failed: 0 };
  const fallen = [];
  for (const [title, stage] of STAGES) {
    console.log(`\n=== ${title} ===`);
    const { passed, failed } = await stage();
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) fallen.push(title);
    console.log(failed > 0 ? `--- failed: ${title}` : '--- ok');
  }
  const seconds = Math.round((Date.now() - startedAtMs) / 1000);
  console.log(
    fallen.length > 0
      ? `\nNot all is well, after ${seconds} s. Look at: ${fallen.join('; ')}.`
      : `\nAll is well, after ${seconds} s.`,
  );
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return fallen.length > 0 ? 1 : 0;
});

/** A command that passes or fails as a whole; it is heard only when it fails. */
async function once(args) {
  const { code, output } = await toTheEnd(args, () => {});
  if (code === 0) return { passed: 1, failed: 0 };
  process.stdout.write(output);
  return { passed: 0, failed: 1 };
}

async function unitTests() {
  const folder = mkdtempSync(join(tmpdir(), 'exhale-test-'));
  const file = join(folder, 'vitest.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { code } = await toTheEnd([tool('vitest'), 'run', ...reporters], (text) =>
      process.stdout.write(text),
    );
    const report = JSON.parse(readFileSync(file, 'utf8'));
    // A file that could not even be loaded has no tests to count.
    const broken = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    ).length;
    const failed = report.numFailedTests + broken;
    return { passed: report.numPassedTests, failed: failed || (code === 0 ? 0 : 1) };
  } catch (error) {
    console.log(`No report: ${error.message}`);
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toTheEnd(args, show) {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  const env = { ...process.env, ...colour };
  return run(process.execPath, args, { env, label: 'Still running', show });
}
