import * as v from 'valibot';
import { COMMANDS } from '../core/event.ts';
import { type OneOf, oneOf } from '../core/schema.ts';
import type { Refusal } from '../core/settings.ts';

/** Everything a page may tell the background: a person's commands, and errands of its own. */
const MESSAGES = {
  ...COMMANDS,
  eraseEverything: {},
};
const MessageSchema = oneOf('type', MESSAGES);
export type Message = OneOf<'type', typeof MESSAGES>;

export type Reply =
  | { ok: true }
  | { ok: false; refusal: Refusal }
  | { ok: false; failed: 'notOurs' | 'malformed' | 'storage' | 'noAnswer' | 'notShown' };

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
