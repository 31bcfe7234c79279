import type { Event } from '../../core/engine/event.ts';
import type { Refusal } from '../../core/records/envelope.ts';
import type { Message } from '../../shell/accept.ts';
import { forgetShared, shareWithDevices } from '../../shell/devices.ts';
import type { Dispatcher } from '../../shell/dispatch.ts';
import { ANSWER_LIMIT_MS, type Reply } from '../../shell/messages.ts';
import { takePolicy, underPolicy } from '../../shell/policy.ts';
import { eraseEverything } from '../../shell/storage/engineRecords.ts';
import { forget } from '../../shell/storage/forget.ts';
import { forgetLog } from '../../shell/storage/log.ts';
import { copiesMade } from '../../shell/storage/logDatabase.ts';
import { recall } from '../../shell/storage/session.ts';
import { judgeSmallWindow, leaveCard } from './prompt.ts';

/** Handles a message from one of our pages, or from the card in the tab `cardTab`. */
export async function answer(
  dispatcher: Dispatcher,
  { message, cardTab }: { message: Message; cardTab?: number },
): Promise<Reply> {
  let refusal: Refusal | null = null;
  const find = async (): Promise<Event | null> => {
    if (cardTab !== undefined && (await recall())?.cardTab !== cardTab) return null;
    const allowed = await underPolicy(message);
    if ('message' in allowed) return eventOf(allowed.message);
    refusal = allowed.refusal;
    return null;
  };
  // These have turns of their own.
  if (message.type === 'shareWithDevices') await shareWithDevices(dispatcher, message.on);
  if (message.type === 'eraseEverything') void forgetShared().catch(() => undefined);
  const done = await dispatcher.dispatchFound(find, ANSWER_LIMIT_MS);
  // The sites of calls and the sites without reminders may have changed.
  if (message.type.endsWith('Settings')) void dispatcher.dispatch({ type: 'looked' });
  // It was forgotten with everything else.
  if (message.type === 'eraseEverything') void followPolicy(dispatcher);
  if (refusal !== null) return { ok: false, refusal };
  return done ?? { ok: false, failed: 'notOurs' };
}

/** Brings the settings in line with what an organization wants, if there is one. */
export const followPolicy = (dispatcher: Dispatcher): Promise<void> =>
  takePolicy(
    async (patch) => (await dispatcher.dispatch({ type: 'changeSettings', patch })).ok,
  ).catch(() => undefined);

/** Does at once what is no command. */
async function eventOf(message: Message): Promise<Event> {
  switch (message.type) {
    case 'shareWithDevices':
      return { type: 'looked' };
    case 'judgeSmallWindow':
      await judgeSmallWindow(message);
      return { type: 'looked' };
    case 'cardUnseen':
      await leaveCard();
      return { type: 'looked' };
    case 'eraseEverything':
      // The page deletes the databases.
      await Promise.all([forgetLog(), eraseEverything(), copiesMade()]);
      return { type: 'started' };
    case 'forget':
      await forget(message);
      return { type: 'looked' };
    default:
      return message;
  }
}
