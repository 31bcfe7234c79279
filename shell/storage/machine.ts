import { MACHINE, type Machine } from '../../core/engine/ways.ts';
import { encode } from '../../core/records/envelope.ts';
import { decodePageRecord } from '../../core/records/pageRecord.ts';
import { browser } from '../browser.ts';

const KEY = 'machine';

/** What is known of the small window on this machine. */
export async function loadMachine(): Promise<Machine> {
  // Without it the usual way is tried.
  const stored: Record<string, unknown> = await browser.storage.local.get(KEY).catch(() => ({}));
  const decoded = decodePageRecord(MACHINE, stored[KEY]);
  return decoded.is === 'ok' ? decoded.value : MACHINE.atFirst;
}

export const saveMachine = (machine: Machine): Promise<void> =>
  browser.storage.local.set({ [KEY]: encode(machine) });
