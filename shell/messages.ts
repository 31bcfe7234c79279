import type { Reply, Message as Told } from './protocol.ts';
import { tell } from './tell.ts';

export type { Reply };

/** What a page can do by itself, beside what it tells the background. */
type Errand =
  | { type: 'goToBreak' }
  | { type: 'backToWork' }
  | { type: 'openPage'; page: 'settings' | 'sites' | 'days' | 'welcome' | 'why' }
  | { type: 'pageInput' }
  | { type: 'resetSettings' }
  | { type: 'testPrompt' };

/** Everything that a page may wish for. */
export type Message = Told | Errand;

/**
 * Does what a page wishes: by itself where it can, and by the background where anything is stored.
 * The errands come with the first wish for one: the popup must be there at once.
 */
export async function send(message: Message): Promise<Reply> {
  switch (message.type) {
    case 'goToBreak': {
      const { goToBreak } = await import('./errands.ts');
      await goToBreak();
      return { ok: true };
    }
    case 'backToWork': {
      const { backToWork } = await import('./errands.ts');
      await backToWork();
      return { ok: true };
    }
    case 'openPage': {
      const { openPage } = await import('./errands.ts');
      await openPage(message.page);
      return { ok: true };
    }
    case 'pageInput': {
      const { noteInput } = await import('./errands.ts');
      await noteInput();
      return { ok: true };
    }
    case 'resetSettings': {
      const { resetSettings } = await import('./errands.ts');
      return resetSettings();
    }
    case 'testPrompt': {
      const { tryPrompt } = await import('./tryPrompt.ts');
      return tryPrompt();
    }
    default:
      return tell(message);
  }
}
