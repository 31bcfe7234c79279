import { type Decision, isLog, withDecision } from '../../core/engine/log.ts';
import { browser } from '../browser.ts';

export const LOG_KEY = 'log';

/** Adds to Exhale's decisions in this browser session. Only the background does. */
export async function keepInLog(decision: Decision): Promise<void> {
  const kept = (await browser.storage.session.get(LOG_KEY))[LOG_KEY];
  // One that can't be read is dropped, since nothing depends on it.
  const log = isLog(kept) ? kept : [];
  const longer = withDecision(log, decision);
  if (longer !== log) await browser.storage.session.set({ [LOG_KEY]: longer });
}

export const forgetLog = (): Promise<void> => browser.storage.session.remove(LOG_KEY);
