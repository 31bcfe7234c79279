import { expect } from 'vitest';
import type { ExhaleInFirefox } from '../../driver/exhaleInFirefox.ts';
import { click } from '../../driver/hands.ts';
import { until } from '../../driver/wait.ts';
import { windowsNamed } from '../../driver/windows.ts';
import { word } from '../../driver/words.ts';

/** Allows notifications in the settings, by its button. The browser remembers it. */
export async function allow(exhale: ExhaleInFirefox): Promise<void> {
  if (await exhale.mayUse('notifications')) return;
  const page = await exhale.open('options');
  await page.click('a', word('settings_part_reminders'));
  await page.click('label', word('settings_ask_notification'));
  await page.click('button', word('settings_ask_allow'));
  await expect.poll(async () => (await exhale.stored()).settings.promptStyle).toBe('notification');
}

/** Waits until it is shown. The alarm that shows it may come half a minute after a break is due. */
export const isShown = (exhale: ExhaleInFirefox) =>
  expect.poll(() => exhale.notifications(), { timeout: 60_000 }).toEqual(['exhale']);

/** The notification that Firefox draws: a window without a name, at the upper right. */
const drawn = async () =>
  (await windowsNamed('.*')).find(
    ({ width, height, x }) => width > 200 && width < 500 && height < 300 && x > 0,
  );

/** Clicks it until it goes. Firefox draws it a moment before it hears a click. */
export async function clickNotification(): Promise<void> {
  let before = '';
  let clicked: string | undefined;
  await until(
    'the notification is clicked',
    async () => {
      const found = await drawn();
      if (clicked !== undefined && found?.id !== clicked) return true;
      const isStill = JSON.stringify(found) === before;
      before = JSON.stringify(found);
      if (found === undefined || !isStill) return false;
      clicked = found.id;
      await click({ x: found.x + found.width / 2, y: found.y + found.height - 30 });
      return until('it goes', async () => (await drawn())?.id !== clicked, { seconds: 3 });
    },
    { seconds: 30 },
  );
}
