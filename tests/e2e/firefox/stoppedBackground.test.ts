import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { STOPS_SOON } from '../../driver/exhaleInFirefox.ts';
import { press, whileStirring } from '../../driver/hands.ts';
import { never, until } from '../../driver/wait.ts';
import { word } from '../../driver/words.ts';
import { itInFirefox } from './it.ts';

const it = itInFirefox(STOPS_SOON);

/** The same key within two seconds counts once. */
const DOUBLE_CLICK_MS = 2100;

describe('a background that was stopped', () => {
  it('wakes for its alarm, and asks', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 29.6, settings: { promptStyle: 'tab' } });
    await exhale.untilStopped();
    expect(await exhale.phase()).toBe('working');
    await whileStirring(exhale.page('prompt', { seconds: 60 }));
    const { phase, screenTimeMs } = await exhale.view();
    expect(phase).toBe('prompted');
    expect(screenTimeMs).toBeGreaterThan(29.9 * MINUTE_MS);
  });

  it('sees stillness, which stops the count', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2, settings: { detectionSeconds: 15 } });
    await exhale.untilStopped();
    await until(
      'stillness is seen',
      async () => (await exhale.stored()).state?.presence.is !== 'present',
      { seconds: 50 },
    );
    const before = (await exhale.view()).screenTimeMs;
    await never('it counts', async () => (await exhale.view()).screenTimeMs > before + SECOND_MS, {
      seconds: 3,
    });
  });

  it('hears the keys that pause, resume, put off and start a break', async ({ exhale }) => {
    await exhale.visit('/reading');
    await exhale.begin({ minutesAtScreen: 5 });

    await exhale.untilStopped();
    await press('alt+shift+u');
    await expect.poll(() => exhale.phase()).toBe('paused');
    await sleep(DOUBLE_CLICK_MS);
    await press('alt+shift+u');
    await expect.poll(() => exhale.phase()).not.toBe('paused');

    await exhale.begin({ minutesAtScreen: 30.1 });
    await expect.poll(() => exhale.phase()).toBe('prompted');
    await press('alt+shift+l');
    await expect.poll(() => exhale.phase()).toBe('snoozed');

    await exhale.untilStopped();
    // Chromium uses another key, which opens a menu here.
    await press('alt+shift+o');
    const page = await exhale.page('break');
    expect((await exhale.stored()).state?.break?.kind).toBe('breathing');
    expect(await page.isInView()).toBe(true);
    await page.click('button', word('break_leave'));
    await expect.poll(() => exhale.isOpen('break')).toBe(false);
  });
});
