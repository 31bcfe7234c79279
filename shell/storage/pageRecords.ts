import { PREFERENCES } from '../../core/breaks/preferences.ts';
import { ANSWERED } from '../../core/engine/askLess.ts';
import { MACHINE } from '../../core/engine/ways.ts';
import { SHOWN } from '../../core/explain/shown.ts';
import { BEFORE_READER } from '../../core/personal/beforeReader.ts';
import { KEEPING } from '../../core/personal/keeping.ts';
import { MASSAGE } from '../../core/personal/massage.ts';
import { TENSION } from '../../core/personal/tension.ts';
import { encode, parsed, type Refusal } from '../../core/records/envelope.ts';
import type { PageRecord } from '../../core/records/pageRecord.ts';
import { WRITTEN } from '../../core/records/written.ts';
import { browser } from '../browser.ts';
import { loadRecord } from './loadRecord.ts';

/** The records that pages store themselves, by storage key. The last two are the background’s. */
const PAGE_RECORDS = {
  preferences: PREFERENCES,
  tension: TENSION,
  massage: MASSAGE,
  keeping: KEEPING,
  shown: SHOWN,
  answered: ANSWERED,
  beforeReader: BEFORE_READER,
  machine: MACHINE,
  written: WRITTEN,
} as const;

export type PageRecordKey = keyof typeof PAGE_RECORDS;
export type PageRecordValue<Key extends PageRecordKey> = (typeof PAGE_RECORDS)[Key]['atFirst'];

const recordOf = <Key extends PageRecordKey>(key: Key) =>
  PAGE_RECORDS[key] as unknown as PageRecord<PageRecordValue<Key>>;

export const loadPageRecord = <Key extends PageRecordKey>(key: Key) =>
  loadRecord(key, recordOf(key));

export type PageRecordSaved = { ok: true } | { ok: false; refusal: Refusal | null };

/**
 * Reads, changes, checks and writes a record while no other page does. If the value is refused, or the record
 * is of a newer Exhale, what was stored stays.
 */
export const changePageRecord = <Key extends PageRecordKey>(
  key: Key,
  change: (value: PageRecordValue<Key>) => unknown,
): Promise<PageRecordSaved> => changeRecord(key, recordOf(key), change);

export const changeRecord = <T>(
  key: string,
  record: PageRecord<T>,
  change: (value: T) => unknown,
): Promise<PageRecordSaved> =>
  navigator.locks.request(`exhale-${key}`, async (): Promise<PageRecordSaved> => {
    try {
      const { value, problem } = await loadRecord(key, record);
      if (problem?.is === 'newer') return { ok: false, refusal: null };
      const checked = parsed<unknown>(record.schema, change(value));
      if (checked.is !== 'ok')
        return { ok: false, refusal: checked.is === 'damaged' ? checked.refusal : null };
      await browser.storage.local.set({ [key]: encode(checked.value) });
      return { ok: true };
    } catch {
      return { ok: false, refusal: null };
    }
  });
