import { describe, expect } from 'vitest';
import { type ExhaleInFirefox, STOPS_SOON } from '../../driver/exhaleInFirefox.ts';
import { click } from '../../driver/hands.ts';
import { never, until } from '../../driver/wait.ts';
import { windowsNamed } from '../../driver/windows.ts';
import { word } from '../../driver/words.ts';
import { itInFirefox } from './it.ts';

const it = itInFirefox(STOPS_SOON);
const DUE = { minutesAtScreen: 30.1, settings: { promptStyle: 'notification' } } as const;

/** Allows notifications in the settings, by its button. The browser remembers it. */
async function allow(exhale: ExhaleInFirefox): Promise<void> {
  if (await exhale.mayUse('notifications')) return;
  const page = await exhale.open('options');
  await page.click('a', word('settings_part_reminders'));
  await page.click('label', word('settings_ask_notification'));
  await page.click('button', word('settings_ask_allow'));
  await expect.poll(async () => (await exhale.stored()).settings.promptStyle).toBe('notification');
}

const isShown = (exhale: ExhaleInFirefox) =>
  expect.poll(() => exhale.notifications()).toEqual(['exhale']);

/** Clicks the notification that Firefox draws: a window without a name, at the upper right. */
async function clickNotification(): Promise<void> {
  let before = '';
  const drawn = await until('the notification stands still', async () => {
    const windows = await windowsNamed('.*');
    const found = windows.find(
      ({ width, height, x }) => width > 200 && width < 500 && height < 300 && x > 0,
    );
    const isStill = JSON.stringify(found) === before;
    before = JSON.stringify(found);
    return isStill && found;
  });
  await click({ x: drawn.x + drawn.width / 2, y: drawn.y + drawn.height - 30 });
}

describe('a click on the notification, once that is allowed,', () => {
  it('offers the choices, and they begin the break', async ({ exhale }) => {
    await allow(exhale);
    await exhale.begin(DUE);
    await isShown(exhale);
    await clickNotification();
    const choices = await exhale.page('prompt');
    await never('they are taken away', async () => !(await exhale.isOpen('prompt')));
    await choices.click('button', word('common_begin_breathing'));
    await exhale.page('break');
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
    expect(await exhale.notifications()).toEqual([]);
    expect(await exhale.phase()).toBe('break');
  });

  it('is heard although the background was stopped meanwhile', async ({ exhale }) => {
    await allow(exhale);
    // Firefox remembers the listeners from the background's start, so those of the next one count.
    await exhale.untilStopped();
    await exhale.begin(DUE);
    await isShown(exhale);
    await exhale.untilStopped();
    await clickNotification();
    const choices = await exhale.page('prompt');
    await choices.click('button', word('common_later'));
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
    expect(await exhale.phase()).toBe('snoozed');
  });
});
