import { own } from '../own.ts';
import type { KnownPattern } from '../patternIds.ts';

/** Patterns that became a pace of another: its id, and the length of a breath. */
const FORMER: Record<string, { id: KnownPattern; cycleSeconds: number }> = {
  coherent: { id: 'even', cycleSeconds: 11 },
  softBox: { id: 'box', cycleSeconds: 12 },
  softFourSevenEight: { id: 'fourSevenEight', cycleSeconds: 9.5 },
};

export const formerPattern = (id: unknown) =>
  typeof id === 'string' ? own(FORMER, id) : undefined;

/** The id that a pattern has today. */
export const patternNow = <T>(id: T): T | KnownPattern => formerPattern(id)?.id ?? id;
