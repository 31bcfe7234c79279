import { describe, expect } from 'vitest';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press, whileStirring } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { WINDOW } from '../../driver/profile.ts';
import { never, until } from '../../driver/wait.ts';
import { placeWindow, windowsNamed } from '../../driver/windows.ts';
import { saying, word } from '../../driver/words.ts';
import { it } from './it.ts';

const DUE = { minutesAtScreen: 30.1 };
/** With this patience, only a good moment asks. */
const PATIENT = { settings: { patienceMinutes: 30 } };

const fillsScreen = (exhale: ExhaleInChromium, on: boolean) =>
  expect.poll(async () => (await exhale.windows())[0]?.state).toBe(on ? 'fullscreen' : 'normal');

const isPrompted = (exhale: ExhaleInChromium) => () => exhale.isOpen('prompt');

/** F11, and what a window manager would do then. */
async function fullScreen(exhale: ExhaleInChromium, on: boolean): Promise<void> {
  const [window] = await windowsNamed('reading');
  if (window === undefined) throw new Error('there is no window');
  await press('F11');
  await fillsScreen(exhale, on);
  const before = { ...WINDOW, x: WINDOW.left, y: WINDOW.top };
  await placeWindow(window.id, on ? { x: 0, y: 0, width: 1280, height: 800 } : before);
}

/** A page in view that plays sound. */
async function playing(exhale: ExhaleInChromium): Promise<Page> {
  const page = await exhale.visit('/sound');
  await page.click('button', 'Play');
  await until('it is heard', async () =>
    (await exhale.windows())[0]?.tabs.some(({ active, audible }) => active && audible),
  );
  return page;
}

describe('full screen', () => {
  it('holds the question back, which comes once when it ends', async ({ exhale }) => {
    await fullScreen(exhale, true);
    await exhale.begin(DUE);
    await expect.poll(() => exhale.silence()).toBe('fullScreen');
    await expect.poll(() => exhale.icon()).toBe('held');
    await whileStirring(never('it is asked', isPrompted(exhale), { seconds: 3 }));
    await fullScreen(exhale, false);
    await exhale.page('prompt');
    expect((await exhale.stored()).asks).toHaveLength(1);
  });

  it('withdraws a visible question', async ({ exhale }) => {
    await exhale.begin(DUE);
    await exhale.page('prompt');
    await press('F11');
    await expect.poll(isPrompted(exhale)).toBe(false);
    await expect.poll(() => exhale.silence()).toBe('fullScreen');
  });

  it('with a film asks nothing, and the question comes once when it ends', async ({ exhale }) => {
    await exhale.begin(PATIENT);
    const page = await playing(exhale);
    await press('F11');
    await fillsScreen(exhale, true);
    await exhale.begin({ ...DUE, ...PATIENT });
    await never('it is asked', isPrompted(exhale), { seconds: 3 });
    await expect.poll(() => exhale.silence()).toBe('fullScreen');
    await page.evaluate(() => location.assign('/reading'));
    await press('F11');
    await exhale.page('prompt', { seconds: 30 });
    expect((await exhale.stored()).asks).toHaveLength(1);
  });
});

describe('sound in view', () => {
  it('holds nothing back beyond patience while the person types', async ({ exhale }) => {
    await playing(exhale);
    await exhale.begin({ ...DUE, settings: { patienceMinutes: 0 } });
    await whileStirring(exhale.page('prompt', { seconds: 30 }));
  });

  it('holds the question back until it ends, while there is no typing', async ({ exhale }) => {
    await exhale.begin(PATIENT);
    const page = await playing(exhale);
    await exhale.begin({ ...DUE, ...PATIENT });
    await expect.poll(() => exhale.silence(), { timeout: 40_000 }).toBe('watching');
    await never('it is asked', isPrompted(exhale), { seconds: 3 });
    await page.evaluate(() => location.assign('/reading'));
    await exhale.page('prompt', { seconds: 30 });
  });
});

describe('where it waits for a good moment', () => {
  it('a pause in typing is one', async ({ exhale }) => {
    await exhale.begin({ ...DUE, settings: { patienceMinutes: 2 } });
    await expect.poll(() => exhale.silence()).toBe('patience');
    await expect.poll(() => exhale.title()).toMatch(saying(word('why_silent_patience')));
    await whileStirring(never('it is asked', isPrompted(exhale), { seconds: 3 }));
    await exhale.page('prompt', { seconds: 40 });
  });

  it.for([
    ['another tab', 'ctrl+Tab'],
    ['a page that has just loaded', 'F5'],
  ] as const)('%s is one, within two seconds', async ([, keys], { exhale }) => {
    await exhale.visit('/typing');
    await exhale.begin({ ...DUE, ...PATIENT });
    await whileStirring(never('it is asked', isPrompted(exhale), { seconds: 3 }));
    const pressedAtMs = Date.now();
    await press(keys);
    await whileStirring(exhale.page('prompt'));
    const ask = (await exhale.stored()).state?.ask;
    expect((ask?.shownAtMs ?? 0) - pressedAtMs).toBeGreaterThan(0);
    expect((ask?.shownAtMs ?? 0) - pressedAtMs).toBeLessThanOrEqual(2000);
  });
});
