/**
 * `npm run attack [-- --minutes N] [--seed N] [--pause SECONDS] [WORD …]`: attacks Exhale in a real browser, one
 * attack after the other in an order by chance, and looks after each whether all is well. Words choose the attacks
 * whose names have them. Prints a line for each, and a count. It ends with 1 if something did not hold;
 * `--seed N --steps M` repeats that.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { ExhaleInChromium } from '../tests/driver/exhaleInChromium.ts';
import { newProfile } from '../tests/driver/profile.ts';
import { ATTACKS } from './attack/attacks.ts';
import { attackedBuild, strangeExtension } from './attack/builds.ts';
import { isSound } from './attack/soundness.ts';
import { seeded } from './seeded.ts';
import { extensionId } from './setup/builds.mjs';
import { builtOnDisplay } from './setup/builtOnDisplay.ts';
import { runMain, say } from './setup/command.mjs';
import { hasXServer } from './setup/platform.mjs';

const HIGHEST_SEED = 2 ** 31 - 1;
/** If no timer fires for this long, this process was stopped. */
const STOPPED_MS = 5000;

interface Plan {
  seed: number;
  /** Seconds between two steps. */
  pause: number;
  names: string[];
  words: string[];
}

/** One attack after the other, in one browser as long as all holds. */
class Run {
  private exhale: ExhaleInChromium | null = null;
  private readonly chance: () => number;
  private readonly stranger = strangeExtension();
  private readonly stops = watchForStops();
  private readonly counts = new Map<string, { times: number; faults: number }>();

  constructor(
    private readonly dist: string,
    private readonly plan: Plan,
  ) {
    this.chance = seeded(plan.seed);
  }

  async step(step: number): Promise<void> {
    const { seed, pause, names, words } = this.plan;
    const name = names[Math.floor(this.chance() * names.length)] as string;
    // Each step has its own chance, whatever the last one made of its.
    const chance = seeded(Math.floor(this.chance() * HIGHEST_SEED));
    this.exhale ??= await start(this.dist);
    const startedAtMs = Date.now();
    this.stops.happened = false;
    const fault = await this.faultOf(name, this.exhale, chance);
    const isCounted = fault === null || !this.stops.happened;
    const verdict = fault === null ? 'holds' : `${isCounted ? 'FAULT' : 'stopped'}: ${fault}`;
    const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
    line(
      [new Date().toISOString(), step, name, `seed ${seed}`, `${seconds} s`, verdict].join('  '),
    );
    const { times, faults } = this.counts.get(name) ?? { times: 0, faults: 0 };
    if (isCounted)
      this.counts.set(name, { times: times + 1, faults: faults + (fault === null ? 0 : 1) });
    if (fault !== null) {
      line(`  Repeat: npm run attack -- --seed ${seed} --steps ${step} ${words.join(' ')}`);
      line(`  ${JSON.stringify(await this.exhale?.describe().catch(String))}`);
      await this.startAnew();
    }
    await sleep(pause * 1000);
  }

  /** What did not hold; null if all did. */
  private async faultOf(
    name: string,
    exhale: ExhaleInChromium,
    chance: () => number,
  ): Promise<string | null> {
    try {
      await ATTACKS[name]?.({ exhale, chance, stranger: this.stranger });
      await isSound(exhale);
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  }

  private async startAnew(): Promise<void> {
    await this.exhale?.close();
    this.exhale = null;
  }

  /** Tells the count. Returns 1 if something did not hold. */
  async end(): Promise<number> {
    await this.startAnew();
    const counts = [...this.counts];
    for (const [name, { times, faults }] of counts) line(`${times} × ${name}: ${faults} faults`);
    return counts.some(([, { faults }]) => faults > 0) ? 1 : 0;
  }
}

await runMain(async () => {
  const { values, positionals: words } = parseArgs({
    options: {
      minutes: { type: 'string', default: '5' },
      seed: { type: 'string', default: `${Math.floor(Math.random() * HIGHEST_SEED)}` },
      steps: { type: 'string', default: 'Infinity' },
      pause: { type: 'string', default: '0' },
    },
    allowPositionals: true,
  });
  const [minutes, seed, steps, pause] = [
    values.minutes,
    values.seed,
    values.steps,
    values.pause,
  ].map(Number) as [number, number, number, number];
  const names = Object.keys(ATTACKS).filter(
    (name) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  if (names.length === 0 || [minutes, seed, steps, pause].some(Number.isNaN)) {
    say(`attack: WORD is part of one of these: ${Object.keys(ATTACKS).join(', ')}`);
    return 2;
  }
  if (!hasXServer()) {
    say('attack: it needs an X server for real input: Linux only');
    return 2;
  }
  const dist = attackedBuild(await builtOnDisplay());
  const run = new Run(dist, { seed, pause, names, words });
  const endsAtMs = steps < Infinity ? Infinity : Date.now() + minutes * 60_000;
  for (let step = 1; step <= steps && Date.now() < endsAtMs; step++) await run.step(step);
  return run.end();
});

/** Notes when this process stands still: a machine asleep, or a measurement beside it. */
function watchForStops(): { happened: boolean } {
  const stops = { happened: false };
  let lastMs = Date.now();
  setInterval(() => {
    stops.happened ||= Date.now() - lastMs > STOPPED_MS;
    lastMs = Date.now();
  }, STOPPED_MS / 5).unref();
  return stops;
}

function start(dist: string): Promise<ExhaleInChromium> {
  return ExhaleInChromium.start({ dist, profile: newProfile(extensionId(dist)) });
}

function line(text: string): void {
  process.stdout.write(`${text}\n`);
}
