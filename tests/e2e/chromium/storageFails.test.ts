import { describe, expect } from 'vitest';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { word } from '../../driver/words.ts';
import { it } from './it.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

/** Takes all the space that the browser gives to an extension. */
const fill = (exhale: ExhaleInChromium) =>
  exhale.evaluate(async () => {
    const { local } = browser.storage;
    for (let bytes = 8_000_000; bytes >= 1; bytes = Math.floor(bytes / 2))
      for (let nth = 0; nth < 3; nth++)
        await local.set({ [`filler-${bytes}-${nth}`]: 'x'.repeat(bytes) }).catch(() => undefined);
  });

const makeRoom = (exhale: ExhaleInChromium) =>
  exhale.evaluate(async () => {
    const { local } = browser.storage;
    const keys = Object.keys(await local.get(null));
    await local.remove(keys.filter((key) => key.startsWith('filler')));
  });

describe('a storage that is full', () => {
  it('is told, keeps what is new for the session, and takes it when there is room', async ({
    exhale,
  }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    await fill(exhale);
    await exhale.tell({ type: 'changeSettings', patch: { quietSites: ['films.example'] } });
    const title = word('common_unsaved_space_title');
    await expect.poll(() => exhale.title()).toBe(title);
    const popup = await exhale.popup();
    await expect.poll(() => popup.text()).toContain(title);
    await popup.close();

    await exhale.killWorker();
    await exhale.tell({ type: 'pause', minutes: 30 });
    expect((await exhale.stored()).settings.quietSites, 'nothing pretends to be stored').toEqual(
      [],
    );
    await makeRoom(exhale);
    await exhale.tell({ type: 'resume' });
    expect((await exhale.stored()).settings.quietSites).toEqual(['films.example']);
    await expect.poll(() => exhale.title()).not.toBe(title);
  });
});

describe('a page whose storage does not answer', () => {
  for (const name of ['options', 'break', 'popup', 'days', 'welcome'])
    it(`says so, and offers to try again: ${name}`, async ({ exhale }) => {
      const page = await exhale.browser.open(exhale.url('icon/16.png'));
      await page.send('Page.enable');
      await page.send('Page.addScriptToEvaluateOnNewDocument', {
        source: 'chrome.storage && (chrome.storage.local.get = () => new Promise(() => {}))',
      });
      await page.send('Page.navigate', { url: exhale.url(`${name}.html`) });
      await page.find('button', word('common_unread_again'));
      expect(await page.text()).toContain(word('common_unread_title'));
      if (name === 'break') {
        await page.click('button', word('common_unread_leave'));
        await expect.poll(() => exhale.isOpen('break')).toBe(false);
      }
    });
});
