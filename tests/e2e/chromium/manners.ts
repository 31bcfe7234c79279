import { deepEqual, equal, ok } from 'node:assert/strict';
import { encode } from '../../../core/records/envelope.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { localAt } from '../../../shell/clock.ts';
import type { MessageKey } from '../../../shell/words/t.ts';
import { press } from '../desk.ts';
import { never, test, until } from '../harness.ts';
import { saying, word } from '../words.ts';
import { type Exhale, installed, started } from './exhale.ts';
import type { Page } from './page.ts';
import { typesWhile } from './typing.ts';

const DUE = { minutesAtScreen: 30.1 };
const HOW_LONG = word('prompt_howLong', '30 minutes');

const MANNERS = {
  gentle: { firm: false, promptStyle: 'icon' },
  firm: { firm: true, promptStyle: 'window' },
  standard: { firm: false, promptStyle: 'window' },
} as const;
type Manner = keyof typeof MANNERS;

/** Goes through the manners with the pointer: each is stored, and the page tells what it amounts to. */
async function choosesEach(
  exhale: Exhale,
  page: Page,
  told: Record<Manner, MessageKey>,
): Promise<void> {
  for (const manner of Object.keys(MANNERS) as Manner[]) {
    await page.click('radio', word(`manner_${manner}`));
    await until(`${manner} is stored`, async () => {
      const { firm, promptStyle } = (await exhale.stored()).settings;
      return firm === MANNERS[manner].firm && promptStyle === MANNERS[manner].promptStyle;
    });
    await until('it tells', async () => (await page.text()).includes(word(told[manner])));
  }
}

test('On the welcome page a manner is chosen by its example', async () => {
  const exhale = await installed();
  const page = await exhale.page('welcome');
  await page.click('button', word('welcome_next'));
  await page.find('heading', word('welcome_see_title'));
  await choosesEach(exhale, page, {
    gentle: 'welcome_see_icon',
    firm: 'welcome_see_firm',
    standard: 'welcome_see_window',
  });
});

test('In the settings a manner is chosen', async () => {
  const exhale = await started();
  const page = await exhale.browser.open(exhale.url('options.html'));
  await choosesEach(exhale, page, {
    gentle: 'manner_gentle_hint',
    firm: 'manner_firm_hint',
    standard: 'manner_standard_hint',
  });
});

test('Gently asked, the icon turns and nothing opens', async () => {
  const exhale = await started({ ...DUE, settings: { promptStyle: 'icon' } });
  await until('the icon asks', async () => (await exhale.icon()) === 'due');
  equal((await exhale.view()).phase, 'prompted');
  const targets = await exhale.browser.targets();
  await never(
    'anything opens',
    async () => (await exhale.browser.targets()).length > targets.length,
  );
  equal((await exhale.windows()).length, 1);
});

const FIRM = { settings: { firm: true } } as const;

/** Of somebody who is asked firmly: the question came, and twice more, and nobody answered. */
async function leftUnanswered(exhale: Exhale): Promise<void> {
  const nowMs = Date.now();
  const shownAtMs = nowMs - 6 * MINUTE_MS;
  const ask = { rhythm: 'short', shownAtMs, times: 3, showing: false, inFullScreen: false };
  await exhale.begin({
    ...FIRM,
    minutesAtScreen: 46.2,
    state: { ask, dueSinceMs: nowMs - 16 * MINUTE_MS, phase: 'due' },
  });
}

const STILL = { seconds: 30 };
const warning = (seconds: number) => word('break_warning', `${seconds}`);

test('Firmly asked, the break opens once hands rest, never while somebody types; Esc puts it off and leads back', async () => {
  const exhale = await started(FIRM);
  // Longer than it takes for hands to rest.
  await typesWhile(exhale, () => leftUnanswered(exhale), 180);
  ok(!(await exhale.opened('break')), 'it does not open while somebody types');
  equal(await exhale.icon(), 'due');
  const from = await exhale.placeInUse();
  ok(from);

  const page = await exhale.page('break', STILL);
  await page.find('heading', word('prompt_howLong', '46 minutes'));
  await until('it counts down', async () => (await page.text()).includes(warning(8)));
  equal((await exhale.view()).break, null);
  await press('Escape');
  await until('it is put off', async () => (await exhale.view()).phase === 'snoozed');
  await until('the page has closed', async () => !(await exhale.opened('break')));
  deepEqual(await exhale.placeInUse(), from);
});

test('Firmly asked and left alone, the break begins after ten seconds by itself', async () => {
  const exhale = await started(FIRM);
  await leftUnanswered(exhale);
  const page = await exhale.page('break', STILL);
  const openedAtMs = Date.now();
  await until('it has begun', async () => (await exhale.view()).break !== null, { seconds: 15 });
  const tookMs = Date.now() - openedAtMs;
  ok(tookMs > 8 * SECOND_MS && tookMs < 13 * SECOND_MS, `${tookMs} ms`);
  equal((await exhale.view()).break?.rhythm, 'short');
  await page.find('heading', word('break_heading_breathing'));
  equal((await exhale.stored()).state?.unanswered, 0);
});

test('A word in advance comes first, and the question in the same window', async () => {
  const exhale = await started({ ...DUE, settings: { noticeSeconds: 30 } });
  const prompt = await exhale.page('prompt');
  await prompt.find('heading', word('prompt_notice', '30 seconds'));
  await prompt.find('button', saying(word('common_begin_breathing')));
  await prompt.find('button', saying(word('common_later')));
  await prompt.find('button', word('prompt_notThisOne'));
  const ids = async () => (await exhale.windows()).map(({ id }) => id).sort();
  const before = await ids();
  equal(before.length, 2);

  const ask = (await exhale.stored()).state?.ask;
  ok(ask);
  const shownAtMs = Date.now() - 31 * SECOND_MS;
  await exhale.begin({
    ...DUE,
    settings: { noticeSeconds: 30 },
    state: { ask: { ...ask, shownAtMs }, phase: 'prompted' },
  });
  await prompt.find('heading', HOW_LONG);
  equal((await prompt.all('button', word('prompt_notThisOne'))).length, 0);
  await never('there are two', async () => (await ids()).length > 2, { seconds: 2 });
  deepEqual(await ids(), before);
});

test('“Not this one”, said in advance, is no break and no question', async () => {
  const exhale = await started({ ...DUE, settings: { noticeSeconds: 30 } });
  const prompt = await exhale.page('prompt');
  await prompt.click('button', word('prompt_notThisOne'));
  await until('the window is gone', async () => !(await exhale.opened('prompt')));
  equal((await exhale.view()).phase, 'working');
  ok(((await exhale.view()).nextBreakInMs ?? 0) > 29 * MINUTE_MS);
});

test('“Remind me anyway today” asks outside the hours', async () => {
  // No day has any.
  const exhale = await started({ ...DUE, settings: { hours: {} } });
  equal((await exhale.view()).silence?.reason, 'outsideHours');
  const popup = await exhale.popup();
  await popup.click('button', word('popup_more'));
  await popup.click('button', word('popup_anyway'));
  await popup.find('button', saying(word('common_later')));
  // As long as the popup asks, nothing else does.
  ok(!(await exhale.opened('prompt')));
  await press('Escape');
  await until('the popup has closed', async () => !(await exhale.opened('popup')));
  await press('F5');
  const prompt = await exhale.page('prompt');
  await prompt.find('heading', HOW_LONG);
  equal((await exhale.stored()).state?.anywayDay, localAt(Date.now()).day);
});

test('The morning after a pause without an end, a tab behind asks once whether to go on', async () => {
  const exhale = await started({ minutesAtScreen: 5 });
  const from = await exhale.placeInUse();
  const pause = encode({ is: 'open', day: localAt(Date.now()).day, minuteOfDay: 0 });
  await exhale.store({ pause });
  await exhale.tell({ type: 'changeSettings', patch: {} });
  const tab = await exhale.page('prompt');
  equal((await exhale.windows()).length, 1);
  deepEqual(await exhale.placeInUse(), from, 'it opens behind');
  const title = `${word('prompt_resume_title')} ${word('prompt_resume_lead')}`;
  await until('its title says it', () => tab.evaluate((t) => document.title === t, title));

  // The last of the tabs.
  await press('ctrl+9');
  await until('it is seen', () => tab.evaluate(() => document.visibilityState === 'visible'));
  await tab.find('heading', word('prompt_resume_title'));
  await tab.click('button', word('prompt_resume'));
  await until('it is resumed', async () => (await exhale.stored()).pause === null);
  await until('the tab is gone', async () => !(await exhale.opened('prompt')));
});
