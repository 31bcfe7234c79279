import { browser } from './browser.ts';

interface Looks {
  dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null };
}

/** The shadow of an element, also a closed one. Only for scripts in pages: each browser lets them look in its own way. */
export const shadowIn = (element: HTMLElement): ShadowRoot | null =>
  (browser as Looks).dom?.openOrClosedShadowRoot(element) ??
  (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ??
  null;
