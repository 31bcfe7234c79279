import { MACHINE, type Machine } from '../../core/engine/ways.ts';
import { encode } from '../../core/records/envelope.ts';
import { browser } from '../browser.ts';
import { loadRecord } from './loadRecord.ts';

const KEY = 'machine';

/** What is known of the small window on this machine. Without an answer the usual way is tried. */
export const loadMachine = (): Promise<Machine> =>
  loadRecord(KEY, MACHINE).then(
    ({ value }) => value,
    () => MACHINE.atFirst,
  );

export const saveMachine = (machine: Machine): Promise<void> =>
  browser.storage.local.set({ [KEY]: encode(machine) });
