/** The window of a page, with what it is given. */
export type Realm = Window & typeof globalThis;

/** An open page of Exhale, or its background. */
export interface Page {
  /** Its file, without `.html`. */
  name: string;
  realm: Realm;
  frame: HTMLElement;
  /** null: it is in no tab, such as the popup. */
  tabId: number | null;
  isGone: boolean;
}

/** The address of Exhale's files. Nothing is there to be loaded. */
export const ORIGIN = 'exhale://demo/';

/** The page that an address names, if it is one of ours. */
export const pageAt = (url: string): string | null =>
  url.startsWith(ORIGIN) ? (url.slice(ORIGIN.length).split('.html')[0] ?? null) : null;
