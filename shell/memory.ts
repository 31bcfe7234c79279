import * as v from 'valibot';
import type { Reason } from '../core/moments.ts';
import { anything, number, orNull, text } from '../core/schema.ts';
import { browser } from './browser.ts';

/** One decision, as "What Exhale sees" tells it. */
export interface Decision {
  atMs: number;
  /** What happened: the types of the records. */
  what: string[];
  /** Why nothing is asked. */
  why: Reason | null;
}

/** What was painted, and where somebody came from: gone with the browser, as what it tells of is. */
const MemorySchema = v.strictObject({
  icon: text,
  /** The key of what the tooltip says. */
  title: text,
  badge: text,
  /** The key of the prompt that was painted; 0 without one. */
  prompt: number,
  /** The page of the prompt, where it has one. */
  promptTab: orNull(number),
  /** The key of the break whose page was opened; 0 without one. */
  breakPage: number,
  /** The tab of the break and the place to go back to. */
  breakTab: orNull(number),
  returnTo: orNull(v.strictObject({ tabId: number, windowId: number })),
  /** The last time that stillness was reported at all. */
  quietSeenAtMs: number,
  decisions: v.array(anything),
});
export type Memory = Omit<v.InferOutput<typeof MemorySchema>, 'decisions'> & {
  decisions: Decision[];
};

const KEY = 'painted';

export const NOTHING_PAINTED: Memory = {
  icon: '',
  title: '',
  badge: '',
  prompt: 0,
  promptTab: null,
  breakPage: 0,
  breakTab: null,
  returnTo: null,
  quietSeenAtMs: 0,
  decisions: [],
};

/** null in a session of the browser (or of this version) that has painted nothing yet. */
export async function recall(): Promise<Memory | null> {
  const parsed = v.safeParse(MemorySchema, (await browser.storage.session.get(KEY))[KEY]);
  return parsed.success ? (parsed.output as Memory) : null;
}

export const remember = (memory: Memory): Promise<void> =>
  browser.storage.session.set({ [KEY]: memory });
