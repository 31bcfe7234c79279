import { triedRhythm } from '../core/remindEvery.ts';
import { promptFor } from '../core/surfaces.ts';
import { nowMs } from './clock.ts';
import { ownUrl } from './ownPages.ts';
import type { Reply } from './protocol.ts';
import { PROMPT_PAGE, showPrompt } from './showPrompt.ts';
import { load } from './store.ts';
import { TRIAL } from './trial.ts';

/** Shows what a prompt looks like, without asking anything. */
export async function tryPrompt(): Promise<Reply> {
  const { settings } = await load(nowMs());
  const rhythm = triedRhythm(settings);
  const prompt = promptFor(settings, rhythm, nowMs(), rhythm.intervalMinutes);
  const shown = await showPrompt(prompt, ownUrl(PROMPT_PAGE) + TRIAL);
  return shown ? { ok: true } : { ok: false, failed: 'notShown' };
}
