import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import { NOTHING_SHOWN } from '../core/explain.ts';
import type { Day } from '../core/history.ts';
import { type Shown, ShownSchema } from '../core/shown.ts';
import { nowMs } from '../shell/clock.ts';
import { type Known, load, loadDay, loadShown, onStored } from '../shell/store.ts';

/** What `read` gives, anew whenever something stored changes; null until the first has come. */
function useRead<T>(read: () => Promise<T>, key: string): T | null {
  const [value, setValue] = useState<T | null>(null);
  useEffect(() => {
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

/** The breaks and rests of a local day, live. */
export const useDay = (date: string): Day | null => useRead(() => loadDay(date), date);

const readShown = async (): Promise<Shown> => {
  const parsed = v.safeParse(ShownSchema, await loadShown());
  return parsed.success ? parsed.output : NOTHING_SHOWN;
};

/** Which explanations were shown, live. */
export const useShown = (): Shown | null => useRead(readShown, 'shown');
