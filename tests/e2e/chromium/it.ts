import { it as plain } from 'vitest';
import { ExhaleInChromium, type Wish } from '../../driver/exhaleInChromium.ts';
import { end, SharedBrowser, startWatched } from '../sharedBrowser.ts';

const shared = new SharedBrowser(() => ExhaleInChromium.start());

/**
 * A test in Chromium. By its argument it asks for one of these:
 * - `exhale`: some days after the install, with one page open and nothing stored but the settings
 * - `installed`: in the first seconds after the install, in a browser of its own
 * - `start`: the same as `exhale` in a browser of its own, with flags or an environment
 */
export const it = plain
  .extend('exhale', async ({ task }, { onCleanup }) => {
    onCleanup(() => shared.keepIf(task.result?.state !== 'fail'));
    return shared.ready();
  })
  .extend('installed', async ({ task: _ }, { onCleanup }) => {
    // Two browsers at one display would take the keyboard from one another.
    await shared.keepIf(false);
    const exhale = await startWatched(() => ExhaleInChromium.install());
    onCleanup(() => end(exhale));
    return exhale;
  })
  .extend('start', async ({ task: _ }, { onCleanup }) => {
    await shared.keepIf(false);
    const started: ExhaleInChromium[] = [];
    onCleanup(async () => {
      for (const exhale of started) await end(exhale);
    });
    return async (wish: Wish) => {
      const exhale = await startWatched(() => ExhaleInChromium.start(wish));
      started.push(exhale);
      return exhale;
    };
  });
