import { triedRhythm } from '../../../core/engine/remindEvery.ts';
import { promptFor } from '../../../core/engine/surfaces.ts';
import { nowMs } from '../../../shell/clock.ts';
import { tellPressed } from '../../../shell/prompt/trial.ts';
import { load } from '../../../shell/storage/engineRecords.ts';
import { showCard } from './showCard.tsx';

let tried: { remove(): void } | null = null;

/** Shows what a prompt looks like: a card in this page if cards are chosen, otherwise `other`. */
export async function tryPrompt(other: () => Promise<boolean>): Promise<boolean> {
  const { settings } = await load(nowMs());
  if (settings.promptStyle !== 'card') return other();
  endTry();
  const rhythm = triedRhythm(settings);
  const prompt = promptFor(settings, rhythm, nowMs(), rhythm.intervalMinutes);
  const card = showCard(prompt, async () => {
    tellPressed();
    return true;
  });
  tried = card;
  return card.shown;
}

/** Removes the trial card. */
export function endTry(): void {
  tried?.remove();
  tried = null;
}
