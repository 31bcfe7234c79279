import { setTimeout as sleep } from 'node:timers/promises';
import { ExhaleInChromium } from '../../tests/driver/exhaleInChromium.ts';
import type { Page } from '../../tests/driver/page.ts';
import { until } from '../../tests/driver/wait.ts';
import { word } from '../../tests/driver/words.ts';
import { atMost, type Row } from './budget.ts';
import type { Ground } from './ground.ts';
import { extensionProcesses } from './processes.ts';

/** Some 700,000 spans and 60,000 breaks. */
const DAYS = 3652;
const A_DAY = { spans: 192, breaks: 17 };
/** As many days are stored in one transaction. */
const AT_ONCE = 100;
const MOST_SECONDS = 10;
const MOST_MB = 200;
const PATIENCE = { seconds: 300 };

interface Kept {
  saved?: Blob;
}

/** How long it takes to save ten years of days, and to load them again, and what memory that needs. */
export async function tenYears({ dist }: Ground): Promise<Row[]> {
  const exhale = await ExhaleInChromium.start({ dist });
  try {
    await exhale.begin({ minutesAtScreen: 5 });
    const page = await exhale.browser.open(exhale.url('options.html#data'));
    const firstDay = Math.floor(Date.now() / 86_400_000) - DAYS;
    for (let day = 0; day < DAYS; day += AT_ONCE)
      await page.evaluate(storeDays, {
        ...A_DAY,
        firstDay: firstDay + day,
        days: Math.min(AT_ONCE, DAYS - day),
      });
    const memory = watch(exhale.browser.pid);
    const saving = await seconds(() => save(page));
    const savingMb = memory.growth();
    await page.click('button', word('settings_data_erase_button'));
    await page.click('button', word('settings_data_erase_yes'));
    await said(page, word('settings_data_erase_done'));
    const fresh = watch(exhale.browser.pid);
    const reading = await seconds(async () => {
      await choose(page);
      await page.find('button', word('settings_data_preview_add_yes'));
    });
    const taking = await seconds(async () => {
      await page.click('button', word('settings_data_preview_add_yes'));
      await said(page, word('settings_data_loaded'));
    });
    const loadingMb = fresh.growth();
    const what = (does: string) => `Ten years of days (760,000 entries): ${does}`;
    return [
      atMost(MOST_SECONDS, 's', what('Save everything'), saving),
      atMost(MOST_MB, 'MB more', what('Save everything'), savingMb),
      atMost(MOST_SECONDS, 's', what('a file is read, checked and compared'), reading),
      atMost(MOST_SECONDS, 's', what('the file is added'), taking),
      atMost(MOST_MB, 'MB more', what('a file is read and added'), loadingMb),
    ];
  } finally {
    await exhale.close();
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return (performance.now() - before) / 1000;
}

/** The most memory of the extension’s processes from now on, less that of now. */
function watch(pid: number): { growth: () => number } {
  const now = () => extensionProcesses(pid).reduce((sum, { pssMb }) => sum + pssMb, 0);
  const before = now();
  let most = before;
  let isOver = false;
  void (async () => {
    while (!isOver) {
      most = Math.max(most, now());
      await sleep(200);
    }
  })();
  return {
    growth() {
      isOver = true;
      return most - before;
    },
  };
}

async function save(page: Page): Promise<void> {
  await page.evaluate(() => {
    URL.createObjectURL = (file) => {
      (window as Kept).saved = file as Blob;
      return '#';
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  await page.click('button', word('settings_data_saveAll'));
  await until('it is saved', () => page.evaluate(() => 'saved' in window), PATIENCE);
}

/** The file that was saved is chosen. */
async function choose(page: Page): Promise<void> {
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#data input[type=file]');
    const { saved } = window as Kept;
    if (input === null || saved === undefined) throw new Error('nothing to choose');
    const files = new DataTransfer();
    files.items.add(new File([saved], 'exhale.json'));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await until(
    'it was read',
    () => page.evaluate(() => document.querySelector('#copy-title') !== null),
    PATIENCE,
  );
}

const said = (page: Page, words: string) =>
  until(
    `“${words}” is said`,
    () =>
      page.evaluate(
        (sought) =>
          [...document.querySelectorAll('#data [role=status]')].some(
            ({ textContent }) => textContent === sought,
          ),
        words,
      ),
    PATIENCE,
  );

interface Wish {
  firstDay: number;
  days: number;
  spans: number;
  breaks: number;
}

/** As the background does, but many at once. It runs in the page. */
async function storeDays({ firstDay, days, spans, breaks }: Wish): Promise<void> {
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
  const put = (day: number, fromMs: number, toMs: number, name: string, more: object) => {
    const id = `${fromMs.toString(36)}-${name}`;
    store.put({ id, days: [day], entry: { id, fromMs, toMs, offsetMinutes: 0, ...more } });
  };
  for (let day = firstDay; day < firstDay + days; day++) {
    const everyMs = 57_600_000 / spans;
    for (let nth = 0; nth < spans; nth++) {
      const fromMs = day * 86_400_000 + 14_400_000 + nth * everyMs;
      put(day, fromMs, fromMs + everyMs - 60_000, `s${nth}`, {
        is: 'span',
        awaySeconds: nth % 40,
        ended: 'idle',
      });
      if (nth % Math.floor(spans / breaks) === 0)
        put(day, fromMs, fromMs + 60_000, `b${nth}`, {
          is: 'break',
          rhythm: 'short',
          kind: 'breathing',
          pattern: 'longExhale',
          seconds: 60,
          taken: true,
          begun: 'asked',
        });
    }
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
  });
  db.close();
}
