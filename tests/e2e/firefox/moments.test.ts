import { describe, expect } from 'vitest';
import { type ExhaleInFirefox, STOPS_SOON } from '../../driver/exhaleInFirefox.ts';
import { press, whileStirring } from '../../driver/hands.ts';
import { never, until } from '../../driver/wait.ts';
import { tellFullScreen, windowsNamed } from '../../driver/windows.ts';
import { itInFirefox } from './it.ts';

const it = itInFirefox(STOPS_SOON);
const DUE = { minutesAtScreen: 30.1 };

/** F11, and what a window manager would do, because there is none. */
async function fullScreen(exhale: ExhaleInFirefox, on: boolean): Promise<void> {
  const [window] = await windowsNamed('reading');
  if (window === undefined) throw new Error('there is no window');
  await press('F11');
  await tellFullScreen(window.id, on);
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
    expect(await exhale.silence()).toBe('fullScreen');
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
      expect(await exhale.phase()).toBe('due');
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
