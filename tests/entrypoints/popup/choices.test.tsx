// @vitest-environment happy-dom

import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { withSettings } from '../../core/atNine.ts';
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
  it('has a break taken elsewhere, then other breaks with their lengths, each begun at once', () => {
    const { told, press, choose } = popup(WORKING);
    press('More');
    expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual([
      'I just took a break',
      'Move 1 min',
      'Ease your neck 1 min',
      'Ease your hands 1 min',
      'Look far away 1 min',
      'Hand on heart 1 min',
      'Fetch some water 2 min',
      'Move, then rest 5 min',
    ]);
    choose('I just took a break');
    press('More');
    choose('Ease your neck 1 min');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(told).toEqual([{ type: 'rested' }, { type: 'startBreak', kind: 'neck', seconds: 60 }]);
  });

  it('has stillness where that has no button', () => {
    popup(WORKING).press('More');
    expect(screen.queryByRole('menuitem', { name: /^Be still/ })).toBeNull();
    cleanup();
    const { told, press, choose } = popup(paused('open'));
    press('More');
    choose('Be still 2 min');
    expect(told).toEqual([{ type: 'startBreak', kind: 'stillness', seconds: 120 }]);
  });

  it('has no break taken elsewhere without screen time', () => {
    const { told, press, choose } = popup({ ...WORKING, screenTimeMs: 0 });
    press('More');
    expect(
      screen.getByRole('menuitem', { name: 'I just took a break' }).getAttribute('aria-disabled'),
    ).toBe('true');
    choose('I just took a break');
    expect(told).toEqual([]);
  });
});

describe('for a while after a skip', () => {
  it('the main button takes the skipped break', () => {
    const { told, press } = popup({ ...WORKING, afterAll: true });
    press('Take the skipped break now');
    expect(told).toEqual([{ type: 'takeAfterAll' }]);
    cleanup();
    popup(WORKING);
    expect(screen.queryByText('Take the skipped break now')).toBeNull();
  });
});

const SET_BY_OTHERS = 'Your organization sets this.';

describe('“Remind me every”', () => {
  const field = () => screen.getByRole('spinbutton', { name: 'Remind me every' });
  const every = (intervalMinutes: number): Settings => ({
    ...DEFAULT_SETTINGS,
    rhythms: {
      short: { on: true, intervalMinutes, breakSeconds: 60, kind: 'breathing' },
    },
  });

  it('moves the shortest rhythm, and a long one out of its way', () => {
    const { told } = popup(WORKING);
    fireEvent.keyDown(field(), { key: 'ArrowUp' });
    fireEvent.input(field(), { target: { value: '60' } });
    expect(told).toEqual([
      { type: 'changeSettings', patch: { rhythms: { short: { intervalMinutes: 35 } } } },
      {
        type: 'changeSettings',
        patch: { rhythms: { short: { intervalMinutes: 60 }, long: { intervalMinutes: 120 } } },
      },
    ]);
  });

  it('goes from 5 to 240 minutes by its buttons, as it tells screen readers', () => {
    for (const [from, key, to] of [
      [10, 'ArrowDown', 5],
      [7, 'ArrowDown', 5],
      [60, 'ArrowUp', 75],
      [210, 'ArrowUp', 240],
      [20, 'PageDown', 5],
      [235, 'PageUp', 240],
    ] as const) {
      const { told } = popup(WORKING, { settings: every(from) });
      expect(field().getAttribute('aria-valuemin')).toBe('5');
      expect(field().getAttribute('aria-valuemax')).toBe('240');
      fireEvent.keyDown(field(), { key });
      expect(told, `${key} from ${from}`).toEqual([
        { type: 'changeSettings', patch: { rhythms: { short: { intervalMinutes: to } } } },
      ]);
      cleanup();
    }
  });

  it('says its limits when a button can go no further', () => {
    const { told, press } = popup(WORKING, { settings: every(5) });
    press('Remind me every Decrease');
    expect(screen.getByText('From 5 to 240 min')).toBeTruthy();
    expect(field().getAttribute('aria-invalid')).not.toBe('true');
    expect(told).toEqual([]);
  });

  it('says which numbers can be used, and sends no other', () => {
    const { told } = popup(WORKING);
    fireEvent.input(field(), { target: { value: '3' } });
    expect(screen.getByText('From 5 to 240 min')).toBeTruthy();
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(told).toEqual([]);
  });

  it('says when the next break is, once the change is stored', () => {
    const { press, becomes } = popup(WORKING);
    press('Remind me every Increase');
    expect(text()).not.toContain('next break about');
    becomes({ ...WORKING, nextBreakInMs: 18 * MINUTE_MS }, every(35));
    expect(text()).toContain('next break about 10:40');
    becomes({ ...WORKING, nextBreakInMs: 0 }, every(35));
    expect(text()).toContain('the next break is due now');
    becomes(paused('open'), every(35));
    expect(text()).not.toContain('next break');
  });

  it('switches a rhythm on if none is', () => {
    const { short } = DEFAULT_SETTINGS.rhythms as { short: Settings['rhythms'][string] };
    const settings = { ...DEFAULT_SETTINGS, rhythms: { short: { ...short, on: false } } };
    const { told, press } = popup({ ...WORKING, next: null }, { settings });
    press('Turn on');
    expect(told).toEqual([{ type: 'changeSettings', patch: { rhythms: { short: { on: true } } } }]);
  });

  it('can’t be changed if an organization has set it, and says so', () => {
    const { told, press } = popup(WORKING, { intervalLocked: SET_BY_OTHERS });
    expect(field().getAttribute('aria-disabled') ?? field().hasAttribute('disabled')).toBeTruthy();
    expect(text()).toContain(SET_BY_OTHERS);
    press('Remind me every Increase');
    expect(told).toEqual([]);
  });

  it('can’t be switched on if an organization has switched it off', () => {
    const rhythms = { short: { on: false }, long: { on: false } };
    popup(WORKING, { settings: withSettings({ rhythms }), intervalLocked: SET_BY_OTHERS });
    expect(screen.queryByRole('button', { name: 'Turn on' })).toBeNull();
  });
});

describe('the words of the moment', () => {
  it('are an explanation with its reason and its strength', () => {
    const because = { key: 'because_new' } as const;
    popup(WORKING, { explanation: { ...ARTICLE, because } });
    expect(screen.getByRole('region', { name: 'A few slow breaths, anywhere' })).toBeTruthy();
    expect(text()).toContain('Because you are new here.');
    expect(text()).toContain('strong');
  });

  it('give no reason where there is none worth the name', () => {
    popup(WORKING);
    expect(text()).toContain('Slow breathing moves the heart’s rhythm toward rest.');
    expect(text()).not.toContain('Because');
  });

  it('open the whole article, with its strength and each source once', async () => {
    const { press, onAnother } = popup(WORKING);
    Element.prototype.scrollIntoView ??= () => {};
    press('Why?');
    expect(text()).toContain('Many studies agree.');
    const [source] = await screen.findAllByRole('link', { name: /\(\d{4}\)/ });
    expect(source?.getAttribute('href')).toMatch(/^https:\/\/doi\.org\//);
    expect(text().match(/Laborde/g)).toHaveLength(1);
    expect(text().match(/strong/g)).toHaveLength(1);
    expect(text()).not.toContain('not evidence');
    const more = screen.getByRole('link', { name: 'Why this may help' });
    expect(more.getAttribute('href')).toBe('why.html');
    press('Show another');
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
    press('Why?');
    press(/^Ease your neck.*1 min/);
    expect(told).toEqual([{ type: 'startBreak', kind: 'neck', seconds: 60 }]);
  });

  it('explain Exhale where that is the question', () => {
    popup(paused('open'));
    expect(screen.getByRole('region', { name: 'Paused means quiet' })).toBeTruthy();
    expect(text()).not.toContain('Because');
    cleanup();
    popup({ ...DUE, silence: { reason: 'fullScreen', untilMs: null, forMs: MINUTE_MS } });
    expect(screen.getByRole('region', { name: 'Waiting for a better moment' })).toBeTruthy();
    expect(text()).toContain(
      'A window is in full screen. Exhale reminds you once, at the next good moment.',
    );
  });

  it.each([
    ['noAnswer', 'No answer from Exhale'],
    ['newerSettings', 'Settings from a newer Exhale'],
    ['refused', 'That didn’t work'],
  ] as const)('give way to a notice: %s', (notice, title) => {
    popup(WORKING, { notice });
    expect(screen.getByRole('status').textContent).toContain(title);
    expect(screen.queryByText('A few slow breaths, anywhere')).toBeNull();
  });
});

describe('the footer', () => {
  it('pauses for a while, until tomorrow, or until resumed', () => {
    const { told, press, choose } = popup(WORKING);
    for (const choice of [
      'for 30 min',
      'for 1 h',
      'for 2 h',
      'until tomorrow morning',
      'until I resume',
    ]) {
      press('Pause');
      choose(choice);
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
    const { told, press, choose, becomes } = popup(WORKING);
    press('Pause');
    choose('Mute for an hour');
    expect(told).toEqual([{ type: 'togglePresenting' }]);
    becomes({ ...paused(NOW + 60 * MINUTE_MS), presenting: true });
    expect(text()).toMatch(/Muted\s*until 11:20/);
    press('Resume');
    expect(told.at(-1)).toEqual({ type: 'resume' });
  });

  it('leads to history and settings', () => {
    const { went, press } = popup(WORKING);
    press('Your days');
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
