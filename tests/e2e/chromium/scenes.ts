import { equal, ok } from 'node:assert/strict';
import { press } from '../desk.ts';
import { test, until } from '../harness.ts';
import { word } from '../words.ts';
import { isAccessible } from './axe.ts';
import { started } from './exhale.ts';
import { contrastOf, isClosed, says } from './inBreak.ts';

/** By day, and in the evening, which is at no hour for some and at any for others. */
const SCENES = [
  ['dusk', 23, 'dusk'],
  ['paper', 23, 'paper'],
  ['night', 23, 'night'],
  ['paper', 0, 'evening'],
] as const;

/** Where it is about noon. */
function noonZone(): string {
  const east = 12 - new Date().getUTCHours();
  return `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}

test('In each scene, by day and in the evening, a break and its end are readable, and the ring around what has the keyboard is seen', async () => {
  const exhale = await started({}, [], { TZ: noonZone() });
  for (const [scene, eveningHour, shown] of SCENES) {
    await exhale.begin({ settings: { eveningHour }, preferences: { scene, endsAt: true } });
    await exhale.tell({ type: 'startBreak', kind: 'breathing', seconds: 60 });
    const page = await exhale.page('break');
    await says(page, word('script_longExhale_settle'));
    equal(await page.evaluate(() => document.querySelector('main')?.dataset.scene), shown);
    await page.tabTo('button', word('break_pace'));
    await press('Return');
    await page.find('button', word('break_pace_slower'));
    await isAccessible(page);
    for (const scheme of ['light', 'dark'] as const) {
      await page.prefer(scheme);
      await until(
        `${shown}, ${scheme}: its words are seen`,
        async () => (await contrastOf(page)) >= 4.5,
      );
      const ring = await contrastOf(page, ':focus', 'below');
      ok(ring >= 3, `${shown}, ${scheme}: the ring has a contrast of ${ring}`);
    }
    await exhale.forward(70);
    await until('it is over', async () => (await page.text()).includes(word('after_longExhale')));
    await isAccessible(page);
    await press('Escape');
    await until('its page has closed', isClosed(exhale));
  }
});

test('Loaded again in the middle of a sequence, the page shows the same part and the same line', async () => {
  const exhale = await started();
  await exhale.tell({ type: 'startBreak', kind: 'sequence', seconds: 300 });
  const page = await exhale.page('break');
  // Into the few steps, which have one line.
  await exhale.forward(66);
  await says(page, word('script_sequence_stroll'));
  const before = await page.evaluate(() => performance.timeOrigin);
  await press('F5');
  await until('it was loaded again', () =>
    page.evaluate((atMs) => performance.timeOrigin > atMs, before),
  );
  await says(page, word('script_sequence_stroll'));
  await page.find('heading', word('break_heading_sequence'));
  // And in the part after it, where the breath is.
  await exhale.forward(60);
  await until('it guides', async () => (await page.text()).includes(word('break_small')));
  const line = () => page.evaluate(() => document.querySelector('p[data-now="true"]')?.textContent);
  const said = await line();
  await press('F5');
  await until('it guides again', async () => (await page.text()).includes(word('break_small')));
  await until('it says the same', async () => (await line()) === said);
});
