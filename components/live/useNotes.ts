import * as v from 'valibot';
import type { Answered } from '../../core/engine/askLess.ts';
import { NOTHING_SHOWN } from '../../core/explain/explain.ts';
import { type Shown, ShownSchema } from '../../core/explain/shown.ts';
import { wholeNumber } from '../../core/schema.ts';
import { loadNote } from '../../shell/storage/engineRecords.ts';
import { useRead } from './useStored.ts';

const readShown = async (): Promise<Shown> => {
  const parsed = v.safeParse(ShownSchema, await loadNote('shown'));
  return parsed.success ? parsed.output : NOTHING_SHOWN;
};

/** Which explanations were shown, live. Apart from what is stored: the popup loads it after its first picture. */
export const useShown = (): Shown | null => useRead(readShown, 'shown');

const readCount = async (note: keyof Answered): Promise<number | null> => {
  const parsed = v.safeParse(wholeNumber(0, 1e9), await loadNote(note));
  return parsed.success ? parsed.output : null;
};
const readAnswered = async (): Promise<Answered> => {
  const [askedLess, sawThem] = await Promise.all([readCount('askedLess'), readCount('sawThem')]);
  return { askedLess, sawThem };
};

/** What was answered to the doubts about how Exhale asks, live. */
export const useAnswered = (): Answered | null => useRead(readAnswered, 'answered');
