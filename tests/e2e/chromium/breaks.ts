import { deepEqual, equal, ok } from 'node:assert/strict';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { keyDown, keyUp, press } from '../desk.ts';
import { never, test, until } from '../harness.ts';
import { site } from '../site.ts';
import { saying, word } from '../words.ts';
import { type Exhale, started } from './exhale.ts';
import { begun, isClosed, isOver } from './inBreak.ts';
import type { Page } from './page.ts';

const BEGIN = saying(word('common_begin_breathing'));
const DUE = { minutesAtScreen: 30.1 };

async function beginFromPrompt(exhale: Exhale): Promise<Page> {
  const prompt = await exhale.page('prompt');
  await prompt.click('button', BEGIN);
  return exhale.page('break');
}

test('A break is begun from the prompt, ends, clears the screen time and leads back', async () => {
  const exhale = await started();
  // They work in the first tab of the second of two windows.
  await exhale.openWindow(await site('/reading'));
  await exhale.browser.open(await site('/sound'), { background: true });
  const place = await exhale.placeInUse();
  await exhale.begin(DUE);
  const page = await beginFromPrompt(exhale);
  await until('the prompt is gone', async () => !(await exhale.opened('prompt')));
  await page.find('heading', word('break_heading_breathing'));
  equal((await exhale.view()).phase, 'break');
  await until('the break is over', isOver(exhale), { seconds: 20 });
  await until('its page says so', async () => saying(word('break_back')).test(await page.text()));
  await press('Return');
  await until('its page has closed', isClosed(exhale));
  const { screenTimeMs, nextBreakInMs } = await exhale.view();
  ok(screenTimeMs < 5 * SECOND_MS, `${screenTimeMs} ms at the screen`);
  ok(nextBreakInMs !== null && nextBreakInMs > 29 * MINUTE_MS, `${nextBreakInMs} ms to go`);
  await backIn(exhale, place);
});

const backIn = (exhale: Exhale, place: unknown) =>
  until('they are back where they were', async () => {
    deepEqual(await exhale.placeInUse(), place);
    return true;
  });

test('Before the first break, “Take care” is read, and then the break begins', async () => {
  const exhale = await started();
  await exhale.begin({ ...DUE, records: { tally: EMPTY_TALLY } });
  const page = await beginFromPrompt(exhale);
  await page.find('heading', word('care_title'));
  const { startedAtMs } = (await exhale.view()).break ?? {};
  await page.click('button', word('care_begin'));
  const begun = await until('the break has begun', async () => {
    const { break: running } = await exhale.view();
    return running?.startedAtMs !== startedAtMs && running;
  });
  equal(begun.endsAtMs - begun.startedAtMs, 13 * SECOND_MS);
  await until('it guides', async () => saying(word('break_small')).test(await page.text()));
});

test('Leaving early with Esc is no break: it is asked for again', async () => {
  const exhale = await started(DUE);
  const page = await beginFromPrompt(exhale);
  await begun(page);
  await press('Escape');
  await until('the page has closed', isClosed(exhale));
  const { phase, silence, screenTimeMs } = await exhale.view();
  equal(phase, 'snoozed');
  equal(silence?.reason, 'snoozed');
  ok(screenTimeMs > 30 * MINUTE_MS, `${screenTimeMs} ms at the screen`);
  equal((await exhale.today()).breaks[0]?.taken, false);
});

test('A key held down since before the break opened does not leave it', async () => {
  const exhale = await started(DUE);
  await keyDown('Escape');
  const page = await beginFromPrompt(exhale);
  await page.find('button', saying(word('break_leave')));
  await never('it is left', isOver(exhale), { seconds: 2 });
  await keyUp('Escape');
  await press('Escape');
  await until('a fresh press leaves', isOver(exhale));
});

test('Closing the tab of a break by hand is leaving', async () => {
  const exhale = await started(DUE);
  const page = await beginFromPrompt(exhale);
  await begun(page);
  await press('ctrl+w');
  await until('it is left', isOver(exhale));
  equal((await exhale.view()).phase, 'snoozed');
  equal((await exhale.today()).breaks[0]?.taken, false);
});

test('Loading the page of a break again changes nothing of its clock', async () => {
  const exhale = await started(DUE);
  const page = await beginFromPrompt(exhale);
  await page.find('button', saying(word('break_leave')));
  const { break: before } = await exhale.view();
  await press('F5');
  await until('it guides again', async () => saying(word('break_leave')).test(await page.text()));
  equal((await exhale.view()).break?.endsAtMs, before?.endsAtMs);
  const taken = await until('it is over', async () => (await exhale.today()).breaks[0], {
    seconds: 20,
  });
  equal(taken.taken, true);
  ok(Math.abs(taken.atMs - (before?.endsAtMs ?? 0)) < 2 * SECOND_MS);
});

test('A break opens in a window of its own where that is chosen, and closes with it', async () => {
  const exhale = await started({ settings: { breakIn: 'window' } });
  const place = await exhale.placeInUse();
  await exhale.begin({ ...DUE, settings: { breakIn: 'window' } });
  const page = await beginFromPrompt(exhale);
  await begun(page);
  equal((await exhale.windows()).length, 2);
  await press('Escape');
  await until('the window has closed', isClosed(exhale));
  await backIn(exhale, place);
});
