import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import type { View } from '../../../core/engine/view.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { tooltip, tooltipKey } from '../../../shell/words/tooltip.ts';
import { speakEnglish } from '../../components/inEnglish.ts';

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
  progress: 0.4,
  due: false,
  silence: null,
  pausedUntilMs: null,
  presenting: false,
  slowerUntilMs: null,
  break: null,
  afterAll: false,
  asking: false,
};
const said = (view: Partial<View>) => tooltip({ ...VIEW, ...view });

describe('the tooltip', () => {
  it('says when the next break is, to five minutes', () => {
    expect(said({})).toBe('Exhale: next break at about 10:20');
  });

  it('says it to the minute in the last ten', () => {
    expect(said({ nextBreakInMs: 4 * MINUTE_MS })).toBe('Exhale: next break at about 10:06');
  });

  it('names no time while away, but the time at the screen that is left', () => {
    expect(said({ phase: 'away' })).toBe('Exhale: next break after 18 min more at the screen');
  });

  it('says until when reminders come half as often', () => {
    const slowerUntilMs = new Date(2026, 2, 2, 18).getTime();
    expect(said({ slowerUntilMs })).toBe(
      'Exhale: next break at about 10:20 · half as often until 18:00',
    );
    expect(said({ slowerUntilMs, phase: 'away' })).toContain('· half as often until 18:00');
  });

  it('says the day on which a long pause ends', () => {
    const paused = (day: number) => ({
      phase: 'paused' as const,
      nextBreakInMs: null,
      silence: {
        reason: 'paused' as const,
        untilMs: new Date(2026, 2, day, 6).getTime(),
        forMs: 0,
      },
    });
    expect(said(paused(3))).toMatch(/^Exhale: paused until 0?6:00$/);
    expect(said(paused(16))).toMatch(/^Exhale: paused until Mon,? 16 Mar$/);
  });

  it('asks what the prompt asks', () => {
    expect(said({ phase: 'prompted', due: true, asking: true })).toBe(
      'Exhale: A minute to breathe?',
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
    ['elsewhere', /waiting.*6 min/],
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

describe('the key of the tooltip', () => {
  const key = (view: Partial<View>) => tooltipKey({ ...VIEW, ...view });
  const later = (ms: number, more: Partial<View> = {}): Partial<View> => ({
    atMs: NOW_MS + ms,
    screenTimeMs: VIEW.screenTimeMs + ms,
    nextBreakInMs: 18 * MINUTE_MS - ms,
    progress: 0.4 + ms / (30 * MINUTE_MS),
    ...more,
  });

  it('stays the same during work, as the words do', () => {
    expect(key(later(5 * MINUTE_MS))).toBe(key({}));
  });

  it('is another wherever the words are others', () => {
    const silence = { reason: 'fullScreen', untilMs: null, forMs: 6 * MINUTE_MS } as const;
    const running = { endsAtMs: NOW_MS + 63_000 } as View['break'];
    const views: Partial<View>[] = [
      {},
      later(8.5 * MINUTE_MS, { nextBreakInMs: 8 * MINUTE_MS }),
      later(0, { nextBreakInMs: 24 * MINUTE_MS }),
      { phase: 'away' },
      { phase: 'away', nextBreakInMs: 17 * MINUTE_MS },
      { phase: 'prompted', due: true, asking: true, nextBreakInMs: 0 },
      { phase: 'due', silence, nextBreakInMs: 0 },
      { phase: 'due', silence: { ...silence, forMs: 7 * MINUTE_MS }, nextBreakInMs: 0 },
      { phase: 'snoozed', silence: { ...silence, reason: 'snoozed', untilMs: NOW_MS + MINUTE_MS } },
      { phase: 'break', break: running, nextBreakInMs: null },
      { nextBreakInMs: null },
    ];
    const words = views.map((view) => said(view));
    expect(new Set(words).size).toBe(views.length);
    expect(new Set(views.map((view) => key(view))).size).toBe(views.length);
  });

  it('is another when a day is left: from then on the clock says until when', () => {
    const silence = { reason: 'paused', untilMs: NOW_MS + 26 * 60 * MINUTE_MS, forMs: 0 } as const;
    const paused = { phase: 'paused', silence, nextBreakInMs: null } as const;
    const atMs = NOW_MS + 3 * 60 * MINUTE_MS;
    expect(said(paused)).not.toMatch(/12:02/);
    expect(said({ ...paused, atMs })).toMatch(/12:02/);
    expect(key({ ...paused, atMs })).not.toBe(key(paused));
  });
});
