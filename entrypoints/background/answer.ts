import type { Dispatcher } from '../../shell/dispatch.ts';
import type { Message, Reply } from '../../shell/messages.ts';
import { eraseEverything } from '../../shell/storage/engineRecords.ts';
import { forgetLog } from '../../shell/storage/log.ts';
import { recall } from '../../shell/storage/session.ts';

/** Does what one of our own pages asks for, or the card that lies over the page of the tab `cardTab`. */
export async function answer(
  dispatcher: Dispatcher,
  { message, cardTab }: { message: Message; cardTab?: number },
): Promise<Reply> {
  if (cardTab !== undefined && (await dispatcher.inTurn(recall))?.cardTab !== cardTab)
    return { ok: false, failed: 'notOurs' };
  if (message.type !== 'eraseEverything') {
    const done = await dispatcher.dispatch(message);
    // What is a call, and which sites are left in peace, may be another now.
    if (message.type.endsWith('Settings')) await dispatcher.dispatch({ type: 'looked' });
    return done;
  }
  await dispatcher.inTurn(async () => {
    await eraseEverything();
    await forgetLog();
  });
  return dispatcher.dispatch({ type: 'started' });
}
