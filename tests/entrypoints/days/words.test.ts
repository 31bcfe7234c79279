import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import { DAY_MS } from '../../../core/time.ts';
import {
  dateName,
  lineName,
  longDateName,
  monthName,
  usesLongWeekdays,
  weekdayName,
} from '../../../entrypoints/days/words.ts';

describe('the name of a month', () => {
  it.each([
    ['fa', 'نوامبر ۲۰۲۶'],
    ['th', 'พฤศจิกายน 2026'],
    ['de', 'November 2026'],
  ])('in %s is that of the Gregorian month that the page draws', (tag, name) => {
    vi.spyOn(browser.i18n, 'getMessage').mockReturnValue('');
    vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(tag);
    expect(monthName('2026-11')).toBe(name);
  });
});

describe('a day', () => {
  it('is one of the same calendar as the months, wherever it is named', () => {
    vi.spyOn(browser.i18n, 'getMessage').mockReturnValue('');
    vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('fa');
    const tenthOfMarch = Date.UTC(2026, 2, 10) / DAY_MS;
    for (const name of [dateName, lineName, longDateName])
      expect(name(tenthOfMarch)).toMatch(/۱۰.*مارس/);
  });
});

describe('a narrow calendar', () => {
  it.each([
    ['ar', true],
    ['fa', true],
    ['he', true],
    ['pl', true],
    ['en', false],
    ['fr', false],
    ['hi', false],
    ['ja', false],
  ])('in %s has weekdays of one letter: %s', (tag, isLong) => {
    vi.spyOn(browser.i18n, 'getMessage').mockReturnValue('');
    vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(tag);
    expect(usesLongWeekdays()).toBe(isLong);
    if (isLong) expect(weekdayName(0, 'narrow').length).toBeLessThan(3);
  });
});
