import { useLayoutEffect, useState } from 'preact/hooks';
import type { Day } from '../../core/records/history.ts';
import { nowMs } from '../../shell/clock.ts';
import {
  type Known,
  load,
  loadDay,
  loadWithDay,
  onStored,
} from '../../shell/storage/engineRecords.ts';

/** What `read` gives, anew whenever something stored changes; null until the first has come. */
export function useRead<T>(read: () => Promise<T>, key: string): T | null {
  const [value, setValue] = useState<T | null>(null);
  // Not after the next frame: that one could already show it.
  useLayoutEffect(() => {
    let latest = 0;
    const refresh = async () => {
      const mine = ++latest;
      const next = await read();
      if (mine === latest) setValue(next);
    };
    void refresh();
    const stop = onStored(() => void refresh());
    return () => {
      latest = -1;
      stop();
    };
  }, [key]);
  return value;
}

/** Everything that is stored, live. */
export const useStored = (): Known | null => useRead(() => load(nowMs()), '');

/** Everything that is stored together with a local day, live: for one picture of both. */
export const useStoredWithDay = (date: string): (Known & { day: Day }) | null =>
  useRead(() => loadWithDay(nowMs(), date), date);

/** The breaks and rests of a local day, live. */
export const useDay = (date: string): Day | null => useRead(() => loadDay(date), date);
