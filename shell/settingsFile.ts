import { DEFAULT_PREFERENCES } from '../core/breaks/preferences.ts';
import {
  exportOf,
  type Imported,
  type InUse,
  importFrom,
  type NewParts,
  PART_KEYS,
} from '../core/personal/settingsFile.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/records/settings.ts';
import { keptTrial, type TrialRecord } from '../core/trial/trial.ts';
import { nowMs, wait } from './clock.ts';
import { type Reply, send } from './messages.ts';
import { settingsUnderPolicy } from './policy.ts';
import { load } from './storage/engineRecords.ts';
import type { LoadedPageRecord } from './storage/loadRecord.ts';
import { changePageRecord, loadPageRecord, type PageRecordSaved } from './storage/pageRecords.ts';
import { changeTrial, loadTrial } from './storage/trialRecord.ts';

export async function exportSettings(): Promise<string> {
  const { settings, ...parts } = await inUse();
  return exportOf(settings, parts);
}

export async function inUse(): Promise<InUse> {
  const { settings } = await load(nowMs());
  const parts = PART_KEYS.map(async (key) => [key, (await loadPart(key)).value]);
  return { settings, ...Object.fromEntries(await Promise.all(parts)) };
}

type PartKey = (typeof PART_KEYS)[number];

const loadPart = (key: PartKey): Promise<LoadedPageRecord<unknown>> =>
  key === 'trial' ? loadTrial() : loadPageRecord(key);

const storePart = (key: PartKey, value: unknown): Promise<PageRecordSaved> =>
  key === 'trial' ? changeTrial(() => value as TrialRecord) : changePageRecord(key, () => value);

/** Takes the settings from a file: all that it names, or none. A trial that was begun here stays. */
export async function importSettings(text: string): Promise<Imported | Reply> {
  const before = await inUse();
  const imported = importFrom(text, before);
  if (!imported.ok) return imported;
  return replaceAll(imported.settings, {
    ...imported,
    trial: keptTrial(before.trial, imported.trial),
  });
}

/**
 * The tension diary, the massage dates and the trial are no settings, and stay. So does which notes were read.
 */
export async function resetSettings(): Promise<Reply> {
  const { careRead } = (await loadPageRecord('preferences')).value;
  const preferences = { ...DEFAULT_PREFERENCES, careRead };
  return replaceAll(DEFAULT_SETTINGS, {
    preferences,
    tension: null,
    massage: null,
    trial: null,
  });
}

/** The background stores the settings, pages store the rest. If one part fails, all stay as they were. */
export async function replaceAll(wished: Settings, parts: NewParts): Promise<Reply> {
  const settings = await settingsUnderPolicy(wished);
  const undo: (() => Promise<unknown>)[] = [];
  const giveUp = async (reply: Reply): Promise<Reply> => {
    for (const back of undo) await back();
    return reply;
  };
  for (const key of PART_KEYS) {
    const value = parts[key];
    if (value === null) continue;
    const before = (await loadPart(key)).value;
    const saved = await storePart(key, value);
    if (!saved.ok) return giveUp({ ok: false, failed: 'storage' });
    undo.push(() => storePart(key, before));
  }
  const reply = await send({ type: 'replaceSettings', settings });
  // Kept until the browser closes; the page says so.
  if ('failed' in reply && reply.failed === 'unsaved') return { ok: true };
  if (reply.ok || ('failed' in reply && reply.failed === 'noAnswer' && (await isTaken(settings))))
    return { ok: true };
  return giveUp(reply);
}

/** A background without an answer has begun by now, or never will. Whatever it has begun ends soon. */
const LOOKS = 8;
const BETWEEN_LOOKS_MS = 1000;

async function isTaken(wanted: Settings): Promise<boolean> {
  const text = JSON.stringify(wanted);
  for (let looks = 0; looks < LOOKS; looks++) {
    const { settings } = await load(nowMs());
    if (JSON.stringify(settings) === text) return true;
    await wait(BETWEEN_LOOKS_MS);
  }
  return false;
}
