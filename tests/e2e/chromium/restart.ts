import { deepEqual, equal, ok } from 'node:assert/strict';
import { encode } from '../../../core/records/envelope.ts';
import { initialState } from '../../../core/records/state.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { stir } from '../desk.ts';
import { test, until } from '../harness.ts';
import { settingsWith } from '../seed.ts';
import { saying, word } from '../words.ts';
import { type Exhale, started } from './exhale.ts';

const DUE = { minutesAtScreen: 30.1 };

/** It has noticed that the browser is another one. */
const noticed = (exhale: Exhale) => until('it has begun', async () => (await exhale.icon()) !== '');

test('A browser that is closed and started again goes on counting', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  await stir();
  await exhale.restart();
  await noticed(exhale);
  const { screenTimeMs } = await exhale.view();
  ok(screenTimeMs > 17 * MINUTE_MS && screenTimeMs < 19 * MINUTE_MS, `${screenTimeMs} ms`);
  equal((await exhale.alarms()).length, 1);
  ok(!(await exhale.opened('welcome')), 'no welcome page comes again');
});

test('A browser that crashed loses at most a checkpoint', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  await stir();
  await exhale.restart();
  await noticed(exhale);
  await exhale.tell({ type: 'changeSettings', patch: { snoozeMinutes: 7 } });
  await exhale.restart('killed');
  await noticed(exhale);
  const { screenTimeMs } = await exhale.view();
  ok(screenTimeMs > 14.7 * MINUTE_MS && screenTimeMs < 19 * MINUTE_MS, `${screenTimeMs} ms`);
});

test('A browser that was closed for eight minutes was a rest', async () => {
  const exhale = await started();
  // Of what was not seen, two and a half minutes may have been screen time.
  const atMs = Date.now() - 8 * MINUTE_MS;
  const state = {
    ...initialState(atMs),
    presence: { is: 'present' as const, fromMs: atMs - 20 * MINUTE_MS },
    screenSinceMs: atMs - 20 * MINUTE_MS,
    countedFromMs: { short: atMs - 20 * MINUTE_MS },
    phase: 'working' as const,
  };
  await exhale.store({ state: encode(state) });
  await exhale.restart();
  await noticed(exhale);
  await stir();
  await until('it is cleared', async () => (await exhale.view()).screenTimeMs < MINUTE_MS);
});

test('A pause outlasts the browser', async () => {
  const exhale = await started(DUE);
  await exhale.tell({ type: 'pause' });
  await exhale.restart();
  await noticed(exhale);
  equal((await exhale.view()).phase, 'paused');
  equal(await exhale.icon(), 'paused');
});

test('A snooze outlasts the browser', async () => {
  const exhale = await started(DUE);
  await until('it is asked', async () => (await exhale.view()).phase === 'prompted');
  await exhale.tell({ type: 'snooze' });
  const before = (await exhale.stored()).state?.snoozedUntilMs;
  await exhale.restart();
  await noticed(exhale);
  equal((await exhale.stored()).state?.snoozedUntilMs, before);
});

test('A break goes on by the clock while the browser is closed', async () => {
  const exhale = await started(DUE);
  await exhale.tell({ type: 'startBreak', seconds: 10 });
  const endsAtMs = (await exhale.view()).break?.endsAtMs ?? 0;
  await exhale.restart();
  await until('it is over', () => Date.now() > endsAtMs, { seconds: 15 });
  // Whatever happens next ends it.
  await exhale.tell({ type: 'resume' });
  const taken = await until('it is noted', async () => (await exhale.today()).breaks[0]);
  equal(taken.taken, true);
  ok(taken.atMs >= endsAtMs);
  ok(!(await exhale.opened('break')), 'no page of a break jumps up in a new browser');
});

test('A prompt that stood when the browser closed stands again, and goes after its minute', async () => {
  const exhale = await started();
  const nowMs = Date.now();
  const sinceMs = nowMs - 31 * MINUTE_MS;
  const state = {
    ...initialState(nowMs),
    presence: { is: 'present' as const, fromMs: sinceMs },
    screenSinceMs: sinceMs,
    countedFromMs: { short: sinceMs },
    dueSinceMs: sinceMs + 30 * MINUTE_MS,
    ask: {
      rhythm: 'short',
      shownAtMs: nowMs - 35 * SECOND_MS,
      times: 1,
      showing: true,
      inFullScreen: false,
    },
    phase: 'prompted' as const,
  };
  await exhale.store({ state: encode(state) });
  await exhale.restart();
  const prompt = await exhale.page('prompt', { stirring: true });
  await prompt.find('button', saying(word('common_later')));
  await until('it has gone', async () => !(await exhale.opened('prompt')), {
    seconds: 60,
    stirring: true,
  });
  const { phase, silence } = await exhale.view();
  equal(phase, 'prompted');
  equal(silence?.reason, 'returning');
});

test('A state that is damaged or of a newer Exhale begins anew; settings and pause stay', async () => {
  for (const state of [
    'garbage',
    { version: 1, value: { phase: 'working' } },
    { version: 99, value: {} },
  ]) {
    const exhale = await started({ minutesAtScreen: 17.2, settings: { snoozeMinutes: 9 } });
    await exhale.tell({ type: 'pause' });
    await exhale.store({ state });
    await exhale.restart();
    await noticed(exhale);
    const stored = await exhale.stored();
    ok(stored.state, 'there is a state again');
    deepEqual(stored.settings, settingsWith({ snoozeMinutes: 9 }));
    equal(stored.pause?.is, 'open');
    ok((await exhale.view()).screenTimeMs < MINUTE_MS);
  }
});

test('Settings of a newer Exhale are left as they are, and the popup says so', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  const newer = { version: 99, value: { unheardOf: true } };
  await exhale.store({ settings: newer });
  const popup = await exhale.popup();
  await popup.find('heading', word('popup_notice_newerSettings_title'));
  await exhale.tell({ type: 'changeSettings', patch: { snoozeMinutes: 9 } });
  deepEqual((await exhale.raw()).settings, newer);
  ok((await exhale.view()).screenTimeMs > 17 * MINUTE_MS);
});

test('Switched off and on again, it goes on', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  await stir();
  const manager = await exhale.browser.open('chrome://extensions/');
  const turn = (on: boolean) =>
    manager.evaluate(
      (id, enabled) => {
        const { chrome } = globalThis as unknown as {
          chrome: { management: { setEnabled: (id: string, on: boolean) => Promise<void> } };
        };
        return chrome.management.setEnabled(id, enabled);
      },
      exhale.id,
      on,
    );
  await turn(false);
  await until('it is off', async () => (await exhale.worker()) === undefined);
  await turn(true);
  exhale.forgetInside();
  await noticed(exhale);
  ok((await exhale.view()).screenTimeMs > 17 * MINUTE_MS);
  equal((await exhale.alarms()).length, 1);
  ok(!(await exhale.opened('welcome')));
});
