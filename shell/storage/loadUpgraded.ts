import { isOlder, upgradeOf } from '../../core/personal/upgrade.ts';
import { OUTBOX, OUTBOX_KEY, type Outbox } from '../../core/records/outbox.ts';
import { decodePageRecord } from '../../core/records/pageRecord.ts';
import { RECORD_KEYS } from '../../core/records/stored.ts';
import { browser } from '../browser.ts';
import { within } from '../limits.ts';
import { type Known, knownOf } from './engineRecords.ts';
import { type Found, read, readFromMemory } from './unsaved.ts';

/** What the background knows besides: what waits for the log. */
export interface KnownWithLog extends Known {
  /** null: a newer Exhale keeps the log, and this one leaves it alone. */
  outbox: Outbox | null;
  outboxIsDamaged: boolean;
}

const KEYS = [...RECORD_KEYS, OUTBOX_KEY];

/** Tries twice. If the storage can’t be read, goes on from what is known. */
async function readRecords(): Promise<Found> {
  const again = () => read(KEYS);
  try {
    return await again().catch(again);
  } catch (error) {
    const known = readFromMemory(KEYS);
    if (known === null) throw error;
    return known;
  }
}

function withLog(found: Found, atMs: number): KnownWithLog {
  const decoded = decodePageRecord(OUTBOX, found.raw[OUTBOX_KEY]);
  const outbox =
    decoded.is === 'ok' ? decoded.value : decoded.is === 'newer' ? null : OUTBOX.atFirst;
  return { ...knownOf(found, atMs), outbox, outboxIsDamaged: decoded.is === 'damaged' };
}

/**
 * For the background, which first takes over what an older Exhale stored. Apart from `load`, because the popup
 * has no use for it.
 */
export async function loadUpgraded(atMs: number): Promise<KnownWithLog> {
  const found = await readRecords();
  if (!isOlder(found.raw.settings)) return withLog(found, atMs);
  // No page may change the preferences meanwhile.
  const upgraded = navigator.locks.request('exhale-preferences', async () => {
    const preferences = await browser.storage.local.get('preferences');
    await browser.storage.local.set(upgradeOf({ ...found.raw, ...preferences }));
  });
  await within(upgraded, 'locks.request');
  return withLog(await read(KEYS), atMs);
}
