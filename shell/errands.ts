import { DEFAULT_GUIDE } from '../core/breaks/preferences.ts';
import {
  exportOf,
  type Imported,
  importFrom,
  PARTS,
  type Parts,
} from '../core/personal/settingsFile.ts';
import type { OwnRecord } from '../core/records/pageRecord.ts';
import { DEFAULT_SETTINGS, type Settings } from '../core/records/settings.ts';
import { HOUR_MS, SECOND_MS } from '../core/time.ts';
import { ALARM } from './alarm.ts';
import { browser } from './browser.ts';
import { nowMs } from './clock.ts';
import { quietness } from './idle.ts';
import { openOwnPage, openPart, ownTabs, showTab } from './pages.ts';
import type { Reply } from './protocol.ts';
import { load } from './storage/engineRecords.ts';
import { changeOwn, loadOwn } from './storage/pageRecords.ts';
import { type Decision, recall, remember } from './storage/session.ts';
import { tell } from './tell.ts';

const BREAK_PAGE = '/break.html';
/** Nothing but input for so long is no person. */
const NEVER_IDLE_MS = 12 * HOUR_MS;

/** What Exhale sees at this moment. */
export interface Sees {
  idle: 'active' | 'idle' | 'locked';
  quietSeconds: number;
  lastInputAtMs: number;
  alarmAtMs: number | null;
  decisions: Decision[];
  /** Asks that came long after their time though nothing held them back. */
  faults: number;
  /**
   * What shows that the system's idle reports can't be true: a page of ours got input while they
   * said that there was none for a minute, or nothing but input was reported for twelve hours.
   */
  lies: 'inputWhileIdle' | 'neverIdle' | null;
}

let inputWhileIdle = false;

/** One of our own pages got input: what does the system say? */
export async function noteInput(): Promise<void> {
  if ((await browser.idle.queryState(60)) === 'idle') inputWhileIdle = true;
}

export async function sees(): Promise<Sees> {
  const atMs = nowMs();
  const [quiet, alarm, memory, { state, settings, tally }] = await Promise.all([
    quietness('idle'),
    browser.alarms.get(ALARM),
    recall(),
    load(atMs),
  ]);
  const never = memory !== null && atMs - memory.quietSeenAtMs > NEVER_IDLE_MS ? 'neverIdle' : null;
  return {
    ...quiet,
    lastInputAtMs: quiet.quietSeconds > 0 ? atMs - quiet.quietSeconds * SECOND_MS : state.inputAtMs,
    alarmAtMs: alarm?.scheduledTime ?? null,
    decisions: memory?.decisions ?? [],
    faults: tally.faults,
    lies: settings.presence === 'clock' ? null : inputWhileIdle ? 'inputWhileIdle' : never,
  };
}

export async function exportSettings(): Promise<string> {
  const { settings } = await load(nowMs());
  const parts = Object.entries(PARTS).map(async ([key, record]) => {
    const { value } = await loadOwn<unknown>(record);
    return [key, value];
  });
  return exportOf(settings, Object.fromEntries(await Promise.all(parts)));
}

/** Takes a file's settings over: all of them, or none. */
export async function importSettings(text: string): Promise<Imported | Reply> {
  const imported = importFrom(text);
  return imported.ok ? replaceAll(imported.settings, imported) : imported;
}

/** What was noted of how somebody felt is no setting, and stays. */
export const resetSettings = (): Promise<Reply> =>
  replaceAll(DEFAULT_SETTINGS, { guide: DEFAULT_GUIDE, tension: null, massage: null });

/** The settings are the background's to store, the rest is ours; where one of them fails, all stay as they were. */
async function replaceAll(settings: Settings, parts: Parts): Promise<Reply> {
  const undo: (() => Promise<unknown>)[] = [];
  const giveUp = async (reply: Reply): Promise<Reply> => {
    for (const back of undo) await back();
    return reply;
  };
  for (const key of Object.keys(PARTS) as (keyof Parts)[]) {
    const record: OwnRecord<unknown> = PARTS[key];
    const value = parts[key];
    if (value === null) continue;
    const before = (await loadOwn(record)).value;
    const saved = await changeOwn(record, () => value);
    if (!saved.ok) return giveUp({ ok: false, failed: 'storage' });
    undo.push(() => changeOwn(record, () => before));
  }
  const reply = await tell({ type: 'replaceSettings', settings });
  return reply.ok ? reply : giveUp(reply);
}

const PATHS = {
  settings: '/options.html',
  days: '/days.html',
  welcome: '/welcome.html',
  why: '/why.html',
} as const;
/** `sites`: the part of the settings that is about them. */
export async function openPage(page: keyof typeof PATHS | 'sites'): Promise<void> {
  if (page === 'sites') await openPart(PATHS.settings, '#sites');
  else await openOwnPage(PATHS[page]);
}

/** To the page of the break that runs; it is opened anew where somebody closed the browser meanwhile. */
export async function goToBreak(): Promise<void> {
  const breakTab = await openOwnPage(BREAK_PAGE);
  const memory = await recall();
  // Whoever closes it by hand leaves the break.
  if (memory !== null) await remember({ ...memory, breakTab });
}

/** Back into the window and the tab the person came from, and the break's own is closed. */
export async function backToWork(): Promise<void> {
  const [open, memory] = await Promise.all([ownTabs(BREAK_PAGE), recall()]);
  const returnTo = memory?.returnTo ?? null;
  const back =
    returnTo !== null &&
    (await showTab(returnTo.tabId, returnTo.windowId).then(
      () => true,
      // The tab they came from is gone.
      () => false,
    ));
  for (const { tabId, windowId } of open) {
    // Closing the last tab would close the window, and with the last window the browser.
    if (!back && (await browser.tabs.query({ windowId })).length === 1)
      await browser.tabs.create({ windowId });
    await browser.tabs.remove(tabId).catch(() => undefined);
  }
}
