import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { SECOND_MS } from '../../../core/time.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import type { Page } from '../../driver/page.ts';
import { until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { allowOnce } from './permission.ts';

export const DUE = { minutesAtScreen: 30.1, settings: { promptStyle: 'card' } } as const;
export const LATER = saying(word('common_later'));

/** Chooses the card as a person does: in the settings, then in the browser's dialog. */
export async function allow(exhale: ExhaleInChromium): Promise<void> {
  const page = await exhale.browser.open(exhale.url('options.html#reminders'));
  await allowOnce(exhale, 'scripting', async () => {
    await page.click('radio', word('settings_ask_card'));
    await page.click('button', word('settings_ask_card_allow'));
  });
  await page.click('radio', word('settings_ask_card'));
  await expect.poll(async () => (await exhale.stored()).settings.promptStyle).toBe('card');
  await page.close();
}

/** The card, as assistive technology finds it. It sees through the shadow root, unlike a page. */
export const card = async (page: Page) => (await page.all('dialog', saying(word('extName'))))[0];
export const cardIn = (page: Page) => until('the card is there', () => card(page));
/** The same, once it accepts an answer. Keys pressed just as it appears are meant for the page. */
export async function readyIn(page: Page) {
  const found = await cardIn(page);
  await sleep(SECOND_MS);
  return found;
}
