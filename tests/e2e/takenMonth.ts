import { expect } from 'vitest';
import type { Entry } from '../../core/records/entry.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/time.ts';
import type { Exhale } from '../driver/exhale.ts';
import type { FirefoxPage } from '../driver/firefoxPage.ts';
import { until } from '../driver/wait.ts';
import { word } from '../driver/words.ts';

export type DataPage = Pick<FirefoxPage, 'evaluate' | 'click'>;

const DAYS = 30;
const PER_DAY = 4;

/** A month of mornings: two spans at the screen, the rest between them, and a break. */
export function aMonth(endsMs: number): Entry[] {
  return Array.from({ length: DAYS }, (_, nth): Entry[] => {
    const nineMs = Math.floor(endsMs / DAY_MS - DAYS + nth) * DAY_MS + 9 * HOUR_MS;
    const when = (name: string, from: number, to: number) => ({
      id: `month-${name}${nth}`,
      fromMs: nineMs + from * MINUTE_MS,
      toMs: nineMs + to * MINUTE_MS,
      offsetMinutes: 0,
    });
    return [
      { is: 'span', ...when('a', 0, 60), awaySeconds: 0, ended: 'idle' },
      { is: 'rest', ...when('b', 60, 70), how: 'natural' },
      { is: 'span', ...when('c', 70, 120), awaySeconds: 0, ended: 'break' },
      {
        is: 'break',
        ...when('d', 120, 121),
        rhythm: 'short',
        kind: 'breathing',
        pattern: 'box',
        seconds: 60,
        taken: true,
        begun: 'asked',
      },
    ];
  }).flat();
}

/** What is said in the part, apart from hints. */
export const said = (page: DataPage) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#data [role=status]')].map((line) => line.textContent).join(''),
  );

/** The text that a button saves. The browser's own dialog for files stays closed. */
export async function saved(page: DataPage, button: string): Promise<string> {
  await page.evaluate(() => {
    const keep = window as unknown as { saved?: Promise<string> | undefined };
    keep.saved = undefined;
    URL.createObjectURL = (file) => {
      keep.saved = (file as Blob).text();
      return '#';
    };
    HTMLAnchorElement.prototype.click = () => undefined;
  });
  await page.click('button', button);
  return until('it is saved', () =>
    page.evaluate(async () => (await (window as { saved?: Promise<string> }).saved) ?? false),
  );
}

async function load(page: DataPage, text: string): Promise<void> {
  await page.evaluate((content) => {
    const input = document.querySelector<HTMLInputElement>('#data input[type=file]');
    const files = new DataTransfer();
    files.items.add(new File([content], 'exhale.json'));
    if (input === null) throw new Error('no field for a file');
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, text);
}

const monthIn = (text: string) => text.match(/"id":"month-/g)?.length ?? 0;

/** A month is exported, a day and then all of it deleted, and imported again, in the settings’ data part. */
export async function takesAMonth(exhale: Exhale, page: DataPage): Promise<void> {
  await exhale.logged(aMonth(Date.now()));
  const all = DAYS * PER_DAY;
  const first = await saved(page, word('settings_data_saveAll'));
  expect(JSON.parse(first)).toMatchObject({ is: 'exhale-data', version: 1 });
  expect(monthIn(first)).toBe(all);
  const table = await saved(page, word('settings_data_saveTable'));
  expect(table.match(/,month-/g)).toHaveLength(all);

  const yesterday = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10);
  await chooseDays(page, yesterday, yesterday);
  await page.click('button', word('settings_data_days_button'));
  await page.click('button', word('settings_data_days_yes_one', '1'));
  await expect.poll(() => said(page)).toBe(word('settings_data_days_done_one', '1'));
  expect(monthIn(await saved(page, word('settings_data_saveAll')))).toBe(all - PER_DAY);

  await page.click('button', word('settings_data_erase_button'));
  await page.click('button', word('settings_data_erase_yes'));
  await expect.poll(() => said(page)).toBe(word('settings_data_erase_done'));
  const none = await saved(page, word('settings_data_saveAll'));
  expect(monthIn(none)).toBe(0);

  await load(page, first.slice(0, -50));
  await expect.poll(() => said(page)).toContain(word('problem_file_notJson'));
  await load(page, first);
  await page.click('button', word('settings_data_preview_add_yes'));
  await expect.poll(() => said(page)).toBe(word('settings_data_loaded'));
  const again = await saved(page, word('settings_data_saveAll'));
  expect(monthIn(again)).toBe(all);
  const days = (text: string) =>
    JSON.parse(text).days.filter(({ date }: { date: string }) => date < yesterday);
  expect(days(again)).toEqual(days(first));
}

async function chooseDays(page: DataPage, from: string, to: string): Promise<void> {
  await page.evaluate(
    (...dates) => {
      const fields = document.querySelectorAll<HTMLInputElement>('#data input[type=date]');
      for (const [nth, field] of fields.entries()) {
        field.value = dates[nth] as string;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
    },
    from,
    to,
  );
}
