import { equal, ok } from 'node:assert/strict';
import { press, rightClick, windowsNamed } from '../desk.ts';
import { test, until } from '../harness.ts';
import { saying, word } from '../words.ts';
import { started } from './exhale.ts';

test('Keys start a break, put one off, pause and resume, also with the worker gone', async () => {
  const exhale = await started();
  const phase = async () => (await exhale.view()).phase;
  await exhale.begin({ minutesAtScreen: 5 });

  await exhale.killWorker();
  await press('alt+shift+e');
  const page = await exhale.page('break');
  equal((await exhale.stored()).state?.break?.kind, 'breathing');
  await page.click('button', saying(word('break_leave')));
  await until('the break is left', async () => !(await exhale.opened('break')));

  await press('alt+shift+u');
  await until('it is paused', async () => (await phase()) === 'paused');
  await until('it is resumed', async () => {
    await press('alt+shift+u');
    return (await phase()) !== 'paused';
  });

  await exhale.begin({ minutesAtScreen: 30.1 });
  await exhale.page('prompt');
  await press('alt+shift+l');
  await until('it is put off', async () => (await phase()) === 'snoozed');
  await until('the prompt is gone', async () => !(await exhale.opened('prompt')));
});

test('Settings tell the keys as they are in this browser', async () => {
  const exhale = await started();
  const page = await exhale.browser.open(exhale.url('options.html'));
  await until('they are listed', () =>
    page.evaluate(() => document.querySelectorAll('#keys dl > div').length === 6),
  );
  const told = await page.evaluate(() =>
    [...document.querySelectorAll('#keys dd')].map((key) => key.textContent),
  );
  equal(told.length, 6);
  ok(told[0]?.includes('E'), `${told[0]}`);
  equal(told[1], word('settings_keys_none'));
});

/** The pinned icon in the toolbar, from the upper right corner of the window. */
const ICON = { left: 150, below: 63 };

test('The menu of the toolbar icon pauses, and begins a break', async () => {
  const exhale = await started();
  const phase = async () => (await exhale.view()).phase;
  const [window] = await windowsNamed('reading');
  ok(window);
  const choose = async (downs: number) => {
    await rightClick({ x: window.x + window.width - ICON.left, y: window.y + ICON.below });
    await press(...Array<string>(downs).fill('Down'), 'Return');
  };
  await until('it is paused', async () => {
    await choose(3);
    return (await phase()) === 'paused';
  });
  await choose(1);
  await exhale.page('break');
  equal((await exhale.stored()).state?.break?.kind, 'breathing');
});
