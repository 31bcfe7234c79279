import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExhaleInChromium } from '../../tests/driver/exhaleInChromium.ts';
import { temporaryFolder } from '../../tests/driver/temporaryFolder.ts';
import { until } from '../../tests/driver/wait.ts';
import { say } from '../setup/command.mjs';
import { atMost, atMostTimes, percentile, type Row, type Samples } from './budget.ts';
import { fillWithDays, TEN_YEARS_DAYS } from './fillWithDays.ts';
import type { Ground } from './ground.ts';

const WEEK_DAYS = 7;
/** The first look after years without one. */
const FIRST_LOOK_SECONDS = 600;
const LIMIT = { p50: 1.5, p95: 1.5 };
const MOST_MB = 60;

/** How long the page of days takes with ten years of data, beside one week. */
export async function days({ dist, rounds }: Ground): Promise<Row[]> {
  const folder = withStanding(dist);
  const week = await ExhaleInChromium.start({ dist: folder });
  try {
    const years = await ExhaleInChromium.start({ dist: folder });
    try {
      await fillWithDays(week, WEEK_DAYS);
      await fillWithDays(years, TEN_YEARS_DAYS);
      return await measured({ week, years }, rounds);
    } finally {
      await years.close();
    }
  } finally {
    await week.close();
  }
}

type Sides = Record<'week' | 'years', ExhaleInChromium>;

async function measured(sides: Sides, rounds: number): Promise<Row[]> {
  // Totals are worked out at the first look, which is not measured.
  for (const side of ['week', 'years'] as const)
    say(`  ${side}: ${Math.round((await look(sides[side])).standsMs)} ms for the first look`);
  const painted: Samples = { exhale: [], empty: [] };
  const stands: Samples = { exhale: [], empty: [] };
  const memory: number[] = [];
  for (let round = 0; round < rounds; round++)
    for (const side of round % 2 === 0
      ? (['week', 'years'] as const)
      : (['years', 'week'] as const)) {
      const seen = await look(sides[side]);
      const into = side === 'years' ? 'exhale' : 'empty';
      painted[into].push(seen.paintedMs);
      stands[into].push(seen.standsMs);
      if (side === 'years') memory.push(seen.heapMb);
    }
  const beside = 'the same with one week of data';
  const what = 'Your days, with ten years of data (700,000 spans)';
  return [
    atMostTimes({ what: `${what} → the first paint`, beside }, LIMIT, 'ms', painted),
    atMostTimes({ what: `${what} → all pictures stand`, beside }, LIMIT, 'ms', stands),
    atMost(MOST_MB, 'MB', `${what}: memory of the page`, percentile(memory, 95)),
  ];
}

interface Seen {
  paintedMs: number;
  standsMs: number;
  heapMb: number;
}

/** Opens the page, and closes it once it stands. */
async function look(exhale: ExhaleInChromium): Promise<Seen> {
  const page = await exhale.open('days');
  try {
    const standsMs = await until(
      'the pictures stand',
      () => page.evaluate(() => Number(document.documentElement.dataset.stands ?? 0)),
      { seconds: FIRST_LOOK_SECONDS },
    );
    const paintedMs = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    );
    // Another page of the same process has just made up all the entries.
    await page.send('HeapProfiler.collectGarbage');
    const { usedSize } = await page.send('Runtime.getHeapUsage');
    return { paintedMs, standsMs, heapMb: usedSize / 2 ** 20 };
  } finally {
    await page.close();
  }
}

/** The same extension, in which the page notes when its pictures stand. */
function withStanding(dist: string): string {
  const folder = temporaryFolder('days');
  cpSync(dist, folder, { recursive: true });
  writeFileSync(join(folder, 'stands.js'), `(${noteStanding})();`);
  const file = join(folder, 'days.html');
  const html = readFileSync(file, 'utf8');
  writeFileSync(file, html.replace('<head>', '<head><script src="/stands.js"></script>'));
  return folder;
}

function noteStanding(): void {
  const watch = new MutationObserver(() => {
    if (document.querySelector('#days')?.getAttribute('aria-busy') !== 'false') return;
    watch.disconnect();
    // After the next frame.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        document.documentElement.dataset.stands = `${performance.now()}`;
      };
      port2.postMessage(null);
    });
  });
  watch.observe(document, { subtree: true, childList: true, attributes: true });
}
