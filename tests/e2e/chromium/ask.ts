import { equal, ok } from 'node:assert/strict';
import {
  click,
  dragWindow,
  focusWindow,
  keyDown,
  keyUp,
  moveTo,
  press,
  windowsNamed,
} from '../desk.ts';
import { never, test, until } from '../harness.ts';
import { site } from '../site.ts';
import { saying, word } from '../words.ts';
import { type BrowserWindow, type Exhale, started } from './exhale.ts';
import { typesWhile } from './typing.ts';

const LATER = saying(word('common_later'));
const DUE = { minutesAtScreen: 30.1 };

/** The prompt's window and the one that it belongs to. */
async function both(exhale: Exhale): Promise<[BrowserWindow, BrowserWindow]> {
  const windows = await exhale.windows();
  equal(windows.length, 2);
  return windows as [BrowserWindow, BrowserWindow];
}

const right = ({ left, width }: BrowserWindow) => left + width;
const lower = ({ top, height }: BrowserWindow) => top + height;

test('When the interval is over, a small window asks at the lower right', async () => {
  const exhale = await started(DUE);
  const prompt = await exhale.page('prompt');
  await prompt.find('heading', word('prompt_howLong', '30 minutes'));
  const [small, near] = await both(exhale);
  equal(small.type, 'popup');
  equal(near.focused, true);
  ok(right(small) < right(near) && right(small) > right(near) - 60, `${small.left}`);
  ok(lower(small) < lower(near) && lower(small) > lower(near) - 60, `${small.top}`);
  // One alarm, ever.
  equal((await exhale.alarms()).length, 1);
});

test('A small window stays within a browser window that is small itself', async () => {
  const exhale = await started();
  const [only] = await exhale.windows();
  await exhale.moveWindow(only?.id ?? 0, { left: 100, top: 100, width: 520, height: 300 });
  await exhale.begin(DUE);
  await exhale.page('prompt');
  const [small, near] = await both(exhale);
  ok(small.left >= near.left && right(small) <= right(near), `${small.left} to ${right(small)}`);
  ok(small.top >= near.top && lower(small) <= lower(near), `${small.top} to ${lower(small)}`);
});

test('A small window comes although the browser window hangs over the edge of the screen', async () => {
  const exhale = await started();
  const [drawn] = await windowsNamed('reading');
  await dragWindow(drawn?.id ?? '', { x: 700, y: 400 });
  await until('the browser knows', async () => (await exhale.windows())[0]?.left === 700);
  await exhale.begin(DUE);
  await exhale.page('prompt');
  const [small] = await both(exhale);
  ok(right(small) <= 1280 && lower(small) <= 800, `${small.left}, ${small.top}`);
});

test('Later closes the window, and asks again after the snooze', async () => {
  const exhale = await started(DUE);
  const prompt = await exhale.page('prompt');
  await prompt.click('button', LATER);
  await until('the window is gone', async () => !(await exhale.opened('prompt')));
  const { phase, silence } = await exhale.view();
  equal(phase, 'snoozed');
  equal(silence?.reason, 'snoozed');
});

for (const style of ['window', 'tab'] as const)
  test(`Not one letter is lost of what is typed while the ${style} opens`, async () => {
    const exhale = await started();
    await typesWhile(exhale, async () => {
      await exhale.begin({ ...DUE, settings: { promptStyle: style } });
      await exhale.page('prompt');
    });
    ok(await exhale.opened('prompt'));
  });

test('A key that is held down while the window opens answers nothing', async () => {
  const exhale = await started();
  await exhale.browser.open(await site('/typing'));
  for (const key of ['Return', 'space', 'Escape']) {
    await exhale.begin();
    await keyDown(key);
    await exhale.begin(DUE);
    await exhale.page('prompt');
    await never('it is answered', async () => (await exhale.view()).phase !== 'prompted', {
      seconds: 2,
    });
    await keyUp(key);
    equal((await exhale.view()).phase, 'prompted');
  }
});

test('While the browser has not the keyboard only the icon asks; the window comes when it has it again', async () => {
  const exhale = await started();
  const [root] = await windowsNamed('.*');
  const [own] = await windowsNamed('reading');
  // With the pointer in it, it would have the keyboard still.
  await moveTo({ x: 1200, y: 60 });
  await focusWindow(root?.id ?? '');
  await until('it has lost it', async () => !(await exhale.windows())[0]?.focused);
  await exhale.begin(DUE);
  equal((await exhale.view()).phase, 'prompted');
  equal(await exhale.icon(), 'due');
  await never('a window opens', () => exhale.opened('prompt'), { seconds: 2 });
  await focusWindow(own?.id ?? '');
  await exhale.page('prompt');
  equal((await exhale.stored()).asks.length, 1);
});

test('Esc in the window puts the question into the icon', async () => {
  const exhale = await started(DUE);
  const prompt = await exhale.page('prompt');
  await prompt.find('button', LATER);
  const { x, y } = await prompt.origin();
  await click({ x: x + 200, y: y + 8 });
  await press('Escape');
  await until('the window is gone', async () => !(await exhale.opened('prompt')));
  const { phase, silence } = await exhale.view();
  equal(phase, 'prompted');
  equal(silence?.reason, 'returning');
});
