import { describe, expect } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import type { ExhaleInFirefox } from '../../driver/exhaleInFirefox.ts';
import type { FirefoxPage } from '../../driver/firefoxPage.ts';
import { press, type, whileStirring } from '../../driver/hands.ts';
import { until } from '../../driver/wait.ts';
import { word } from '../../driver/words.ts';
import { allow, clickNotification, isShown } from '../firefox/drawnNotification.ts';
import { itInFirefox } from '../firefox/it.ts';

const it = itInFirefox();
/** Three seconds before a break is due. */
const ALMOST_DUE = { minutesAtScreen: 29.95 };
const BY_NOTIFICATION = { promptStyle: 'notification' as const };

/** Where the person writes: the field, its text, and the place in it. */
const caretIn = (page: FirefoxPage) =>
  page.evaluate(() => {
    const field = document.querySelector('textarea');
    return {
      isThere: document.hasFocus() && document.activeElement === field,
      at: [field?.selectionStart, field?.selectionEnd],
      text: field?.value,
    };
  });

/** Half an hour of work ends with a text, and the caret in the middle of it. */
async function write(exhale: ExhaleInFirefox): Promise<FirefoxPage> {
  const page = await exhale.visit('/typing');
  await page.show();
  await page.click('textarea');
  await expect.poll(async () => (await caretIn(page)).isThere).toBe(true);
  await type('Dear all, see you');
  await press('Left', 'Left', 'Left');
  await expect
    .poll(() => caretIn(page))
    .toEqual({ isThere: true, at: [14, 14], text: 'Dear all, see you' });
  return page;
}

/** A break ends by itself, and Enter leads back to where the person was. */
async function restThenGoBack(exhale: ExhaleInFirefox): Promise<void> {
  const page = await exhale.page('break');
  await expect.poll(() => page.isInView()).toBe(true);
  expect(await exhale.phase()).toBe('break');
  await until('the break is over', async () => (await exhale.view()).break === null, {
    seconds: 40,
  });
  await expect.poll(() => page.text()).toContain(word('break_back'));
  await press('Return');
  await expect.poll(() => exhale.isOpen('break')).toBe(false);
}

describe('an ordinary day', () => {
  it('has a reminder that is seen, a minute of breath, and the same caret after it', async ({
    exhale,
  }) => {
    await allow(exhale);
    const work = await write(exhale);
    const caret = await caretIn(work);
    await exhale.begin({ ...ALMOST_DUE, settings: BY_NOTIFICATION });
    await whileStirring(isShown(exhale));
    expect(await caretIn(work), 'it left the keyboard alone').toEqual(caret);
    // The pointer of the display reaches only what nothing covers.
    await clickNotification();
    const choices = await exhale.page('prompt');
    await choices.click('button', word('common_begin_breathing'));
    await restThenGoBack(exhale);
    await expect.poll(() => work.isInView()).toBe(true);
    await expect.poll(() => caretIn(work)).toEqual(caret);
    await type('! S');
    await expect.poll(async () => (await caretIn(work)).text).toBe('Dear all, see ! Syou');
    const { screenTimeMs, nextBreakInMs } = await exhale.view();
    expect(screenTimeMs).toBeLessThan(15 * SECOND_MS);
    expect(nextBreakInMs).toBeGreaterThan(29 * MINUTE_MS);
    expect((await exhale.today()).breaks.map(({ taken }) => taken)).toEqual([true]);
  });

  it('has a break from the popup, and the same caret after it', async ({ exhale }) => {
    const work = await write(exhale);
    const caret = await caretIn(work);
    await exhale.begin({ minutesAtScreen: 17.2 });
    await exhale.openPopup();
    await exhale.clickInPopup(word('common_begin_breathing'));
    await restThenGoBack(exhale);
    await expect.poll(() => work.isInView()).toBe(true);
    await expect.poll(() => caretIn(work)).toEqual(caret);
    expect((await exhale.today()).breaks.map(({ taken }) => taken)).toEqual([true]);
  });

  it('withdraws a reminder that a longer interval makes early, and shows it when it is due again', async ({
    exhale,
  }) => {
    await allow(exhale);
    const page = await exhale.open('options');
    await page.show();
    await exhale.begin({ minutesAtScreen: 30.1, settings: BY_NOTIFICATION });
    await isShown(exhale);
    const name = word('settings_rhythm_interval', word('settings_rhythm_short'));
    const enter = async (figure: string) => {
      await page.click(`[role=spinbutton][aria-label="${name}"]`);
      await expect.poll(() => page.evaluate(() => document.activeElement?.ariaLabel)).toBe(name);
      await press('ctrl+a');
      await type(figure);
      await press('Tab');
    };
    await enter('35');
    await expect.poll(() => exhale.notifications()).toEqual([]);
    await expect.poll(() => exhale.phase()).toBe('working');
    const { nextBreakInMs, screenTimeMs } = await exhale.view();
    expect(nextBreakInMs).toBeGreaterThan(4 * MINUTE_MS);
    expect(nextBreakInMs).toBeLessThan(5 * MINUTE_MS);
    expect(screenTimeMs, 'screen time is kept').toBeGreaterThan(30 * MINUTE_MS);
    expect((await exhale.stored()).state?.unanswered, 'it was no answer').toBe(0);

    await enter('30');
    await whileStirring(isShown(exhale));
    expect(await exhale.phase()).toBe('prompted');
  });
});
