import type { Page } from '../../driver/page.ts';
import { word } from '../../driver/words.ts';

/** Goes through the first steps of the welcome page, to the one with the reminder. */
export async function goToReminder(page: Page): Promise<void> {
  for (const heading of ['what', 'rhythm', 'pin'] as const) {
    await page.find('heading', word(`welcome_${heading}_title`));
    await page.click('button', word('welcome_next'));
  }
  await page.find('heading', word('welcome_see_title'));
}
