import {
  type LoadedPageRecord,
  loadPageRecord,
  type PageRecordKey,
  type PageRecordValue,
} from '../../shell/storage/pageRecords.ts';
import { useRead } from './useStored.ts';

/** A record that pages store themselves, live; null until it has come. */
export const usePageRecord = <Key extends PageRecordKey>(
  key: Key,
): LoadedPageRecord<PageRecordValue<Key>> | null => useRead(() => loadPageRecord(key), key);
