import { spawn } from 'node:child_process';
import { describe, expect } from 'vitest';
import { distFolder, extensionId } from '../../../scripts/setup/builds.mjs';
import { sandboxArgs } from '../../../scripts/setup/system.mjs';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press } from '../../driver/hands.ts';
import { newProfile, prefer } from '../../driver/profile.ts';
import { site } from '../../driver/site.ts';
import { never, until } from '../../driver/wait.ts';
import { isAbove, windowsNamed } from '../../driver/windows.ts';
import { saying, word } from '../../driver/words.ts';
import { begun, untilClosed } from '../chromium/inBreak.ts';
import { it } from '../chromium/it.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;
declare const chrome: {
  developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> };
};

const DUE = { minutesAtScreen: 30.1 };

/** A window of the same browser that is none of its ordinary ones. */
interface Other {
  title: string;
  /** Opens it in front. */
  open: (exhale: ExhaleInChromium) => Promise<void>;
  /** The key that closes it. */
  close: string;
}

const OTHERS: Record<string, Other> = {
  'a private window': {
    title: 'Incognito',
    open: () => press('ctrl+shift+n'),
    close: 'ctrl+shift+w',
  },
  'the window of an installed app': {
    title: '^sound$',
    async open({ browser: { wish, profile } }) {
      // The running browser opens it.
      const args = [`--user-data-dir=${profile}`, `--app=${await site('/sound')}`];
      spawn(wish.program, [...sandboxArgs(), ...args], { stdio: 'ignore' });
    },
    close: 'ctrl+w',
  },
};

const inFront = ({ title }: Other) =>
  until(`${title} is there`, async () => (await windowsNamed(title))[0]);

/** Waits until no ordinary window has the keyboard. */
const isBehind = (exhale: ExhaleInChromium) =>
  expect
    .poll(async () =>
      (await exhale.windows()).some(({ type, focused }) => focused && type === 'normal'),
    )
    .toBe(false);

async function waitsThenAsks(exhale: ExhaleInChromium, other: Other): Promise<void> {
  await isBehind(exhale);
  await exhale.begin(DUE);
  await expect.poll(() => exhale.silence()).toBe('elsewhere');
  await expect.poll(() => exhale.title()).toMatch(saying(word('why_silent_elsewhere')));
  await never('it is asked', () => exhale.isOpen('prompt'), { seconds: 4 });
  expect((await exhale.stored()).asks).toHaveLength(0);
  await press(other.close);
  await exhale.page('prompt');
  expect((await exhale.stored()).asks).toHaveLength(1);
}

describe.each(Object.entries(OTHERS))('while %s is in front', (_, other) => {
  it('a break that is due waits, says why, and is asked once at the switch back', async ({
    exhale,
  }) => {
    await other.open(exhale);
    await inFront(other);
    await waitsThenAsks(exhale, other);
  });
});

/** The private window is in front. Waits for the break in front of it, and leaves the break. */
async function opensInFrontOf(id: string, exhale: ExhaleInChromium): Promise<void> {
  const page = await exhale.page('break');
  await begun(page);
  expect(await page.evaluate(() => document.hasFocus())).toBe(true);
  const [drawn] = await windowsNamed(word('break_title_breathing'));
  expect(await isAbove(drawn?.id ?? '', id)).toBe(true);
  await press('Escape');
  await untilClosed(exhale);
}

describe('while the window of the developer tools is in front', () => {
  it('a break that is due waits, and is asked once at the switch back', async ({ start }) => {
    const profile = newProfile(extensionId(distFolder('chromium')));
    // The name differs by version.
    prefer(profile, {
      devtools: {
        preferences: { 'current-dock-state': '"undocked"', currentDockState: '"undocked"' },
      },
    });
    const exhale = await start({ profile });
    await press('ctrl+shift+i');
    const tools = { title: 'DevTools', open: async () => undefined, close: 'ctrl+shift+w' };
    await inFront(tools);
    await waitsThenAsks(exhale, tools);
  });
});

describe('a break that begins while a private window is in front', () => {
  const secret = OTHERS['a private window'] as Other;

  it('opens in front of it', async ({ exhale }) => {
    await secret.open(exhale);
    const { id } = await inFront(secret);
    await isBehind(exhale);
    await exhale.tell({ type: 'startBreak', seconds: 60 });
    await opensInFrontOf(id, exhale);
  });

  it('opens in front of it when a key in that window began it, where Exhale may run there', async ({
    start,
  }) => {
    const exhale = await start({});
    const extensions = await exhale.browser.open('chrome://extensions/');
    await extensions.evaluate(
      (extensionId) =>
        chrome.developerPrivate.updateExtensionConfiguration({
          extensionId,
          incognitoAccess: true,
        }),
      exhale.id,
    );
    // The browser loads the extension again.
    exhale.forgetInside();
    await until('it is allowed', () =>
      exhale.evaluate(() => browser.extension.isAllowedIncognitoAccess()),
    );
    await exhale.begin();
    await secret.open(exhale);
    const { id } = await inFront(secret);
    await press('alt+shift+e');
    await opensInFrontOf(id, exhale);
  });
});
