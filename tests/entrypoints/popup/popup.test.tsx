// @vitest-environment happy-dom

import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import type { View } from '../../../core/engine/view.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import {
  ASKED,
  button,
  DUE,
  LONG,
  line,
  NOW,
  ON_A_BREAK,
  paused,
  popup,
  text,
  WORKING,
} from './popupOver.tsx';

afterEach(cleanup);

describe('the dial and its sentence', () => {
  it('tell the screen time and when the next break comes', () => {
    popup(WORKING);
    expect(text()).toContain('17 min');
    expect(line()).toBe('at the screen · next break in 13 min');
  });

  it('are drawn before all else', () => {
    popup(WORKING, { painted: false });
    expect(text()).toBe('Exhale17 minat the screen · next break in 13 min');
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
    expect(line()).toBe('at the screen · 5 min of quiet?');
  });

  it.each([
    ['fullScreen', null, 'waiting for full screen to end, 6 min'],
    ['snoozed', NOW + 5 * MINUTE_MS, 'next reminder: 10:25'],
    ['patience', NOW + MINUTE_MS, 'waiting for a good moment, 10:21 at the latest'],
    ['outsideHours', NOW + 60 * MINUTE_MS, 'outside your hours until 11:20'],
  ] as const)('end with the reason of a silence: %s', (reason, untilMs, words) => {
    popup({ ...DUE, phase: 'due', silence: { reason, untilMs, forMs: 6 * MINUTE_MS } });
    expect(line()).toBe(`at the screen · ${words}`);
  });

  it('say that reminders are off', () => {
    popup({
      ...WORKING,
      next: null,
      nextBreakInMs: null,
      silence: { reason: 'noRhythm', untilMs: null, forMs: 0 },
    });
    expect(line()).toBe('at the screen · reminders are off');
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
    expect(line()).toBe('5 min of quiet, in its own tab');
  });

  it('tell until when it is paused, and go on telling the screen time', () => {
    popup(paused(new Date(2026, 2, 2, 14, 30).getTime()));
    expect(text()).toContain('Paused until 14:30');
    expect(line()).toBe('still counting: 32 min');
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

  it('says how long the scheduled quiet break lasts, if that differs', () => {
    popup(WORKING);
    expect(button('Be still 2 min').title).toContain('your scheduled break, which lasts 5 min.');
    cleanup();
    popup(WORKING, { settings: { ...DEFAULT_SETTINGS, stillnessSeconds: 300 } });
    expect(button('Be still 5 min').title).toBe('');
  });

  it('is breathing as long as was chosen, unless a breathing break is due', () => {
    const settings = { ...DEFAULT_SETTINGS, breathingSeconds: 180 };
    const { told, press, becomes } = popup(WORKING, { settings });
    press('Breathe 3 min');
    becomes({ ...DUE, phase: 'due' }, settings);
    press('Breathe 1 min, due now');
    becomes(ASKED, settings);
    press('Breathe 1 min');
    expect(told).toEqual([
      { type: 'startBreak', kind: 'breathing', seconds: 180 },
      { type: 'startBreak', kind: 'breathing', seconds: 60, rhythm: 'short' },
      { type: 'startBreak', kind: 'breathing', seconds: 60, rhythm: 'short' },
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
    expect(button('Later 5 min').title).toBe('Reminds you again in 5 min.');
  });

  it('is later by another length, with a click or a key', () => {
    const { told, press } = popup(ASKED);
    expect(screen.queryAllByRole('button', { name: '5 min' })).toHaveLength(0);
    press('10 min');
    fireEvent.keyDown(document.body, { key: '1', code: 'Digit1' });
    fireEvent.keyDown(document.body, { key: '4', code: 'Digit4' });
    fireEvent.keyDown(screen.getByRole('main').appendChild(document.createElement('input')), {
      key: '2',
      code: 'Digit2',
      bubbles: true,
    });
    expect(screen.queryByRole('spinbutton')).toBeNull();
    expect(told).toEqual([10, 2, 15].map((minutes) => ({ type: 'snooze', minutes })));
  });

  it('is no later where nothing is asked', () => {
    const { told } = popup(WORKING);
    fireEvent.keyDown(document.body, { key: '1' });
    expect(told).toEqual([]);
    expect(screen.queryByRole('button', { name: '10 min' })).toBeNull();
  });

  it('is the break of stillness that is due but held back', () => {
    const silence = { reason: 'call', untilMs: null, forMs: MINUTE_MS } as const;
    const { told, press } = popup({ ...DUE, phase: 'due', next: LONG, silence });
    press('Be still 5 min, due now');
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
    expect(document.activeElement?.textContent).toBe('at the screen · next reminder: 10:25');
  });
});
