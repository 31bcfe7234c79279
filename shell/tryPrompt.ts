import { shortestRhythm } from '../core/remindEvery.ts';
import { promptFor } from '../core/surfaces.ts';
import { nowMs } from './clock.ts';
import type { Reply } from './protocol.ts';
import { showPrompt, trialUrl } from './showPrompt.ts';
import { load } from './store.ts';

/** What is tried where no rhythm is on. */
const ANY_RHYTHM = { kind: 'breathing', intervalMinutes: 30, breakSeconds: 60 } as const;

/** Shows what a prompt looks like, without asking anything. */
export async function tryPrompt(): Promise<Reply> {
  const { settings } = await load(nowMs());
  const rhythm = settings.rhythms[shortestRhythm(settings) ?? ''] ?? ANY_RHYTHM;
  const prompt = promptFor(settings, rhythm, nowMs(), rhythm.intervalMinutes);
  const shown = await showPrompt(prompt, trialUrl());
  return shown ? { ok: true } : { ok: false, failed: 'notShown' };
}
