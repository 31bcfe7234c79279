import { OUTBOX, OUTBOX_KEY, type Outbox } from '../../core/records/outbox.ts';
import { decodePageRecord } from '../../core/records/pageRecord.ts';
import { read } from '../storage/unsaved.ts';

/** Something could not be done. What has begun is finished when a page opens next. */
export class NotDone extends Error {
  override readonly name = 'NotDone';
}

/** Where the background writes. */
export async function newestDatabase(): Promise<string> {
  return (await loadOutbox()).outbox.databases.at(-1) ?? '';
}

/** What waits for the database; of a newer Exhale, nothing is changed. */
export async function loadOutbox(): Promise<{ outbox: Outbox; isReadable: boolean }> {
  const decoded = decodePageRecord(OUTBOX, (await read([OUTBOX_KEY])).raw[OUTBOX_KEY]);
  return decoded.is === 'ok'
    ? { outbox: decoded.value, isReadable: true }
    : { outbox: OUTBOX.atFirst, isReadable: decoded.is === 'missing' };
}
