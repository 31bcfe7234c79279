import { equal } from 'node:assert/strict';
import { press } from '../desk.ts';
import { test, until } from '../harness.ts';
import { site } from '../site.ts';
import { word } from '../words.ts';
import { Exhale, STOPS_SOON } from './exhale.ts';

test('Keys pause, resume, put off and start a break, also while the background is stopped', async () => {
  const exhale = await Exhale.started({ minutesAtScreen: 5 }, STOPS_SOON);
  const phase = async () => (await exhale.view()).phase;
  await exhale.visit(await site('/reading'));

  await exhale.untilStopped();
  await press('alt+shift+u');
  await until('it is paused', async () => (await phase()) === 'paused');
  await until('it is resumed', async () => {
    await press('alt+shift+u');
    return (await phase()) !== 'paused';
  });

  await exhale.begin({ minutesAtScreen: 30.1 });
  await until('it asks', async () => (await phase()) === 'prompted');
  await press('alt+shift+l');
  await until('it is put off', async () => (await phase()) === 'snoozed');

  await exhale.untilStopped();
  // In Chromium it is another one, which opens a menu here.
  await press('alt+shift+o');
  const page = await exhale.page('break');
  equal((await exhale.stored()).state?.break?.kind, 'breathing');
  equal(await page.isInView(), true);
  await page.click('button', word('break_leave'));
  await until('the break is left', async () => !(await exhale.isOpen('break')));
});
