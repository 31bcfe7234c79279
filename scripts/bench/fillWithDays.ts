import { localAt, offsetMinutesAt } from '../../shell/clock.ts';
import type { ExhaleInChromium } from '../../tests/driver/exhaleInChromium.ts';
import { type ManyDays, manyDays } from '../../tests/driver/manyDays.ts';

export const TEN_YEARS_DAYS = 3652;
/** Some 700,000 spans and 60,000 breaks in ten years. */
const A_DAY = { spansADay: 260, breaksADay: 23 };
/** As many days are stored in one transaction. */
const AT_ONCE = 50;

/** Stores as many days, up to yesterday, as pages have tidied them. Returns how many entries they have. */
export async function fillWithDays(exhale: ExhaleInChromium, count: number): Promise<number> {
  const nowMs = Date.now();
  const lastDay = localAt(nowMs).day - 1;
  const inside = await exhale.inside();
  let entries = 0;
  for (let firstDay = lastDay - count + 1; firstDay <= lastDay; firstDay += AT_ONCE)
    entries += await inside.evaluate(FILLS, {
      ...A_DAY,
      firstDay,
      lastDay: Math.min(lastDay, firstDay + AT_ONCE - 1),
      // Ids differ by it.
      seed: firstDay,
      offsetMinutes: offsetMinutesAt(nowMs),
    });
  return entries;
}

/** The page that runs it has none of our code, so this brings the generator along. */
const FILLS = new Function('wish', `return (${storeDays})(${manyDays}, wish)`) as (
  wish: ManyDays,
) => Promise<number>;

/** As `bundleDays` does: a row for each day. */
async function storeDays(generate: typeof manyDays, wish: ManyDays): Promise<number> {
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
  const made = generate(wish);
  const byDay = Map.groupBy(made, ({ toMs, offsetMinutes }) =>
    Math.floor((toMs / 60_000 + offsetMinutes) / 1440),
  );
  for (const [day, entries] of byDay) {
    const utc = entries.flatMap(({ fromMs, toMs }) =>
      [fromMs, toMs].map((atMs) => Math.floor(atMs / 86_400_000)),
    );
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    store.put({ id: `day:${date}`, days: [...new Set(utc)].sort((a, b) => a - b), entries });
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
  });
  db.close();
  return made.length;
}
