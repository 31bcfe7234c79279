import { deepEqual, equal } from 'node:assert/strict';
import type { OwnPattern } from '../../../core/breaks/preferences.ts';
import { press } from '../desk.ts';
import { test, until } from '../harness.ts';
import { word } from '../words.ts';
import { type Exhale, started } from './exhale.ts';
import { breathsOf, isClosed, says } from './inBreak.ts';
import type { Page } from './page.ts';

const breathes = (page: Page, lastsMs: number) =>
  until(`a breath lasts ${lastsMs} ms`, async () => {
    deepEqual(await breathsOf(page), [lastsMs]);
    return true;
  });

const paces = async (exhale: Exhale) => {
  const { preferences } = (await exhale.raw()) as { preferences: { value: { paces: object } } };
  return preferences.value.paces;
};

test('The pace is changed by keys in the middle: the breath that has begun is finished, the guide follows, and the next break keeps it', async () => {
  const exhale = await started();
  await exhale.tell({ type: 'startBreak', kind: 'breathing', pattern: 'longExhale', seconds: 40 });
  const page = await exhale.page('break');
  await breathes(page, 10_000);
  // Into the first breath out.
  await exhale.forward(8);
  await says(page, word('script_longExhale_out'));
  await page.tabTo('button', word('break_pace'));
  await press('Return');
  await page.tabTo('button', word('break_pace_slower'));
  await press('Return');
  await until('it says so', async () =>
    (await page.text()).includes(word('break_pace_now', '10.5', '5.7')),
  );
  deepEqual(await breathsOf(page), [10_000]);
  await breathes(page, 10_500);
  await until('it is kept', async () => {
    deepEqual(await paces(exhale), { longExhale: 10.5 });
    return true;
  });
  await press('Escape');
  await until('it is left', isClosed(exhale));

  await exhale.tell({ type: 'startBreak', kind: 'breathing', pattern: 'longExhale', seconds: 40 });
  const next = await exhale.page('break');
  await breathes(next, 10_500);
  await next.tabTo('button', word('break_pace'));
  await press('space');
  await next.tabTo('button', word('break_pace_easier'));
  await press('space');
  // Before its first breath there is nothing to finish. The easier one is for now.
  await breathes(next, 7000);
  deepEqual(await paces(exhale), { longExhale: 10.5 });
});

test('A breath of one’s own is guided as it was made', async () => {
  const mine: OwnPattern = {
    ...{ name: 'Mine', inSeconds: 3, topUpSeconds: 0, holdSeconds: 0 },
    ...{ outSeconds: 5.5, restSeconds: 0 },
  };
  const exhale = await started({ preferences: { ownPatterns: { 'own-mine': mine } } });
  await exhale.tell({ type: 'startBreak', kind: 'breathing', pattern: 'own-mine', seconds: 40 });
  const page = await exhale.page('break');
  await breathes(page, 8500);
  equal((await exhale.view()).break?.pattern, 'own-mine');
});
