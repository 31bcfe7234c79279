import { encode, isNewer } from '../../core/records/envelope.ts';
import {
  checkedDay,
  type Day,
  dayKey,
  EMPTY_DAY,
  entryOf,
  listsOf,
} from '../../core/records/history.ts';
import { hasLost, OUTBOX, OUTBOX_KEY, type Outbox } from '../../core/records/outbox.ts';
import type { Outcome } from '../../core/records/outcome.ts';
import { decodePageRecord } from '../../core/records/pageRecord.ts';
import { decode, RECORD_KEYS, type Stored } from '../../core/records/stored.ts';
import { localAt } from '../clock.ts';
import type { Known } from './engineRecords.ts';
import { setAside } from './setAside.ts';
import { type CannotSave, read, readFromMemory, write } from './unsaved.ts';
import { noteOf } from './written.ts';

/** What waits for the log, before and after an event. What was stored may have been damaged. */
export interface LogChange {
  before: Outbox;
  after: Outbox;
  wasDamaged: boolean;
  /** The database was empty, although something had been copied there. */
  isGone?: boolean;
}

/**
 * Writes everything that changed at once, and outcomes into the history of the day they ended on. Settings
 * and counts of a newer Exhale stay as they are, and so does what a value that can’t be read would replace.
 * Returns why it could not be stored, or null.
 */
export async function save(
  before: Known,
  after: Partial<Stored>,
  outcomes: Outcome[],
  log: LogChange | null = null,
  others: Record<string, unknown> = {},
): Promise<CannotSave> {
  const left = before.notices
    .filter(({ is, record }) => is === 'newer' && (record === 'settings' || record === 'tally'))
    .map(({ record }) => record);
  const writes = { ...others };
  for (const key of RECORD_KEYS)
    if (after[key] !== undefined && after[key] !== before[key]) {
      const value = encode(after[key]);
      if (!left.includes(key)) {
        if (decode(key, value).is === 'ok') writes[key] = value;
      }
      // Report a failure rather than claim that the settings were saved.
      else if (key === 'settings') throw new Error(key);
    }
  await addToDays(writes, outcomes);
  const waiting = waitingOf(log);
  if (log !== null && log.after !== log.before) Object.assign(writes, waiting);
  const damaged = before.notices
    .filter(({ is, record }) => is === 'damaged' && Object.hasOwn(writes, record))
    .map(({ record }): string => record);
  if (log?.wasDamaged && Object.hasOwn(writes, OUTBOX_KEY)) damaged.push(OUTBOX_KEY);
  const { seenAtMs } = before.state;
  const isLost = log?.wasDamaged || log?.isGone || (log && hasLost(log.before, log.after));
  const [note, aside] = await Promise.all([
    noteOf(writes, isLost ? [...damaged, 'log'] : damaged, seenAtMs).catch(() => ({})),
    damaged.length > 0 ? setAside(damaged, seenAtMs).catch(() => ({})) : {},
  ]);
  return write({ ...writes, ...note, ...aside }, () => ({
    ...wholeOf({ ...before, ...after }, before.notices),
    ...(!log?.wasDamaged && waiting),
  }));
}

/** What waits for the log, for storing; nothing if it could not be read again. */
function waitingOf(log: LogChange | null): Record<string, unknown> {
  const value = encode(log?.after);
  return decodePageRecord(OUTBOX, value).is === 'ok' ? { [OUTBOX_KEY]: value } : {};
}

/** Outcomes go into the history of the day they ended on. */
async function addToDays(writes: Record<string, unknown>, outcomes: Outcome[]): Promise<void> {
  const entries = outcomes.map(entryOf).filter((kept) => kept !== null);
  const keyOf = ({ atMs }: { atMs: number }) => dayKey(localAt(atMs).date);
  const keys = [...new Set(entries.map(keyOf))];
  const found = keys.length > 0 ? await read(keys).catch(() => readFromMemory(keys)) : null;
  // Where a day can't be read, nothing may replace it.
  if (found === null) return;
  for (const { atMs, list, entry } of entries) {
    const key = keyOf({ atMs });
    const stored = writes[key] ?? found.raw[key];
    if (isNewer(stored)) continue;
    const day = listsOf(inEnvelope(stored));
    writes[key] = encode({ ...day, [list]: [...day[list], entry] });
  }
}

/** All records that can be read again, without those that a newer Exhale wrote, or that are damaged. */
function wholeOf(stored: Stored, notices: Known['notices']): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const key of RECORD_KEYS) {
    const value = encode(stored[key]);
    const isKept = notices.every(({ record }) => record !== key) && decode(key, value).is === 'ok';
    if (isKept) whole[key] = value;
  }
  return whole;
}

const inEnvelope = (raw: unknown): unknown => (Object(raw) as { value?: unknown }).value;

/** A stored day; an empty one if a newer Exhale wrote it. */
export const dayOf = (raw: unknown): Day =>
  isNewer(raw) ? EMPTY_DAY : checkedDay(inEnvelope(raw));

/** Whether all of a stored day can be read. */
export function isAllOf(raw: unknown): boolean {
  const [all, read] = [listsOf(inEnvelope(raw)), dayOf(raw)];
  return all.breaks.length === read.breaks.length && all.rests.length === read.rests.length;
}
