import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { press, rightClick } from '../../driver/hands.ts';
import { until } from '../../driver/wait.ts';
import { isMenuOpen, windowsNamed } from '../../driver/windows.ts';
import { saying, word } from '../../driver/words.ts';
import { it } from './it.ts';

/** The same key within two seconds counts once. */
const DOUBLE_CLICK_MS = 2100;

describe('keys', () => {
  it('start a break, put one off, pause and resume, even when the worker is dead', async ({
    exhale,
  }) => {
    await exhale.begin({ minutesAtScreen: 5 });

    await exhale.killWorker();
    await press('alt+shift+e');
    const page = await exhale.page('break');
    expect((await exhale.stored()).state?.break?.kind).toBe('breathing');
    await page.click('button', saying(word('break_leave')));
    await expect.poll(() => exhale.isOpen('break')).toBe(false);

    await press('alt+shift+u');
    await expect.poll(() => exhale.phase()).toBe('paused');
    await sleep(DOUBLE_CLICK_MS);
    await press('alt+shift+u');
    await expect.poll(() => exhale.phase()).not.toBe('paused');

    await exhale.begin({ minutesAtScreen: 30.1 });
    await exhale.page('prompt');
    await press('alt+shift+l');
    await expect.poll(() => exhale.phase()).toBe('snoozed');
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
  });

  it('are told in the settings as they are in this browser', async ({ exhale }) => {
    const page = await exhale.open('options');
    const told = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('#keys dl > div dd')].map((key) => key.textContent),
      );
    await expect.poll(told).toHaveLength(6);
    const [first, second] = await told();
    expect(first).toContain('E');
    expect(second).toBe(word('settings_keys_none'));
  });
});

/** The pinned icon in the toolbar, from the upper right corner of the window. */
const ICON = { left: 150, below: 63 };

describe('the menu of the toolbar icon', () => {
  it('pauses, and begins a break', async ({ exhale }) => {
    const [window] = await windowsNamed('reading');
    if (window === undefined) throw new Error('there is no window');
    const icon = { x: window.x + window.width - ICON.left, y: window.y + ICON.below };
    const choose = async (downs: number) => {
      await until('no menu is open', async () => !(await isMenuOpen()));
      await rightClick(icon);
      await until('there is its menu', isMenuOpen);
      await press(...Array<string>(downs).fill('Down'), 'Return');
    };
    await choose(3);
    await expect.poll(() => exhale.phase()).toBe('paused');
    await choose(1);
    await exhale.page('break');
    expect((await exhale.stored()).state?.break?.kind).toBe('breathing');
  });
});
