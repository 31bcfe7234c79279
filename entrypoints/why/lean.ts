/** Where the slider stands: 0 is all to effort, 100 all to rest. Neither end is a state that exists. */
export const MOST = 100;
export const STEP = 5;

export type Lean = 'effort' | 'someEffort' | 'between' | 'someRest' | 'rest';
export type Side = 'doing' | 'resting';

/** The word for it. */
export function leanOf(toRest: number): Lean {
  if (toRest <= 15) return 'effort';
  if (toRest <= 40) return 'someEffort';
  if (toRest < 60) return 'between';
  return toRest < 85 ? 'someRest' : 'rest';
}

/** How loud a side speaks, from 0, its quietest, to 1. In the middle both do. */
export const voiceOf = (side: Side, toRest: number): number =>
  Math.min(1, (1.5 * (side === 'resting' ? toRest : MOST - toRest)) / MOST);

/** The same in a word. */
export function voiceWordOf(side: Side, toRest: number): 'loud' | 'even' | 'quiet' {
  const lean = leanOf(toRest);
  if (lean === 'between') return 'even';
  return (lean === 'rest' || lean === 'someRest') === (side === 'resting') ? 'loud' : 'quiet';
}

/** How a side is tied to a part of the body: by a nerve, or the part tends to go along. */
export type Line = 'nerve' | 'along';

/**
 * What leans with the balance. The breath goes along on both sides: its pace comes from the brain stem and the will.
 */
export const BODY = {
  heart: { doing: 'nerve', resting: 'nerve' },
  breath: { doing: 'along', resting: 'along' },
  muscles: { doing: 'along', resting: 'along' },
  mood: { doing: 'along', resting: 'along' },
} satisfies Record<string, Record<Side, Line>>;
export type BodyPart = keyof typeof BODY;
export const BODY_PARTS = Object.keys(BODY) as BodyPart[];
