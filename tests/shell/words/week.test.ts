import { expect, it, vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import { week } from '../../../shell/words/week.ts';

it.each([
  ['de', 'mon'],
  ['en-US', 'sun'],
  ['en-GB', 'mon'],
  ['ja', 'sun'],
  ['fa', 'sat'],
])('the week of %s begins with %s', (tag, first) => {
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(tag);
  expect(week()[0]).toBe(first);
  expect(new Set(week()).size).toBe(7);
});
