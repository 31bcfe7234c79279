import { describe, expect } from 'vitest';
import { type ExhaleInFirefox, STOPS_SOON } from '../../driver/exhaleInFirefox.ts';
import { never } from '../../driver/wait.ts';
import { word } from '../../driver/words.ts';
import { allow, clickNotification, isShown } from './drawnNotification.ts';
import { itInFirefox } from './it.ts';

const it = itInFirefox(STOPS_SOON);

/** Firefox remembers the listeners from the background's start, so those of the next one count. */
async function allowed(exhale: ExhaleInFirefox): Promise<void> {
  await allow(exhale);
  await exhale.untilStopped();
}

const DUE = { minutesAtScreen: 30.1, settings: { promptStyle: 'notification' } } as const;

describe('a click on the notification, once that is allowed,', () => {
  it('offers the choices, and they begin the break', async ({ exhale }) => {
    await allowed(exhale);
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
    expect(await exhale.windowCount(), 'the break is in the window in use').toBe(1);
  });

  it('is heard although the background was stopped meanwhile', async ({ exhale }) => {
    await allowed(exhale);
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
