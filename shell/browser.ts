/** The only door to the browser's extension API: nothing else imports or names it. */
export { browser } from 'wxt/browser';
