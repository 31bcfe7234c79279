import { DEFAULT_PREFERENCES } from '../core/breaks/preferences.ts';
import {
  exportOf,
  type Imported,
  importFrom,
  PART_KEYS,
  type Parts,
} from '../core/personal/settingsFile.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/records/settings.ts';
import { nowMs } from './clock.ts';
import { type Reply, send } from './messages.ts';
import { load } from './storage/engineRecords.ts';
import { changePageRecord, loadPageRecord } from './storage/pageRecords.ts';

export async function exportSettings(): Promise<string> {
  const { settings } = await load(nowMs());
  const parts = PART_KEYS.map(async (key) => [key, (await loadPageRecord(key)).value]);
  return exportOf(settings, Object.fromEntries(await Promise.all(parts)));
}

/** Takes the settings from a file: all of them, or none. */
export async function importSettings(text: string): Promise<Imported | Reply> {
  const imported = importFrom(text, (await loadPageRecord('preferences')).value);
  return imported.ok ? replaceAll(imported.settings, imported) : imported;
}

/** The tension diary and the massage dates are no settings, and stay. */
export const resetSettings = (): Promise<Reply> =>
  replaceAll(DEFAULT_SETTINGS, { preferences: DEFAULT_PREFERENCES, tension: null, massage: null });

/** The background stores the settings, pages store the rest. If one part fails, all stay as they were. */
async function replaceAll(settings: Settings, parts: Parts): Promise<Reply> {
  const undo: (() => Promise<unknown>)[] = [];
  const giveUp = async (reply: Reply): Promise<Reply> => {
    for (const back of undo) await back();
    return reply;
  };
  for (const key of PART_KEYS) {
    const value = parts[key];
    if (value === null) continue;
    const before = (await loadPageRecord(key)).value;
    const saved = await changePageRecord(key, () => value);
    if (!saved.ok) return giveUp({ ok: false, failed: 'storage' });
    undo.push(() => changePageRecord(key, () => before));
  }
  const reply = await send({ type: 'replaceSettings', settings });
  return reply.ok ? reply : giveUp(reply);
}
