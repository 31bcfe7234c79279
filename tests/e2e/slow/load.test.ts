import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { encode } from '../../../core/records/envelope.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { Crowd } from '../../driver/crowd.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { whileStirring } from '../../driver/hands.ts';
import { until } from '../../driver/wait.ts';
import { it } from '../chromium/it.ts';

const SWITCHES = 500;
const COMMANDS: object[] = [
  { type: 'changeSettings', patch: { restMinutes: 7 } },
  { type: 'pause', minutes: 60 },
  { type: 'resume' },
  { type: 'snooze' },
  { type: 'changeSettings', patch: { restMinutes: 5 } },
];

const prompts = async (exhale: ExhaleInChromium) =>
  (await exhale.browser.targets()).filter(({ url }) => url.startsWith(exhale.url('prompt.html')));

/** On a busy machine, a command that waited for too long is dropped, and says so. The person presses again. */
async function isDone(exhale: ExhaleInChromium, command: object): Promise<void> {
  await until(`${JSON.stringify(command)} is done`, async () => {
    const reply = await exhale.tell(command);
    if (!reply.ok) expect(reply).toEqual({ ok: false, failed: 'storage' });
    return reply.ok;
  });
}

/** As if a postponement were over, or the time until a reminder returns that went in a bad moment. */
async function endWait(exhale: ExhaleInChromium): Promise<void> {
  const { state } = await exhale.stored();
  const { ask = null, snoozedUntilMs = null } = state ?? {};
  await exhale.store({
    state: encode({
      ...state,
      snoozedUntilMs: snoozedUntilMs && Date.now(),
      ask: ask && { ...ask, shownAtMs: ask.shownAtMs - 10 * MINUTE_MS },
    }),
  });
}

/** The reminder is there, once. While windows change, none has the keyboard for a moment, and it may have gone. */
const asks = (exhale: ExhaleInChromium, crowd: Crowd) =>
  until('one reminder is there', async () => {
    const { length } = await prompts(exhale);
    expect(length).toBeLessThanOrEqual(1);
    if (length === 1) return true;
    // The answer comes after all switches before it were handled.
    await exhale.tell({ type: 'changeSettings', patch: {} });
    await endWait(exhale);
    await crowd.switchTabs(1);
    await sleep(SECOND_MS);
    return false;
  });

describe('200 tabs in 50 windows, and 500 switches while a break is due', () => {
  it('bring one reminder, answer each command, and bring the next reminder', async ({ start }) => {
    const exhale = await start({});
    const crowd = await Crowd.open(exhale.browser);
    await exhale.begin({ minutesAtScreen: 30.1 });
    await whileStirring(crowd.switchTabs(SWITCHES / 2));
    await whileStirring(asks(exhale, crowd));

    const answered = whileStirring(crowd.switchTabs(SWITCHES / 2));
    for (const command of COMMANDS) await isDone(exhale, command);
    await answered;
    await until('the answered reminder is gone', async () => (await prompts(exhale)).length === 0);
    expect((await exhale.alarms()).map(({ name }) => name)).toEqual(['exhale']);
    const { settings, pause } = await exhale.stored();
    expect({ rest: settings.restMinutes, pause }).toEqual({ rest: 5, pause: null });
    await whileStirring(asks(exhale, crowd));
  });
});
