import { browser } from '../browser.ts';

/** The window the person works in: never a small one of ours, even if a click brought it to the front. */
export const workWindow = () =>
  browser.windows.getLastFocused({ windowTypes: ['normal'] }).catch(() => null);
