import type { PageRecord } from '../../core/records/pageRecord.ts';
import { type LoadedPageRecord, loadPageRecord } from '../../shell/storage/pageRecords.ts';
import { useRead } from './useStored.ts';

/** A record that the pages keep for themselves, live; null until it has come. */
export const usePageRecord = <T>(record: PageRecord<T>): LoadedPageRecord<T> | null =>
  useRead(() => loadPageRecord(record), record.key);
