import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import type { Pair } from '../../../core/personal/tension.ts';
import type { Entry } from '../../../core/records/entry.ts';
import { decodeAll } from '../../../core/records/stored.ts';
import { dayNumber } from '../../../core/time.ts';
import { begun, type Trial, tossed } from '../../../core/trial/trial.ts';
import { exportCopy } from '../../../shell/copy/exportCopy.ts';
import {
  type HowToTake,
  type Preview,
  readCopy,
  takeCopy,
} from '../../../shell/copy/importCopy.ts';
import { readDays } from '../../../shell/storage/dayTotals.ts';
import { changePageRecord, loadPageRecord } from '../../../shell/storage/pageRecords.ts';
import { changeTrial, loadTrial } from '../../../shell/storage/trialRecord.ts';
import { at, reminder, rest, span, taken } from '../../core/days/entries.ts';
import { begins } from '../../entrypoints/background/stories.ts';
import { browser } from '../withBackground.ts';
import { allEntries, kept, meanwhile, never, quiet, waits } from './pageWithDays.ts';

export const ENTRIES: Entry[] = [
  span('2026-02-20T23:00', '2026-02-21T00:30', { id: 'night' }),
  rest('2026-02-21T00:30', '2026-02-21T00:50', { id: 'rest' }),
  reminder(30, {
    id: 'asked',
    fromMs: at('2026-02-21T10:00'),
    shownAtMs: at('2026-02-21T10:01'),
    toMs: at('2026-02-21T10:02'),
  }),
  taken('own-a', '2026-02-21T11:00', { id: 'break' }),
  // The clock was set forward between these, and the person flew.
  span('2026-02-22T01:00', '2026-02-22T03:30', { id: 'short', ahead: 1 }),
  span('2026-02-23T20:00', '2026-02-23T21:00', { id: 'west', ahead: -8 }),
];
const PAIR: Pair = {
  date: '2026-02-21',
  atMs: at('2026-02-21T11:05'),
  before: 6,
  after: 3,
  seconds: 300,
  kind: 'stillness',
};

/** Two days of a trial, and the second answer of a third one is missing. */
export const A_TRIAL: Trial = tossed(
  {
    ...begun(2),
    pairs: [
      { day: dayNumber('2026-02-21'), withBreak: true, before: 6, after: 3 },
      { day: dayNumber('2026-02-22'), withBreak: false, before: 5, after: 5 },
    ],
  },
  { day: dayNumber('2026-02-23'), before: 4, coin: true, of: 0, endsAtMs: at('2026-02-23T11:00') },
);

export const saved = async () =>
  new File([await (await meanwhile(exportCopy(quiet, never))).text()], 'exhale.json');
export const fileOf = (text: string) => new File([text], 'exhale.json');
export async function previewOf(file: File): Promise<Preview> {
  const found = await meanwhile(readCopy(file, quiet, never));
  if (!found.ok) throw new Error(JSON.stringify(found));
  return found;
}
export const QUIETLY = { onProgress: quiet, onTaken: quiet, signal: never };
export const take = (preview: Preview, how: Partial<HowToTake> = {}) =>
  meanwhile(takeCopy(preview, { replaces: false, withSettings: true, ...how }, QUIETLY));
export const totals = () => readDays(dayNumber('2026-01-01'), dayNumber('2026-03-02'));

/** A profile with days, settings and answers; then an empty one in its place. */
export async function filled(): Promise<{
  file: File;
  was: Awaited<ReturnType<typeof everything>>;
}> {
  await begins(browser, { snoozeMinutes: 12 });
  await kept(ENTRIES.slice(0, 4));
  waits(ENTRIES.slice(4));
  await changePageRecord('preferences', (before) => ({
    ...before,
    scene: 'night',
    ownBreaks: { 'own-a': { title: '=Tea', steps: [] } },
    careRead: { ...before.careRead, holds: true },
  }));
  await changePageRecord('tension', (before) => ({ ...before, pairs: [PAIR], offered: true }));
  await changeTrial(() => ({ current: A_TRIAL }));
  const file = await saved();
  return { file, was: await everything() };
}
export async function emptied(): Promise<void> {
  vi.stubGlobal('indexedDB', new IDBFactory());
  browser.data.local = {};
  browser.data.session = {};
  browser.kills();
  await begins(browser);
}
export async function everything() {
  const { careRead: _, ...preferences } = (await loadPageRecord('preferences')).value;
  return {
    entries: await allEntries(),
    totals: await totals(),
    settings: decodeAll(browser.data.local).settings,
    preferences,
    pairs: (await loadPageRecord('tension')).value.pairs,
    trial: (await loadTrial()).value,
  };
}
