/**
 * Exhale's id in Firefox. To publish Exhale under another account, put a new UUID here before the first
 * upload, and never change it after that: docs/publishing.md.
 */
export const FIREFOX_ID = '{726f78de-de4d-45c4-8ddf-cb34b7ebabd4}';
