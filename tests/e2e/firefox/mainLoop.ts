import { equal, match, ok } from 'node:assert/strict';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { press, type } from '../desk.ts';
import { never, test, until } from '../harness.ts';
import { saying, word } from '../words.ts';
import { Exhale, STOPS_SOON } from './exhale.ts';

const DUE = { minutesAtScreen: 30.1 };
const OFFER = saying(word('popup_offer_breathing', ''));

test('Installing opens the welcome page', async () => {
  const exhale = await Exhale.installed();
  const page = await exhale.page('welcome');
  await until('it says welcome', async () => (await page.text()).length > 0);
  const welcomes = (await exhale.documents()).filter((document) => document === 'TAB welcome');
  equal(welcomes.length, 1);
});

test('The popup tells the real minutes', async () => {
  const exhale = await Exhale.started({ minutesAtScreen: 17.2 });
  await exhale.openPopup();
  const minutes = saying(`17 ${word('common_minuteUnit')}`);
  await until('the dial tells them', async () => minutes.test(await exhale.popupText()));
  match(await exhale.popupText(), saying(word('popup_nextBreak', '13 min')));
});

test('Without leave for notifications the icon asks, and nothing opens', async () => {
  const exhale = await Exhale.started({ minutesAtScreen: 17.2 });
  const open = await exhale.documents();
  const windows = await exhale.windowCount();
  await exhale.begin(DUE);
  await until('the icon asks', async () => OFFER.test(await exhale.title()));
  equal((await exhale.view()).phase, 'prompted');
  await never('anything opens', async () => (await exhale.windowCount()) !== windows, {
    seconds: 2,
  });
  equal((await exhale.documents()).length, open.length);
});

test('A tab behind asks where that is chosen; the break it begins ends, and clears the screen time', async () => {
  const exhale = await Exhale.started({ settings: { promptStyle: 'tab' } });
  const welcome = await exhale.page('welcome');
  await welcome.show();
  await exhale.begin({ ...DUE, settings: { promptStyle: 'tab' } });
  const prompt = await exhale.page('prompt');
  equal(await prompt.isInView(), false);
  equal(await welcome.isInView(), true);
  await prompt.show();
  await prompt.click('button', word('common_begin_breathing'));
  const page = await exhale.page('break');
  await until('the question is gone', async () => !(await exhale.isOpen('prompt')));
  equal(await page.isInView(), true);
  equal((await exhale.view()).phase, 'break');
  await until('the break is over', async () => (await exhale.view()).break === null, {
    seconds: 20,
  });
  await until('its page says so', async () => saying(word('break_back')).test(await page.text()));
  await press('Return');
  await until('its page has closed', async () => !(await exhale.isOpen('break')));
  const { screenTimeMs, nextBreakInMs } = await exhale.view();
  ok(screenTimeMs < 5 * SECOND_MS, `${screenTimeMs} ms at the screen`);
  ok(nextBreakInMs !== null && nextBreakInMs > 29 * MINUTE_MS, `${nextBreakInMs} ms to go`);
  equal((await exhale.today()).breaks[0]?.taken, true);
});

test('A background that was stopped wakes for its alarm, and asks', async () => {
  const settings = { promptStyle: 'tab' } as const;
  const exhale = await Exhale.started({ minutesAtScreen: 29.6, settings }, STOPS_SOON);
  await exhale.untilStopped();
  equal((await exhale.view()).phase, 'working');
  await exhale.page('prompt', { seconds: 60, stirring: true });
  const { phase, screenTimeMs } = await exhale.view();
  equal(phase, 'prompted');
  ok(screenTimeMs > 29.9 * MINUTE_MS, `${screenTimeMs} ms at the screen`);
});

test('Stillness stops the count, also while the background is stopped', async () => {
  const exhale = await Exhale.started({ minutesAtScreen: 17.2 }, STOPS_SOON);
  await exhale.untilStopped();
  await until(
    'stillness is seen',
    async () => (await exhale.stored()).state?.presence.is !== 'present',
    { seconds: 40 },
  );
  const before = (await exhale.view()).screenTimeMs;
  await never('it counts', async () => (await exhale.view()).screenTimeMs > before + SECOND_MS, {
    seconds: 3,
  });
});

test('Another interval in the settings moves the next break, and the alarm with it', async () => {
  const exhale = await Exhale.started({ minutesAtScreen: 17.2 });
  const title = await exhale.title();
  const page = await exhale.open('options.html');
  const name = word('settings_rhythm_interval', word('settings_rhythm_short'));
  await page.click(`[role=spinbutton][aria-label="${name}"]`);
  await type('45');
  await press('Tab');
  await until('it is taken', async () => (await exhale.view()).next?.intervalMinutes === 45);
  const { nextBreakInMs } = await exhale.view();
  ok(nextBreakInMs !== null && nextBreakInMs > 27 * MINUTE_MS, `${nextBreakInMs} ms to go`);
  await until('the icon tells it', async () => (await exhale.title()) !== title);
  await page.click(`[role=spinbutton][aria-label="${name}"]`);
  await type('20');
  await press('Tab');
  await until('the alarm is moved', async () => {
    const atMs = await exhale.alarmAtMs();
    return atMs !== undefined && atMs < Date.now() + 3 * MINUTE_MS;
  });
});
