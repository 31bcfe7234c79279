import { expect } from 'vitest';
import { DEVICE } from '../../core/devices/hearing.ts';
import type { Telling } from '../../core/records/devices.ts';
import { newRhythmId } from '../../core/records/rhythmIds.ts';
import { MINUTE_MS } from '../../core/time.ts';
import type { Exhale } from '../driver/exhale.ts';
import { word } from '../driver/words.ts';

declare const browser: typeof import('../../shell/browser.ts').browser;

const OTHER = `${DEVICE}1f3c2a10-1b2c-4d3e-8f90-a1b2c3d4e5f6`;

const synced = (exhale: Exhale): Promise<Record<string, unknown>> =>
  exhale.evaluate(() => browser.storage.sync.get(null));

/** As if news of another computer had come from the account. */
const comes = (exhale: Exhale, items: Record<string, unknown>): Promise<void> =>
  exhale.evaluate((all) => browser.storage.sync.set(all), items);

/** What another computer tells, where the person took a short break just now. */
const afterBreak = (nowMs: number): Telling => ({
  wroteMs: nowMs,
  seenMs: nowMs,
  left: false,
  screenSinceMs: nowMs,
  counts: { short: { fromMs: nowMs }, long: { fromMs: nowMs } },
  restarts: { short: { atMs: nowMs }, long: { atMs: nowMs } },
  breakEndedAtMs: nowMs,
  snoozedUntilMs: null,
  knows: {},
});

interface DataPart {
  text(): Promise<string>;
  share(): Promise<void>;
}

/** Sharing is switched on in the settings. Then a setting and a break of another computer count here. */
export async function sharesWithAnother(
  exhale: Exhale & { isOpen(name: string): Promise<boolean> },
  settings: () => Promise<DataPart>,
): Promise<void> {
  await exhale.begin({ minutesAtScreen: 5 });
  expect(await synced(exhale)).toEqual({});
  const part = await settings();
  await part.share();
  await expect.poll(() => part.text()).toContain(word('settings_share_none'));
  await expect.poll(async () => Object.keys(await synced(exhale))).toContain('setting.restMinutes');

  await comes(exhale, { 'setting.snoozeMinutes': { atMs: Date.now(), value: 9 } });
  await expect.poll(async () => (await exhale.stored()).settings.snoozeMinutes).toBe(9);

  // One of the person's own, added there before it heard of one that was added here.
  const rhythm = { on: false, intervalMinutes: 90, breakSeconds: 180, kind: 'breathing' };
  const here = newRhythmId(Date.now(), Math.random());
  const there = newRhythmId(Date.now(), Math.random());
  await exhale.tell({ type: 'changeSettings', patch: { rhythms: { [here]: rhythm } } });
  await comes(exhale, { [`setting.rhythms.${there}`]: { atMs: Date.now(), value: rhythm } });
  const ids = async () => Object.keys((await exhale.stored()).settings.rhythms);
  await expect.poll(ids).toEqual(expect.arrayContaining(['short', 'long', here, there]));

  await exhale.begin({ minutesAtScreen: 31, settings: { promptStyle: 'tab' } });
  await expect.poll(() => exhale.isOpen('prompt'), { timeout: 60_000 }).toBe(true);
  await comes(exhale, { [OTHER]: afterBreak(Date.now()) });
  await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
  const { phase, nextBreakInMs } = await exhale.view();
  expect(phase).toBe('working');
  expect(nextBreakInMs).toBeGreaterThan(29 * MINUTE_MS);
  const [said] = word('settings_share_last', '').split('$');
  await expect.poll(() => part.text()).toContain(said);

  await part.share();
  const own = async () =>
    Object.keys(await synced(exhale)).filter((key) => key.startsWith(DEVICE) && key !== OTHER);
  await expect.poll(own).toEqual([]);
}
