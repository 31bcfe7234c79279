import { shortestRhythm } from '../../core/remindEvery.ts';
import { promptFor } from '../../core/surfaces.ts';
import { nowMs } from '../../shell/clock.ts';
import type { Dispatcher } from '../../shell/dispatch.ts';
import type { Message, Reply } from '../../shell/protocol.ts';
import { eraseEverything, load, saveShown } from '../../shell/store.ts';
import { showTest } from './prompt.ts';

const DONE: Reply = { ok: true };
/** What a test speaks of where no rhythm is on. */
const ANY_RHYTHM = { kind: 'breathing', intervalMinutes: 30, breakSeconds: 60 } as const;

/** Does what one of our own pages asks for. */
export async function answer(dispatcher: Dispatcher, message: Message): Promise<Reply> {
  switch (message.type) {
    case 'testPrompt': {
      const { settings } = await load(nowMs());
      const rhythm = settings.rhythms[shortestRhythm(settings) ?? ''] ?? ANY_RHYTHM;
      const prompt = promptFor(settings, rhythm, nowMs(), rhythm.intervalMinutes);
      const shown = await showTest(prompt);
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
