import { describe, expect } from 'vitest';
import type { BrowserWindow, ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { click, keyDown, keyUp, press } from '../../driver/hands.ts';
import { never } from '../../driver/wait.ts';
import { dragWindow, openOtherProgram, windowsNamed } from '../../driver/windows.ts';
import { saying, word } from '../../driver/words.ts';
import { it } from './it.ts';
import { typesWhile } from './typing.ts';

const LATER = saying(word('common_later'));
const DUE = { minutesAtScreen: 30.1 };

/** The prompt's window and its browser window. */
async function both(exhale: ExhaleInChromium): Promise<[BrowserWindow, BrowserWindow]> {
  const windows = await exhale.windows();
  expect(windows).toHaveLength(2);
  return windows as [BrowserWindow, BrowserWindow];
}

const right = ({ left, width }: BrowserWindow) => left + width;
const lower = ({ top, height }: BrowserWindow) => top + height;

describe('when a break is due, a small window', () => {
  it('opens at the lower right of the browser window', async ({ exhale }) => {
    await exhale.begin(DUE);
    const prompt = await exhale.page('prompt');
    await prompt.find('heading', word('prompt_howLong', '30 minutes'));
    const [small, near] = await both(exhale);
    expect(small.type).toBe('popup');
    expect(near.focused).toBe(true);
    expect(right(near) - right(small)).toBeGreaterThan(0);
    expect(right(near) - right(small)).toBeLessThan(60);
    expect(lower(near) - lower(small)).toBeGreaterThan(0);
    expect(lower(near) - lower(small)).toBeLessThan(60);
    // Never more than one alarm.
    expect(await exhale.alarms()).toHaveLength(1);
  });

  it('stays within a browser window that is small itself', async ({ exhale }) => {
    const [only] = await exhale.windows();
    await exhale.moveWindow(only?.id ?? 0, { left: 100, top: 100, width: 520, height: 300 });
    await exhale.begin(DUE);
    await exhale.page('prompt');
    const [small, near] = await both(exhale);
    expect(small.left).toBeGreaterThanOrEqual(near.left);
    expect(right(small)).toBeLessThanOrEqual(right(near));
    expect(small.top).toBeGreaterThanOrEqual(near.top);
    expect(lower(small)).toBeLessThanOrEqual(lower(near));
  });

  it('stays on the screen when the browser window hangs over its edge', async ({ exhale }) => {
    const [drawn] = await windowsNamed('reading');
    await dragWindow(drawn?.id ?? '', { x: 700, y: 400 });
    await expect.poll(async () => (await exhale.windows())[0]?.left).toBe(700);
    await exhale.begin(DUE);
    await exhale.page('prompt');
    const [small] = await both(exhale);
    expect(right(small)).toBeLessThanOrEqual(1280);
    expect(lower(small)).toBeLessThanOrEqual(800);
  });

  it.for([
    [368, 144, 'as GNOME on Wayland makes it'],
    [320, 166, 'at a zoom of 125 %'],
    [267, 139, 'at a zoom of 150 %'],
    [200, 104, 'at a zoom of 200 %'],
  ] as const)('has its buttons in view in %i × %i px, %s', async ([width, height], { exhale }) => {
    await exhale.begin(DUE);
    const prompt = await exhale.page('prompt');
    await prompt.find('button', LATER);
    const size = { width, height, deviceScaleFactor: 1, mobile: false };
    await prompt.send('Emulation.setDeviceMetricsOverride', size);
    const cut = () =>
      prompt.evaluate(() =>
        [...document.querySelectorAll('button')].flatMap((button) => {
          const { top, bottom, left, right } = button.getBoundingClientRect();
          const fits = top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
          return fits ? [] : [button.textContent];
        }),
      );
    await expect.poll(cut).toEqual([]);
    expect(await prompt.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it('closes on "Later", and the reminder comes back after the snooze', async ({ exhale }) => {
    await exhale.begin(DUE);
    const prompt = await exhale.page('prompt');
    await prompt.click('button', LATER);
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
    expect(await exhale.phase()).toBe('snoozed');
    expect(await exhale.silence()).toBe('snoozed');
  });

  it('skips this break on Esc, which can be taken after all', async ({ exhale }) => {
    await exhale.begin(DUE);
    const prompt = await exhale.page('prompt');
    await prompt.find('button', LATER);
    const { x, y } = await prompt.origin();
    await click({ x: x + 200, y: y + 8 });
    await press('Escape');
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
    expect(await exhale.phase()).toBe('working');
    expect((await exhale.view()).afterAll).toBe(true);
  });

  it('waits while another program is in front', async ({ exhale }) => {
    const other = openOtherProgram();
    await expect.poll(async () => (await exhale.windows())[0]?.focused).toBe(false);
    await exhale.begin(DUE);
    await expect.poll(() => exhale.silence()).toBe('elsewhere');
    await expect.poll(() => exhale.icon()).toBe('held');
    await never('a window opens', () => exhale.isOpen('prompt'));
    other.close();
    await exhale.page('prompt');
    expect((await exhale.stored()).asks).toHaveLength(1);
  });

  it('is not answered by a key that is held down while it opens', async ({ exhale }) => {
    await exhale.visit('/typing');
    for (const key of ['Return', 'space', 'Escape']) {
      await exhale.begin();
      await keyDown(key);
      await exhale.begin(DUE);
      await exhale.page('prompt');
      await never('it is answered', async () => (await exhale.phase()) !== 'prompted');
      await keyUp(key);
      expect(await exhale.phase()).toBe('prompted');
    }
  });
});

describe('not one letter is lost of what is typed', () => {
  it.for(['smallWindow', 'tab'] as const)('while the %s opens', async (style, { exhale }) => {
    await typesWhile(exhale, async () => {
      await exhale.begin({ ...DUE, settings: { promptStyle: style } });
      await exhale.page('prompt');
    });
    expect(await exhale.isOpen('prompt')).toBe(true);
  });
});
