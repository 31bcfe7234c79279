// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command } from '../../core/event.ts';
import type { Explanation } from '../../core/explain.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import { MINUTE_MS } from '../../core/time.ts';
import type { View } from '../../core/view.ts';
import type { Notice } from '../../entrypoints/popup/Moment.tsx';
import { Popup } from '../../entrypoints/popup/Popup.tsx';
import { Words } from '../../entrypoints/popup/Words.tsx';
import { browser } from '../../shell/browser.ts';
import { speakEnglish } from './inEnglish.ts';

beforeEach(() => {
  speakEnglish();
  vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue('en-GB');
});
afterEach(cleanup);

const NOW = new Date(2026, 2, 2, 10, 20).getTime();
const SHORT = {
  rhythm: 'short',
  intervalMinutes: 30,
  breakSeconds: 60,
  kind: 'breathing',
} as const;
const LONG = {
  rhythm: 'long',
  intervalMinutes: 60,
  breakSeconds: 300,
  kind: 'stillness',
} as const;

const WORKING: View = {
  atMs: NOW,
  phase: 'working',
  screenTimeMs: 17 * MINUTE_MS,
  nextBreakInMs: 13 * MINUTE_MS,
  next: SHORT,
  tide: 17 / 30,
  due: false,
  silence: null,
  pausedUntilMs: null,
  break: null,
  skipped: null,
  asking: false,
};
const DUE: View = {
  ...WORKING,
  due: true,
  tide: 1,
  nextBreakInMs: 0,
  screenTimeMs: 36 * MINUTE_MS,
};
const ASKED: View = { ...DUE, phase: 'prompted', asking: true, screenTimeMs: 30 * MINUTE_MS };
const ON_A_BREAK: View = {
  ...WORKING,
  phase: 'break',
  nextBreakInMs: null,
  break: {
    rhythm: 'short',
    kind: 'breathing',
    pattern: 'longExhale',
    seconds: 60,
    startedAtMs: NOW - 25_000,
    endsAtMs: NOW + 38_000,
    clears: ['short'],
    wasDue: true,
  },
};
const paused = (pausedUntilMs: View['pausedUntilMs']): View => ({
  ...WORKING,
  phase: 'paused',
  nextBreakInMs: null,
  screenTimeMs: 32 * MINUTE_MS,
  pausedUntilMs,
});

const ARTICLE: Explanation = {
  article: 'slow-breaths',
  rule: 15,
  because: { key: 'because_afternoon' },
  tryThis: 'none',
  atMostSeconds: null,
  shown: { entries: [], current: null },
};

interface Given {
  settings?: Settings;
  explanation?: Explanation;
  counts?: { breaks: number; rests: number };
  notice?: Notice;
}

/** The popup over one view, and what it told. */
function popup(view: View, given: Given = {}) {
  const told: Command[] = [];
  const went: string[] = [];
  const onAnother = vi.fn();
  const drawn = (now: View) => (
    <Popup
      view={now}
      settings={given.settings ?? DEFAULT_SETTINGS}
      counts={given.counts ?? { breaks: 0, rests: 2 }}
      nextAfterSkipMs={NOW + 40 * MINUTE_MS}
      notice={given.notice ?? null}
      onCommand={(command) => told.push(command)}
      onGoToBreak={() => went.push('break')}
      onOpenPage={(page) => went.push(page)}
    >
      <Words view={now} explanation={given.explanation ?? ARTICLE} onAnother={onAnother} />
    </Popup>
  );
  const { rerender } = render(drawn(view));
  return {
    told,
    went,
    onAnother,
    becomes: (next: View) => rerender(drawn(next)),
    press: (name: string | RegExp) => fireEvent.click(button(name)),
  };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const text = () => document.querySelector('main')?.textContent ?? '';
/** The sentence under the dial. */
const line = () => document.querySelector('main p')?.textContent;

describe('the dial and its sentence', () => {
  it('tell the screen time and when the next break comes', () => {
    popup(WORKING);
    expect(text()).toContain('17 min');
    expect(line()).toBe('at the screen · next break in 13 min');
  });

  it('tell hours and minutes past an hour', () => {
    popup({ ...WORKING, screenTimeMs: 85 * MINUTE_MS });
    expect(text()).toContain('1 h25 min');
  });

  it('ask, while it asks', () => {
    popup(ASKED);
    expect(line()).toBe('at the screen · a minute to breathe?');
    cleanup();
    popup({ ...ASKED, next: LONG });
    expect(line()).toBe('at the screen · 5 min away from it?');
  });

  it.each([
    ['fullScreen', null, 'waiting: full screen, 6 min'],
    ['snoozed', NOW + 5 * MINUTE_MS, 'asks again at 10:25'],
    ['patience', NOW + MINUTE_MS, 'waiting: a good moment'],
    ['outsideHours', NOW + 60 * MINUTE_MS, 'outside your hours until 11:20'],
  ] as const)('end with the reason of a silence: %s', (reason, untilMs, words) => {
    popup({ ...DUE, phase: 'due', silence: { reason, untilMs, forMs: 6 * MINUTE_MS } });
    expect(line()).toBe(`at the screen · ${words}`);
  });

  it('say that no rhythm is on', () => {
    popup({
      ...WORKING,
      next: null,
      nextBreakInMs: null,
      silence: { reason: 'noRhythm', untilMs: null, forMs: 0 },
    });
    expect(line()).toBe('at the screen · no rhythm is on');
  });

  it('count a break down', () => {
    popup(ON_A_BREAK);
    expect(text()).toContain('38 sec left');
    expect(line()).toBe('a minute of breathing, in its own tab');
  });

  it('count a long break down by minutes, and never more than its length', () => {
    const running = ON_A_BREAK.break as NonNullable<View['break']>;
    const long = { ...running, kind: 'stillness', pattern: null, seconds: 300 } as const;
    popup({ ...ON_A_BREAK, break: { ...long, startedAtMs: NOW, endsAtMs: NOW + 303_000 } });
    expect(text()).toContain('5 min left');
    expect(line()).toBe('5 min of stillness, in its own tab');
  });

  it('tell until when it is paused, and go on telling the screen time', () => {
    popup(paused(new Date(2026, 2, 2, 14, 30).getTime()));
    expect(text()).toContain('Paused until 14:30');
    expect(line()).toBe('screen time goes on being counted: 32 min');
    cleanup();
    popup(paused('open'));
    expect(text()).toContain('Paused until you resume');
  });
});

describe('what can be done', () => {
  it('is breathing as long as the rhythm that is next, and stillness as long as is set', () => {
    const { told, press } = popup(WORKING);
    press('Breathe 1 min');
    press('Be still 2 min');
    expect(told).toEqual([
      { type: 'startBreak', kind: 'breathing', seconds: 60, rhythm: 'short' },
      { type: 'startBreak', kind: 'stillness', seconds: 120 },
    ]);
  });

  it('is breathing as long as the shortest that breathes when stillness is next', () => {
    const { told, press } = popup({ ...WORKING, next: LONG });
    press('Breathe 1 min');
    expect(told).toEqual([{ type: 'startBreak', kind: 'breathing', seconds: 60 }]);
  });

  it('is the break that is asked for, later, and skip, each with its consequence', () => {
    const { told, press } = popup({ ...ASKED, next: LONG });
    press('Be still 5 min');
    press('Later 5 min');
    press('Skip next at 11:00');
    expect(told).toEqual([
      { type: 'startBreak', kind: 'stillness', seconds: 300, rhythm: 'long' },
      { type: 'snooze' },
      { type: 'skip' },
    ]);
    expect(button('Later 5 min').title).toBe('Asks again in 5 min.');
  });

  it('is the break of stillness that is due but held back', () => {
    const silence = { reason: 'call', untilMs: null, forMs: MINUTE_MS } as const;
    const { told, press } = popup({ ...DUE, phase: 'due', next: LONG, silence });
    press('Be still 5 min');
    expect(told).toEqual([{ type: 'startBreak', kind: 'stillness', seconds: 300, rhythm: 'long' }]);
  });

  it('is going to the break that runs, or ending it', () => {
    const { told, went, press } = popup(ON_A_BREAK);
    press('Go to the break');
    press('End it here');
    expect(went).toEqual(['break']);
    expect(told).toEqual([{ type: 'leaveBreak' }]);
  });

  it('is resuming, or breathing all the same', () => {
    const { told, press } = popup(paused('open'));
    press('Resume');
    press('Breathe 1 min');
    expect(told).toEqual([
      { type: 'resume' },
      { type: 'startBreak', kind: 'breathing', seconds: 60, rhythm: 'short' },
    ]);
  });

  it('leaves the focus at the line when the button that was pressed is gone', () => {
    const { press, becomes } = popup(ASKED);
    button('Later 5 min').focus();
    press('Later 5 min');
    const silence = { reason: 'snoozed', untilMs: NOW + 5 * MINUTE_MS, forMs: 0 } as const;
    becomes({ ...DUE, phase: 'snoozed', silence });
    expect(document.activeElement?.textContent).toBe('at the screen · asks again at 10:25');
  });
});

describe('more', () => {
  it('holds other lengths, the way to breathe and a rest taken elsewhere', () => {
    const { told, press } = popup(WORKING);
    press('More');
    press('3 min');
    press('More');
    press('I just rested');
    press('More');
    fireEvent.change(screen.getByLabelText('How to breathe'), { target: { value: 'even' } });
    expect(told).toEqual([
      { type: 'startBreak', kind: 'breathing', seconds: 180 },
      { type: 'rested' },
      { type: 'changeSettings', patch: { pattern: 'even' } },
    ]);
  });

  it('offers the skipped break for a while', () => {
    const { told, press } = popup({
      ...WORKING,
      skipped: { rhythm: 'short', untilMs: NOW + MINUTE_MS },
    });
    press('More');
    press('Take the skipped break after all');
    expect(told).toEqual([{ type: 'takeAfterAll' }]);
    cleanup();
    popup(WORKING).press('More');
    expect(screen.queryByText('Take the skipped break after all')).toBeNull();
  });

  it('knows no rest where there was no screen time', () => {
    popup({ ...WORKING, screenTimeMs: 0 }).press('More');
    expect((button('I just rested') as HTMLButtonElement).disabled).toBe(true);
  });
});

describe('“Remind me every”', () => {
  it('moves the shortest rhythm, and a long one out of its way', () => {
    const { told } = popup(WORKING);
    const steps = screen.getByRole('spinbutton', { name: 'Remind me every' });
    fireEvent.keyDown(steps, { key: 'ArrowUp' });
    fireEvent.input(steps, { target: { value: '60' } });
    expect(told).toEqual([
      { type: 'changeSettings', patch: { rhythms: { short: { intervalMinutes: 35 } } } },
      {
        type: 'changeSettings',
        patch: { rhythms: { short: { intervalMinutes: 60 }, long: { intervalMinutes: 120 } } },
      },
    ]);
  });

  it('says which numbers can be used, and sends no other', () => {
    const { told } = popup(WORKING);
    fireEvent.input(screen.getByRole('spinbutton'), { target: { value: '3' } });
    expect(screen.getByText('From 5 to 240 min')).toBeTruthy();
    expect(told).toEqual([]);
  });

  it('turns a rhythm on where there is none', () => {
    const { short } = DEFAULT_SETTINGS.rhythms as { short: Settings['rhythms'][string] };
    const settings = { ...DEFAULT_SETTINGS, rhythms: { short: { ...short, on: false } } };
    const { told, press } = popup({ ...WORKING, next: null }, { settings });
    press('Turn on');
    expect(told).toEqual([{ type: 'changeSettings', patch: { rhythms: { short: { on: true } } } }]);
  });
});

describe('the words of the moment', () => {
  it('are an explanation with its reason and its strength', () => {
    popup(WORKING);
    expect(screen.getByRole('region', { name: 'A few slow breaths, anywhere' })).toBeTruthy();
    expect(text()).toContain('Because it is afternoon.');
    expect(text()).toContain('strong');
  });

  it('unfold to the whole article, its sources and the rule that chose it', async () => {
    const { press, onAnother } = popup(WORKING);
    Element.prototype.scrollIntoView ??= () => {};
    press('Why we say this');
    expect(text()).toContain('Many studies agree.');
    expect(text()).toContain('Rule 15');
    const links = await screen.findAllByRole('link');
    expect(links[0]?.getAttribute('href')).toMatch(/^https:\/\/doi\.org\//);
    press('Another');
    expect(onAnother).toHaveBeenCalledOnce();
  });

  it.each([
    [{ key: 'because_away', minutes: 7 }, 'Because you were away for 7 min.'],
    [{ key: 'because_unfit', count: 2 }, 'Because the last 2 breaks did not fit.'],
    [{ key: 'because_tense', rating: 7 }, 'Because you rated your tension 7.'],
    [
      { key: 'because_eased', before: 6, after: 3 },
      'Because you rated your tension 6 before and 3 now.',
    ],
  ] as const)('fill the gaps of their reason: %o', (because, words) => {
    popup(WORKING, { explanation: { ...ARTICLE, because } });
    expect(text()).toContain(words);
  });

  it('explain Exhale where that is the question', () => {
    popup(paused('open'));
    expect(screen.getByRole('region', { name: 'Paused means quiet' })).toBeTruthy();
    expect(text()).not.toContain('Because');
    cleanup();
    popup({ ...DUE, silence: { reason: 'fullScreen', untilMs: null, forMs: MINUTE_MS } });
    expect(screen.getByRole('region', { name: 'Not in the middle of that' })).toBeTruthy();
    expect(text()).toContain('A window is in full screen, so Exhale waits.');
  });

  it.each([
    ['noAnswer', 'No answer from Exhale'],
    ['newerSettings', 'Settings of a newer Exhale'],
    ['refused', 'That was not accepted'],
  ] as const)('give way to a notice: %s', (notice, title) => {
    popup(WORKING, { notice });
    expect(screen.getByRole('status').textContent).toContain(title);
    expect(screen.queryByText('A few slow breaths, anywhere')).toBeNull();
  });
});

describe('the footer', () => {
  it.each([
    [{ breaks: 0, rests: 0 }, ''],
    [{ breaks: 1, rests: 0 }, '1 break today'],
    [{ breaks: 0, rests: 2 }, '2 rests today'],
    [{ breaks: 3, rests: 1 }, '3\u00a0breaks, 1\u00a0rest today'],
  ])('counts breaks and rests of today: %o', (counts, words) => {
    popup(WORKING, { counts });
    expect(document.querySelector('footer > span')?.textContent).toBe(words);
  });

  it('pauses for a while, until tomorrow, or until resumed', () => {
    const { told, press } = popup(WORKING);
    for (const choice of [
      'for 30 min',
      'for 1 h',
      'for 2 h',
      'until tomorrow morning',
      'until I resume',
    ]) {
      press('Pause');
      press(choice);
    }
    expect(told).toEqual([
      { type: 'pause', minutes: 30 },
      { type: 'pause', minutes: 60 },
      { type: 'pause', minutes: 120 },
      { type: 'pause', until: 'tomorrow' },
      { type: 'pause' },
    ]);
  });

  it('leads to history and settings', () => {
    const { went, press } = popup(WORKING);
    press('History');
    press('Settings');
    expect(went).toEqual(['history', 'settings']);
  });

  it('offers no pause while paused', () => {
    popup(paused('open'));
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  });
});
