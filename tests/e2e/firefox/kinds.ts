import { deepEqual, equal } from 'node:assert/strict';
import { test, until } from '../harness.ts';
import { word } from '../words.ts';
import { Exhale } from './exhale.ts';
import type { Page } from './page.ts';

/** What is animated within something: how often, and how long it lasts, in milliseconds. */
const animated = (page: Page, within: string) =>
  page.evaluate(
    (selector) =>
      document.getAnimations().flatMap((animation) => {
        const { effect } = animation;
        const target = effect instanceof KeyframeEffect ? effect.target : null;
        if (!effect || !target?.closest(selector)) return [];
        const { iterations, duration } = effect.getTiming();
        // What fades is the style sheet's.
        const byScript = animation.constructor === Animation;
        return [{ forever: iterations === Infinity, lastsMs: Number(duration), byScript }];
      }),
    within,
  );

const breathes = (page: Page, lastsMs: number) =>
  until(`a breath lasts ${lastsMs} ms`, async () => {
    const breaths = (await animated(page, '[data-paced]')).filter(({ byScript }) => byScript);
    deepEqual([...new Set(breaths.map((breath) => breath.lastsMs))], [lastsMs]);
    return true;
  });

test('A break with movement has its moving figure and its sentence, and another pace of the breath is taken up and kept', async () => {
  const exhale = await Exhale.started();
  await exhale.tell({ type: 'startBreak', kind: 'movement', seconds: 10 });
  const page = await exhale.page('break');
  await until('its line is there', async () =>
    (await page.text()).includes(word('script_movement_weight')),
  );
  await until('the figure moves', async () =>
    (await animated(page, '[data-reduced] svg')).some(({ forever }) => forever),
  );
  await until('it has ended', async () => (await page.text()).includes(word('after_movement')), {
    seconds: 20,
  });
  await until('it is recorded', async () => (await exhale.today()).breaks[0]?.taken);
  await page.click('button', word('break_back'));
  await until('its page has closed', async () => !(await exhale.isOpen('break')));

  await exhale.tell({ type: 'startBreak', kind: 'breathing', pattern: 'longExhale', seconds: 30 });
  const next = await exhale.page('break');
  await breathes(next, 10_000);
  await next.click('button', word('break_pace'));
  await next.click(`[aria-label="${word('break_pace_slower')}"]`);
  await breathes(next, 10_500);
  const { preferences } = (await exhale.raw()) as { preferences: { value: { paces: object } } };
  deepEqual(preferences.value.paces, { longExhale: 10.5 });
  equal((await exhale.view()).phase, 'break');
});
