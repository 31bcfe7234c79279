import { browser } from '../browser.ts';

/** The window that the person works in: never a small one of our own, though a click has brought it to the front. */
export const workWindow = () =>
  browser.windows.getLastFocused({ windowTypes: ['normal'] }).catch(() => null);
