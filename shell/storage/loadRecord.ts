import type { Refusal } from '../../core/records/envelope.ts';
import { decodePageRecord, type PageRecord } from '../../core/records/pageRecord.ts';
import { browser } from '../browser.ts';

/** A usable value, and the problem with what is stored, if any. */
export interface LoadedPageRecord<T> {
  value: T;
  problem: { is: 'newer' } | { is: 'damaged'; refusal: Refusal } | null;
}

/** Loads one record and no schema of another: the popup and the background need few of them. */
export async function loadRecord<T>(
  key: string,
  record: PageRecord<T>,
): Promise<LoadedPageRecord<T>> {
  const decoded = decodePageRecord(record, (await browser.storage.local.get(key))[key]);
  if (decoded.is === 'ok') return { value: decoded.value, problem: null };
  return { value: record.atFirst, problem: decoded.is === 'missing' ? null : decoded };
}
