import { encode, parsed, type Refusal } from '../../core/records/envelope.ts';
import { decodePageRecord, type PageRecord } from '../../core/records/pageRecord.ts';
import { browser } from '../browser.ts';

/** A record as it can be used, and what is wrong with what is stored, if anything. */
export interface LoadedPageRecord<T> {
  value: T;
  problem: { is: 'newer' } | { is: 'damaged'; refusal: Refusal } | null;
}

export async function loadPageRecord<T>(record: PageRecord<T>): Promise<LoadedPageRecord<T>> {
  const raw = (await browser.storage.local.get(record.key))[record.key];
  const decoded = decodePageRecord(record, raw);
  if (decoded.is === 'ok') return { value: decoded.value, problem: null };
  const problem = decoded.is === 'missing' ? null : decoded;
  return { value: record.atFirst, problem };
}

export type PageRecordSaved = { ok: true } | { ok: false; refusal: Refusal | null };

/**
 * Changes a record: read, changed, checked and written while no other page does the same. What is
 * refused, or a newer Exhale's, is left as it is.
 */
export const changePageRecord = <T>(
  record: PageRecord<T>,
  change: (value: T) => unknown,
): Promise<PageRecordSaved> =>
  navigator.locks.request(`exhale-${record.key}`, async (): Promise<PageRecordSaved> => {
    try {
      const { value, problem } = await loadPageRecord(record);
      if (problem?.is === 'newer') return { ok: false, refusal: null };
      const checked = parsed(record.schema, change(value));
      if (checked.is !== 'ok')
        return { ok: false, refusal: checked.is === 'damaged' ? checked.refusal : null };
      await browser.storage.local.set({ [record.key]: encode(checked.value) });
      return { ok: true };
    } catch {
      return { ok: false, refusal: null };
    }
  });
