import * as v from 'valibot';
import { type Command, CommandSchema } from '../core/event.ts';
import type { Reason } from '../core/moments.ts';
import type { Refusal } from '../core/settings.ts';
import { ShownSchema } from '../core/shown.ts';
import type { Imported } from '../core/stored.ts';
import { browser } from './browser.ts';

export const PAGES = ['settings', 'history', 'welcome'] as const;
export type OwnPage = (typeof PAGES)[number];

const bare = <T extends string>(type: T) => v.strictObject({ type: v.literal(type) });

/** What a page may ask of the background beside a person's commands. */
const ErrandSchema = v.variant('type', [
  bare('goToBreak'),
  bare('backToWork'),
  bare('testPrompt'),
  v.strictObject({ type: v.literal('openPage'), page: v.picklist(PAGES) }),
  v.strictObject({ type: v.literal('articleShown'), shown: ShownSchema }),
  bare('sees'),
  bare('pageInput'),
  bare('exportSettings'),
  v.strictObject({ type: v.literal('importSettings'), text: v.string() }),
  bare('resetSettings'),
  bare('eraseEverything'),
]);
export type Errand = v.InferOutput<typeof ErrandSchema>;
export type Message = Command | Errand;

/** One decision, as "What Exhale sees" tells it. */
export interface Decision {
  atMs: number;
  /** What happened: the types of the records; or `silent`. */
  what: string[];
  /** Why nothing is asked. */
  why: Reason | null;
}

/** What Exhale sees at this moment. */
export interface Sees {
  idle: 'active' | 'idle' | 'locked';
  quietSeconds: number;
  lastInputAtMs: number;
  alarmAtMs: number | null;
  decisions: Decision[];
  /** What shows that the system's idle reports can't be true. */
  lies: 'inputWhileIdle' | 'neverIdle' | null;
}

export type Reply =
  | { ok: true; sees?: Sees; text?: string }
  | { ok: false; refusal: Refusal }
  | { ok: false; imported: Exclude<Imported, { ok: true }> }
  | { ok: false; failed: 'notOurs' | 'malformed' | 'storage' };

/** How long a page waits before it says that nobody answers. */
const PATIENCE_MS = 2000;

/** Sends a message to the background; `noAnswer` when none comes. */
export async function send(message: Message): Promise<Reply | { ok: false; failed: 'noAnswer' }> {
  const silence = new Promise<{ ok: false; failed: 'noAnswer' }>((resolve) => {
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
