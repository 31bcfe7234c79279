import { deepEqual, equal } from 'node:assert/strict';
import { test } from '../harness.ts';
import { site } from '../site.ts';
import { started } from './exhale.ts';

const MALFORMED = [
  null,
  42,
  'startBreak',
  [],
  {},
  { type: 'nonsense' },
  { type: 'startBreak', seconds: 1e12 },
  { type: 'startBreak', kind: 'dancing' },
  { type: 'startBreak', surprise: true },
  { type: 'snooze', minutes: -1 },
  { type: 'pause', minutes: 'long' },
  { type: 'pause', until: 'doomsday' },
  { type: 'alarmRang', dueAtMs: 0 },
  { type: 'started' },
  { type: 'looked' },
  // Of an older Exhale: the clock ends a break.
  { type: 'finishBreak' },
];

test('A message that means nothing is refused, and changes nothing', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  const before = await exhale.raw();
  for (const message of MALFORMED) {
    const reply = await exhale.tell(message);
    deepEqual(reply, { ok: false, failed: 'malformed' }, JSON.stringify(message));
  }
  deepEqual(await exhale.raw(), before);
});

test('Settings in a message are refused by the field that can’t be', async () => {
  const exhale = await started();
  const before = (await exhale.stored()).settings;
  const wrong = [
    [{ rhythms: { short: { intervalMinutes: 4 } } }, 'rhythms.short.intervalMinutes'],
    [{ restMinutes: null }, 'restMinutes'],
    [{ hours: { mon: [{ from: '25:00', to: '26:00' }] } }, 'hours.mon.0.from'],
    [{ surprise: 1 }, 'surprise'],
    [{ snoozeMinutes: 7, holdBack: { call: 1 } }, 'holdBack.call'],
  ] as const;
  for (const [patch, field] of wrong) {
    const reply = await exhale.tell({ type: 'changeSettings', patch });
    equal('refusal' in reply && reply.refusal.field, field);
    deepEqual((await exhale.stored()).settings, before);
  }
});

test('A web page has no way to send a message', async () => {
  const exhale = await started();
  const page = await exhale.browser.open(await site('/reading'));
  const way = await page.evaluate((id) => {
    const { chrome } = globalThis as { chrome?: { runtime?: object } };
    const frame = document.createElement('iframe');
    frame.src = `chrome-extension://${id}/options.html`;
    document.body.append(frame);
    return chrome?.runtime === undefined;
  }, exhale.id);
  equal(way, true);
  // Nor can it show a page of Exhale's within its own.
  equal(
    (await exhale.browser.targets()).filter(({ url }) => url === exhale.url('options.html')).length,
    0,
  );
});
