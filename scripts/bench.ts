/**
 * `npm run bench [-- --json] [-- --only size,popup]`: measures what Exhale costs, each figure beside its
 * limit. The table (or, with --json, one JSON array) goes to standard output, everything else to
 * standard error. It ends with 0 when every limit holds.
 */
import { parseArgs } from 'node:util';
import { useOwnDisplay } from '../tests/driver/display.ts';
import { breathing } from './bench/breathing.ts';
import type { Ground } from './bench/chromium.ts';
import { type Figure, table } from './bench/figure.ts';
import { guide } from './bench/guide.ts';
import { idling } from './bench/idling.ts';
import { interruptions } from './bench/interruptions.ts';
import { interval } from './bench/interval.ts';
import { permissions } from './bench/permissions.ts';
import { popup } from './bench/popup.ts';
import { simulator } from './bench/simulator.ts';
import { sizes } from './bench/size.ts';
import { switches } from './bench/switches.ts';
import { buildArgs, distFolder } from './setup/builds.mjs';
import { runMain, runQuietly, say } from './setup/command.mjs';
import { ensureSystem } from './setup/system.mjs';

interface Part {
  /** What is said while it runs. */
  says: string;
  measure: (ground: Ground) => Promise<Figure[]>;
}

const PARTS: Record<string, Part> = {
  permissions: { says: 'Permissions and requests', measure: permissions },
  size: { says: 'Sizes', measure: sizes },
  idling: { says: 'Six minutes in the background', measure: idling },
  switches: { says: 'Switching tabs', measure: switches },
  popup: { says: 'The popup', measure: popup },
  breathing: { says: 'A breathing minute', measure: breathing },
  guide: { says: 'Five guided minutes', measure: guide },
  simulator: { says: 'A year in the simulator', measure: simulator },
  interruptions: { says: 'Four weeks of work', measure: interruptions },
  interval: { says: 'A whole shortest interval', measure: interval },
};

await runMain(async () => {
  const { values } = parseArgs({
    options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
  });
  const wished = values.only?.split(',') ?? Object.keys(PARTS);
  const unknown = wished.filter((name) => !(name in PARTS));
  if (unknown.length > 0) {
    say(`bench: --only takes ${Object.keys(PARTS).join(', ')}; not ${unknown.join(', ')}`);
    return 2;
  }
  if (process.platform !== 'linux') {
    say(
      'bench: it reads what processes use from /proc, and moves the pointer by xdotool: Linux only',
    );
    return 2;
  }
  const ground = await prepare();
  const figures: Figure[] = [];
  for (const name of wished) {
    const { says, measure } = PARTS[name] as Part;
    say(`${says} …`);
    try {
      figures.push(...(await measure(ground)));
    } catch (error) {
      say((error as Error).stack ?? String(error));
      figures.push({ name: says, value: null, limit: 0, unit: '', holds: false });
    }
  }
  process.stdout.write(`${values.json ? JSON.stringify(figures, null, 2) : table(figures)}\n`);
  const broken = figures.filter(({ holds }) => !holds);
  for (const { name } of broken) say(`Does not hold: ${name}`);
  return broken.length > 0 ? 1 : 0;
});

/** The built extension (EXHALE_DIST, else built now), a browser, and a display with real input. */
async function prepare(): Promise<Ground> {
  const given = process.env.EXHALE_DIST;
  if (given === undefined) {
    say('Building Exhale …');
    await runQuietly('Building', process.execPath, buildArgs('chromium'));
  }
  const { chromium, xdotool } = await ensureSystem(['chromium', 'xdotool', 'Xvfb']);
  await useOwnDisplay();
  return { dist: given ?? distFolder('chromium'), chromium, xdotool, env: process.env };
}
