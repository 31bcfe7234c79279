import { describe, expect } from 'vitest';
import type { FirefoxPage } from '../../driver/firefoxPage.ts';
import { until } from '../../driver/wait.ts';
import { word } from '../../driver/words.ts';
import { itInFirefox } from './it.ts';

const it = itInFirefox();

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
