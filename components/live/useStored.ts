import { useLayoutEffect, useState } from 'preact/hooks';
import { nowMs } from '../../shell/clock.ts';
import { type Known, load, onStored } from '../../shell/storage/engineRecords.ts';
import { tellReading } from './reading.ts';

/** A page that is empty for this long says why. */
const PATIENCE_MS = 900;

/** The result of `read`, read again whenever something stored changes; null until the first one. */
export function useRead<T>(read: () => Promise<T>, key: string): T | null {
  const [value, setValue] = useState<T | null>(null);
  // Not after the next frame, which could already show it.
  useLayoutEffect(() => {
    let latest = 0;
    let shown = false;
    const reader = {};
    const refresh = async () => {
      const mine = ++latest;
      const next = await read();
      if (mine !== latest) return;
      shown = true;
      clearTimeout(patience);
      setValue(next);
      tellReading(reader, false);
    };
    // What is shown stays, and the next change is read again.
    const fails = () => {
      if (!shown) tellReading(reader, true);
    };
    const patience = setTimeout(fails, PATIENCE_MS);
    refresh().catch(fails);
    const stop = onStored(() => void refresh().catch(fails));
    return () => {
      latest = -1;
      clearTimeout(patience);
      tellReading(reader, false);
      stop();
    };
  }, [key]);
  return value;
}

/** Everything stored by the background, kept up to date. */
export const useStored = (): Known | null => useRead(() => load(nowMs()), '');
