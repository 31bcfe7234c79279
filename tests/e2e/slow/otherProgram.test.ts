import { describe, expect } from 'vitest';
import { SECOND_MS } from '../../../core/time.ts';
import { Browser } from '../../driver/browser.ts';
import { stir, type } from '../../driver/hands.ts';
import { newProfile } from '../../driver/profile.ts';
import { site } from '../../driver/site.ts';
import { until } from '../../driver/wait.ts';
import { focusWindow, windowsNamed } from '../../driver/windows.ts';
import { it } from '../chromium/it.ts';

/** Much longer than no input is taken for work. */
const TYPED_SECONDS = 40;

describe('a person who types in another program', () => {
  it('is at the screen all the time, and is asked only back in the browser', async ({ exhale }) => {
    // A browser without Exhale is as good as any program.
    const { wish } = exhale.browser;
    const other = await Browser.start({ program: wish.program, profile: newProfile() });
    try {
      const page = await other.openAlone(await site('/typing'));
      const editor = await until('it is there', async () => (await windowsNamed('^typing'))[0]);
      await focusWindow(editor.id);
      await until('it has the keyboard', () => page.evaluate(() => document.hasFocus()));
      await exhale.begin({ minutesAtScreen: 29.8, settings: { detectionSeconds: 15 } });
      const before = (await exhale.view()).screenTimeMs;
      const sinceMs = Date.now();
      while (Date.now() < sinceMs + TYPED_SECONDS * SECOND_MS) await type('work ', 200);
      const grown = (await exhale.view()).screenTimeMs - before;
      expect(grown).toBeGreaterThan((TYPED_SECONDS - 2) * SECOND_MS);
      expect(await page.evaluate(() => document.querySelector('textarea')?.value)).toContain(
        'work',
      );
      expect((await exhale.stored()).asks).toEqual([]);
      expect(await exhale.silence()).toBe('elsewhere');
    } finally {
      await other.close();
    }
    const work = await until(
      'the browser is there',
      async () => (await windowsNamed('reading'))[0],
    );
    await focusWindow(work.id);
    await stir();
    await exhale.page('prompt');
    expect((await exhale.stored()).asks).toHaveLength(1);
  });
});
