import { onTestFinished } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The browser for the code under test: WXT's fake one, unless a test sets another. */
export let browser: unknown = fakeBrowser;

/** Gives the code under test another browser until the test ends. */
export function giveBrowser(other: object): void {
  browser = other;
  onTestFinished(() => {
    browser = fakeBrowser;
  });
}
