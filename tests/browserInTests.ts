import { onTestFinished } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/** The browser that the code under test gets: WXT's fake one, unless a test gives another. */
export let browser: unknown = fakeBrowser;

/** Gives the code under test another browser until the test ends. */
export function giveBrowser(other: object): void {
  browser = other;
  onTestFinished(() => {
    browser = fakeBrowser;
  });
}
