import { BREAK_KINDS, type BreakKind, type KindWish } from './breaks.ts';
import type { PatternId } from './patterns.ts';
import { formed } from './schema.ts';

/** One of our words, or the id of something of a person's own. */
const kindForm = (others: string) =>
  RegExp(`^(${BREAK_KINDS.join('|')}|own-[a-z0-9]{1,16}${others})$`);

export const breakKind = formed<BreakKind>(kindForm(''));
export const kindWish = formed<KindWish>(kindForm('|surprise'));
/** The name of a way to breathe. Whoever guides one knows which there are: a name without one is the usual one. */
export const patternId = formed<PatternId>(/^[a-zA-Z]+(-[a-z0-9]{1,16})?$/);
