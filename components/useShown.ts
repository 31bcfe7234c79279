import * as v from 'valibot';
import { NOTHING_SHOWN } from '../core/explain.ts';
import { type Shown, ShownSchema } from '../core/shown.ts';
import { loadShown } from '../shell/store.ts';
import { useRead } from './useStored.ts';

const readShown = async (): Promise<Shown> => {
  const parsed = v.safeParse(ShownSchema, await loadShown());
  return parsed.success ? parsed.output : NOTHING_SHOWN;
};

/** Which explanations were shown, live. Apart from what is stored: the popup loads it after its first picture. */
export const useShown = (): Shown | null => useRead(readShown, 'shown');
