import { encode, isNewer } from '../../core/records/envelope.ts';
import {
  checkedDay,
  type Day,
  dayKey,
  daysPast,
  EMPTY_DAY,
  entryOf,
  listsOf,
} from '../../core/records/history.ts';
import type { Outcome } from '../../core/records/outcome.ts';
import { initialState } from '../../core/records/state.ts';
import { decodeAll, type Loaded, RECORD_KEYS, type Stored } from '../../core/records/stored.ts';
import { dayNumber } from '../../core/time.ts';
import { browser } from '../browser.ts';
import { dateOf, localAt, nowMs } from '../clock.ts';
import { noteOf } from './written.ts';

/** Everything that is stored, checked. Without a stored state, a fresh one begins at `atMs`. */
export interface Known extends Omit<Loaded, 'state'> {
  state: Stored['state'];
}

export async function load(atMs: number): Promise<Known> {
  return knownOf(await browser.storage.local.get([...RECORD_KEYS]), atMs);
}

/** The same, and the history of a local day, in one read. */
export async function loadWithDay(atMs: number, date: string): Promise<Known & { day: Day }> {
  const keys = keysOf(date);
  const raw = await browser.storage.local.get([...RECORD_KEYS, ...keys]);
  return { ...knownOf(raw, atMs), day: dayIn(raw, keys) };
}

export const knownOf = (raw: Record<string, unknown>, atMs: number): Known => {
  const loaded = decodeAll(raw);
  return { ...loaded, state: loaded.state ?? initialState(atMs) };
};

/**
 * Writes everything that changed at once, and outcomes into the history of the day they ended on. Settings
 * and counts of a newer Exhale stay as they are.
 */
export async function save(
  before: Known,
  after: Partial<Stored>,
  outcomes: Outcome[],
): Promise<void> {
  const left = before.notices
    .filter(({ is, record }) => is === 'newer' && (record === 'settings' || record === 'tally'))
    .map(({ record }) => record);
  const writes: Record<string, unknown> = {};
  for (const key of RECORD_KEYS)
    if (after[key] !== undefined && after[key] !== before[key]) {
      if (!left.includes(key)) writes[key] = encode(after[key]);
      // Report a failure rather than claim that the settings were saved.
      else if (key === 'settings') throw new Error(key);
    }
  for (const record of outcomes) {
    const kept = entryOf(record);
    if (kept === null) continue;
    const key = dayKey(localAt(kept.atMs).date);
    const stored = writes[key] ?? (await browser.storage.local.get(key))[key];
    if (isNewer(stored)) continue;
    // What could not be removed goes with a later day.
    if (stored === undefined) await forgetPast(key).catch(() => undefined);
    const day = listsOf(inEnvelope(stored));
    writes[key] = encode({ ...day, [kept.list]: [...day[kept.list], kept.entry] });
  }
  if (Object.keys(writes).length === 0) return;
  await browser.storage.local.set({ ...writes, ...(await noteOf(writes)) });
}

/** Limits the history: a day begins. */
async function forgetPast(begins: string): Promise<void> {
  const { local } = browser.storage;
  await local.remove(daysPast(Object.keys(await local.get(null)), begins));
}

const inEnvelope = (raw: unknown): unknown => (Object(raw) as { value?: unknown }).value;

/** A stored day; an empty one if a newer Exhale wrote it. */
const dayOf = (raw: unknown): Day => (isNewer(raw) ? EMPTY_DAY : checkedDay(inEnvelope(raw)));

/**
 * Where a day is stored. While it goes on, the next one may have entries too: those of a person who has since
 * flown west over midnight.
 */
function keysOf(date: string): string[] {
  const day = dayNumber(date);
  return (day < localAt(nowMs()).day ? [day] : [day, day + 1]).map((each) => dayKey(dateOf(each)));
}

function dayIn(raw: Record<string, unknown>, keys: string[]): Day {
  const days = keys.map((key) => dayOf(raw[key]));
  return {
    breaks: days.flatMap(({ breaks }) => breaks).sort((a, b) => a.atMs - b.atMs),
    rests: days.flatMap(({ rests }) => rests).sort((a, b) => a.endedAtMs - b.endedAtMs),
  };
}

export async function loadDay(date: string): Promise<Day> {
  const keys = keysOf(date);
  return dayIn(await browser.storage.local.get(keys), keys);
}

/** Calls back when anything stored has changed. Returns a function that stops it. */
export function onStored(changed: () => void): () => void {
  const listener = (_: unknown, area: string) => {
    if (area === 'local') changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

export const eraseEverything = (): Promise<void> => browser.storage.local.clear();
