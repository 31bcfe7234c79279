import { browser } from '../browser.ts';
import { localAt } from '../clock.ts';

/** The keys of damaged records: `damaged:2026-11-30:state`. */
const PREFIX = 'damaged:';
const MOST = 3;
/** A larger one would fill the storage. */
const LONGEST = 200_000;

/**
 * Damaged records as they are, under dated keys, to be stored together with what replaces them. The oldest that
 * were set aside before go.
 */
export async function setAside(
  records: readonly string[],
  atMs: number,
): Promise<Record<string, unknown>> {
  const { local } = browser.storage;
  const stored = await local.get(null);
  const kept = records
    .filter((key) => JSON.stringify(stored[key] ?? null).length <= LONGEST)
    .map((key) => [`${PREFIX}${localAt(atMs).date}:${key}`, stored[key]] as const);
  const before = Object.keys(stored)
    .filter((key) => key.startsWith(PREFIX) && kept.every(([now]) => now !== key))
    .sort();
  // What can't be removed now goes with the next ones.
  void local
    .remove(before.slice(0, Math.max(0, before.length + kept.length - MOST)))
    .catch(() => undefined);
  return Object.fromEntries(kept.slice(-MOST));
}
