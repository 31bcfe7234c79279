import { expect } from 'vitest';
import type { Exhale } from '../driver/exhale.ts';
import { until } from '../driver/wait.ts';
import { word } from '../driver/words.ts';
import { aMonth, type DataPage, said, saved } from './takenMonth.ts';

const DAYS = 1500;
const SPANS_A_DAY = 100;
const PATIENCE = { seconds: 60 };

/** A file of many days is chosen. It is made in the page, since it is large. */
const loadYears = (page: DataPage) =>
  page.evaluate(
    (days, spansADay) => {
      const MINUTE_MS = 60_000;
      const lines = Array.from({ length: days }, (_, nth) => {
        const dayMs = Date.UTC(2020, 0, 1 + nth);
        const entries = Array.from({ length: spansADay }, (_, span) => ({
          is: 'span',
          id: `years-${nth}-${span}`,
          fromMs: dayMs + span * 12 * MINUTE_MS,
          toMs: dayMs + (span * 12 + 10) * MINUTE_MS,
          offsetMinutes: 0,
          awaySeconds: 0,
          ended: 'idle',
        }));
        return JSON.stringify({ date: new Date(dayMs).toISOString().slice(0, 10), entries });
      });
      const settings = { is: 'exhale-settings', version: 2, settings: { snoozeMinutes: 17 } };
      const text = `{"is":"exhale-data","version":1,"settings":${JSON.stringify(settings)},"days":[\n${lines.join(',\n')}\n]}`;
      const input = document.querySelector<HTMLInputElement>('#data input[type=file]');
      const files = new DataTransfer();
      files.items.add(new File([text], 'exhale.json'));
      if (input === null) throw new Error('no field for a file');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    DAYS,
    SPANS_A_DAY,
  );

/** What happens as soon as a file is half taken over. The page does it itself: on a busy machine a hand is too late. */
type Interruption = 'cancel' | 'reload';

const interruptHalfWay = (page: DataPage, how: Interruption) =>
  page.evaluate(
    (taking, cancel) => {
      const seen = window as unknown as { tookMs?: number };
      const bar = () => document.querySelector<HTMLProgressElement>('#data progress');
      const goOn = () => {
        const shown = bar();
        if (shown?.labels[0]?.textContent !== taking || shown.value <= 0.2) {
          setTimeout(goOn, 5);
          return;
        }
        if (cancel === null) {
          location.reload();
          return;
        }
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent }) => textContent === cancel,
        );
        const pressedAtMs = performance.now();
        new MutationObserver(() => {
          if (bar() === null) seen.tookMs ??= performance.now() - pressedAtMs;
        }).observe(document, { childList: true, subtree: true });
        button?.focus();
        button?.click();
      };
      goOn();
    },
    word('settings_data_taking'),
    how === 'cancel' ? word('settings_data_cancel') : null,
  );

/** A file is taken over instead of what is there, until it is interrupted. Returns a copy of what is there. */
async function takeHalf(exhale: Exhale, page: DataPage, how: Interruption): Promise<string> {
  await exhale.logged(aMonth(Date.now()));
  const before = await saved(page, word('settings_data_saveAll'));
  await loadYears(page);
  await until(
    'the file is read',
    () => page.evaluate(() => document.querySelector('#copy-title') !== null),
    PATIENCE,
  );
  await page.evaluate(() => {
    document.querySelector<HTMLInputElement>('input[type=radio][value=replace]')?.click();
  });
  await interruptHalfWay(page, how);
  await page.click('button', word('settings_data_preview_replace_yes'));
  return before;
}

/** Everything is as it was, and nothing of the file is left. */
async function isAsBefore(exhale: Exhale, page: DataPage, before: string): Promise<void> {
  await expect.poll(() => staged(page)).toBe(0);
  expect((await exhale.stored()).settings?.snoozeMinutes).not.toBe(17);
  const after = await saved(page, word('settings_data_saveAll'));
  // The last day goes on meanwhile.
  const days = (text: string): unknown[] => JSON.parse(text).days.slice(0, -1);
  expect(days(after)).toEqual(days(before));
}

/** A file is taken over instead of what is there, and that is cancelled half way. */
export async function cancelsAnImport(exhale: Exhale, page: DataPage): Promise<void> {
  const before = await takeHalf(exhale, page, 'cancel');
  const tookMs = await until(
    'it is over',
    () => page.evaluate(() => (window as { tookMs?: number }).tookMs ?? false),
    PATIENCE,
  );
  expect(await said(page)).toBe(word('settings_data_cancelled'));
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    word('settings_data_load'),
  );
  await isAsBefore(exhale, page, before);
  // On a busy machine it may take a little longer than the second that it should.
  expect(tookMs).toBeLessThan(2000);
}

/** The same, and the page is loaded again half way. */
export async function leavesAnImport(exhale: Exhale, page: DataPage): Promise<void> {
  await page.evaluate(() => {
    (window as { isFormer?: boolean }).isFormer = true;
  });
  const before = await takeHalf(exhale, page, 'reload');
  await until(
    'the page is there again',
    () =>
      page.evaluate(
        (name) =>
          !('isFormer' in window) &&
          [...document.querySelectorAll<HTMLButtonElement>('#data button')].some(
            ({ textContent, disabled }) => textContent === name && !disabled,
          ),
        word('settings_data_saveAll'),
      ),
    PATIENCE,
  );
  await isAsBefore(exhale, page, before);
}

/** How many rows of a file are still aside. */
const staged = (page: DataPage) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('exhale-log');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const rows = IDBKeyRange.bound('import:', 'import;');
          const count = opening.result.transaction('entries').objectStore('entries').count(rows);
          count.onsuccess = () => {
            opening.result.close();
            resolve(count.result);
          };
        };
      }),
  );
