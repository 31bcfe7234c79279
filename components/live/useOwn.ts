import type { OwnRecord } from '../../core/records/pageRecord.ts';
import { loadOwn, type Own } from '../../shell/storage/pageRecords.ts';
import { useRead } from './useStored.ts';

/** A record that the pages keep for themselves, live; null until it has come. */
export const useOwn = <T>(record: OwnRecord<T>): Own<T> | null =>
  useRead(() => loadOwn(record), record.key);
