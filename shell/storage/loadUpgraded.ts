import { isOlder, upgradeOf } from '../../core/personal/upgrade.ts';
import { RECORD_KEYS } from '../../core/records/stored.ts';
import { browser } from '../browser.ts';
import { within } from '../limits.ts';
import { type Known, knownOf, load } from './engineRecords.ts';
import { type Found, read, readFromMemory } from './unsaved.ts';

/** Tries twice. If the storage can’t be read, goes on from what is known. */
async function readRecords(): Promise<Found> {
  const again = () => read([...RECORD_KEYS]);
  try {
    return await again().catch(again);
  } catch (error) {
    const known = readFromMemory(RECORD_KEYS);
    if (known === null) throw error;
    return known;
  }
}

/**
 * For the background, which first takes over what an older Exhale stored. Apart from `load`, because the popup
 * has no use for it.
 */
export async function loadUpgraded(atMs: number): Promise<Known> {
  const found = await readRecords();
  if (!isOlder(found.raw.settings)) return knownOf(found, atMs);
  // No page may change the preferences meanwhile.
  const upgraded = navigator.locks.request('exhale-preferences', async () => {
    const preferences = await browser.storage.local.get('preferences');
    await browser.storage.local.set(upgradeOf({ ...found.raw, ...preferences }));
  });
  await within(upgraded, 'locks.request');
  return load(atMs);
}
