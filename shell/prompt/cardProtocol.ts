import type { Command } from '../../core/engine/event.ts';
import type { Prompt } from '../../core/engine/surfaces.ts';

/** A message to the card's script: the question to show; null when it is over. */
export interface CardWord {
  card: Prompt | null;
}

/** All that the card may send. It stands in a page that is not ours. */
export type CardAnswer = Extract<Command, { type: 'startBreak' | 'snooze' | 'skip' | 'decline' }>;
