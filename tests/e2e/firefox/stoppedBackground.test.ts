import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { type ExhaleInFirefox, STOPS_SOON } from '../../driver/exhaleInFirefox.ts';
import { press, whileStirring } from '../../driver/hands.ts';
import { never, until } from '../../driver/wait.ts';
import { tellFullScreen, windowsNamed } from '../../driver/windows.ts';
import { word } from '../../driver/words.ts';
import { itInFirefox } from './it.ts';

const it = itInFirefox(STOPS_SOON);
const DUE = { minutesAtScreen: 30.1 };

/** The same key within two seconds counts once. */
const DOUBLE_CLICK_MS = 2100;

describe('a background that was stopped', () => {
  it('wakes for its alarm, and asks', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 29.6, settings: { promptStyle: 'tab' } });
    await exhale.untilStopped();
    await expect.poll(() => exhale.phase()).toBe('working');
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

describe('a break that ends while the background is stopped', () => {
  it('comes into the log, in the database', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 12.2, settings: { stillnessSeconds: 40 } });
    await exhale.tell({ type: 'startBreak', kind: 'stillness', seconds: 40 });
    await exhale.letWait(19);
    await exhale.untilStopped();
    await until('it is copied', async () => (await exhale.inDatabase()).length >= 21, {
      seconds: 90,
    });
    const [taken] = (await exhale.inDatabase()).filter(({ is }) => is === 'break');
    expect(taken).toMatchObject({ kind: 'stillness', seconds: 40, taken: true, begun: 'byHand' });
  });
});

/** F11, and what a window manager would do, because there is none. */
async function fullScreen(exhale: ExhaleInFirefox, on: boolean): Promise<void> {
  // The title may come after the page.
  const { id } = await until('there is the window', async () => (await windowsNamed('reading'))[0]);
  await press('F11');
  await tellFullScreen(id, on);
  await until(on ? 'it fills the screen' : 'it is as before', async () => {
    return ((await exhale.windowState()) === 'fullscreen') === on;
  });
}

describe('full screen', () => {
  it('holds the question back, and the next look after it asks', async ({ exhale }) => {
    await exhale.visit('/typing');
    await exhale.visit('/reading');
    await fullScreen(exhale, true);
    await exhale.begin(DUE);
    await expect.poll(() => exhale.silence()).toBe('fullScreen');
    // Another look while it still fills the screen.
    await press('ctrl+shift+Tab', 'ctrl+Tab');
    await whileStirring(
      never('it is asked', async () => (await exhale.phase()) !== 'due', { seconds: 3 }),
    );
    await fullScreen(exhale, false);
    // No event reports its end.
    expect(await exhale.phase()).toBe('due');
    await press('ctrl+shift+Tab');
    await expect.poll(() => exhale.phase()).toBe('prompted');
    expect((await exhale.stored()).asks).toHaveLength(1);
  });
});

describe('a switch of tab', () => {
  const settings = { patienceMinutes: 30 };

  it('asks where a break is due, even with the background stopped', async ({ exhale }) => {
    await exhale.visit('/reading');
    await exhale.visit('/typing');
    for (const isStopped of [false, true]) {
      await exhale.begin({ ...DUE, settings });
      if (isStopped) await exhale.untilStopped();
      await expect.poll(() => exhale.phase()).toBe('due');
      const pressedAtMs = Date.now();
      await press('ctrl+shift+Tab');
      await expect.poll(() => exhale.phase()).toBe('prompted');
      const ask = (await exhale.stored()).state?.ask;
      expect((ask?.shownAtMs ?? 0) - pressedAtMs).toBeGreaterThan(0);
      // Otherwise the pause in the input would ask, after 15 s.
      expect((ask?.shownAtMs ?? 0) - pressedAtMs).toBeLessThan(10_000);
    }
  });

  it('asks nothing where no break is due', async ({ exhale }) => {
    await exhale.visit('/reading');
    await exhale.visit('/typing');
    await exhale.begin({ minutesAtScreen: 17.2, settings });
    await press('ctrl+Tab');
    await never('it is asked', async () => (await exhale.phase()) === 'prompted');
  });
});
