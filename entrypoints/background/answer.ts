import type { Dispatcher } from '../../shell/dispatch.ts';
import type { Message, Reply } from '../../shell/protocol.ts';
import { eraseEverything } from '../../shell/store.ts';

/** Does what one of our own pages asks for. */
export async function answer(dispatcher: Dispatcher, message: Message): Promise<Reply> {
  if (message.type !== 'eraseEverything') return dispatcher.dispatch(message);
  await dispatcher.inTurn(eraseEverything);
  return dispatcher.dispatch({ type: 'started' });
}
