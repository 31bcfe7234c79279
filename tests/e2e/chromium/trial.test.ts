import { describe, expect } from 'vitest';
import { encode } from '../../../core/records/envelope.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { begun as begunTrial, type Trial } from '../../../core/trial/trial.ts';
import { localAt } from '../../../shell/clock.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import type { Page } from '../../driver/page.ts';
import { until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { isAccessible } from './axe.ts';
import { begun, untilClosed, untilOver } from './inBreak.ts';
import { it } from './it.ts';

const BREAK_SECONDS = 180;
/** Only long breaks, and one of them is due. */
const DUE = {
  minutesAtScreen: 30.1,
  settings: {
    rhythms: { short: { breakSeconds: BREAK_SECONDS, kind: 'water' } },
  },
} as const;

const trialIn = async (exhale: ExhaleInChromium): Promise<Trial> => {
  const { trial } = (await exhale.raw()) as { trial: { value: { current: Trial } } };
  return trial.value.current;
};

/** Begins a trial by hand, in the settings. */
async function beginTrial(exhale: ExhaleInChromium): Promise<void> {
  const page = await exhale.browser.open(exhale.url('options.html#trial'));
  await page.click('radio', word('settings_trial_points_other', '2'));
  await page.click('button', word('settings_trial_begin'));
  await expect.poll(() => page.text()).toContain(word('settings_trial_count', '0', '36'));
  await isAccessible(page);
  await page.close();
}

/** Begins the break from its reminder. Its page tosses this coin. */
async function beginBreak(exhale: ExhaleInChromium, coin: boolean): Promise<Page> {
  const prompt = await exhale.page('prompt');
  await prompt.click('button', saying(word('common_begin_water')));
  const page = await exhale.page('break');
  await page.find('heading', word('tension_question'));
  await page.evaluate((side) => {
    Object.defineProperty(crypto, 'getRandomValues', {
      value: (bytes: Uint8Array) => bytes.fill(side),
    });
  }, Number(coin));
  await begun(page);
  return page;
}

const answer = (page: Page, rating: number) => page.click('radio', String(rating));

describe('a trial of oneself', () => {
  it('is begun in the settings, and a day with the break becomes a pair', async ({ exhale }) => {
    await exhale.begin({ ...DUE, minutesAtScreen: 12 });
    await beginTrial(exhale);
    await exhale.begin(DUE);
    const page = await beginBreak(exhale, true);
    await expect.poll(() => page.text()).toContain(word('trial_tap'));
    await isAccessible(page);
    await answer(page, 6);
    await page.find('heading', word('break_heading_water'));
    expect((await trialIn(exhale)).open).toMatchObject({ withBreak: true, before: 6 });

    await exhale.moveBreakToEnd();
    await page.find('heading', word('tension_question'));
    await answer(page, 4);
    const day = localAt(Date.now()).day;
    await expect
      .poll(async () => (await trialIn(exhale)).pairs)
      .toEqual([{ day, withBreak: true, before: 6, after: 4 }]);
    // One coin a day: the next long break asks nothing.
    await untilOver(exhale);
    await page.click('button', saying(word('break_back')));
    await untilClosed(exhale);
    await exhale.begin(DUE);
    const prompt = await exhale.page('prompt');
    await prompt.click('button', saying(word('common_begin_water')));
    await (await exhale.page('break')).find('heading', word('break_heading_water'));
  });

  it('puts the break off by its length where the coin says so, and asks before it comes', async ({
    exhale,
  }) => {
    await exhale.begin({ ...DUE, minutesAtScreen: 12 });
    await exhale.store({ trial: encode({ current: begunTrial(2) }) });
    await exhale.begin(DUE);
    const page = await beginBreak(exhale, false);
    const breaksBefore = (await exhale.stored()).tally;
    await answer(page, 6);
    await page.find('heading', word('trial_goOn'));
    const putOffAtMs = Date.now();
    await isAccessible(page);
    await page.click('button', saying(word('break_back')));
    await untilClosed(exhale);

    const { state, tally } = await exhale.stored();
    const lengthMs = (BREAK_SECONDS + 3) * SECOND_MS;
    expect(Math.abs((state?.snoozedUntilMs ?? 0) - putOffAtMs - lengthMs)).toBeLessThan(
      5 * SECOND_MS,
    );
    expect(tally).toEqual(breaksBefore);
    expect((await exhale.view()).screenTimeMs).toBeGreaterThan(30 * MINUTE_MS);
    expect((await trialIn(exhale)).open).toMatchObject({ withBreak: false, before: 6 });

    // That time passes.
    const { state: waiting } = await exhale.stored();
    await exhale.store({ state: encode({ ...waiting, snoozedUntilMs: Date.now() }) });
    await exhale.tell({ type: 'changeSettings', patch: {} });
    const later = await beginBreak(exhale, true);
    await expect.poll(() => later.text()).toContain(word('tension_tap'));
    await answer(later, 7);
    await later.find('heading', word('break_heading_water'));
    const day = localAt(Date.now()).day;
    expect(await trialIn(exhale)).toMatchObject({
      open: null,
      pairs: [{ day, withBreak: false, before: 6, after: 7 }],
    });
    await until('the break is running', async () => !(await exhale.view()).break?.doesNotCount);
  });
});
