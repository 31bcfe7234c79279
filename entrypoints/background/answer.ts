import { shortestRhythm } from '../../core/remindEvery.ts';
import { nowMs } from '../../shell/clock.ts';
import type { Dispatcher } from '../../shell/dispatch.ts';
import type { Message, Reply } from '../../shell/protocol.ts';
import { eraseEverything, load, saveShown } from '../../shell/store.ts';
import { showTest } from './prompt.ts';

const DONE: Reply = { ok: true };

/** Does what one of our own pages asks for. */
export async function answer(dispatcher: Dispatcher, message: Message): Promise<Reply> {
  switch (message.type) {
    case 'testPrompt': {
      const { settings } = await load(nowMs());
      const rhythm = settings.rhythms[shortestRhythm(settings) ?? ''];
      const shown = await showTest({
        key: nowMs(),
        style: settings.promptStyle,
        minutes: rhythm?.intervalMinutes ?? 30,
        kind: rhythm?.kind ?? 'breathing',
        seconds: rhythm?.breakSeconds ?? 60,
        snoozeMinutes: settings.snoozeMinutes,
      });
      return shown ? DONE : { ok: false, failed: 'notShown' };
    }
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
