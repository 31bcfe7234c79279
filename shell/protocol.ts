import * as v from 'valibot';
import { type Command, CommandSchema } from '../core/event.ts';
import type { Refusal } from '../core/settings.ts';
import { browser } from './browser.ts';

const bare = <T extends string>(type: T) => v.strictObject({ type: v.literal(type) });

/** What a page may ask of the background beside a person's commands. */
const ErrandSchema = v.union([
  bare('testPrompt'),
  bare('eraseEverything'),
  // Checked by whoever reads it: only pages do.
  v.strictObject({ type: v.literal('articleShown'), shown: v.unknown() }),
]);
export type Message = Command | v.InferOutput<typeof ErrandSchema>;

export type Reply =
  | { ok: true }
  | { ok: false; refusal: Refusal }
  | { ok: false; failed: 'notOurs' | 'malformed' | 'storage' | 'noAnswer' };

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

const MessageSchema = v.union([CommandSchema, ErrandSchema]);

interface Sender {
  id?: string | undefined;
  url?: string | undefined;
}

/** A message from one of our own pages, checked; or why it is refused. */
export function accept(
  message: unknown,
  sender: Sender,
  own: { id: string; origin: string },
): { ok: true; message: Message } | { ok: false; failed: 'notOurs' | 'malformed' } {
  if (sender.id !== own.id || sender.url?.startsWith(own.origin) !== true)
    return { ok: false, failed: 'notOurs' };
  const parsed = v.safeParse(MessageSchema, message);
  return parsed.success ? { ok: true, message: parsed.output } : { ok: false, failed: 'malformed' };
}
