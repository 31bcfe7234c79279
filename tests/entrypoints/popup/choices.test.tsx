// @vitest-environment happy-dom

import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import {
  ARTICLE,
  ASKED,
  button,
  DUE,
  NOW,
  ON_A_BREAK,
  paused,
  popup,
  text,
  WORKING,
} from './popupOver.tsx';

afterEach(cleanup);

describe('more', () => {
  it('has other lengths, the breathing pattern and a rest taken elsewhere', () => {
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
      afterAll: true,
    });
    press('More');
    press('Take the skipped break after all');
    expect(told).toEqual([{ type: 'takeAfterAll' }]);
    cleanup();
    popup(WORKING).press('More');
    expect(screen.queryByText('Take the skipped break after all')).toBeNull();
  });

  it('offers no rest without screen time', () => {
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

  it('switches a rhythm on if none is', () => {
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

  it('open the whole article and its sources', async () => {
    const { press, onAnother } = popup(WORKING);
    Element.prototype.scrollIntoView ??= () => {};
    press('Why we say this');
    expect(text()).toContain('Many studies agree.');
    const [source] = await screen.findAllByRole('link', { name: /\(\d{4}\)/ });
    expect(source?.getAttribute('href')).toMatch(/^https:\/\/doi\.org\//);
    const more = screen.getByRole('link', { name: 'More about why' });
    expect(more.getAttribute('href')).toBe('why.html');
    press('Another');
    expect(onAnother).toHaveBeenCalledOnce();
  });

  it.each([
    [{ key: 'because_away', minutes: 7 }, 'Because you were away for 7 min.'],
    [{ key: 'because_unfit', count: 2 }, 'Because you skipped or left the last 2 breaks.'],
    [{ key: 'because_tense', rating: 7 }, 'Because you rated your tension 7.'],
    [
      { key: 'because_eased', before: 6, after: 3 },
      'Because you rated your tension 6 before and 3 after.',
    ],
  ] as const)('fill the gaps of their reason: %o', (because, words) => {
    popup(WORKING, { explanation: { ...ARTICLE, because } });
    expect(text()).toContain(words);
  });

  it('invites to the break that its article speaks of, and begins it', () => {
    const { press, told } = popup(WORKING, {
      explanation: { ...ARTICLE, tryThis: 'selfMassage/neck' },
    });
    press('Why we say this');
    press(/^Ease your neck.*1 min/);
    expect(told).toEqual([{ type: 'startBreak', kind: 'neck', seconds: 60 }]);
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

  it('mutes for presenting', () => {
    const { told, press, becomes } = popup(WORKING);
    press('Pause');
    press('Mute for an hour, for example to present');
    expect(told).toEqual([{ type: 'togglePresenting' }]);
    becomes({ ...paused(NOW + 60 * MINUTE_MS), presenting: true });
    expect(text()).toMatch(/Presenting\s*until 11:20/);
    press('Resume');
    expect(told.at(-1)).toEqual({ type: 'resume' });
  });

  it('leads to history and settings', () => {
    const { went, press } = popup(WORKING);
    press('History');
    press('Settings');
    expect(went).toEqual(['days', 'settings']);
  });

  it('offers no pause while paused', () => {
    popup(paused('open'));
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  });
});

describe('skipping', () => {
  it('is not there before its time; “later” always is', () => {
    popup(ASKED, { maySkip: false });
    expect(screen.queryByRole('button', { name: /^Skip/ })).toBeNull();
    expect(button(/^Later/)).toBeTruthy();
  });
});

describe('ending a break', () => {
  const strict = { ...DEFAULT_SETTINGS, puttingOff: 'stay' as const };

  it('is not offered before half of a strict break', () => {
    popup(ON_A_BREAK, { settings: strict });
    expect(screen.queryByRole('button', { name: 'End it here' })).toBeNull();
    cleanup();
    popup({ ...ON_A_BREAK, atMs: NOW + 10_000 }, { settings: strict });
    expect(button('End it here')).toBeTruthy();
  });
});
