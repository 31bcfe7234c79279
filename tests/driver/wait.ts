import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 100;

export interface Patience {
  /** The longest wait. */
  seconds?: number;
}

/**
 * Waits until `probe` gives something truthy, and returns it. Errors count as not yet, because a page may
 * just be opening.
 */
export async function until<T>(
  what: string,
  probe: () => Promise<T> | T,
  { seconds = 20 }: Patience = {},
): Promise<Exclude<T, false | null | undefined>> {
  const endsAtMs = Date.now() + seconds * 1000;
  let last: unknown;
  for (;;) {
    try {
      last = await probe();
      if (last) return last as Exclude<T, false | null | undefined>;
    } catch (error) {
      last = error;
    }
    if (Date.now() > endsAtMs)
      throw new Error(`waited ${seconds} s in vain until ${what}; at last: ${told(last)}`);
    await sleep(POLL_MS);
  }
}

/** Watches for some seconds that `probe` never gives anything truthy. */
export async function never(
  what: string,
  probe: () => Promise<unknown> | unknown,
  { seconds = 2 }: Patience = {},
): Promise<void> {
  const endsAtMs = Date.now() + seconds * 1000;
  while (Date.now() < endsAtMs) {
    const found = await probe();
    if (found) throw new Error(`it should never be that ${what}, but: ${told(found)}`);
    await sleep(POLL_MS);
  }
}

const told = (value: unknown): string =>
  value instanceof Error ? value.message : (JSON.stringify(value) ?? String(value));
