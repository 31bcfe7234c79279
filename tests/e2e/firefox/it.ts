import { it as plain } from 'vitest';
import { ExhaleInFirefox } from '../../driver/exhaleInFirefox.ts';
import type { Preferences } from '../../driver/firefox.ts';
import { end, SharedBrowser, startWatched } from '../sharedBrowser.ts';

/**
 * A test in a Firefox with such preferences. By its argument it asks for one of these:
 * - `exhale`: some days after the install, with one page open and nothing stored but the settings
 * - `installed`: in the first seconds after the install, in a browser of its own
 */
export const itInFirefox = (preferences: Preferences = {}) =>
  plain
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads there what a fixture needs
    .extend('shared', { scope: 'file' }, async ({}, { onCleanup }) => {
      const shared = new SharedBrowser(() => ExhaleInFirefox.start(preferences));
      onCleanup(() => shared.end());
      return shared;
    })
    .extend('exhale', async ({ shared, task }, { onCleanup }) => {
      onCleanup(async () => {
        if (task.result?.state === 'fail') await shared.end();
      });
      return shared.ready();
    })
    .extend('installed', async ({ shared }, { onCleanup }) => {
      await shared.end();
      const exhale = await startWatched(() => ExhaleInFirefox.install(preferences));
      onCleanup(() => end(exhale));
      return exhale;
    });
