import { browser } from '../../shell/browser.ts';
import type { Dispatcher } from '../../shell/dispatch.ts';
import { openOwnPage } from '../../shell/pages.ts';
import { MENU, SHORTCUTS, type Shortcut } from '../../shell/shortcuts.ts';
import { t } from '../../shell/words/t.ts';

const SETTINGS = 'settings';

/** Shortcuts and the toolbar icon's menu do the same, by the same names. */
export function listenToShortcuts(dispatcher: Dispatcher): void {
  const obey = (name: string | number) => {
    if (name === SETTINGS) openOwnPage('/options.html').catch(() => undefined);
    else void dispatcher.dispatch(SHORTCUTS[name as Shortcut]);
  };
  browser.commands.onCommand.addListener(obey);
  // An iPhone has no such menu.
  browser.contextMenus?.onClicked.addListener(({ menuItemId }) => obey(menuItemId));
}

/** Made again after each update and browser start, since not every browser keeps it. */
export async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const id of [...MENU, SETTINGS] as const)
    browser.contextMenus.create({ id, title: t(`command_${id}`), contexts: ['action'] });
}
