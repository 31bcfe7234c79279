import { encode } from '../../core/records/envelope.ts';
import { decodePageRecord } from '../../core/records/pageRecord.ts';
import { RECORD_KEYS } from '../../core/records/stored.ts';
import {
  afterStart,
  everythingLost,
  isMissed,
  MISSED_KEYS,
  WRITTEN,
  type Written,
  withDamaged,
  withWritten,
} from '../../core/records/written.ts';
import { browser } from '../browser.ts';
import { read } from './unsaved.ts';

const KEY = 'written';

/** null if nothing was noted yet. */
async function loadWritten(): Promise<Written | null> {
  const decoded = decodePageRecord(WRITTEN, (await read([KEY])).raw[KEY]);
  return decoded.is === 'ok' ? decoded.value : null;
}

const store = (written: Written): Promise<void> =>
  browser.storage.local.set({ [KEY]: encode(written) });

/** The note to write together with these records; nothing if they are noted. */
export async function noteOf(
  writes: Record<string, unknown>,
  damaged: readonly string[],
  atMs: number,
): Promise<Record<string, unknown>> {
  if (damaged.length === 0 && !Object.keys(writes).some(isMissed)) return {};
  const before = (await loadWritten()) ?? WRITTEN.atFirst;
  const after = withDamaged(withWritten(before, writes), damaged, atMs);
  return after === before ? {} : { [KEY]: encode(after) };
}

/** Compares what is stored with what was written, at the start of a session. Whether nothing was stored at all. */
export async function findLosses(atMs: number): Promise<boolean> {
  const before = await loadWritten();
  const keys = [...RECORD_KEYS, ...MISSED_KEYS, ...(before?.keys ?? [])];
  const { raw: stored } = await read(keys);
  const after = afterStart(before ?? WRITTEN.atFirst, stored, atMs);
  if (after !== before) await store(after);
  return before === null && Object.keys(stored).length === 0;
}

export const noteEverythingLost = (atMs: number): Promise<void> => store(everythingLost(atMs));
