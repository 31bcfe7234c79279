import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import { clockOfMinute } from '../../../shell/words/clockOfMinute.ts';

describe('a time of the day', () => {
  it.each([
    ['ar', /^5:00.م$/],
    ['hi', /^5:00.pm$/],
    ['de', /^17:00$/],
  ])('in %s stays in one line', (tag, shown) => {
    vi.spyOn(browser.i18n, 'getMessage').mockReturnValue('');
    vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(tag);
    const time = clockOfMinute(17 * 60);
    expect(time).toMatch(shown);
    expect(time).not.toContain(' ');
  });
});
