import { triedRhythm } from '../../core/engine/remindEvery.ts';
import { promptFor } from '../../core/engine/surfaces.ts';
import { ownUrl } from '../addresses.ts';
import { nowMs } from '../clock.ts';
import type { Reply } from '../messages.ts';
import { load } from '../storage/engineRecords.ts';
import { tryIcon } from '../toolbarIcon.ts';
import { PROMPT_PAGE, showPrompt } from './showPrompt.ts';
import { TRIAL } from './trial.ts';

/** Shows what a prompt looks like, whatever earlier ones met with. It asks nothing. */
export async function showTrial(): Promise<Reply> {
  const { settings } = await load(nowMs());
  if (settings.promptStyle === 'icon') {
    await tryIcon();
    return { ok: true };
  }
  const rhythm = triedRhythm(settings);
  const prompt = promptFor(settings, rhythm, nowMs(), rhythm.intervalMinutes);
  const shown = await showPrompt(prompt, {
    url: ownUrl(PROMPT_PAGE) + TRIAL,
    smallWindow: 'untried',
  });
  return shown ? { ok: true } : { ok: false, failed: 'notShown' };
}
