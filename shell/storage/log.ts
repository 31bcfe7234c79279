import * as v from 'valibot';
import { type Decision, type Log, LogSchema, withDecision } from '../../core/engine/log.ts';
import { browser } from '../browser.ts';

const KEY = 'log';

/** Exhale's decisions in this browser session. A log that can't be read is dropped, since nothing depends on it. */
export async function loadLog(): Promise<Log> {
  const parsed = v.safeParse(LogSchema, (await browser.storage.session.get(KEY))[KEY]);
  return parsed.success ? parsed.output : [];
}

/** Only the background adds to the log. */
export async function keepInLog(decision: Decision): Promise<void> {
  const log = await loadLog();
  const longer = withDecision(log, decision);
  if (longer !== log) await browser.storage.session.set({ [KEY]: longer });
}

export const forgetLog = (): Promise<void> => browser.storage.session.remove(KEY);
