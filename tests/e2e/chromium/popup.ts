import { equal, match, ok } from 'node:assert/strict';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { HOUR_MS, MINUTE_MS } from '../../../core/time.ts';
import { never, test, until } from '../harness.ts';
import { saying, word } from '../words.ts';
import { type Exhale, started } from './exhale.ts';

const DUE = { minutesAtScreen: 30.1 };
/** Asked, but by the icon alone: the popup answers. */
const DUE_BY_ICON = { ...DUE, settings: { promptStyle: 'icon' } } as const;

const phaseIs = (exhale: Exhale, phase: string) =>
  until(`the phase is ${phase}`, async () => (await exhale.view()).phase === phase);

test('One click in the popup begins a breathing break', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  const popup = await exhale.popup();
  await popup.click('button', saying(word('common_begin_breathing')));
  const page = await exhale.page('break');
  await page.find('heading', word('break_heading_breathing'));
  equal((await exhale.view()).break?.kind, 'breathing');
  await until('the popup has closed', async () => !(await exhale.opened('popup')));
});

test('The popup tells the time at the screen and the next break, also when the worker is dead', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  await exhale.inside();
  await exhale.killWorker();
  const popup = await exhale.popup();
  const told = await until('it tells', async () => (await popup.text()) || undefined);
  match(told, /17 min at the screen · next break in 13 min/);
  match(told, saying(word('popup_interval')));
});

test('The icon’s words say when the next break is, or why nothing is asked', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  const page = await exhale.inside();
  match(await exhale.title(), /^Exhale: next break about \d/);
  equal(await exhale.icon(), 'tide-4');
  await exhale.tell({ type: 'pause' });
  equal(await exhale.title(), word('tooltip', word('why_silent_paused')));
  equal(await exhale.icon(), 'paused');
  await exhale.begin(DUE_BY_ICON);
  await exhale.tell({ type: 'resume' });
  equal(await exhale.icon(), 'due');
  match(await exhale.title(), /to breathe\?$/);
  ok(page);
});

test('In the popup, later, skip and taking it after all answer the question', async () => {
  const exhale = await started(DUE_BY_ICON);
  await phaseIs(exhale, 'prompted');
  const popup = await exhale.popup();
  await popup.click('button', saying(word('common_later')));
  await phaseIs(exhale, 'snoozed');
  const snoozed = (await exhale.view()).silence?.untilMs ?? 0;
  ok(Math.abs(snoozed - Date.now() - 5 * MINUTE_MS) < 10_000);

  await exhale.begin(DUE_BY_ICON);
  await popup.click('button', saying(word('popup_skip')));
  await phaseIs(exhale, 'working');
  ok(((await exhale.view()).nextBreakInMs ?? 0) > 29 * MINUTE_MS);
  ok((await exhale.view()).screenTimeMs > 30 * MINUTE_MS, 'skipping does not clear screen time');

  await popup.click('button', word('popup_more'));
  await popup.click('button', word('popup_afterAll'));
  await exhale.page('break');
  equal((await exhale.view()).break?.rhythm, 'short');
});

test('“I just rested” clears the screen time', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  const popup = await exhale.popup();
  await popup.click('button', word('popup_more'));
  await popup.click('button', word('popup_rested'));
  await until('it is cleared', async () => (await exhale.view()).screenTimeMs < 10_000);
  equal((await exhale.today()).rests.length, 1);
});

test('A pause from the popup lasts until it is resumed, and a prompt goes with it', async () => {
  const exhale = await started(DUE);
  await exhale.page('prompt');
  const popup = await exhale.popup();
  // The prompt's window lies over them.
  await popup.choose('button', word('popup_pause'));
  await popup.choose('button', word('popup_pause_for', word('duration_minutes', '30')));
  await phaseIs(exhale, 'paused');
  await until('the prompt is gone', async () => !(await exhale.opened('prompt')));
  const { pausedUntilMs } = await exhale.view();
  ok(Math.abs(Number(pausedUntilMs) - Date.now() - 30 * MINUTE_MS) < 10_000);
  await popup.click('button', word('popup_resume'));
  await until('it is over', async () => (await exhale.view()).pausedUntilMs === null);
  ok((await exhale.view()).screenTimeMs > 30 * MINUTE_MS);
});

test('The popup’s stepper moves the next break', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  const popup = await exhale.popup();
  await popup.click('button', word('common_more'));
  await until('it is 18 min away', async () => /next break in 18 min/.test(await popup.text()));
  await popup.click('button', word('common_less'));
  await popup.click('button', word('common_less'));
  await until('it is 8 min away', async () => /next break in 8 min/.test(await popup.text()));
  equal((await exhale.stored()).settings.rhythms.short?.intervalMinutes, 25);
});

test('One press falls silent for an hour for whoever presents, and another ends it', async () => {
  const exhale = await started(DUE);
  await exhale.page('prompt');
  const popup = await exhale.popup();
  await popup.choose('button', word('popup_present'));
  await until('the prompt is gone', async () => !(await exhale.opened('prompt')));
  await until('it says so', async () => (await popup.text()).includes(word('popup_presenting')));
  equal((await exhale.stored()).pause?.is, 'presenting');
  const { pausedUntilMs, silence } = await exhale.view();
  ok(Math.abs(Number(pausedUntilMs) - Date.now() - HOUR_MS) < 10_000);
  equal(silence?.reason, 'paused');
  await popup.click('button', word('popup_resume'));
  await until('it is over', async () => (await exhale.stored()).pause === null);
});

test('While somebody presents nothing opens, and a break is not heard', async () => {
  const exhale = await started({ minutesAtScreen: 5 });
  await exhale.tell({ type: 'togglePresenting' });
  const { pause } = await exhale.stored();
  await exhale.begin({ ...DUE, records: { pause } });
  await never('anything opens', async () => (await exhale.windows()).length > 1);
  await exhale.tell({ type: 'startBreak' });
  const page = await exhale.page('break');
  await until('its sound is hushed', async () =>
    (await page.text()).includes(word('break_hushed')),
  );
});

test('After three skips in a row the popup offers once to ask less', async () => {
  const tally = { ...EMPTY_TALLY, careRead: true, breaksEver: 3, promptsEver: 9, skippedInARow: 3 };
  const exhale = await started({ minutesAtScreen: 5, records: { tally } });
  const popup = await exhale.popup();
  await popup.click('button', word('enough_every', word('duration_minutes', '45')));
  await until('it asks less', async () => {
    return (await exhale.stored()).settings.rhythms.short?.intervalMinutes === 45;
  });
  await until(
    'it offers no more',
    async () => !(await popup.text()).includes(word('enough_title')),
  );
});

test('Whoever is strict with themselves leaves a break by a second press, and skips only later', async () => {
  const settings = { strict: true, skipAfterSnoozes: 1, promptStyle: 'icon' } as const;
  const exhale = await started({ ...DUE, settings });
  const popup = await exhale.popup();
  await until('it asks', async () => (await popup.text()).includes(word('common_later')));
  ok(!(await popup.text()).includes(word('popup_skip')));
  await popup.click('button', saying(word('common_begin_breathing')));
  const page = await exhale.page('break');
  await page.click('button', saying(word('break_leave')));
  await until('it says so', async () => (await page.text()).includes(word('break_strict')));
  equal((await exhale.view()).phase, 'break');
  await page.click('button', saying(word('break_leave_anyway')));
  await until('the break is left', async () => (await exhale.view()).phase !== 'break');
});

test('After two asks that nobody answered the next is a tab, and the popup asks whether they were seen', async () => {
  const exhale = await started({ ...DUE, state: { unanswered: 2 } });
  const tab = await exhale.page('prompt');
  await until('its title says it', () => tab.evaluate(() => /30 minutes/.test(document.title)));
  const windows = await exhale.windows();
  ok(windows.every(({ type }) => type === 'normal'));
  await exhale.tell({ type: 'skip' });
  await until('the tab is gone', async () => !(await exhale.opened('prompt')));

  await exhale.begin({ minutesAtScreen: 5, state: { unanswered: 2 } });
  const popup = await exhale.popup();
  await popup.click('button', word('unseen_no'));
  await until('it tells what may help', async () =>
    (await popup.text()).includes(word('unseen_window_1')),
  );
  await popup.click('button', word('unseen_done'));
  await until('it asks no more', async () => !(await popup.text()).includes(word('unseen_title')));
});
