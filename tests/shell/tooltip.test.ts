import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../core/time.ts';
import type { View } from '../../core/view.ts';
import { browser } from '../../shell/browser.ts';
import { tooltip } from '../../shell/tooltip.ts';
import { speakEnglish } from '../components/inEnglish.ts';

beforeEach(() => {
  speakEnglish();
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB');
});

const NOW_MS = new Date(2026, 2, 2, 10, 2).getTime();
const VIEW: View = {
  atMs: NOW_MS,
  phase: 'working',
  screenTimeMs: 12 * MINUTE_MS,
  nextBreakInMs: 18 * MINUTE_MS,
  next: { rhythm: 'short', intervalMinutes: 30, breakSeconds: 60, kind: 'breathing' },
  tide: 0.4,
  due: false,
  silence: null,
  pausedUntilMs: null,
  break: null,
  skipped: null,
  asking: false,
};
const said = (view: Partial<View>) => tooltip({ ...VIEW, ...view });

describe('the tooltip', () => {
  it('says when the next break is, to five minutes', () => {
    expect(said({})).toBe('Exhale: next break about 10:20');
  });

  it('says it to the minute in the last ten', () => {
    expect(said({ nextBreakInMs: 4 * MINUTE_MS })).toBe('Exhale: next break about 10:06');
  });

  it('names the day of a break that is more than half a day away', () => {
    expect(said({ nextBreakInMs: 20 * HOUR_MS })).toContain('tomorrow');
  });

  it('names no time to somebody who is away, but the time at the screen that is left', () => {
    expect(said({ phase: 'away' })).toBe('Exhale: next break after 18 min at the screen');
  });

  it('asks what the prompt asks', () => {
    expect(said({ phase: 'prompted', due: true, asking: true })).toBe(
      'Exhale: a minute to breathe?',
    );
  });

  it('says how long a break lasts', () => {
    const running = {
      rhythm: 'short',
      kind: 'breathing',
      pattern: 'longExhale',
      seconds: 60,
      startedAtMs: NOW_MS,
      endsAtMs: NOW_MS + 63_000,
      clears: ['short'],
      wasDue: true,
    } satisfies View['break'];
    expect(said({ phase: 'break', break: running, nextBreakInMs: null })).toContain('10:03');
  });

  it.each<[NonNullable<View['silence']>['reason'], RegExp]>([
    ['fullScreen', /waiting.*full screen.*6 min/],
    ['call', /waiting.*call.*6 min/],
    ['watching', /waiting.*6 min/],
    ['patience', /waiting/],
    ['justBack', /waiting/],
    ['snoozed', /10:07/],
    ['returning', /10:07/],
    ['limit', /10:07/],
    ['paused', /10:07/],
    ['outsideHours', /10:07/],
    ['noRhythm', /./],
  ])('says why nothing is asked: %s', (reason, words) => {
    const silence = { reason, untilMs: NOW_MS + 5 * MINUTE_MS, forMs: 6 * MINUTE_MS };
    expect(said({ silence, due: true, nextBreakInMs: 0 })).toMatch(words);
  });

  it('always says something, in one line', () => {
    expect(said({ nextBreakInMs: null, next: null })).toMatch(/^Exhale: .+$/);
  });
});
