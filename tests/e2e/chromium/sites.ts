import { deepEqual, equal, ok } from 'node:assert/strict';
import { MEETING_SITES } from '../../../entrypoints/options/reminders/meetingSites.ts';
import { press, type } from '../desk.ts';
import { never, test, until } from '../harness.ts';
import { site } from '../site.ts';
import { word } from '../words.ts';
import { type Exhale, started } from './exhale.ts';
import type { Page } from './page.ts';
import { allowInDialog } from './permission.ts';

declare const chrome: typeof import('../../../shell/browser.ts').browser;

const DUE = { minutesAtScreen: 30.1 };
/** Where a test's pages are, and the same machine by another name. */
const HERE = '127.0.0.1';
const elsewhere = async () => (await site('/reading')).replace(HERE, 'localhost');

const reason = async (exhale: Exhale) => (await exhale.view()).silence?.reason;
const waits = (why: 'call' | 'site') =>
  word('tooltip', word('why_silent_waiting', word(`why_silent_${why}`, '1 min')));

/** Lets Exhale see sites as a person does: in the settings, and then in the browser's own dialog. */
async function allow(exhale: Exhale): Promise<Page> {
  const page = await exhale.browser.open(exhale.url('options.html#sites'));
  await until(
    'it is allowed',
    async () => {
      await page.click('button', word('settings_sites_allow'));
      await allowInDialog(exhale);
      return page.evaluate(() => chrome.permissions.contains({ permissions: ['tabs'] }));
    },
    { seconds: 30 },
  );
  return page;
}

const callSites = async (exhale: Exhale) => (await exhale.stored()).settings.callSites;

/** How far below the window's upper edge the section lies. */
const sectionTop = (page: Page): Promise<number> =>
  page.evaluate(() => document.getElementById('sites')?.getBoundingClientRect().top ?? -1);

test('Sites are seen once that is allowed: lists are filled, changed, kept, and given back', async () => {
  const exhale = await started();
  const page = await allow(exhale);
  await until('the usual ones are in', async () => (await callSites(exhale)).length > 0);
  deepEqual(await callSites(exhale), [...MEETING_SITES]);

  const field = word('settings_sites_field', word('settings_sites_calls'));
  await page.click('textbox', field);
  await type('https://Meet.Example.com:8443/room?x=1');
  await press('Return');
  await until('it is added', async () => (await callSites(exhale))[0] === 'meet.example.com');
  await page.click('button', word('settings_sites_remove', 'teams.live.com'));
  await until('it is removed', async () => !(await callSites(exhale)).includes('teams.live.com'));
  const next = word('settings_sites_remove', 'teams.cloud.microsoft');
  equal((await page.find('button', next)).state.focused, true);

  await page.click('button', word('settings_sites_stop'));
  await page.find('button', word('settings_sites_allow'));
  equal((await callSites(exhale)).length, MEETING_SITES.length);
  ok((await page.text()).includes(word('settings_sites_kept')));
});

test('A call in view holds the question back, and it comes once when somebody leaves it', async () => {
  const exhale = await started();
  await allow(exhale);
  await exhale.browser.open(await site('/reading'));
  const settings = { callSites: [HERE] };
  await exhale.begin({ minutesAtScreen: 5, settings });
  await exhale.begin({ ...DUE, settings });
  await until('it waits', async () => (await reason(exhale)) === 'call');
  equal(await exhale.title(), waits('call'));
  equal(await exhale.icon(), 'held');
  await never('it is asked', () => exhale.opened('prompt'), { seconds: 5, stirring: true });
  await exhale.browser.open(await elsewhere());
  await exhale.page('prompt', { stirring: true });
  equal((await exhale.stored()).asks.length, 1);
});

test('“No breaks on this site” in the popup holds back there until somebody leaves', async () => {
  const exhale = await started();
  await allow(exhale);
  await exhale.browser.open(await site('/reading'));
  await exhale.begin({ minutesAtScreen: 5 });
  const popup = await exhale.popup();
  const choose = async (choice: string) => {
    await popup.click('button', word('popup_more'));
    await popup.click('button', choice);
  };
  const quietSites = async () => (await exhale.stored()).settings.quietSites;
  await choose(word('popup_quiet', HERE));
  await until('it is stored', async () => (await quietSites())[0] === HERE);
  await choose(word('popup_quiet_end', HERE));
  await until('it is taken back', async () => (await quietSites()).length === 0);
  await choose(word('popup_quiet', HERE));
  await until('it is stored', async () => (await quietSites())[0] === HERE);

  await exhale.begin({ ...DUE, settings: { quietSites: [HERE] } });
  await until('it waits', async () => (await reason(exhale)) === 'site');
  equal(await exhale.title(), waits('site'));
  await never('it is asked', () => exhale.opened('prompt'), { seconds: 5, stirring: true });
  await exhale.browser.open(await elsewhere());
  await exhale.page('prompt', { stirring: true });
  equal((await exhale.stored()).asks.length, 1);
});

test('Without leave to see sites the popup leads to where it is given, also when the settings are open', async () => {
  const exhale = await started({ minutesAtScreen: 5 });
  const choose = async () => {
    const popup = await exhale.popup();
    await popup.click('button', word('popup_more'));
    await popup.click('button', word('popup_quiet_allow'));
  };
  await choose();
  const page = await exhale.page('options');
  await until('it is there', async () => Math.abs((await sectionTop(page)) - 16) < 2);
  for (let time = 0; time < 2; time++) {
    await page.evaluate(() => scrollTo(0, 0));
    await exhale.browser.open(await elsewhere());
    await choose();
    await until('it is there', async () => Math.abs((await sectionTop(page)) - 16) < 2);
  }
  const inView = await page.evaluate(() => document.visibilityState);
  equal(inView, 'visible');
});
