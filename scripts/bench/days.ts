import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { localAt, offsetMinutesAt } from '../../shell/clock.ts';
import { ExhaleInChromium } from '../../tests/driver/exhaleInChromium.ts';
import { type ManyDays, manyDays } from '../../tests/driver/manyDays.ts';
import { temporaryFolder } from '../../tests/driver/temporaryFolder.ts';
import { until } from '../../tests/driver/wait.ts';
import { say } from '../setup/command.mjs';
import { atMost, atMostTimes, percentile, type Row, type Samples } from './budget.ts';
import type { Ground } from './ground.ts';

/** Some 700,000 spans and 60,000 breaks in ten years, and as many a day in one week. */
const A_DAY = { spansADay: 260, breaksADay: 23, seed: 1 };
const TEN_YEARS = 3652;
const WEEK = 7;
/** As many days are stored in one transaction. */
const AT_ONCE = 50;
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
      await fill(week, WEEK);
      await fill(years, TEN_YEARS);
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

/** Days up to yesterday. */
async function fill(exhale: ExhaleInChromium, count: number): Promise<void> {
  const nowMs = Date.now();
  const lastDay = localAt(nowMs).day - 1;
  const inside = await exhale.inside();
  for (let firstDay = lastDay - count + 1; firstDay <= lastDay; firstDay += AT_ONCE)
    await inside.evaluate(FILLS, {
      ...A_DAY,
      firstDay,
      lastDay: Math.min(lastDay, firstDay + AT_ONCE - 1),
      // Ids differ by it.
      seed: firstDay,
      offsetMinutes: offsetMinutesAt(nowMs),
    });
}

/** The page that runs it has none of our code, so this brings the generator along. */
const FILLS = new Function('wish', `return (${storeDays})(${manyDays}, wish)`) as (
  wish: ManyDays,
) => Promise<void>;

/** As `copyEntries` does. */
async function storeDays(generate: typeof manyDays, wish: ManyDays): Promise<void> {
  const opening = indexedDB.open('exhale-log', 1);
  opening.onupgradeneeded = () => {
    const entries = opening.result.createObjectStore('entries', { keyPath: 'id' });
    entries.createIndex('byDay', 'days', { multiEntry: true });
    for (const name of ['days', 'kept']) opening.result.createObjectStore(name, { keyPath: 'day' });
  };
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve;
    opening.onerror = reject;
  });
  const db = opening.result;
  const transaction = db.transaction('entries', 'readwrite');
  const store = transaction.objectStore('entries');
  for (const entry of generate(wish)) {
    const first = Math.floor(entry.fromMs / 86_400_000);
    const last = Math.floor(entry.toMs / 86_400_000);
    store.put({ id: entry.id, days: first === last ? [first] : [first, last], entry });
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
  });
  db.close();
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
