import { UNFINISHED_KEY } from '../../core/copy/unfinished.ts';
import { encode } from '../../core/records/envelope.ts';
import { browser } from '../browser.ts';
import { alone, finishErase } from './finish.ts';

/** Deletes everything that Exhale has stored. If the page is closed meanwhile, the next one goes on. */
export const eraseEverything = (): Promise<void> =>
  alone(async () => {
    const { local } = browser.storage;
    // A storage that takes nothing more can still be deleted.
    await local.set({ [UNFINISHED_KEY]: encode({ is: 'erase' }) }).catch(() => undefined);
    try {
      await finishErase();
    } catch (error) {
      // The person hears of it, and may go on with what is there.
      await local.remove(UNFINISHED_KEY);
      throw error;
    }
  });
