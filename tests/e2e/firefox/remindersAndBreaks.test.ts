import { describe, expect } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import type { FirefoxPage } from '../../driver/firefoxPage.ts';
import { press, type } from '../../driver/hands.ts';
import { never, until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { itInFirefox } from './it.ts';

const it = itInFirefox();
const DUE = { minutesAtScreen: 30.1 };
const OFFER = saying(word('popup_offer_breathing', ''));

describe('an install', () => {
  it('opens the welcome page, once', async ({ installed: exhale }) => {
    const page = await exhale.page('welcome');
    await expect.poll(() => page.text()).not.toBe('');
    const welcomes = (await exhale.documents()).filter((document) => document === 'TAB welcome');
    expect(welcomes).toHaveLength(1);
  });
});

describe('the popup', () => {
  it('tells the real minutes', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    await exhale.openPopup();
    await expect.poll(() => exhale.popupText()).toContain(`17 ${word('common_minuteUnit')}`);
    expect(await exhale.popupText()).toMatch(saying(word('popup_nextBreak', '13 min')));
  });
});

describe('when a break is due', () => {
  it('a tab behind asks where notifications are not allowed', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const windows = await exhale.windowCount();
    await exhale.begin(DUE);
    await expect.poll(() => exhale.title()).toMatch(OFFER);
    const prompt = await exhale.page('prompt');
    expect(await prompt.isInView()).toBe(false);
    await never('a window opens', async () => (await exhale.windowCount()) !== windows);
  });

  it('a tab behind asks where that is chosen, and begins the break', async ({ exhale }) => {
    const settings = { promptStyle: 'tab' as const, rhythms: { short: { breakSeconds: 10 } } };
    const reading = await exhale.visit('/reading');
    await exhale.begin({ ...DUE, settings });
    const prompt = await exhale.page('prompt');
    expect(await prompt.isInView()).toBe(false);
    expect(await reading.isInView()).toBe(true);
    await prompt.show();
    await prompt.click('button', word('common_begin_breathing'));
    const page = await exhale.page('break');
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
    expect(await page.isInView()).toBe(true);
    expect(await exhale.phase()).toBe('break');
    await until('the break is over', async () => (await exhale.view()).break === null, {
      seconds: 40,
    });
    await expect.poll(() => page.text()).toContain(word('break_back'));
    await press('Return');
    await expect.poll(() => exhale.isOpen('break')).toBe(false);
    const { screenTimeMs, nextBreakInMs } = await exhale.view();
    expect(screenTimeMs).toBeLessThan(15 * SECOND_MS);
    expect(nextBreakInMs).toBeGreaterThan(29 * MINUTE_MS);
    expect((await exhale.today()).breaks[0]?.taken).toBe(true);
  });
});

describe('another interval in the settings', () => {
  it('moves the next break, and the alarm with it', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const title = await exhale.title();
    const page = await exhale.open('options');
    const name = word('settings_rhythm_interval', word('settings_rhythm_short'));
    const enter = async (figure: string) => {
      await page.click(`[role=spinbutton][aria-label="${name}"]`);
      await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe(name);
      await type(figure);
      await press('Tab');
    };
    await enter('45');
    await expect.poll(async () => (await exhale.view()).next?.intervalMinutes).toBe(45);
    expect((await exhale.view()).nextBreakInMs).toBeGreaterThan(27 * MINUTE_MS);
    await expect.poll(() => exhale.title()).not.toBe(title);
    await enter('20');
    await until('the alarm is moved', async () => {
      const [alarm, ...others] = await exhale.alarms();
      expect(others).toEqual([]);
      return alarm && alarm.scheduledTime < Date.now() + 3 * MINUTE_MS;
    });
  });
});

/** The animations inside something: how often they run, and how long, in milliseconds. */
const animated = (page: FirefoxPage, within: string) =>
  page.evaluate(
    (selector) =>
      document.getAnimations().flatMap((animation) => {
        const { effect } = animation;
        const target = effect instanceof KeyframeEffect ? effect.target : null;
        if (!effect || !target?.closest(selector)) return [];
        const { iterations, duration } = effect.getTiming();
        // Animations of the style sheet are fades.
        const byScript = animation.constructor === Animation;
        return [{ forever: iterations === Infinity, lastsMs: Number(duration), byScript }];
      }),
    within,
  );

async function breathsOf(page: FirefoxPage): Promise<number[]> {
  const breaths = (await animated(page, '[data-paced]')).filter(({ byScript }) => byScript);
  return [...new Set(breaths.map((breath) => breath.lastsMs))];
}

describe('a break with movement', () => {
  it('has its moving figure and its sentence', async ({ exhale }) => {
    await exhale.tell({ type: 'startBreak', kind: 'movement', seconds: 10 });
    const page = await exhale.page('break');
    await expect.poll(() => page.text()).toContain(word('script_movement_weight'));
    await until('the figure moves', async () =>
      (await animated(page, '[data-reduced] svg')).some(({ forever }) => forever),
    );
    await expect.poll(() => page.text(), { timeout: 40_000 }).toContain(word('after_movement'));
    await until('it is recorded', async () => (await exhale.today()).breaks[0]?.taken);
    await page.click('button', word('break_back'));
    await expect.poll(() => exhale.isOpen('break')).toBe(false);
  });
});

describe('another pace of the breath', () => {
  it('is taken up and kept', async ({ exhale }) => {
    const wish = { kind: 'breathing', pattern: 'longExhale', seconds: 60 };
    await exhale.tell({ type: 'startBreak', ...wish });
    const page = await exhale.page('break');
    await expect.poll(() => breathsOf(page)).toEqual([10_000]);
    await page.click('button', word('break_pace'));
    await page.click(`[aria-label="${word('break_pace_slower')}"]`);
    await expect.poll(() => breathsOf(page)).toEqual([10_500]);
    const { preferences } = (await exhale.raw()) as { preferences: { value: { paces: object } } };
    expect(preferences.value.paces).toEqual({ longExhale: 10.5 });
    expect(await exhale.phase()).toBe('break');
  });
});
