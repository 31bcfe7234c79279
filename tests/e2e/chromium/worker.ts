import { deepEqual, equal, ok } from 'node:assert/strict';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { never, test, until } from '../harness.ts';
import { saying, word } from '../words.ts';
import { type Exhale, started } from './exhale.ts';

const DUE = { minutesAtScreen: 30.1 };
const BEGIN = saying(word('common_begin_breathing'));

const isDead = (exhale: Exhale) => async () => (await exhale.worker()) === undefined;

test('A worker killed while it counts asks at the very same time', async () => {
  const exhale = await started({ minutesAtScreen: 29.4 });
  const [alarm, ...others] = await exhale.alarms();
  deepEqual(others, []);
  await exhale.killWorker();
  await until('it is asked', () => exhale.opened('prompt'), { seconds: 60, stirring: true });
  const shownAtMs = (await exhale.stored()).state?.ask?.shownAtMs ?? 0;
  ok(Math.abs(shownAtMs - (alarm?.scheduledTime ?? 0)) < 2 * SECOND_MS);
  equal((await exhale.alarms()).length, 1);
});

test('A worker killed while the prompt stands still takes the answer', async () => {
  const exhale = await started(DUE);
  const prompt = await exhale.page('prompt');
  await exhale.killWorker();
  await prompt.click('button', BEGIN);
  await exhale.page('break');
  equal((await exhale.view()).phase, 'break');
  equal((await exhale.alarms()).length, 1);
});

test('A worker killed in a break ends it by the clock', async () => {
  const exhale = await started(DUE);
  const prompt = await exhale.page('prompt');
  await prompt.click('button', BEGIN);
  await exhale.page('break');
  await exhale.killWorker();
  const taken = await until('it is taken', async () => (await exhale.today()).breaks[0], {
    seconds: 30,
  });
  equal(taken.taken, true);
  equal((await exhale.view()).break, null);
  ok((await exhale.view()).screenTimeMs < MINUTE_MS);
});

test('A tab of a break that is closed while the worker is dead is left all the same', async () => {
  const exhale = await started(DUE);
  const prompt = await exhale.page('prompt');
  await prompt.click('button', BEGIN);
  const { targetId } = await exhale.page('break');
  await exhale.killWorker();
  await exhale.browser.devtools.send('Target.closeTarget', { targetId });
  const left = await until('it is left', async () => (await exhale.today()).breaks[0], {
    seconds: 5,
  });
  equal(left.taken, false);
});

test('While nothing changes the worker sleeps', async () => {
  const exhale = await started({ minutesAtScreen: 3 });
  await exhale.leaveInside();
  await until('the worker has died by itself', isDead(exhale), { seconds: 60, stirring: true });
  await never('it wakes', async () => !(await isDead(exhale)()), { seconds: 35, stirring: true });
});
