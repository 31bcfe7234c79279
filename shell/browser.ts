/** The only door to the browser's extension API: nothing else imports or names it. */
export { type Browser, browser } from 'wxt/browser';
