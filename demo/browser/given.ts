import api from '../../shell/nativeBrowser.ts';

/** The browser's API that this page was given. */
export const browser = api;
