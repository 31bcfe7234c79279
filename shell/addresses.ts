import { browser } from './browser.ts';

/** The pages that links and buttons lead to. */
export const PATHS = {
  settings: '/options.html',
  days: '/days.html',
  welcome: '/welcome.html',
  why: '/why.html',
  evidence: '/evidence.html',
} as const;
export type PageName = keyof typeof PATHS;

/** The full address of one of our pages. */
export const ownUrl = (path: `/${string}.html`): string =>
  `${browser.runtime.getURL('/')}${path.slice(1)}`;

/** The same for a link. */
export const pageUrl = (page: PageName): string => ownUrl(PATHS[page]);
