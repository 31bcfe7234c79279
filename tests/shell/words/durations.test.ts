import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import {
  aboutMs,
  clockTime,
  dayInWords,
  duration,
  inWords,
  length,
  momentInWords,
  wholeMinutes,
} from '../../../shell/words/durations.ts';
import { speakEnglish } from '../../components/inEnglish.ts';

beforeEach(() => {
  speakEnglish();
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB');
});

/** An instant on Monday 2 March 2026, in this machine's time zone. */
const at = (hour: number, minute = 0, day = 2) => new Date(2026, 2, day, hour, minute).getTime();

describe('a length of time', () => {
  it.each([
    [0, '0 min'],
    [59 * SECOND_MS, '0 min'],
    [32 * MINUTE_MS + 59 * SECOND_MS, '32 min'],
    [HOUR_MS, '1 h'],
    [HOUR_MS + 5 * MINUTE_MS, '1 h 5 min'],
    [2 * HOUR_MS, '2 h'],
  ])('rounds %i ms that passed down, to %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });

  it('rounds coming time up, so that no one waits longer than announced', () => {
    expect(duration(1, 'toCome')).toBe('1 min');
    expect(duration(12 * MINUTE_MS + 40 * SECOND_MS, 'toCome')).toBe('13 min');
    expect(duration(59 * MINUTE_MS + 1, 'toCome')).toBe('1 h');
  });

  it('is never negative', () => {
    expect(wholeMinutes(-5 * MINUTE_MS)).toBe(0);
    expect(wholeMinutes(-5 * MINUTE_MS, 'toCome')).toBe(0);
  });

  it('adds up: what passed and what is to come make the interval', () => {
    const passed = 17 * MINUTE_MS + 20 * SECOND_MS;
    expect(wholeMinutes(passed) + wholeMinutes(30 * MINUTE_MS - passed, 'toCome')).toBe(30);
  });
});

describe('the length of a break', () => {
  it.each([
    [20, '20 sec'],
    [60, '1 min'],
    [90, '90 sec'],
    [120, '2 min'],
    [150, '2 min 30 sec'],
    [300, '5 min'],
  ])('says %i seconds as %s', (seconds, words) => {
    expect(length(seconds)).toBe(words);
  });
});

describe('a length of time written out', () => {
  it.each([
    [20, '20 seconds'],
    [60, '1 minute'],
    [90, '1 minute, 30 seconds'],
    [1800, '30 minutes'],
    [3600, '1 hour'],
    [3900, '1 hour, 5 minutes'],
    [3930, '1 hour, 5 minutes'],
    [0, '0 seconds'],
  ])('says %i seconds as %s', (seconds, words) => {
    expect(inWords(seconds)).toBe(words);
  });
});

describe('a clock time', () => {
  it('is written as the reader’s language writes it', () => {
    expect(clockTime(at(14, 30))).toBe('14:30');
    vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-US');
    expect(clockTime(at(14, 30))).toMatch(/^2:30\sPM$/);
  });

  it('is said to five minutes when it is far away, to the minute when it is near', () => {
    expect(aboutMs(at(10, 0), 32 * MINUTE_MS)).toBe(at(10, 30));
    expect(aboutMs(at(10, 0), 33 * MINUTE_MS)).toBe(at(10, 35));
    expect(aboutMs(at(10, 0), 7 * MINUTE_MS)).toBe(at(10, 7));
  });

  it('names the day when it is another one', () => {
    expect(momentInWords(at(23, 59), at(9))).toBe('23:59');
    expect(momentInWords(at(6, 0, 3), at(23))).toEqual(expect.stringMatching(/^tomorrow, 0?6:00$/));
    expect(momentInWords(at(6, 0, 6), at(9))).toEqual(expect.stringMatching(/^Friday, 0?6:00$/));
    expect(momentInWords(at(6, 0, 12), at(9))).toEqual(
      expect.stringMatching(/^12\u00a0Mar, 0?6:00$/),
    );
  });
});

describe('a day', () => {
  it('is today, yesterday, or its weekday and date', () => {
    expect(dayInWords('2026-03-02', '2026-03-02')).toBe('today');
    expect(dayInWords('2026-03-01', '2026-03-02')).toBe('yesterday');
    expect(dayInWords('2026-02-23', '2026-03-02')).toMatch(/^Monday,? 23 February$/);
  });
});
