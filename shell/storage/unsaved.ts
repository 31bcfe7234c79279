import * as v from 'valibot';
import { keyed } from '../../core/schema.ts';
import { browser } from '../browser.ts';
import { NoAnswer } from '../limits.ts';

export const KEY = 'unsaved';
const UnsavedSchema = v.object({
  /** By storage key: all records of the background, and days. */
  writes: keyed(/^[a-z][\w:-]{0,40}$/i, v.unknown(), 1000),
  /** The space that the browser gives is full, or the disk is, or something else is wrong. */
  why: v.picklist(['space', 'disk', 'failed']),
});
type Unsaved = v.InferOutput<typeof UnsavedSchema>;
/** Why Exhale can’t save; null while it can. */
export type CannotSave = Unsaved['why'] | null;
type Raw = Record<string, unknown>;
/** What is stored, or newer and could not be stored. */
export interface Found {
  raw: Raw;
  cannotSave: CannotSave;
}

async function loadUnsaved(): Promise<Unsaved | null> {
  const parsed = v.safeParse(UnsavedSchema, (await browser.storage.session.get(KEY))[KEY]);
  return parsed.success ? parsed.output : null;
}

/** What could not be stored. Only the background changes it, so there it is read once and held. */
let held: Unsaved | null | undefined;
let holds = false;
/** In the background: all that was read and written. Exhale goes on from it while nothing can be read. */
let lastKnown: Raw = {};

/** For the background, before anything else. */
export function hold(): void {
  holds = true;
}

async function unsavedNow(): Promise<Unsaved | null> {
  if (held !== undefined) return held;
  if (!holds) return loadUnsaved().catch(() => null);
  const loaded = await loadUnsaved();
  if (held === undefined) held = loaded;
  return held;
}

/** The stored values under these keys, or newer ones that could not be stored. */
export async function read(keys: string[]): Promise<Found> {
  const [stored, unsaved] = await Promise.all([browser.storage.local.get(keys), unsavedNow()]);
  const raw = { ...stored };
  for (const key of keys)
    if (unsaved !== null && Object.hasOwn(unsaved.writes, key)) raw[key] = unsaved.writes[key];
  if (holds) for (const key of keys) lastKnown[key] = raw[key];
  return { raw, cannotSave: unsaved?.why ?? null };
}

/** The same from memory; null unless it has one of all these. */
export function readFromMemory(keys: readonly string[]): Found | null {
  const raw = { ...lastKnown, ...held?.writes };
  return keys.every((key) => Object.hasOwn(raw, key)) ? { raw, cannotSave: 'failed' } : null;
}

/** Writes without an answer that may still take effect, and what was stored or erased after them. */
let late = 0;
let afterLate: Raw = {};
/** A former `held` could not be removed. */
let isLeft = false;

/**
 * Stores these, and what could not be stored before. If that fails, they are kept for the session with `whole`:
 * a record alone would be read beside others that are missing. Returns why, or null. For the background.
 */
export async function write(writes: Raw, whole: () => Raw): Promise<CannotSave> {
  const before = held ?? null;
  const all = { ...before?.writes, ...writes };
  try {
    if (Object.keys(all).length > 0) await browser.storage.local.set(all);
  } catch (error) {
    if (error instanceof NoAnswer) void repeatAfter(error.late, Object.keys(all));
    held = { writes: { ...whole(), ...all }, why: whyOf(String(error)) };
    try {
      await browser.storage.session.set({ [KEY]: held });
    } catch (nowhere) {
      held = before;
      // If it is kept after all, the next write removes it.
      if (nowhere instanceof NoAnswer) void nowhere.late.then(noteLeft, noteLeft);
      throw nowhere;
    }
    Object.assign(lastKnown, writes);
    return held.why;
  }
  Object.assign(lastKnown, writes);
  if (late > 0) Object.assign(afterLate, all);
  if (before !== null) isLeft = true;
  held = null;
  if (isLeft) await forgetKept().catch(() => undefined);
  return null;
}

function noteLeft(): void {
  isLeft = true;
}

async function forgetKept(): Promise<void> {
  await browser.storage.session.remove(KEY);
  isLeft = false;
}

function whyOf(error: string): Unsaved['why'] {
  if (/quota/i.test(error)) return 'space';
  return /space|disk|full/i.test(error) ? 'disk' : 'failed';
}

/** A late write has replaced what was stored or erased since. */
async function repeatAfter(write: Promise<unknown>, keys: string[]): Promise<void> {
  late++;
  const cameBack = await write.then(
    () => true,
    () => false,
  );
  late--;
  const newer = afterLate;
  if (late === 0) afterLate = {};
  if (!cameBack) return;
  const { local } = browser.storage;
  const isErased = (key: string) => Object.hasOwn(newer, key) && newer[key] === undefined;
  await local.remove(keys.filter(isErased)).catch(() => undefined);
  const stored = Object.fromEntries(Object.entries(newer).filter(([key]) => !isErased(key)));
  if (Object.keys(stored).length > 0) await local.set(stored).catch(() => undefined);
}

/** Everything is erased: nothing is left to be stored, and what is late goes, too. */
export async function forgetUnsaved(): Promise<void> {
  if (late > 0)
    for (const key of [...Object.keys(lastKnown), ...Object.keys(held?.writes ?? {})])
      afterLate[key] = undefined;
  held = null;
  lastKnown = {};
  await forgetKept();
}
