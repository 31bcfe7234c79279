import { setTimeout as sleep } from 'node:timers/promises';
import { ExhaleInChromium } from '../../tests/driver/exhaleInChromium.ts';
import type { Page } from '../../tests/driver/page.ts';
import { until } from '../../tests/driver/wait.ts';
import { word } from '../../tests/driver/words.ts';
import { say } from '../setup/command.mjs';
import { atMost, type Row } from './budget.ts';
import { fillWithDays, TEN_YEARS_DAYS } from './fillWithDays.ts';
import type { Ground } from './ground.ts';
import { extensionProcesses } from './processes.ts';

const MOST_SECONDS = 10;
const MOST_MB = 200;
const PATIENCE = { seconds: 300 };

interface Kept {
  saved?: Blob;
}

/** How long it takes to save ten years of days, delete and load them again, and what memory that needs. */
export async function tenYears({ dist }: Ground): Promise<Row[]> {
  const exhale = await ExhaleInChromium.start({ dist });
  try {
    await exhale.begin({ minutesAtScreen: 5 });
    const entries = await fillWithDays(exhale, TEN_YEARS_DAYS);
    say(`  ${entries} entries`);
    const page = await exhale.browser.open(exhale.url('options.html#data'));
    const { pid } = exhale.browser;
    const saving = await measured(pid, 'saving', () => save(page));
    const erasing = await measured(pid, 'erasing', async () => {
      await page.click('button', word('settings_data_erase_button'));
      await page.click('button', word('settings_data_erase_yes'));
      await said(page, word('settings_data_erase_done'));
    });
    const reading = await measured(pid, 'reading', () => choose(page));
    const taking = await measured(pid, 'taking', async () => {
      await page.click('button', word('settings_data_preview_add_yes'));
      await said(page, word('settings_data_loaded'));
    });
    const what = (does: string) => `Ten years of days (700,000 spans): ${does}`;
    return [
      atMost(MOST_SECONDS, 's', what('saved as a file'), saving.seconds),
      atMost(MOST_MB, 'MB more', what('memory meanwhile'), saving.mb),
      atMost(MOST_SECONDS, 's', what('deleted'), erasing.seconds),
      atMost(MOST_SECONDS, 's', what('the file is read, checked and compared'), reading.seconds),
      atMost(MOST_SECONDS, 's', what('the file is added'), taking.seconds),
      atMost(MOST_MB, 'MB more', what('memory meanwhile'), Math.max(reading.mb, taking.mb)),
    ];
  } finally {
    await exhale.close();
  }
}

interface Cost {
  seconds: number;
  /** The most memory of the extension's processes meanwhile, less that of before. */
  mb: number;
}

async function measured(pid: number, name: string, work: () => Promise<unknown>): Promise<Cost> {
  const now = () => extensionProcesses(pid).reduce((sum, { pssMb }) => sum + pssMb, 0);
  const before = now();
  let most = before;
  let isOver = false;
  const watch = (async () => {
    while (!isOver) {
      most = Math.max(most, now());
      await sleep(200);
    }
  })();
  const beganMs = performance.now();
  try {
    await work();
  } finally {
    isOver = true;
  }
  const seconds = (performance.now() - beganMs) / 1000;
  await watch;
  say(`  ${name}: ${seconds.toFixed(1)} s, ${Math.round(most - before)} MB more`);
  return { seconds, mb: most - before };
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

/** The file that was saved is chosen, and read until it says what it would change. */
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
