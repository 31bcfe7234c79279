import type { Refusal } from '../core/records/envelope.ts';
import type { Message } from './accept.ts';
import { browser } from './browser.ts';

export type Reply =
  | { ok: true }
  | { ok: false; refusal: Refusal }
  | {
      ok: false;
      failed: 'notOurs' | 'malformed' | 'storage' | 'unsaved' | 'noAnswer' | 'notShown';
    };

/** How long a page waits before it says that there is no answer. A command whose turn comes later is dropped. */
export const ANSWER_LIMIT_MS = 2000;

/**
 * Sends a message to the background. The reply is `noAnswer` if none comes. A background that was about to stop
 * loses it, so it is sent once more: a command that comes twice within two seconds counts once.
 */
export function send(message: Message): Promise<Reply> {
  const none: Reply = { ok: false, failed: 'noAnswer' };
  const tell = async (): Promise<Reply> => browser.runtime.sendMessage(message);
  const silence = new Promise<Reply>((resolve) => {
    setTimeout(resolve, ANSWER_LIMIT_MS, none);
  });
  return Promise.race([
    tell()
      .catch(tell)
      .catch(() => none),
    silence,
  ]);
}

/** Starts the background, which refuses this. A message of a page that closes before the start would be lost. */
export function wakeBackground(): void {
  browser.runtime.sendMessage({}).catch(() => undefined);
}
