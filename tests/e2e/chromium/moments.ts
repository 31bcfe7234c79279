import { equal, ok } from 'node:assert/strict';
import { placeWindow, press, windowsNamed } from '../desk.ts';
import { never, test, until } from '../harness.ts';
import { site } from '../site.ts';
import { word } from '../words.ts';
import { WINDOW } from './browser.ts';
import { type Exhale, started } from './exhale.ts';

const DUE = { minutesAtScreen: 30.1 };

const reason = async (exhale: Exhale) => (await exhale.view()).silence?.reason;

/** F11, and what a window manager does then. */
async function fullScreen(exhale: Exhale, on: boolean): Promise<void> {
  const [window] = await windowsNamed('reading');
  if (window === undefined) throw new Error('there is no window');
  await press('F11');
  await until(on ? 'it fills the screen' : 'it is as before', async () => {
    return (await exhale.windows())[0]?.state === (on ? 'fullscreen' : 'normal');
  });
  await placeWindow(window.id, on ? { x: 0, y: 0, width: 1280, height: 800 } : before);
}

const before = { ...WINDOW, x: WINDOW.left, y: WINDOW.top };

test('Full screen holds the question back, and it comes once when that ends', async () => {
  const exhale = await started();
  await fullScreen(exhale, true);
  await exhale.begin(DUE);
  equal(await reason(exhale), 'fullScreen');
  equal(await exhale.icon(), 'held');
  await never('it is asked', () => exhale.opened('prompt'), { seconds: 5, stirring: true });
  await fullScreen(exhale, false);
  await exhale.page('prompt');
  equal((await exhale.stored()).asks.length, 1);
});

test('Full screen takes away a question that stands', async () => {
  const exhale = await started(DUE);
  await exhale.page('prompt');
  await press('F11');
  await until('it is gone', async () => !(await exhale.opened('prompt')));
  equal(await reason(exhale), 'fullScreen');
});

/** A page that sounds, in view. */
async function playing(exhale: Exhale) {
  const page = await exhale.browser.open(await site('/sound'));
  await page.click('button', 'Play');
  await until('it is heard', async () =>
    (await exhale.windows())[0]?.tabs.some(({ active, audible }) => active && audible),
  );
  return page;
}

test('A film in full screen asks nothing, and it comes once when that ends', async () => {
  const exhale = await started({ settings: { patienceMinutes: 30 } });
  const page = await playing(exhale);
  await press('F11');
  await until('it fills the screen', async () => {
    return (await exhale.windows())[0]?.state === 'fullscreen';
  });
  await exhale.begin({ ...DUE, settings: { patienceMinutes: 30 } });
  await never('it is asked', () => exhale.opened('prompt'), { seconds: 5 });
  equal(await reason(exhale), 'fullScreen');
  await page.evaluate(() => location.assign('/reading'));
  await press('F11');
  await exhale.page('prompt', { seconds: 20 });
  equal((await exhale.stored()).asks.length, 1);
});

test('Music in view holds nothing back beyond patience while somebody types', async () => {
  const exhale = await started({ settings: { patienceMinutes: 0 } });
  await playing(exhale);
  await exhale.begin({ ...DUE, settings: { patienceMinutes: 0 } });
  await exhale.page('prompt', { seconds: 20, stirring: true });
});

test('Something that plays while nobody types holds the question back until it ends', async () => {
  const exhale = await started({ settings: { patienceMinutes: 30 } });
  const page = await playing(exhale);
  await exhale.begin({ ...DUE, settings: { patienceMinutes: 30 } });
  await until('it waits', async () => (await reason(exhale)) === 'watching', { seconds: 30 });
  await never('it is asked', () => exhale.opened('prompt'), { seconds: 5 });
  await page.evaluate(() => location.assign('/reading'));
  await exhale.page('prompt', { seconds: 20 });
});

test('Where it waits for a good moment, a pause in typing is one', async () => {
  const exhale = await started({ ...DUE, settings: { patienceMinutes: 2 } });
  equal(await reason(exhale), 'patience');
  equal(
    await exhale.title(),
    word('tooltip', word('why_silent_waiting', word('why_silent_patience'))),
  );
  await never('it is asked', () => exhale.opened('prompt'), { seconds: 5, stirring: true });
  await exhale.page('prompt', { seconds: 30 });
});

for (const [moment, keys] of [
  ['another tab', 'ctrl+Tab'],
  ['a page that has just loaded', 'F5'],
] as const)
  test(`Where it waits for a good moment, ${moment} is one`, async () => {
    const exhale = await started({ settings: { patienceMinutes: 30 } });
    await exhale.browser.open(await site('/typing'));
    await exhale.begin({ ...DUE, settings: { patienceMinutes: 30 } });
    await never('it is asked', () => exhale.opened('prompt'), { seconds: 4, stirring: true });
    const pressedAtMs = Date.now();
    await press(keys);
    await exhale.page('prompt', { seconds: 10, stirring: true });
    const ask = (await exhale.stored()).state?.ask;
    ok(ask && ask.shownAtMs - pressedAtMs <= 2000, 'within two seconds');
  });
