import { backToWork, goToBreak, noteInput, openPage, resetSettings } from './errands.ts';
import { type Reply, type Message as Told, tell } from './protocol.ts';

export type { Reply };

/** What a page can do by itself, beside what it tells the background. */
type Errand =
  | { type: 'goToBreak' }
  | { type: 'backToWork' }
  | { type: 'openPage'; page: 'settings' | 'history' | 'welcome' }
  | { type: 'pageInput' }
  | { type: 'resetSettings' };

/** Everything that a page may wish for. */
export type Message = Told | Errand;

/** Does what a page wishes: by itself where it can, and by the background where anything is stored. */
export async function send(message: Message): Promise<Reply> {
  switch (message.type) {
    case 'goToBreak':
      await goToBreak();
      return { ok: true };
    case 'backToWork':
      await backToWork();
      return { ok: true };
    case 'openPage':
      await openPage(message.page);
      return { ok: true };
    case 'pageInput':
      await noteInput();
      return { ok: true };
    case 'resetSettings':
      return resetSettings();
    default:
      return tell(message);
  }
}
