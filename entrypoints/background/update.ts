import type { Surfaces } from '../../core/engine/surfaces.ts';
import { browser } from '../../shell/browser.ts';
import type { Dispatcher } from '../../shell/dispatch.ts';
import { type Memory, rememberAlso } from '../../shell/storage/session.ts';

/** A new version waits until nothing of the old one is open. Safari asks nobody. */
export function listenToUpdates(dispatcher: Dispatcher): void {
  browser.runtime.onUpdateAvailable?.addListener(() => {
    dispatcher.tryInTurn(() => rememberAlso({ updateWaits: true }));
    void dispatcher.dispatch({ type: 'looked' });
  });
}

/** Loads it, if it waits and nothing is open. At its next start, the browser does so in any case. */
export async function updateIfQuiet(
  { prompt, breakPage }: Surfaces,
  { updateWaits }: Memory,
): Promise<void> {
  if (!updateWaits || prompt !== null || breakPage !== null) return;
  const open = await browser.runtime.getContexts({ contextTypes: ['TAB', 'POPUP'] });
  if (open.length === 0) browser.runtime.reload();
}
