import { it as plain } from 'vitest';
import { ExhaleInFirefox } from '../../driver/exhaleInFirefox.ts';
import type { Preferences } from '../../driver/firefox.ts';
import { end, SharedBrowser, startWatched } from '../sharedBrowser.ts';

const all = new Map<string, SharedBrowser<ExhaleInFirefox>>();

/** The shared browser with these preferences. Others are closed, because they share the display. */
async function sharedWith(preferences: Preferences): Promise<SharedBrowser<ExhaleInFirefox>> {
  const key = JSON.stringify(preferences);
  const shared = all.get(key) ?? new SharedBrowser(() => ExhaleInFirefox.start(preferences));
  all.set(key, shared);
  for (const other of all.values()) if (other !== shared) await other.keepIf(false);
  return shared;
}

/**
 * A test in a Firefox with these preferences, `installed` in another program if one is given. Its argument asks for one of these:
 * - `exhale`: some days after the install, with one page open and only settings stored
 * - `installed`: in the first seconds after the install, in a new browser
 */
export const itInFirefox = (preferences: Preferences = {}, program?: () => string) =>
  plain
    .extend('exhale', async ({ task }, { onCleanup }) => {
      const shared = await sharedWith(preferences);
      onCleanup(() => shared.keepIf(task.result?.state !== 'fail'));
      return shared.ready();
    })
    .extend('installed', async ({ task: _ }, { onCleanup }) => {
      const shared = await sharedWith(preferences);
      await shared.keepIf(false);
      const exhale = await startWatched(() => ExhaleInFirefox.install(preferences, program?.()));
      onCleanup(() => end(exhale));
      return exhale;
    });
