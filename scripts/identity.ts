/**
 * Exhale's id in Firefox. Whoever publishes Exhale under another account puts an id of their own here before the
 * first upload, and never changes it after that: docs/publishing.md.
 */
export const FIREFOX_ID = '{726f78de-de4d-45c4-8ddf-cb34b7ebabd4}';
