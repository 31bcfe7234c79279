import type { LoadedPageRecord } from '../../shell/storage/loadRecord.ts';
import {
  loadPageRecord,
  type PageRecordKey,
  type PageRecordValue,
} from '../../shell/storage/pageRecords.ts';
import { useRead } from './useStored.ts';

/** A record that pages store, kept up to date; null until it is loaded. */
export const usePageRecord = <Key extends PageRecordKey>(
  key: Key,
): LoadedPageRecord<PageRecordValue<Key>> | null => useRead(() => loadPageRecord(key), key);
