import type { Dispatcher } from '../../shell/dispatch.ts';
import { ANSWER_LIMIT_MS, type Message, type Reply } from '../../shell/messages.ts';
import { eraseEverything } from '../../shell/storage/engineRecords.ts';
import { forgetLog } from '../../shell/storage/log.ts';
import { recall } from '../../shell/storage/session.ts';
import { judgeSmallWindow, leaveCard } from './prompt.ts';

/** Handles a message from one of our pages, or from the card in the tab `cardTab`. */
export async function answer(
  dispatcher: Dispatcher,
  { message, cardTab }: { message: Message; cardTab?: number },
): Promise<Reply> {
  if (cardTab !== undefined && (await dispatcher.inTurn(recall))?.cardTab !== cardTab)
    return { ok: false, failed: 'notOurs' };
  if (message.type === 'judgeSmallWindow' || message.type === 'cardUnseen') {
    await dispatcher.inTurn(() =>
      message.type === 'cardUnseen' ? leaveCard() : judgeSmallWindow(message),
    );
    return dispatcher.dispatch({ type: 'looked' });
  }
  if (message.type !== 'eraseEverything') {
    const done = await dispatcher.dispatch(message, ANSWER_LIMIT_MS);
    // The sites of calls and the sites without reminders may have changed.
    if (message.type.endsWith('Settings')) await dispatcher.dispatch({ type: 'looked' });
    return done;
  }
  await dispatcher.inTurn(async () => {
    await forgetLog();
    await eraseEverything();
  });
  return dispatcher.dispatch({ type: 'started' });
}
