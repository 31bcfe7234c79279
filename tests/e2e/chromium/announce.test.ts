import { describe, expect } from 'vitest';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { never, until } from '../../driver/wait.ts';
import { it } from './it.ts';

/** Told each state of the page's audio clock. */
async function audioOf(exhale: ExhaleInChromium): Promise<string[]> {
  const states: string[] = [];
  const { devtools } = exhale.browser;
  for (const event of ['contextCreated', 'contextChanged'])
    devtools.on(`WebAudio.${event}`, ({ context }) => states.push(context.contextState));
  const { targetId } = await until('the page is there', () =>
    exhale.browser.target(/announce\.html/),
  );
  const order = { targetId, flatten: true };
  const { sessionId } = await devtools.send('Target.attachToTarget', order);
  await devtools.send('WebAudio.enable', {}, sessionId);
  return states;
}

describe('the sound of a reminder', () => {
  it.for(['smallWindow', 'icon'] as const)(
    'is played by a page without a window, which then closes itself: %s',
    async (promptStyle, { exhale }) => {
      await exhale.begin({ minutesAtScreen: 30.1, settings: { promptStyle, askSound: true } });
      const states = await audioOf(exhale);
      await expect.poll(() => states.at(-1)).toBe('running');
      expect(await exhale.offscreen()).toEqual([exhale.url('announce.html?20')]);
      await expect.poll(() => exhale.offscreen(), { timeout: 10_000 }).toEqual([]);
      await never('it is played again', async () => (await exhale.offscreen()).length > 0);
    },
  );

  it('needs no page while it is off', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 30.1 });
    const isOpen = async () => (await exhale.offscreen()).length > 0;
    await Promise.all([exhale.page('prompt'), never('a page is made', isOpen, { seconds: 6 })]);
  });
});
