import { browser } from '../browser.ts';

/** The window the person works in: never a small one of ours, even if a click brought it to the front. */
export const workWindow = () =>
  browser.windows.getLastFocused({ windowTypes: ['normal'] }).catch(() => null);

/**
 * The browser's window in use, small ones included. Windows of installed web apps and of the developer tools are
 * left out, because nothing can be shown in front of them: while one has the keyboard, the answer is unfocused.
 */
export const windowInUse = () =>
  browser.windows.getLastFocused({ windowTypes: ['normal', 'popup'] });
