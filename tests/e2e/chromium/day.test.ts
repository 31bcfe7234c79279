import { describe, expect } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press, type, whileStirring } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { until } from '../../driver/wait.ts';
import { isAbove, windowsNamed } from '../../driver/windows.ts';
import { saying, word } from '../../driver/words.ts';
import { untilClosed, untilDone, untilOver } from './inBreak.ts';
import { enter, SHORT_INTERVAL } from './inSettings.ts';
import { it } from './it.ts';

const BREATHE = saying(word('common_begin_breathing'));
/** Three seconds before a break is due. */
const ALMOST_DUE = { minutesAtScreen: 29.95 };
const DUE = { minutesAtScreen: 30.1 };

/** Where the person writes: the field, its text, and the place in it. */
const caretIn = (page: Page) =>
  page.evaluate(() => {
    const field = document.querySelector('textarea');
    return {
      isThere: document.hasFocus() && document.activeElement === field,
      at: [field?.selectionStart, field?.selectionEnd],
      text: field?.value,
    };
  });

/** Half an hour of work ends with a text, and the caret in the middle of it. */
async function write(exhale: ExhaleInChromium): Promise<Page> {
  await exhale.visit('/reading');
  await press('ctrl+shift+Tab', 'ctrl+Tab');
  const page = await exhale.visit('/typing');
  await expect.poll(async () => (await caretIn(page)).isThere).toBe(true);
  await type('Dear all, see you');
  await press('Left', 'Left', 'Left');
  expect(await caretIn(page)).toEqual({ isThere: true, at: [14, 14], text: 'Dear all, see you' });
  return page;
}

/** A break ends by itself, and Enter leads back to where the person was. */
async function restThenGoBack(exhale: ExhaleInChromium): Promise<void> {
  const page = await exhale.page('break');
  await page.find('heading', word('break_heading_breathing'));
  expect(await exhale.phase()).toBe('break');
  await untilOver(exhale);
  await untilDone(page);
  await press('Return');
  await untilClosed(exhale);
}

describe('an ordinary day', () => {
  it('has a reminder that is seen, a minute of breath, and the same caret after it', async ({
    exhale,
  }) => {
    const work = await write(exhale);
    const [place, caret] = [await exhale.placeInUse(), await caretIn(work)];
    await exhale.begin(ALMOST_DUE);

    const prompt = await whileStirring(exhale.page('prompt', { seconds: 60 }));
    await prompt.find('heading', word('prompt_howLong', '30 minutes'));
    const small = await until('it is there', async () => (await windowsNamed('at the screen'))[0]);
    const [browser] = await windowsNamed('typing');
    expect(await isAbove(small.id, browser?.id ?? '')).toBe(true);
    expect(await prompt.evaluate(() => document.visibilityState)).toBe('visible');
    expect(await caretIn(work), 'it left the keyboard alone').toEqual(caret);

    // The pointer of the display reaches only what nothing covers.
    await prompt.click('button', BREATHE);
    await restThenGoBack(exhale);
    await expect.poll(() => exhale.placeInUse()).toEqual(place);
    await expect.poll(() => caretIn(work)).toEqual(caret);
    await type('! S');
    expect((await caretIn(work)).text).toBe('Dear all, see ! Syou');
    const { screenTimeMs, nextBreakInMs } = await exhale.view();
    expect(screenTimeMs).toBeLessThan(15 * SECOND_MS);
    expect(nextBreakInMs).toBeGreaterThan(29 * MINUTE_MS);
    expect((await exhale.today()).breaks.map(({ taken }) => taken)).toEqual([true]);
  });

  it('has a break from the popup, and the same caret after it', async ({ exhale }) => {
    const work = await write(exhale);
    await exhale.begin({ minutesAtScreen: 17.2 });
    const [place, caret] = [await exhale.placeInUse(), await caretIn(work)];
    const popup = await exhale.popup();
    await popup.click('button', BREATHE);
    await exhale.page('break');
    await exhale.moveBreakToEnd();
    await restThenGoBack(exhale);
    await expect.poll(() => exhale.placeInUse()).toEqual(place);
    await expect.poll(() => caretIn(work)).toEqual(caret);
    expect((await exhale.today()).breaks.map(({ taken }) => taken)).toEqual([true]);
  });

  it('withdraws a reminder that a longer interval makes early, and shows it when it is due again', async ({
    exhale,
  }) => {
    const settings = await exhale.open('options');
    await settings.find('spinbutton', SHORT_INTERVAL);
    await exhale.begin(DUE);
    await exhale.page('prompt');
    await enter(settings, SHORT_INTERVAL, '35');
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
    await expect.poll(() => exhale.phase()).toBe('working');
    const { next, nextBreakInMs, screenTimeMs } = await exhale.view();
    expect(next?.intervalMinutes).toBe(35);
    expect(nextBreakInMs).toBeGreaterThan(4 * MINUTE_MS);
    expect(nextBreakInMs).toBeLessThan(5 * MINUTE_MS);
    expect(screenTimeMs, 'screen time is kept').toBeGreaterThan(30 * MINUTE_MS);
    const { state, tally } = await exhale.stored();
    expect(state?.unanswered, 'it was no answer').toBe(0);
    expect(tally.skippedInARow, 'nor a skip').toBe(0);

    await enter(settings, SHORT_INTERVAL, '30');
    await expect.poll(async () => (await exhale.view()).next?.intervalMinutes).toBe(30);
    await whileStirring(exhale.page('prompt', { seconds: 30 }));
    expect(await exhale.phase()).toBe('prompted');
  });
});
