import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { exportOf } from '../../../core/personal/settingsFile.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import type { PartId } from '../../../entrypoints/options/usePlace.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press, type } from '../../driver/hands.ts';
import { loadFile } from '../../driver/loadFile.ts';
import type { Page } from '../../driver/page.ts';
import { settingsWith } from '../../driver/seed.ts';
import { temporaryFolder } from '../../driver/temporaryFolder.ts';
import { never, until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { enter, SHORT_INTERVAL } from './inSettings.ts';
import { it } from './it.ts';

const openSettings = async (exhale: ExhaleInChromium, part: PartId = 'schedule'): Promise<Page> => {
  const page = await exhale.browser.open(exhale.url(`options.html#${part}`));
  await page.find('heading', word('settings_title'));
  return page;
};

/** Seconds of work on the page's main thread. On a busy machine the clock shows more. */
async function workedSeconds(page: Page): Promise<number> {
  await page.send('Performance.enable');
  const { metrics } = await page.send('Performance.getMetrics');
  return metrics.find(({ name }: { name: string }) => name === 'ThreadTime').value;
}

describe('in the settings, an interval', () => {
  it('that is over already asks for its break now', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const page = await openSettings(exhale);
    await enter(page, SHORT_INTERVAL, '45');
    await expect.poll(async () => (await exhale.view()).next?.intervalMinutes).toBe(45);
    expect((await exhale.view()).nextBreakInMs).toBeGreaterThan(27 * MINUTE_MS);
    await enter(page, SHORT_INTERVAL, '15');
    await exhale.page('prompt');
    expect(await exhale.phase()).toBe('prompted');
  });

  it('that can’t be is refused in its place, and what was there stays', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const page = await openSettings(exhale);
    await enter(page, SHORT_INTERVAL, '2');
    await expect
      .poll(async () => (await page.find('spinbutton', SHORT_INTERVAL)).state.invalid)
      .toBe('true');
    expect(await page.text()).toContain(word('settings_savedExcept_one'));
    expect((await exhale.stored()).settings.rhythms.short?.intervalMinutes).toBe(30);
  });
});

describe('a file of settings', () => {
  it('is loaded whole', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const page = await openSettings(exhale);
    const settings = settingsWith({
      rhythms: { short: { intervalMinutes: 20 } },
      snoozeMinutes: 7,
    });
    expect(await loadFile(page, exportOf(settings))).toBe(word('settings_data_loaded'));
    expect((await exhale.stored()).settings).toEqual(settings);
    await expect
      .poll(async () => (await page.find('spinbutton', SHORT_INTERVAL)).value)
      .toMatch(/20/);
  });

  it('that can’t be is refused by name, and the settings stay', async ({ exhale }) => {
    const page = await openSettings(exhale);
    const before = (await exhale.stored()).settings;
    const good = JSON.parse(exportOf(settingsWith()));
    const wrong = structuredClone(good);
    wrong.settings.rhythms.short.intervalMinutes = 1e9;
    const refused = [
      ['{', word('problem_file_notJson')],
      ['{"a":1}', word('problem_file_notExhale')],
      [JSON.stringify({ ...good, version: 99 }), word('problem_file_newer')],
      [JSON.stringify(wrong), 'rhythms.short.intervalMinutes'],
      [
        JSON.stringify(good).replace('"settings":{', '"settings":{"__proto__":{"x":1},'),
        '__proto__',
      ],
    ] as const;
    for (const [text, why] of refused) {
      const said = await loadFile(page, text);
      expect(said).toContain(why);
      expect(said).toContain(word('problem_file_nothing'));
      expect((await exhale.stored()).settings).toEqual(before);
    }
  });

  it('of ten megabytes of nonsense is refused within a second', async ({ exhale }) => {
    const page = await openSettings(exhale);
    const nonsense = '{"is":"exhale-settings",'.repeat(420_000);
    const before = await workedSeconds(page);
    expect(await loadFile(page, nonsense)).toContain(word('problem_file_tooLarge'));
    expect((await workedSeconds(page)) - before).toBeLessThan(1);
  });

  it('is saved, and can be loaded again', async ({ start }) => {
    // A download adds a button to the toolbar that would disturb other tests.
    const exhale = await start({});
    await exhale.begin({ settings: { snoozeMinutes: 9 } });
    const page = await openSettings(exhale, 'data');
    const downloads = temporaryFolder('downloads');
    const allowed = { behavior: 'allow', downloadPath: downloads };
    await exhale.browser.devtools.send('Browser.setDownloadBehavior', allowed);
    await page.click('button', word('settings_data_save'));
    const name = await until('there is a file', () =>
      readdirSync(downloads).find((file) => file.endsWith('.json')),
    );
    const text = readFileSync(join(downloads, name), 'utf8');
    await exhale.tell({ type: 'replaceSettings', settings: DEFAULT_SETTINGS });
    expect(await loadFile(page, text)).toBe(word('settings_data_loaded'));
    expect((await exhale.stored()).settings.snoozeMinutes).toBe(9);
  });
});

describe('a test of the reminder', () => {
  it('shows the window, and asks nothing', async ({ exhale }) => {
    const page = await openSettings(exhale, 'reminders');
    await page.click('button', word('settings_test_send'));
    const prompt = await exhale.page('prompt');
    await prompt.click('button', saying(word('common_begin_breathing')));
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
    await never('a break runs', async () => (await exhale.view()).break, { seconds: 1 });
    // The press shows that it was seen.
    await expect.poll(() => page.text()).toContain(word('settings_test_good'));
  });
});

describe('forgetting everything', () => {
  it('asks once more, and then starts fresh', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2, settings: { snoozeMinutes: 9 } });
    const page = await openSettings(exhale, 'data');
    await page.click('button', word('settings_data_erase_button'));
    await page.click('button', word('settings_data_erase_yes'));
    const said = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('#data [role=status]')]
          .map((line) => line.textContent)
          .join(''),
      );
    await expect.poll(said).toBe(word('settings_data_erase_done'));
    expect((await exhale.stored()).settings.snoozeMinutes).toBe(5);
    expect((await exhale.view()).screenTimeMs).toBeLessThan(MINUTE_MS);
  });
});

describe('the sections of the settings', () => {
  const heading = (page: Page) =>
    page.evaluate(() => document.querySelector('[data-part]:not([hidden]) h2')?.textContent);

  it('follow links, back and forward', async ({ exhale }) => {
    const page = await openSettings(exhale);
    await page.click('link', word('settings_part_sound'));
    await expect.poll(() => heading(page)).toBe(word('settings_part_sound'));
    await page.click('link', word('settings_part_data'));
    await expect.poll(() => heading(page)).toBe(word('settings_part_data'));
    expect(await page.evaluate(() => document.title)).toContain(word('settings_part_data'));
    await page.evaluate(() => history.back());
    await expect.poll(() => heading(page)).toBe(word('settings_part_sound'));
    await page.evaluate(() => history.back());
    await expect.poll(() => heading(page)).toBe(word('settings_part_schedule'));
    await page.evaluate(() => history.forward());
    await expect.poll(() => heading(page)).toBe(word('settings_part_sound'));
  });

  it('are searched from the keyboard, and back leads to where it was', async ({ exhale }) => {
    const page = await openSettings(exhale);
    await press('slash');
    await type('videos');
    await page.find('button', saying(word('settings_films')));
    await press('Return');
    const films = () => page.find('switch', word('settings_films'));
    await expect.poll(async () => (await films()).state.focused).toBe(true);
    await press('space');
    await expect.poll(async () => (await exhale.stored()).settings.watchingCounts).toBe(false);
    await expect.poll(() => page.text()).toContain(word('settings_saved'));
    await page.evaluate(() => history.back());
    await expect.poll(() => heading(page)).toBe(word('settings_part_schedule'));
  });
});
