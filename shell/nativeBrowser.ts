import type { Browser } from 'webextension-polyfill';

const { browser, chrome } = globalThis as unknown as { browser?: Browser; chrome: Browser };

/** Stands in for webextension-polyfill, as wxt.config.ts says. */
export default browser?.runtime ? browser : chrome;
