import type { Command } from '../../core/engine/event.ts';
import type { Prompt } from '../../core/engine/surfaces.ts';

/** What the background tells the script of the card: the question to show; null when it is over. */
export interface CardWord {
  card: Prompt | null;
}

/** What the card may say, and nothing else: it stands in a page that is not ours. */
export type CardAnswer = Extract<Command, { type: 'startBreak' | 'snooze' | 'skip' | 'dismiss' }>;
