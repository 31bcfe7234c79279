import type { Dispatcher } from '../../shell/dispatch.ts';
import type { Message, Reply } from '../../shell/protocol.ts';
import { eraseEverything, saveShown } from '../../shell/store.ts';

const DONE: Reply = { ok: true };

/** Does what one of our own pages asks for. */
export async function answer(dispatcher: Dispatcher, message: Message): Promise<Reply> {
  switch (message.type) {
    case 'articleShown':
      await dispatcher.inTurn(() => saveShown(message.shown));
      return DONE;
    case 'eraseEverything':
      await dispatcher.inTurn(eraseEverything);
      return dispatcher.dispatch({ type: 'started' });
    default:
      return dispatcher.dispatch(message);
  }
}
