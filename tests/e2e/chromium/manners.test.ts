import { describe, expect } from 'vitest';
import { encode } from '../../../core/records/envelope.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { localAt } from '../../../shell/clock.ts';
import type { MessageKey } from '../../../shell/words/t.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { never, until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { goToReminder } from './inWelcome.ts';
import { it } from './it.ts';
import { typesWhile } from './typing.ts';

const DUE = { minutesAtScreen: 30.1 };
const HOW_LONG = word('prompt_howLong', '30 minutes');

const MANNERS = {
  gentle: { puttingOff: 'easy', promptStyle: 'icon' },
  firm: { puttingOff: 'firm', promptStyle: 'smallWindow' },
  standard: { puttingOff: 'easy', promptStyle: 'smallWindow' },
} as const;
type Manner = keyof typeof MANNERS;

/** Chooses each manner with the pointer. It is stored, and the page says what it means. */
async function choosesEach(
  exhale: ExhaleInChromium,
  page: Page,
  told: Record<Manner, MessageKey>,
): Promise<void> {
  for (const manner of Object.keys(MANNERS) as Manner[]) {
    await page.click('radio', word(`manner_${manner}`));
    await expect
      .poll(async () => (await exhale.stored()).settings, { message: manner })
      .toMatchObject(MANNERS[manner]);
    await expect.poll(() => page.text()).toContain(word(told[manner]));
  }
}

describe('the manner of asking', () => {
  it('is chosen on the welcome page by its example', async ({ installed: exhale }) => {
    const page = await exhale.page('welcome');
    await goToReminder(page);
    await page.click('button', word('welcome_see_windowInstead'));
    await choosesEach(exhale, page, {
      gentle: 'welcome_see_icon',
      firm: 'welcome_see_firm',
      standard: 'welcome_see_smallWindow',
    });
  });
});

describe('asked gently', () => {
  it('the icon turns and nothing opens', async ({ exhale }) => {
    await exhale.begin({ ...DUE, settings: { promptStyle: 'icon' } });
    await expect.poll(() => exhale.icon()).toBe('due');
    await expect.poll(() => exhale.phase()).toBe('prompted');
    const targets = await exhale.browser.targets();
    await never(
      'anything opens',
      async () => (await exhale.browser.targets()).length > targets.length,
    );
    expect(await exhale.windows()).toHaveLength(1);
  });
});

const FIRM = { settings: { puttingOff: 'firm' } } as const;

/** The firm manner: the question and its two returns went unanswered. */
async function leftUnanswered(exhale: ExhaleInChromium): Promise<void> {
  const nowMs = Date.now();
  const shownAtMs = nowMs - 6 * MINUTE_MS;
  const ask = { rhythm: 'short', shownAtMs, times: 3, showing: false, inFullScreen: false };
  await exhale.begin({
    ...FIRM,
    minutesAtScreen: 46.2,
    state: { ask, dueSinceMs: nowMs - 16 * MINUTE_MS, phase: 'due' },
  });
}

/** Stillness begins after fifteen seconds without input. */
const STILL = { seconds: 40 };
/** The seconds of the countdown to check. */
const COUNTED = [8, 7, 6, 5, 4, 3];

describe('asked firmly, the break', () => {
  it('opens after a pause in the input, never while the person types, and Esc postpones it and leads back', async ({
    exhale,
  }) => {
    await exhale.begin(FIRM);
    // Longer than the time until stillness.
    await typesWhile(exhale, () => leftUnanswered(exhale), 100);
    expect(await exhale.isOpen('break'), 'it opened during typing').toBe(false);
    expect(await exhale.icon()).toBe('due');
    const from = await exhale.placeInUse();
    expect(from).toBeDefined();

    const page = await exhale.page('break', STILL);
    await page.find('heading', word('prompt_howLong', '46 minutes'));
    await until('it counts down', async () => {
      const text = await page.text();
      return COUNTED.some((seconds) => text.includes(word('break_warning', `${seconds}`)));
    });
    expect((await exhale.view()).break).toBeNull();
    await press('Escape');
    await expect.poll(() => exhale.phase()).toBe('snoozed');
    await expect.poll(() => exhale.isOpen('break')).toBe(false);
    await expect.poll(() => exhale.placeInUse()).toEqual(from);
  });

  it('begins by itself after ten seconds without an answer', async ({ exhale }) => {
    await exhale.begin(FIRM);
    await leftUnanswered(exhale);
    const page = await exhale.page('break', STILL);
    const openedAtMs = await page.evaluate(() => performance.timeOrigin);
    const running = await until('it has begun', async () => (await exhale.view()).break);
    const tookMs = running.startedAtMs - openedAtMs;
    expect(tookMs).toBeGreaterThan(9 * SECOND_MS);
    expect(tookMs).toBeLessThan(15 * SECOND_MS);
    expect(running.rhythm).toBe('short');
    await page.find('heading', word('break_heading_breathing'));
    expect((await exhale.stored()).state?.unanswered).toBe(0);
  });
});

describe('with a notice', () => {
  const NOTICED = { ...DUE, settings: { noticeSeconds: 30 } };

  it('the question follows in the same window', async ({ exhale }) => {
    await exhale.begin(NOTICED);
    const prompt = await exhale.page('prompt');
    await prompt.find('heading', word('prompt_notice', '30 seconds'));
    await prompt.find('button', saying(word('common_begin_breathing')));
    await prompt.find('button', saying(word('common_later')));
    await prompt.find('button', word('common_skip'));
    const ids = async () => (await exhale.windows()).map(({ id }) => id).sort();
    const before = await ids();
    expect(before).toHaveLength(2);

    const ask = await until('the ask is stored', async () => (await exhale.stored()).state?.ask);
    const shownAtMs = Date.now() - 31 * SECOND_MS;
    await exhale.begin({ ...NOTICED, state: { ask: { ...ask, shownAtMs }, phase: 'prompted' } });
    await prompt.find('heading', HOW_LONG);
    await never('there are two', async () => (await ids()).length > 2);
    expect(await ids()).toEqual(before);
  });

  it('"Skip this one" is no break and no question', async ({ exhale }) => {
    await exhale.begin(NOTICED);
    const prompt = await exhale.page('prompt');
    await prompt.click('button', word('common_skip'));
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
    expect(await exhale.phase()).toBe('working');
    expect((await exhale.view()).nextBreakInMs).toBeGreaterThan(29 * MINUTE_MS);
  });
});

describe('outside the hours', () => {
  it('"Remind me today anyway" asks', async ({ exhale }) => {
    // No day has hours.
    await exhale.begin({ ...DUE, settings: { hours: {} } });
    await expect.poll(() => exhale.silence()).toBe('outsideHours');
    const popup = await exhale.popup();
    await popup.click('button', word('popup_more'));
    await popup.click('menuitem', word('popup_anyway'));
    await popup.find('button', saying(word('common_later')));
    // While the popup asks, nothing else does.
    expect(await exhale.isOpen('prompt')).toBe(false);
    await press('Escape');
    await expect.poll(() => exhale.isOpen('popup')).toBe(false);
    await press('F5');
    const prompt = await exhale.page('prompt');
    await prompt.find('heading', HOW_LONG);
    expect((await exhale.stored()).state?.anywayDay).toBe(localAt(Date.now()).day);
  });
});

describe('the morning after a pause without an end', () => {
  it('a tab behind asks once whether to go on', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 5 });
    const from = await exhale.placeInUse();
    const pause = encode({ is: 'open', day: localAt(Date.now()).day, minuteOfDay: 0 });
    await exhale.store({ pause });
    await exhale.tell({ type: 'changeSettings', patch: {} });
    const tab = await exhale.page('prompt');
    expect(await exhale.windows()).toHaveLength(1);
    expect(await exhale.placeInUse(), 'it opens behind').toEqual(from);
    const title = `${word('prompt_resume_title')} ${word('prompt_resume_lead')}`;
    await expect.poll(() => tab.evaluate(() => document.title)).toBe(title);

    // The last tab.
    await press('ctrl+9');
    await expect.poll(() => tab.evaluate(() => document.visibilityState)).toBe('visible');
    await tab.find('heading', word('prompt_resume_title'));
    await tab.click('button', word('prompt_resume'));
    await expect.poll(async () => (await exhale.stored()).pause).toBeNull();
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
  });
});
