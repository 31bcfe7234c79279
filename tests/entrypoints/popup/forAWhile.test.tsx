// @vitest-environment happy-dom

import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import type { Pause } from '../../../core/records/state.ts';
import { dayNumber, MINUTE_MS } from '../../../core/time.ts';
import { exactPause } from '../../../entrypoints/popup/exactPause.ts';
import { ASKED, button, NOW, paused, popup, text, WORKING } from './popupOver.tsx';

afterEach(cleanup);

const EVENING_MS = new Date(2026, 2, 2, 20).getTime();
const SLOWER = { ...WORKING, nextBreakInMs: 43 * MINUTE_MS, slowerUntilMs: EVENING_MS };

describe('“Half as often”', () => {
  it('lasts an hour, or until this evening, which is told with its time', () => {
    const { told, press, choose } = popup(WORKING);
    press('Pause');
    choose('Half as often for an hour');
    press('Pause');
    choose('Half as often until this evening 20:00');
    expect(told).toEqual([
      { type: 'slowDown', minutes: 60 },
      { type: 'slowDown', until: 'evening' },
    ]);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('has no evening to come in the evening and at night', () => {
    for (const atMs of [EVENING_MS, new Date(2026, 2, 3, 4, 59).getTime()]) {
      popup({ ...WORKING, atMs }).press('Pause');
      expect(screen.getByRole('menuitem', { name: /^Half as often for/ })).toBeTruthy();
      expect(screen.queryByRole('menuitem', { name: /this evening/ })).toBeNull();
      cleanup();
    }
    popup(WORKING, { settings: { ...DEFAULT_SETTINGS, eveningHour: 18 } }).press('Pause');
    expect(screen.getByRole('menuitem', { name: /this evening 18:00/ })).toBeTruthy();
  });

  it('is told instead of the interval, with what it means, and ended there', () => {
    const { told, press, becomes } = popup(SLOWER);
    expect(text()).toMatch(/Half as often until 20:00\s*every 1 h instead of 30 min/);
    expect(text()).toContain('next break in 43 min');
    expect(screen.queryByRole('spinbutton')).toBeNull();
    button('As usual').focus();
    press('As usual');
    expect(told).toEqual([{ type: 'endSlower' }]);
    becomes(WORKING);
    expect(screen.getByRole('spinbutton', { name: 'Remind me every' })).toBeTruthy();
    // The button is gone, so reading continues at the line below the dial.
    expect(document.activeElement?.textContent).toContain('next break in 13 min');
  });

  it('is told while paused, too, and gives way to a question', () => {
    popup({ ...paused('open'), slowerUntilMs: EVENING_MS });
    expect(button('As usual')).toBeTruthy();
    cleanup();
    popup({ ...ASKED, slowerUntilMs: EVENING_MS });
    expect(screen.queryByRole('button', { name: 'As usual' })).toBeNull();
  });
});

describe('a pause until a date', () => {
  const field = () => screen.getByLabelText('Reminders are back on') as HTMLInputElement;
  const open = () => {
    const opened = popup(WORKING);
    opened.press('Pause');
    opened.choose('until a date…');
    return opened;
  };

  it('opens a field with the day in a week, which has the focus', () => {
    open();
    expect(screen.queryByRole('menu')).toBeNull();
    expect(screen.getByRole('group', { name: 'Pause reminders' })).toBeTruthy();
    expect(field().value).toBe('2026-03-09');
    expect([field().min, field().max]).toEqual(['2026-03-03', '2027-03-02']);
    expect(document.activeElement).toBe(field());
  });

  it('says on its button until when, and pauses for as many days', () => {
    const { told, press } = open();
    fireEvent.change(field(), { target: { value: '2026-03-16' } });
    press(/^Pause until Mon,? 16 Mar$/);
    expect(told).toEqual([{ type: 'pause', days: 14 }]);
    expect(screen.queryByRole('group', { name: 'Pause reminders' })).toBeNull();
  });

  it('begins with the list again, whatever closed it', () => {
    const { press } = open();
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(document.activeElement).toBe(button('Pause'));
    press('Pause');
    expect(screen.getByRole('menu')).toBeTruthy();
  });

  it('takes no day before tomorrow or after a year, and says so', () => {
    const { told } = open();
    for (const value of ['2026-03-02', '2027-03-03']) {
      fireEvent.change(field(), { target: { value } });
      expect(field().getAttribute('aria-invalid'), value).toBe('true');
      expect(text(), value).toContain('Choose a day from tomorrow up to a year ahead.');
      fireEvent.submit(field().form as HTMLFormElement);
    }
    expect(told).toEqual([]);
    fireEvent.change(field(), { target: { value: '2027-03-02' } });
    expect(text()).not.toContain('Choose a day');
    fireEvent.submit(field().form as HTMLFormElement);
    expect(told).toEqual([{ type: 'pause', days: 365 }]);
  });

  it('keeps what is half typed while time passes', () => {
    const { becomes } = open();
    fireEvent.change(field(), { target: { value: '' } });
    becomes({ ...WORKING, atMs: NOW + 1000 });
    expect(field().value).toBe('');
    expect(button(/^Pause until Mon,? 9 Mar$/)).toBeTruthy();
  });

  it('is shown with its day and hour, and ended by hand', () => {
    const { told, press } = popup(paused(new Date(2026, 2, 16, 6).getTime()));
    expect(text()).toMatch(/Paused\s*until 16\u00a0Mar, 0?6:00/);
    press('Resume');
    expect(told).toEqual([{ type: 'resume' }]);
  });
});

describe('the end of a long pause', () => {
  const until = (date: string, more: object = {}): Pause => ({
    is: 'untilMorning',
    day: dayNumber(date),
    minuteOfDay: 360,
    latestMs: 8e15,
    ...more,
  });
  const shown = (pause: Pause, view = paused(NOW)) => exactPause(view, pause).pausedUntilMs;

  it('is the hour of the clock, also after a change to summer time', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    expect(shown(until('2026-03-20'))).toBe(Date.parse('2026-03-20T05:00:00Z'));
    expect(shown(until('2026-04-07'))).toBe(Date.parse('2026-04-07T04:00:00Z'));
    expect(shown(until('2026-03-29'))).toBe(Date.parse('2026-03-29T04:00:00Z'));
    expect(shown(until('2026-10-25'))).toBe(Date.parse('2026-10-25T05:00:00Z'));
    vi.unstubAllEnvs();
  });

  it('is no later than it may be, and no other pause is changed', () => {
    expect(shown(until('2026-04-07', { latestMs: NOW + 5 }))).toBe(NOW + 5);
    expect(shown({ is: 'timed', untilMs: NOW + 9 }, paused(NOW + 9))).toBe(NOW + 9);
    expect(shown(null, WORKING)).toBeNull();
    expect(shown(until('2026-03-01'), WORKING)).toBeNull();
  });
});
