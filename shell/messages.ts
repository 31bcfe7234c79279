import type { Reply, Message as Told } from './protocol.ts';
import { tell } from './tell.ts';

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

/** No page needs them at once, and the popup must be there at once. */
const errands = () => import('./errands.ts');

/** Does what a page wishes: by itself where it can, and by the background where anything is stored. */
export async function send(message: Message): Promise<Reply> {
  switch (message.type) {
    case 'goToBreak':
      await (await errands()).goToBreak();
      return { ok: true };
    case 'backToWork':
      await (await errands()).backToWork();
      return { ok: true };
    case 'openPage':
      await (await errands()).openPage(message.page);
      return { ok: true };
    case 'pageInput':
      await (await errands()).noteInput();
      return { ok: true };
    case 'resetSettings':
      return (await errands()).resetSettings();
    default:
      return tell(message);
  }
}
