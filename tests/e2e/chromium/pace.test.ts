import { describe, expect } from 'vitest';
import type { OwnPattern } from '../../../core/breaks/preferences.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { word } from '../../driver/words.ts';
import { breathsOf, saysAt, untilClosed } from './inBreak.ts';
import { it } from './it.ts';

const breathes = (page: Page, lastsMs: number) =>
  expect.poll(() => breathsOf(page)).toEqual([lastsMs]);

const paces = async (exhale: ExhaleInChromium) => {
  const { preferences } = (await exhale.raw()) as { preferences: { value: { paces: object } } };
  return preferences.value.paces;
};

describe('the pace of the breath', () => {
  it('changes by keys after the breath that has begun, and is kept for the next break', async ({
    exhale,
  }) => {
    const wish = { kind: 'breathing', pattern: 'longExhale', seconds: 120 };
    await exhale.tell({ type: 'startBreak', ...wish });
    const page = await exhale.page('break');
    await breathes(page, 10_000);
    await page.tabTo('button', word('break_pace'));
    await press('Return');
    await page.tabTo('button', word('break_pace_slower'));
    // In the first breath out.
    await saysAt(exhale, page, 8, word('script_longExhale_out'));
    await press('Return');
    await expect.poll(() => page.text()).toContain(word('break_pace_now', '10.5', '5.7'));
    expect(await breathsOf(page)).toEqual([10_000]);
    await breathes(page, 10_500);
    await expect.poll(() => paces(exhale)).toEqual({ longExhale: 10.5 });
    // First it closes what is open.
    await press('Escape');
    await expect.poll(() => page.text()).not.toContain(word('break_pace_now', '10.5', '5.7'));
    expect(await exhale.phase()).toBe('break');
    await press('Escape');
    await untilClosed(exhale);

    await exhale.tell({ type: 'startBreak', ...wish });
    const next = await exhale.page('break');
    await breathes(next, 10_500);
    await next.tabTo('button', word('break_pace'));
    await press('space');
    await next.tabTo('button', word('break_pace_easier'));
    // Before the first breath there is nothing to finish.
    await exhale.moveBreakTo(0);
    await press('space');
    await breathes(next, 7000);
    // The easier pace is only for now.
    expect(await paces(exhale)).toEqual({ longExhale: 10.5 });
  });

  it('of an own pattern is as it was made', async ({ exhale }) => {
    const mine: OwnPattern = {
      ...{ name: 'Mine', inSeconds: 3, topUpSeconds: 0, holdSeconds: 0 },
      ...{ outSeconds: 5.5, holdOutSeconds: 0 },
    };
    await exhale.begin({ preferences: { ownPatterns: { 'own-mine': mine } } });
    const wish = { kind: 'breathing', pattern: 'own-mine', seconds: 40 };
    await exhale.tell({ type: 'startBreak', ...wish });
    const page = await exhale.page('break');
    await breathes(page, 8500);
    expect((await exhale.view()).break?.pattern).toBe('own-mine');
  });
});
