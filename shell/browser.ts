/** The only module that imports the browser's extension API. */
export { browser } from 'wxt/browser';
