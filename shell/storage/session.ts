import * as v from 'valibot';
import { boolean, fields, text } from '../../core/schema.ts';
import { browser } from '../browser.ts';
import { NoAnswer } from '../limits.ts';

/** What was painted, and where the person came from. All of it ends with the browser. */
const MemorySchema = fields({
  icon: v.exactOptional(text(99), ''),
  /** The key of the tooltip's text. */
  title: v.exactOptional(text(999), ''),
  badge: v.exactOptional(text(9), ''),
  /** The key of the prompt that was painted; 0 without one. */
  prompt: v.exactOptional(v.number(), 0),
  /** The key of the last prompt that a sound has announced. */
  sounded: v.exactOptional(v.number(), 0),
  /** The tab of the prompt's page, if any. */
  promptTab: v.exactOptional(v.nullable(v.number()), null),
  /** The key of the last prompt whose small window could not be seen. */
  unseenPrompt: v.exactOptional(v.number(), 0),
  /** The key of the last prompt whose card could not be seen. */
  unseenCard: v.exactOptional(v.number(), 0),
  /** The tab with the prompt's card, if any. */
  cardTab: v.exactOptional(v.nullable(v.number()), null),
  /** The key of the break whose page was opened; 0 without one. */
  breakPage: v.exactOptional(v.number(), 0),
  /** The tab of the break and the place to go back to. */
  breakTab: v.exactOptional(v.nullable(v.number()), null),
  returnTo: v.exactOptional(
    v.nullable(v.strictObject({ tabId: v.number(), windowId: v.number() })),
    null,
  ),
  /** A new version of Exhale is there, and has not been loaded. */
  updateWaits: v.exactOptional(boolean, false),
  /** When “idle” or “locked” was last reported. */
  quietSeenAtMs: v.exactOptional(v.number(), 0),
});

export type Memory = v.InferOutput<typeof MemorySchema>;
export const NOTHING_PAINTED: Memory = v.parse(MemorySchema, {});

const KEY = 'painted';

/** What was to be written last, and whether it was not. Then it holds until something is written. */
let latest: Memory;
let isUnwritten = false;

/** null if this session of the browser (or this version) has painted nothing yet. */
export async function recall(): Promise<Memory | null> {
  if (isUnwritten) return latest;
  const parsed = v.safeParse(MemorySchema, (await browser.storage.session.get(KEY))[KEY]);
  return parsed.success ? parsed.output : null;
}

export async function remember(memory: Memory): Promise<void> {
  latest = memory;
  try {
    await browser.storage.session.set({ [KEY]: memory });
    if (memory === latest) isUnwritten = false;
  } catch (error) {
    if (memory === latest) isUnwritten = true;
    // It may still come, after a newer one.
    if (error instanceof NoAnswer) error.late.then(() => remember(latest)).catch(() => undefined);
    throw error;
  }
}

/** Changes a part of what is remembered. Nothing happens before something was painted. */
export async function rememberAlso(change: Partial<Memory>): Promise<void> {
  const memory = await recall();
  if (memory !== null) await remember({ ...memory, ...change });
}

/** Notes that a tab goes on under another id. */
export async function followTab(formerId: number, tabId: number): Promise<void> {
  const memory = await recall();
  if (memory === null) return;
  const idNow = (id: number | null) => (id === formerId ? tabId : id);
  const { promptTab, cardTab, breakTab, returnTo } = memory;
  await remember({
    ...memory,
    promptTab: idNow(promptTab),
    cardTab: idNow(cardTab),
    breakTab: idNow(breakTab),
    returnTo: returnTo?.tabId === formerId ? { ...returnTo, tabId } : returnTo,
  });
}

/** A page got input while the system reported none. Pages write it, so it is not in the background's record. */
const INPUT_WHILE_IDLE_KEY = 'inputWhileIdle';

export const rememberInputWhileIdle = (): Promise<void> =>
  browser.storage.session.set({ [INPUT_WHILE_IDLE_KEY]: true });

export const hadInputWhileIdle = async (): Promise<boolean> =>
  (await browser.storage.session.get(INPUT_WHILE_IDLE_KEY))[INPUT_WHILE_IDLE_KEY] === true;
