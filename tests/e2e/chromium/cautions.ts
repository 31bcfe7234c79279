import { equal, ok } from 'node:assert/strict';
import { SECOND_MS } from '../../../core/time.ts';
import { press } from '../desk.ts';
import { test, until } from '../harness.ts';
import { saying, word } from '../words.ts';
import { type Exhale, started } from './exhale.ts';
import { begun, breathsOf, isClosed, isOver, recorded, says } from './inBreak.ts';
import type { Page } from './page.ts';

const UNREAD = { holds: false, massage: false, movement: false, eyes: false };
const DUE = { minutesAtScreen: 30.1, preferences: { careRead: UNREAD } };

const waits = (exhale: Exhale) =>
  until('it waits', async () => {
    const { break: running } = await exhale.view();
    return running?.doesNotCount && running;
  });

async function begin(exhale: Exhale, wish: object): Promise<Page> {
  await exhale.tell({ type: 'startBreak', ...wish });
  return exhale.page('break');
}

test('A break with massage waits until its caution was read, whatever is loaded again; then its clock begins, and the caution is said no more', async () => {
  const exhale = await started({ preferences: { careRead: UNREAD } });
  const page = await begin(exhale, { kind: 'neck', seconds: 10 });
  await page.find('heading', word('care_title'));
  ok((await page.text()).includes(word('care_massage')));
  ok(!(await page.text()).includes(word('care_doctor')), 'the rest has been read');
  const { startedAtMs } = await waits(exhale);
  const before = await page.evaluate(() => performance.timeOrigin);
  await press('F5');
  await until('it was loaded again', () =>
    page.evaluate((atMs) => performance.timeOrigin > atMs, before),
  );
  await page.find('heading', word('care_title'));
  equal((await waits(exhale)).startedAtMs, startedAtMs);
  await page.tabTo('button', word('care_begin'));
  await press('Return');
  await says(page, word('script_neck_settle'));
  const running = await until('its clock has begun', async () => {
    const { break: now } = await exhale.view();
    return now?.doesNotCount === undefined && now;
  });
  ok(running.startedAtMs > startedAtMs);
  equal(running.endsAtMs - running.startedAtMs, 13 * SECOND_MS);
  await exhale.forward(13);
  await until('its page says so', async () => (await page.text()).includes(word('after_massage')));
  equal((await recorded(exhale)).taken, true);
  await press('Return');
  await until('its page has closed', isClosed(exhale));

  const again = await begin(exhale, { kind: 'hands', seconds: 10 });
  await says(again, word('script_hands_settle'));
});

test('A breath with pauses can be had without them, from its caution on', async () => {
  const exhale = await started({ preferences: { careRead: UNREAD } });
  for (const [pattern, breathMs] of [
    ['fourSevenEight', 10_000],
    ['box', 10_000],
  ] as const) {
    const page = await begin(exhale, { kind: 'breathing', pattern, seconds: 30 });
    await page.find('heading', word('care_title'));
    ok((await page.text()).includes(word('care_holds')));
    await page.tabTo('button', word('break_pace_withoutHolds'));
    await press('space');
    await until('it guides', async () => (await page.text()).includes(word('break_small')));
    await until('its breath has no pauses', async () => {
      const [lasts, other] = await breathsOf(page);
      return lasts === breathMs && other === undefined;
    });
    ok(!(await page.text()).includes(word('break_phase_hold')));
    equal((await exhale.view()).break?.doesNotCount, undefined);
    await begun(page);
    await press('Escape');
    await until('it is left', isClosed(exhale));
  }
});

test('Closing the tab over a caution leaves the break: it was none, and it is asked for again', async () => {
  const exhale = await started(DUE);
  const page = await begin(exhale, { kind: 'movement', seconds: 10 });
  await page.find('button', word('care_begin'));
  ok((await page.text()).includes(word('care_movement')));
  await waits(exhale);
  await press('ctrl+w');
  await until('it is left', isOver(exhale));
  equal((await exhale.view()).phase, 'snoozed');
  equal((await recorded(exhale)).taken, false);
  // The caution waits for the next time.
  const popup = await exhale.popup();
  await popup.click('button', saying(word('common_begin_breathing')));
  const next = await exhale.page('break');
  await says(next, word('script_longExhale_settle'));
});
