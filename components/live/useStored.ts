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

/** The result of `read`, read again whenever something stored changes; null until the first one. */
export function useRead<T>(read: () => Promise<T>, key: string): T | null {
  const [value, setValue] = useState<T | null>(null);
  // Not after the next frame, which could already show it.
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

/** Everything stored by the background, kept up to date. */
export const useStored = (): Known | null => useRead(() => load(nowMs()), '');

/** The same with the history of a local day, both from one read. */
export const useStoredWithDay = (date: string): (Known & { day: Day }) | null =>
  useRead(() => loadWithDay(nowMs(), date), date);

/** The history of a local day, kept up to date. */
export const useDay = (date: string): Day | null => useRead(() => loadDay(date), date);
