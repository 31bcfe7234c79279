import * as v from 'valibot';
import { NOTHING_SHOWN } from '../core/explain.ts';
import { wholeNumber } from '../core/schema.ts';
import { type Shown, ShownSchema } from '../core/shown.ts';
import { loadNote } from '../shell/store.ts';
import { useRead } from './useStored.ts';

const readShown = async (): Promise<Shown> => {
  const parsed = v.safeParse(ShownSchema, await loadNote('shown'));
  return parsed.success ? parsed.output : NOTHING_SHOWN;
};

/** Which explanations were shown, live. Apart from what is stored: the popup loads it after its first picture. */
export const useShown = (): Shown | null => useRead(readShown, 'shown');

const readAskedLess = async (): Promise<number | null> => {
  const parsed = v.safeParse(wholeNumber(0, 1e9), await loadNote('askedLess'));
  return parsed.success ? parsed.output : null;
};

/** How many breaks there were when "too often?" was last answered, live; null when it never was, undefined until it is known. */
export const useAskedLess = (): number | null | undefined => {
  const read = useRead(async () => ({ at: await readAskedLess() }), 'askedLess');
  return read === null ? undefined : read.at;
};
