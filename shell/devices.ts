import { DEVICE, newsIn } from '../core/devices/hearing.ts';
import { itemsToTell, newerIn, noteChanges, onceTold } from '../core/devices/sharedSettings.ts';
import { isTimeToTell, recentTries, tellingOf } from '../core/devices/telling.ts';
import type { Event } from '../core/engine/event.ts';
import { DEVICES, type Devices } from '../core/records/devices.ts';
import { encode } from '../core/records/envelope.ts';
import { browser } from './browser.ts';
import { nowMs } from './clock.ts';
import type { Dispatcher } from './dispatch.ts';
import { policyInForce } from './policy.ts';
import { load } from './storage/engineRecords.ts';
import { loadRecord } from './storage/loadRecord.ts';

const KEY = 'devices';

/** What this device remembers of the others. */
export const loadDevices = async (): Promise<Devices> => (await loadRecord(KEY, DEVICES)).value;

/** Only the background changes it, so there it is read once. */
let known: Devices | null = null;

const devicesNow = async (): Promise<Devices> => {
  known ??= await loadDevices();
  return known;
};

async function keep(next: Devices): Promise<void> {
  await browser.storage.local.set({ [KEY]: encode(next) });
  known = next;
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other, because each changes what this device remembers. */
function inOrder(work: () => Promise<void>): Promise<void> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

/** Calls back when other devices have written. */
export const listenToDevices = (heard: () => void): void =>
  browser.storage.sync?.onChanged?.addListener(heard);

/** Takes in what devices share. */
export const hearOthers = (dispatcher: Dispatcher): Promise<void> =>
  inOrder(async () => {
    const devices = await devicesNow();
    if (devices.on) await hear(dispatcher, devices, await browser.storage.sync.get(null));
  });

async function hear(
  dispatcher: Dispatcher,
  devices: Devices,
  items: Record<string, unknown>,
): Promise<void> {
  const { others, heard, gone } = newsIn(items, devices, nowMs());
  if (others.length > 0) {
    const { ok } = await dispatcher.dispatch({ type: 'heardOfOthers', others });
    if (!ok) return;
  }
  let { shared } = devices;
  const done = await dispatcher.dispatchFound(async (): Promise<Event | null> => {
    const atMs = nowMs();
    const [{ settings }, { locked }] = await Promise.all([load(atMs), policyInForce()]);
    const changes = newerIn(
      items,
      noteChanges(shared, settings, locked, atMs),
      settings,
      locked,
      atMs,
    );
    shared = changes.shared;
    gone.push(...changes.gone);
    return changes.settings && { type: 'replaceSettings', settings: changes.settings };
  });
  if (done?.ok === false) return;
  await keep({ ...devices, heard, shared });
  if (gone.length > 0) await browser.storage.sync.remove(gone);
}

/** Tells the other devices what they should know, if that is switched on and anything is worth it. */
export const tellOthers = (): Promise<void> =>
  inOrder(async () => {
    const devices = await devicesNow();
    if (!devices.on) return;
    const atMs = nowMs();
    const [{ settings, state }, { locked }] = await Promise.all([load(atMs), policyInForce()]);
    const shared = noteChanges(devices.shared, settings, locked, atMs);
    const next = { ...devices, shared };
    const items = itemsToTell(shared);
    const telling = tellingOf(state, devices, atMs, settings.presence);
    if (isTimeToTell(devices, telling, Object.keys(items).length > 0))
      await tell(next, telling, items);
    else if (shared !== devices.shared) await keep(next);
  });

async function tell(
  devices: Devices,
  telling: NonNullable<Devices['told']>,
  items: Record<string, unknown>,
): Promise<void> {
  const next = {
    ...devices,
    triesMs: [...recentTries(devices, telling.wroteMs), telling.wroteMs],
  };
  try {
    await browser.storage.sync.set({ ...items, [DEVICE + devices.id]: telling });
  } catch {
    await keep({ ...next, refused: true });
    return;
  }
  await keep({ ...next, told: telling, shared: onceTold(devices.shared), refused: false });
}

/** Switches it on or off. What others have set is taken over when it is switched on. */
export const shareWithDevices = (dispatcher: Dispatcher, on: boolean): Promise<void> =>
  inOrder(async () => {
    const devices = await devicesNow();
    if (devices.on === on) return;
    const { sync } = browser.storage;
    if (!on) {
      await keep(DEVICES.atFirst);
      const own = DEVICE + devices.id;
      const others = Object.keys(await sync.get(null)).filter(
        (key) => key.startsWith(DEVICE) && key !== own,
      );
      // The last one leaves nothing there.
      await (others.length > 0 ? sync.remove(own) : sync.clear());
      return;
    }
    const items = await sync.get(null);
    const [{ settings }, { locked }] = await Promise.all([load(nowMs()), policyInForce()]);
    const shared = noteChanges({}, settings, locked, 0);
    await hear(dispatcher, { ...DEVICES.atFirst, on, id: crypto.randomUUID(), shared }, items);
  });

/** Everything is erased: also what the browser carries to the other devices, by whichever it came there. */
export const forgetShared = (): Promise<void> =>
  inOrder(async () => {
    known = DEVICES.atFirst;
    await browser.storage.local.remove(KEY);
    await browser.storage.sync.clear();
  });
