import { press, type } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { until } from '../../driver/wait.ts';
import { word } from '../../driver/words.ts';

/** The field for the interval of the short rhythm. */
export const SHORT_INTERVAL = word('settings_rhythm_interval', word('settings_rhythm_short'));

/** Clicks into a field and types a number. */
export async function enter(page: Page, name: string, figure: string): Promise<void> {
  await page.click('spinbutton', name);
  await until('it has the focus', async () => (await page.find('spinbutton', name)).state.focused);
  await type(figure);
  await press('Tab');
}
