import { expect } from 'vitest';
import type { ExhaleInFirefox } from '../../driver/exhaleInFirefox.ts';
import { word } from '../../driver/words.ts';

export const DUE = { minutesAtScreen: 30.1, settings: { promptStyle: 'card' } } as const;

/** Allows the card in the settings, by its button. */
export async function allow(exhale: ExhaleInFirefox): Promise<void> {
  const page = await exhale.open('options');
  await page.click('a', word('settings_part_reminders'));
  await page.click('label', word('settings_ask_card'));
  await page.click('button', word('settings_ask_card_allow'));
  await expect.poll(async () => (await exhale.stored()).settings.promptStyle).toBe('card');
}
