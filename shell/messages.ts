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

/** Sends a message to the background. The reply is `noAnswer` if none comes. */
export async function send(message: Message): Promise<Reply> {
  const silence = new Promise<Reply>((resolve) => {
    setTimeout(() => resolve({ ok: false, failed: 'noAnswer' }), ANSWER_LIMIT_MS);
  });
  try {
    return await Promise.race([browser.runtime.sendMessage(message) as Promise<Reply>, silence]);
  } catch {
    return { ok: false, failed: 'noAnswer' };
  }
}

/** Starts the background, which refuses this. A message of a page that closes before the start would be lost. */
export function wakeBackground(): void {
  browser.runtime.sendMessage({}).catch(() => undefined);
}
