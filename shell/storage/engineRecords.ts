import { initialState } from '../../core/records/state.ts';
import { decodeAll, type Loaded, RECORD_KEYS, type Stored } from '../../core/records/stored.ts';
import { browser } from '../browser.ts';
import { type CannotSave, type Found, forgetUnsaved, read, KEY as UNSAVED } from './unsaved.ts';

/** Everything that is stored, checked. Without a stored state, a fresh one begins at `atMs`. */
export interface Known extends Omit<Loaded, 'state'> {
  state: Stored['state'];
  /** Why the last changes could not be stored; null if they were. */
  cannotSave: CannotSave;
}

export async function load(atMs: number): Promise<Known> {
  return knownOf(await read([...RECORD_KEYS]), atMs);
}

export const knownOf = ({ raw, cannotSave }: Found, atMs: number): Known => {
  const loaded = decodeAll(raw);
  return { ...loaded, state: loaded.state ?? initialState(atMs), cannotSave };
};

/** Calls back when anything stored has changed. Returns a function that stops it. */
export function onStored(changed: () => void): () => void {
  const listener = (changes: object, area: string) => {
    if (area === 'local' || (area === 'session' && UNSAVED in changes)) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

export async function eraseEverything(): Promise<void> {
  await forgetUnsaved();
  await browser.storage.local.clear();
}
