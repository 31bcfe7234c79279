import * as v from 'valibot';
import { ANSWERS, COMMANDS } from '../core/engine/event.ts';
import { JUDGEMENT } from '../core/engine/ways.ts';
import { MOST_WAITING } from '../core/records/outbox.ts';
import { atFirstUse, boolean, instant, keyed, type OneOf, oneOf } from '../core/schema.ts';

/** Everything a page may send to the background: commands, and messages that are none. */
const MESSAGES = {
  ...COMMANDS,
  eraseEverything: {},
  shareWithDevices: { on: boolean },
  /** Days are deleted, or replaced by those of a file. */
  forget: {
    /** The `next` of the outbox that the page has changed. If there is another entry by now, nothing is written. */
    next: instant,
    /** The outbox, days of the history, and what a page has to finish. */
    writes: keyed(/^(outbox|unfinished|day:[\d-]{10})$/, v.unknown(), MOST_WAITING),
  },
  judgeSmallWindow: JUDGEMENT,
  cardUnseen: {},
};
const messageSchema = atFirstUse(() => oneOf('type', MESSAGES));
export type Message = OneOf<'type', typeof MESSAGES>;

interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
}

type Accepted =
  /** `cardTab`: an answer from the page of this tab. It counts only if the card is there. */
  { ok: true; message: Message; cardTab?: number } | { ok: false; failed: 'notOurs' | 'malformed' };

/** Checks a message from one of our pages or from the card; says why if it refuses it. */
export function accept(
  message: unknown,
  { id, url, tab, frameId }: Sender,
  own: { id: string; origin: string },
): Accepted {
  const ours = url?.startsWith(own.origin);
  if (id !== own.id || !(ours || frameId === 0)) return { ok: false, failed: 'notOurs' };
  const parsed = v.safeParse(messageSchema(), message);
  if (!parsed.success) return { ok: false, failed: 'malformed' };
  if (ours) return { ok: true, message: parsed.output };
  return tab?.id !== undefined && [...ANSWERS, 'cardUnseen'].includes(parsed.output.type)
    ? { ok: true, message: parsed.output, cardTab: tab.id }
    : { ok: false, failed: 'notOurs' };
}
