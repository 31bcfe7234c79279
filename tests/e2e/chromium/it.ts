import { it as plain } from 'vitest';
import { ExhaleInChromium, type Wish } from '../../driver/exhaleInChromium.ts';
import { end, SharedBrowser, startWatched } from '../sharedBrowser.ts';

const shared = new SharedBrowser(() => ExhaleInChromium.start());

/**
 * A test in Chromium. Its argument asks for one of these:
 * - `exhale`: some days after the install, with one page open and only settings stored
 * - `installed`: in the first seconds after the install, in a new browser
 * - `start`: starts the same as `exhale` in a new browser, with flags or an environment
 * - `install`: the same as `installed`, with flags or another build
 */
export const it = plain
  .extend('exhale', async ({ task }, { onCleanup }) => {
    onCleanup(() => shared.keepIf(task.result?.state !== 'fail'));
    return shared.ready();
  })
  .extend('installed', async ({ task: _ }, { onCleanup }) => {
    // Two browsers on one display would take the keyboard from each other.
    await shared.keepIf(false);
    const exhale = await startWatched(() => ExhaleInChromium.install());
    onCleanup(() => end(exhale));
    return exhale;
  })
  .extend('start', ({ task: _ }, { onCleanup }) =>
    inNewBrowsers((wish) => ExhaleInChromium.start(wish), onCleanup),
  )
  .extend('install', ({ task: _ }, { onCleanup }) =>
    inNewBrowsers((wish) => ExhaleInChromium.install(wish), onCleanup),
  );

async function inNewBrowsers(
  begin: (wish: Wish) => Promise<ExhaleInChromium>,
  onCleanup: (work: () => Promise<void>) => void,
) {
  await shared.keepIf(false);
  const begun: ExhaleInChromium[] = [];
  onCleanup(async () => {
    for (const exhale of begun) await end(exhale);
  });
  return async (wish: Wish) => {
    const exhale = await startWatched(() => begin(wish));
    begun.push(exhale);
    return exhale;
  };
}
