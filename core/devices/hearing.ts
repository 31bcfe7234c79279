import { moved } from '../engine/followClock.ts';
import { own } from '../own.ts';
import {
  DEVICE_ID,
  type Devices,
  KEPT_LATE,
  MAX_DEVICES,
  type Other,
  TellingSchema,
} from '../records/devices.ts';
import { parsed } from '../records/envelope.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';

/** The item of a device is named after it. */
export const DEVICE = 'device.';

/**
 * Clocks that differ by less are not corrected. Each device would do it by what it knows, and what they tell each other
 * would drift apart. News that is always this late comes from a clock that is behind, not from a slow browser.
 */
const WRONG_MS = 20 * MINUTE_MS;
/** News that is later was not on its way: the device was off. */
const OFF_MS = 3 * HOUR_MS;
/** What makes it always. */
const IN_A_ROW = 3;
/** A device that told nothing for this long is gone. */
const GONE_MS = 90 * DAY_MS;

/** How far the clock of a device is behind this one, in milliseconds, by how late its news came; below 0: ahead. */
function behindMs(lateMs: readonly number[]): number {
  const leastMs = Math.min(...lateMs);
  if (Math.abs(leastMs) < WRONG_MS) return 0;
  return leastMs < 0 || (lateMs.length >= IN_A_ROW && leastMs < OFF_MS) ? leastMs : 0;
}

export interface News {
  /** What is new, by the clock of this device. */
  others: Other[];
  heard: Devices['heard'];
  /** The items of devices that are gone. */
  gone: string[];
}

/** What is new in the items that devices share. What can't be read is left as it is. */
export function newsIn(
  items: Record<string, unknown>,
  { id: ownId, heard }: Pick<Devices, 'id' | 'heard'>,
  nowMs: number,
): News {
  const news: News = { others: [], heard: { ...heard }, gone: [] };
  for (const [key, item] of Object.entries(items)) {
    const id = key.slice(DEVICE.length);
    const telling = parsed(TellingSchema, item);
    const isOther = key.startsWith(DEVICE) && DEVICE_ID.test(id) && id !== ownId;
    if (!isOther || telling.is !== 'ok') continue;
    const { wroteMs, seenMs, knows, left: _, ...times } = telling.value;
    if (nowMs - wroteMs > GONE_MS) {
      news.gone.push(key);
      continue;
    }
    const known = own(heard, id);
    if (known?.wroteMs === wroteMs) continue;
    // A clock that was set back says nothing of what it was before.
    const before = known && known.wroteMs < wroteMs ? known.lateMs : [];
    const lateMs = [...before, nowMs - wroteMs].slice(-KEPT_LATE);
    news.heard[id] = { wroteMs, seenMs, lateMs };
    const knowsMs = own(knows, ownId) ?? null;
    news.others.push({ ...moved({ ...times, seenMs }, behindMs(lateMs)), knowsMs });
  }
  const latest = Object.entries(news.heard)
    .filter(([id]) => !news.gone.includes(DEVICE + id))
    .sort(([, a], [, b]) => b.wroteMs - a.wroteMs);
  news.heard = Object.fromEntries(latest.slice(0, MAX_DEVICES));
  news.others = news.others.slice(0, MAX_DEVICES);
  return news;
}
