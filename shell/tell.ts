import { browser } from './browser.ts';
import type { Message, Reply } from './protocol.ts';

/** How long a page waits before it says that nobody answers. */
const PATIENCE_MS = 2000;

/** Tells the background; `noAnswer` when none comes. */
export async function tell(message: Message): Promise<Reply> {
  const silence = new Promise<Reply>((resolve) => {
    setTimeout(() => resolve({ ok: false, failed: 'noAnswer' }), PATIENCE_MS);
  });
  try {
    return await Promise.race([browser.runtime.sendMessage(message) as Promise<Reply>, silence]);
  } catch {
    return { ok: false, failed: 'noAnswer' };
  }
}
