import { describe, expect } from 'vitest';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { it } from './it.ts';

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
  // From an older Exhale: the clock ends a break.
  { type: 'finishBreak' },
];

/** All that is stored, but for the time of the last look, which may follow at any moment. */
async function storedBut(exhale: ExhaleInChromium) {
  const raw = await exhale.raw();
  const state = raw.state as { value: object };
  return { ...raw, state: { ...state, value: { ...state.value, seenAtMs: 0, inputAtMs: 0 } } };
}

describe('a message', () => {
  it('that means nothing is refused, and changes nothing', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const before = await storedBut(exhale);
    for (const message of MALFORMED) {
      const reply = await exhale.tell(message);
      expect(reply, JSON.stringify(message)).toEqual({ ok: false, failed: 'malformed' });
    }
    expect(await storedBut(exhale)).toEqual(before);
  });

  it('with settings that can’t be is refused by the name of the field', async ({ exhale }) => {
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
      expect('refusal' in reply && reply.refusal.field).toBe(field);
      expect((await exhale.stored()).settings).toEqual(before);
    }
  });

  it('can’t be sent by a web page, which can’t show a page of Exhale’s either', async ({
    exhale,
  }) => {
    const page = await exhale.visit('/reading');
    const hasNoWay = await page.evaluate((id) => {
      const { chrome } = globalThis as { chrome?: { runtime?: object } };
      const frame = document.createElement('iframe');
      frame.src = `chrome-extension://${id}/options.html`;
      document.body.append(frame);
      return chrome?.runtime === undefined;
    }, exhale.id);
    expect(hasNoWay).toBe(true);
    const shown = (await exhale.browser.targets()).map(({ url }) => url);
    expect(shown).not.toContain(exhale.url('options.html'));
  });
});
