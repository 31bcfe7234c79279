import { describe, expect } from 'vitest';
import { MEETING_SITES } from '../../../entrypoints/options/reminders/meetingSites.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press, type, whileStirring } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { site } from '../../driver/site.ts';
import { never } from '../../driver/wait.ts';
import { word } from '../../driver/words.ts';
import { it } from './it.ts';
import { allowOnce } from './permission.ts';

const DUE = { minutesAtScreen: 30.1 };
/** The host of the person's pages, and the same machine by another name. */
const HERE = '127.0.0.1';
const elsewhere = async () => (await site('/reading')).replace(HERE, 'localhost');

const waits = (why: 'call' | 'site') =>
  word('tooltip', word('why_silent_waiting', word(`why_silent_${why}`, '1 min')));

/** Lets Exhale see sites as a person does: in the settings, then in the browser's dialog. */
async function allow(exhale: ExhaleInChromium): Promise<Page> {
  const page = await exhale.browser.open(exhale.url('options.html#sites'));
  await allowOnce(exhale, 'tabs', () => page.click('button', word('settings_sites_allow')));
  return page;
}

const callSites = async (exhale: ExhaleInChromium) => (await exhale.stored()).settings.callSites;
const quietSites = async (exhale: ExhaleInChromium) => (await exhale.stored()).settings.quietSites;

/** Whether the section's heading is in view. */
const isInView = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { top = -1, bottom = 0 } =
      document.getElementById('sites-title')?.getBoundingClientRect() ?? {};
    return top >= 0 && bottom > top && bottom <= innerHeight;
  });

describe('without permission to see sites', () => {
  it('the popup leads to where it is given, even when the settings are open', async ({
    exhale,
  }) => {
    await exhale.giveBack('tabs');
    await exhale.begin({ minutesAtScreen: 5 });
    const choose = async () => {
      const popup = await exhale.popup();
      await popup.click('button', word('popup_pause'));
      await popup.click('menuitem', word('popup_quiet_allow'));
    };
    await choose();
    const page = await exhale.page('options');
    await expect.poll(() => isInView(page)).toBe(true);
    for (let time = 0; time < 2; time++) {
      await page.click('link', word(time === 0 ? 'settings_part_data' : 'settings_part_about'));
      await expect.poll(() => isInView(page)).toBe(false);
      await exhale.browser.open(await elsewhere());
      await choose();
      await expect.poll(() => isInView(page)).toBe(true);
    }
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
  });
});

describe('sites, once they may be seen,', () => {
  it('hold the question back in a call, and it comes once when that is left', async ({
    exhale,
  }) => {
    await allow(exhale);
    await exhale.visit('/reading');
    const settings = { callSites: [HERE] };
    await exhale.begin({ minutesAtScreen: 5, settings });
    await exhale.begin({ ...DUE, settings });
    await expect.poll(() => exhale.silence()).toBe('call');
    await expect.poll(() => exhale.title()).toBe(waits('call'));
    expect(await exhale.icon()).toBe('held');
    await whileStirring(never('it is asked', () => exhale.isOpen('prompt'), { seconds: 3 }));
    await exhale.browser.open(await elsewhere());
    await whileStirring(exhale.page('prompt'));
    expect((await exhale.stored()).asks).toHaveLength(1);
  });

  it('hold it back where the popup was told to pause on this site', async ({ exhale }) => {
    await allow(exhale);
    await exhale.visit('/reading');
    await exhale.begin({ minutesAtScreen: 5 });
    const popup = await exhale.popup();
    const choose = async (choice: string) => {
      await popup.click('button', word('popup_pause'));
      await popup.click('menuitem', choice);
    };
    await choose(word('popup_quiet', HERE));
    await expect.poll(() => quietSites(exhale)).toEqual([HERE]);
    await choose(word('popup_quiet_end', HERE));
    await expect.poll(() => quietSites(exhale)).toEqual([]);
    await choose(word('popup_quiet', HERE));
    await expect.poll(() => quietSites(exhale)).toEqual([HERE]);

    await exhale.begin({ ...DUE, settings: { quietSites: [HERE] } });
    await expect.poll(() => exhale.silence()).toBe('site');
    await expect.poll(() => exhale.title()).toBe(waits('site'));
    await whileStirring(never('it is asked', () => exhale.isOpen('prompt'), { seconds: 3 }));
    await exhale.browser.open(await elsewhere());
    await whileStirring(exhale.page('prompt'));
    expect((await exhale.stored()).asks).toHaveLength(1);
  });

  it('are listed, changed, kept, and not seen once the permission is given back', async ({
    exhale,
  }) => {
    await exhale.giveBack('tabs');
    const page = await allow(exhale);
    await expect.poll(() => callSites(exhale)).toEqual([...MEETING_SITES]);

    const field = word('settings_sites_field', word('settings_sites_calls'));
    await page.click('textbox', field);
    await type('https://Meet.Example.com:8443/room?x=1');
    await press('Return');
    await expect.poll(async () => (await callSites(exhale))[0]).toBe('meet.example.com');
    await page.click('button', word('settings_sites_remove', 'teams.live.com'));
    await expect.poll(() => callSites(exhale)).not.toContain('teams.live.com');
    const next = word('settings_sites_remove', 'teams.cloud.microsoft');
    await expect.poll(async () => (await page.find('button', next)).state.focused).toBe(true);

    await page.click('button', word('settings_sites_stop'));
    await page.find('button', word('settings_sites_allow'));
    expect(await callSites(exhale)).toHaveLength(MEETING_SITES.length);
    expect(await page.text()).toContain(word('settings_sites_kept'));
  });
});
