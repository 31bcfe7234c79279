import { isOlder, upgradeOf } from '../../core/personal/upgrade.ts';
import { RECORD_KEYS } from '../../core/records/stored.ts';
import { browser } from '../browser.ts';
import { type Known, knownOf, load } from './engineRecords.ts';

/**
 * For the background, which first takes over what an older Exhale stored. Apart from `load`, because the popup
 * has no use for it.
 */
export async function loadUpgraded(atMs: number): Promise<Known> {
  const raw = await browser.storage.local.get([...RECORD_KEYS]);
  if (!isOlder(raw.settings)) return knownOf(raw, atMs);
  // No page may change the preferences meanwhile.
  await navigator.locks.request('exhale-preferences', async () => {
    const preferences = await browser.storage.local.get('preferences');
    await browser.storage.local.set(upgradeOf({ ...raw, ...preferences }));
  });
  return load(atMs);
}
