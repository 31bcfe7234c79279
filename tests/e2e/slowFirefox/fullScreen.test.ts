import { describe, expect } from 'vitest';
import { press } from '../../driver/hands.ts';
import { itInFirefox } from '../firefox/it.ts';

const it = itInFirefox();

describe('a break in full screen', () => {
  it('gives the window back as it was, when it is left with Esc and when its tab is closed', async ({
    exhale,
  }) => {
    await exhale.begin({ minutesAtScreen: 17.2, preferences: { fullScreen: true } });
    const before = await exhale.windowState();
    for (const way of ['Escape', 'ctrl+w']) {
      await exhale.tell({ type: 'startBreak', kind: 'breathing', seconds: 60 });
      await exhale.page('break');
      await expect.poll(() => exhale.windowState()).toBe('fullscreen');
      await press(way);
      await expect
        .poll(async () => {
          // The page listens to keys a little later. The other key is the browser's.
          if (way === 'Escape') await press(way);
          return exhale.isOpen('break');
        })
        .toBe(false);
      await expect.poll(() => exhale.windowState()).toBe(before);
      await expect.poll(async () => (await exhale.view()).break).toBeNull();
    }
    expect(await exhale.raw()).not.toHaveProperty('beforeFullScreen');
  });
});
