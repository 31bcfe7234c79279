/** The position of the slider: 0 is all effort, 100 all rest. Neither end exists in a real body. */
export const MOST = 100;
export const STEP = 5;

export type Lean = 'effort' | 'someEffort' | 'between' | 'someRest' | 'rest';
export type Side = 'doing' | 'resting';

/** The word for a position. */
export function leanOf(toRest: number): Lean {
  if (toRest <= 15) return 'effort';
  if (toRest <= 40) return 'someEffort';
  if (toRest < 60) return 'between';
  return toRest < 85 ? 'someRest' : 'rest';
}

/** How strong a side is, from 0 to 1. In the middle, both are the same. */
export const voiceOf = (side: Side, toRest: number): number =>
  Math.min(1, (1.5 * (side === 'resting' ? toRest : MOST - toRest)) / MOST);

/** The same as a word. */
export function voiceWordOf(side: Side, toRest: number): 'loud' | 'even' | 'quiet' {
  const lean = leanOf(toRest);
  if (lean === 'between') return 'even';
  return (lean === 'rest' || lean === 'someRest') === (side === 'resting') ? 'loud' : 'quiet';
}

/** How a side reaches a body part: by a nerve, or the part tends to follow. */
export type Line = 'nerve' | 'along';

/**
 * What changes with the balance. The breath follows on both sides: its pace comes from the brain stem and the
 * will.
 */
export const BODY = {
  heart: { doing: 'nerve', resting: 'nerve' },
  breath: { doing: 'along', resting: 'along' },
  muscles: { doing: 'along', resting: 'along' },
  mood: { doing: 'along', resting: 'along' },
} satisfies Record<string, Record<Side, Line>>;
export type BodyPart = keyof typeof BODY;
export const BODY_PARTS = Object.keys(BODY) as BodyPart[];
