import type { Page } from '../../driver/page.ts';
import { word } from '../../driver/words.ts';

/** Chromium pins an extension that a test loads; a person's install is not pinned. */
export const PIN_TITLE = new RegExp(`^(${word('welcome_pin_title')}|${word('welcome_pin_done')})$`);
export const WELCOME_TITLES = [word('welcome_what_title'), word('welcome_rhythm_title'), PIN_TITLE];

/** Goes through the first steps of the welcome page, to the one with the reminder. */
export async function goToReminder(page: Page): Promise<void> {
  for (const title of WELCOME_TITLES) {
    await page.find('heading', title);
    await page.click('button', word('welcome_next'));
  }
  await page.find('heading', word('welcome_see_title'));
}
