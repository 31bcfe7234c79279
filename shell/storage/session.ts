import * as v from 'valibot';
import type { Reason } from '../../core/engine/moments.ts';
import { anything, field, maybe, number, recordOf, text } from '../../core/schema.ts';
import { browser } from '../browser.ts';

/** One decision, as "What Exhale sees" tells it. */
export interface Decision {
  atMs: number;
  /** What happened: the types of the records. */
  what: string[];
  /** Why nothing is asked. */
  why: Reason | null;
}

/** What was painted, and where somebody came from: gone with the browser, as what it tells of is. */
const [NOTHING_PAINTED, MemorySchema] = recordOf({
  icon: field('', text),
  /** The key of what the tooltip says. */
  title: field('', text),
  badge: field('', text),
  /** The key of the prompt that was painted; 0 without one. */
  prompt: field(0, number),
  /** The page of the prompt, where it has one. */
  promptTab: maybe(number),
  /** The tab over whose page the card of the prompt lies, where it has one. */
  cardTab: maybe(number),
  /** The key of the break whose page was opened; 0 without one. */
  breakPage: field(0, number),
  /** The tab of the break and the place to go back to. */
  breakTab: maybe(number),
  returnTo: maybe(v.strictObject({ tabId: number, windowId: number })),
  /** The last time that stillness was reported at all. */
  quietSeenAtMs: field(0, number),
  decisions: field([], v.array(anything as v.GenericSchema<unknown, Decision>)),
});

export { NOTHING_PAINTED };
export type Memory = typeof NOTHING_PAINTED;

const KEY = 'painted';

/** null in a session of the browser (or of this version) that has painted nothing yet. */
export async function recall(): Promise<Memory | null> {
  const parsed = v.safeParse(MemorySchema, (await browser.storage.session.get(KEY))[KEY]);
  return parsed.success ? parsed.output : null;
}

export const remember = (memory: Memory): Promise<void> =>
  browser.storage.session.set({ [KEY]: memory });

/** A page got input while the system reported none. Pages write it, so it is apart from the background's record. */
const INPUT_WHILE_IDLE_KEY = 'inputWhileIdle';

export const rememberInputWhileIdle = (): Promise<void> =>
  browser.storage.session.set({ [INPUT_WHILE_IDLE_KEY]: true });

export const hadInputWhileIdle = async (): Promise<boolean> =>
  (await browser.storage.session.get(INPUT_WHILE_IDLE_KEY))[INPUT_WHILE_IDLE_KEY] === true;
