import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportOf } from '../../core/personal/settingsFile.ts';
import { DEFAULT_SETTINGS, LIMITS, withPatch } from '../../core/records/settings.ts';
import { Chromium, type Ground } from './chromium.ts';
import { type DevTools, Page } from './devTools.ts';
import { atMost, type Figure } from './figure.ts';
import { keepMoving } from './input.ts';

const INTERVAL_MINUTES = LIMITS.intervalMinutes.min;
/** How late the prompt may be: there is no patience in this run. */
const LATE_SECONDS = 30;
const LIMIT_SECONDS = INTERVAL_MINUTES * 60 + LATE_SECONDS;

/** Waits the shortest interval out, with real input and nothing brought forward. */
export async function interval(ground: Ground): Promise<Figure[]> {
  const browser = await Chromium.open(ground);
  const still = keepMoving(ground);
  try {
    const origin = await browser.install(ground.dist);
    const startedAtMs = performance.now();
    await importSettings(browser.devTools, origin);
    await browser.devTools.target(`${origin}/prompt.html`, LIMIT_SECONDS * 1500);
    const seconds = (performance.now() - startedAtMs) / 1000;
    const name = `The prompt, after ${INTERVAL_MINUTES} minutes of real input and without patience`;
    return [atMost(LIMIT_SECONDS, 's', name, seconds)];
  } finally {
    still();
    await browser.close();
  }
}

/** Chooses a file on the settings page, as a person does. */
async function importSettings(devTools: DevTools, origin: string): Promise<void> {
  const wished = withPatch(DEFAULT_SETTINGS, {
    patienceMinutes: 0,
    rhythms: { short: { intervalMinutes: INTERVAL_MINUTES } },
  });
  if (!wished.ok) throw new Error(JSON.stringify(wished.refusal));
  const folder = mkdtempSync(join(tmpdir(), 'exhale-import-'));
  try {
    const file = join(folder, 'settings.json');
    writeFileSync(file, exportOf(wished.settings));
    const page = await Page.open(devTools, `${origin}/options.html`);
    await page.holds(`document.querySelector('input[type=file]')`);
    const { result } = await page.send<{ result: { objectId: string } }>('Runtime.evaluate', {
      expression: `document.querySelector('input[type=file]')`,
    });
    await page.send('DOM.setFileInputFiles', { files: [file], objectId: result.objectId });
    await page.holds(`chrome.storage.local.get('settings').then(({ settings }) =>
      settings?.value.rhythms.short.intervalMinutes === ${INTERVAL_MINUTES})`);
    await page.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
