/** The stages of `npm test`: what each does and needs, and which run side by side. */
import { join } from 'node:path';
import { buildArgs, distFolder } from './builds.mjs';
import { howEnded, ROOT, run } from './command.mjs';
import { endToEnd } from './endToEnd.mjs';
import { tool, typescriptArgs } from './packages.mjs';
import { hasXServer, isDebian } from './platform.mjs';
import { ensureBrowser } from './system.mjs';
import { runVitest } from './vitest.mjs';

/** What `npm run check` does. */
const CHECKS = [
  { title: 'Types', args: () => [tool('tsc'), '--noEmit', '-p', '.'] },
  {
    title: 'Types of the core, without browser or clock',
    args: () => [tool('tsc'), '--noEmit', '-p', 'core'],
  },
  { title: 'Lint and format', args: () => [tool('biome'), 'ci', '--error-on-warnings'] },
  { title: 'Unused code', args: () => [tool('knip'), '--no-progress'] },
];

/** Stages of a group run side by side, the groups one after the other. `slow`: only for `npm run test:all`. */
const GROUPS = [
  [
    ...CHECKS,
    { title: 'Build for Chrome and Edge', args: () => buildArgs('chromium') },
    { title: 'Build for Firefox', args: () => buildArgs('firefox') },
    { title: 'Build for Safari', args: () => buildArgs('safari') },
  ],
  [
    { title: 'Unit and property tests', tests: (wish) => projects(['unit', 'pages'], wish) },
    // It waits for the network and the disk half of its time.
    {
      title: 'npm start on a machine that has nothing',
      needs: 'Debian',
      tests: (wish) => projects(['start'], wish),
    },
    {
      title: 'Packages for the stores, built twice',
      slow: true,
      tests: (wish) => projects(['packages'], wish),
    },
  ],
  [
    {
      title: 'End to end in Chromium and Firefox',
      needs: 'an X server',
      tests: (wish) => endToEnd({ projects: ['chromium', 'firefox'], ...wish }),
    },
    { title: 'A walk through the screens in Chromium', onlyWithout: 'an X server', work: walk },
  ],
  [
    {
      title: 'Slow tests in Chromium and Firefox',
      needs: 'an X server',
      slow: true,
      tests: (wish) => endToEnd({ projects: ['slow', 'slowFirefox'], ...wish }),
    },
  ],
];

const HAS = { 'an X server': hasXServer, Debian: isDebian };
const isThere = (need) => need === undefined || HAS[need]();

/** The stages to run here whose titles have all the words, and those that this system can't run. */
export function plan({ words = [], slow = false, checks = false } = {}) {
  const isWished = (stage) =>
    (slow || !stage.slow) &&
    words.every((word) => stage.title.toLowerCase().includes(word.toLowerCase()));
  const wished = (checks ? [CHECKS] : GROUPS).map((group) => group.filter(isWished));
  const runsHere = ({ needs, onlyWithout }) =>
    isThere(needs) && (onlyWithout === undefined || !isThere(onlyWithout));
  return {
    groups: wished.map((group) => group.filter(runsHere)).filter((group) => group.length > 0),
    leftOut: wished
      .flat()
      .map(({ title, needs }) => ({ title, needs }))
      .filter(({ needs }) => !isThere(needs)),
  };
}

/** Runs a stage to its end. Returns null, or a problem other than failed tests. */
export async function runStage({ title, args, tests, work }, { file, show }) {
  const wish = { file, label: title, show };
  if (tests) return tests(wish);
  if (work) return work(wish);
  return command(args(), wish);
}

async function command(args, { label, show }) {
  const ended = await run(process.execPath, args, { label, show });
  return ended.code === 0 ? null : howEnded(ended);
}

const projects = (names, wish) => runVitest({ projects: names, reporter: 'default', ...wish });

/** Without an X server for the end-to-end tests: the main screens, with input by the protocol. */
async function walk({ label, show }) {
  const program = await ensureBrowser('chromium');
  const env = { EXHALE_DIST: distFolder('chromium'), EXHALE_BROWSER: program };
  const ended = await run(process.execPath, [...typescriptArgs(), join(ROOT, 'scripts/walk.ts')], {
    env: { ...process.env, ...env },
    label,
    show,
  });
  return ended.code === 0 ? null : howEnded(ended);
}
