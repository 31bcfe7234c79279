import { encode } from '../../core/records/envelope.ts';
import { initialState } from '../../core/records/state.ts';
import { EMPTY_TALLY } from '../../core/records/tally.ts';
import { MINUTE_MS } from '../../core/time.ts';
import type { Page } from './devTools.ts';

/** A little more than the whole minutes, so that the figure stands while we look. */
const MORE_MS = 10_000;

/**
 * Stores a state in which somebody has been at the screen for so many minutes, as a restart would find
 * it. The page can be any of the extension's, also one without a script.
 */
export async function seed(page: Page, minutes: number): Promise<void> {
  const atMs = Date.now();
  const sinceMs = atMs - minutes * MINUTE_MS - MORE_MS;
  const state = {
    ...initialState(atMs),
    presence: { is: 'present', fromMs: sinceMs },
    screenSinceMs: sinceMs,
    countedFromMs: { short: sinceMs, long: sinceMs },
    phase: 'working',
  };
  const tally = { ...EMPTY_TALLY, careRead: true, breaksEver: 3, promptsEver: 3 };
  const records = { state: encode(state), tally: encode(tally) };
  await page.evaluate(`chrome.storage.local.set(${JSON.stringify(records)})`);
}
