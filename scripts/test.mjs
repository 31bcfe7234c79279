/**
 * `npm test`: everything that must hold after each change. `npm run test:all`: the same, and slow
 * checks. `npm run check`: types, lint and unused code only. Words choose among the stages:
 * `npm test -- types`. All stages run even when one fails. The last line is `N passed, N failed`.
 */
import { parseArgs } from 'node:util';
import { runMain, SetupError } from './setup/command.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { openRunFolder } from './setup/runFolder.mjs';
import { plan, runStage } from './setup/stages.mjs';
import { countOf, Tally } from './setup/tally.mjs';
import { resultsFile } from './setup/vitest.mjs';

/** With more at once, each only gets slower. */
const SIDE_BY_SIDE = 3;

const startedAtMs = Date.now();
const tally = new Tally();
let leftOut = [];

await runMain(
  async () => {
    const option = { type: 'boolean', default: false };
    const options = { all: option, check: option };
    const { values, positionals: words } = parseArgs({ options, allowPositionals: true });
    const planned = plan({ words, slow: values.all, checks: values.check });
    leftOut = planned.leftOut;
    if (planned.groups.length === 0)
      throw new SetupError(`No stage here is called ${words.join(' ')}.`);
    await ensurePackages();
    await openRunFolder();
    for (const group of planned.groups) await runGroup(group);
    return tally.failed > 0 ? 1 : 0;
  },
  (why) => {
    tally.stop(why);
    const verdict = tally.failed > 0 ? 'Not all is well' : 'All is well';
    console.log(`\n${verdict}, after ${secondsSince(startedAtMs)} s.`);
    if (leftOut.length > 0) {
      const told = leftOut.map(({ title, needs }) => `${title} (needs ${needs})`);
      console.log(`Left out here: ${told.join('; ')}.`);
    }
    for (const remark of tally.remarks()) console.log(remark);
    console.log(tally.lastLine());
  },
);

function secondsSince(atMs) {
  return Math.round((Date.now() - atMs) / 1000);
}

/**
 * The output of a single stage is shown as it comes. With several, each is shown as a whole when it has
 * ended.
 */
async function runGroup(stages) {
  if (stages.length === 1) {
    const [stage] = stages;
    console.log(`\n=== ${stage.title} ===`);
    console.log(await end(stage, (text) => process.stdout.write(text)));
    return;
  }
  const waiting = [...stages];
  const runSome = async () => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) {
      let heard = '';
      const verdict = await end(stage, (text) => {
        heard += text;
      });
      // A stage that passed shows no output.
      const output = verdict.startsWith('--- ok') ? '' : heard;
      console.log(`\n=== ${stage.title} ===\n${output}${verdict}`);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, runSome));
}

/** Runs a stage to its end and returns the verdict. */
async function end(stage, show) {
  const beganAtMs = Date.now();
  const entry = tally.begin(stage.title, stage.tests ? resultsFile() : null);
  try {
    entry.problem = await runStage(stage, { file: entry.file, show });
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    entry.problem = error.message;
  }
  entry.ended = true;
  const verdict = countOf(entry).failed > 0 ? 'failed' : 'ok';
  return `--- ${verdict} (${secondsSince(beganAtMs)} s)`;
}
