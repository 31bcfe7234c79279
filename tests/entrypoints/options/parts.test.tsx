// @vitest-environment happy-dom

import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import {
  button,
  click,
  field,
  find,
  group,
  list,
  noteOf,
  openSettings,
  press,
  radio,
  settle,
  slider,
  toggle,
  type,
} from './settingsPage.tsx';

beforeEach(speakEnglish);
afterEach(cleanup);

describe('the schedule', () => {
  it('says until when reminders come half as often, and ends that', async () => {
    const { deeds } = openSettings({ slowerUntilMs: new Date(2026, 2, 2, 18).getTime() });
    const told = screen.getByText(/^Half as often until/);
    expect(told.textContent).toMatch(/until (18:00|6:00.PM)/);
    await press('As usual');
    expect(deeds.endSlower).toHaveBeenCalledOnce();
    cleanup();
    openSettings();
    expect(screen.queryByText(/^Half as often/)).toBeNull();
  });
});

describe('a rhythm', () => {
  it('reads as a sentence', () => {
    openSettings();
    const row = group('Short');
    expect(row.textContent).toMatch(/Short.*after.*min.*at the screen,.*min.*of/);
    expect(row.contains(list('Short: kind of break'))).toBeTruthy();
  });

  it('is switched off, and its kind is changed', async () => {
    const { page } = openSettings();
    await click(toggle('Long: on'));
    await act(async () => {
      fireEvent.change(list('Short: kind of break'), {
        target: { value: 'stillness' },
      });
    });
    expect(page.stored.rhythms.long?.on).toBe(false);
    expect(page.stored.rhythms.short).toEqual({
      ...DEFAULT_SETTINGS.rhythms.short,
      kind: 'stillness',
    });
  });

  it('is added, set and removed; the two that Exhale comes with stay', async () => {
    const { page } = openSettings();
    await press('Add a rhythm');
    const [, , id = ''] = Object.keys(page.stored.rhythms);
    expect(Object.keys(page.stored.rhythms)).toEqual(['short', 'long', id]);
    type(field('Own: time at the screen before a break'), '120');
    await settle();
    expect(page.stored.rhythms[id]?.intervalMinutes).toBe(120);
    expect(find('button', 'Remove the rhythm Short')).toBeNull();
    await press('Remove the rhythm Own');
    expect(Object.keys(page.stored.rhythms)).toEqual(['short', 'long']);
  });

  it('is numbered when there are several own ones, and the ninth is refused', async () => {
    const { page } = openSettings();
    for (let nth = 1; nth <= 7; nth++) await press('Add a rhythm');
    expect(group('Own 6')).toBeTruthy();
    expect(Object.keys(page.stored.rhythms)).toHaveLength(8);
    expect(screen.getByText('There can be 8 rhythms.')).toBeTruthy();
  });

  it('comes back when a file had none of the two', async () => {
    const { page } = openSettings({ settings: { ...DEFAULT_SETTINGS, rhythms: {} } });
    expect(await screen.findByText(/No rhythm is on/)).toBeTruthy();
    await press('Bring back Short and Long');
    expect(page.stored.rhythms).toEqual(DEFAULT_SETTINGS.rhythms);
  });

  it('comes more carefully at one press: 25 and 50 minutes, both on', async () => {
    const { page } = openSettings();
    await click(toggle('Short: on'));
    await press(/A little more often/);
    expect(page.stored.rhythms.short).toMatchObject({ on: true, intervalMinutes: 25 });
    expect(page.stored.rhythms.long).toMatchObject({ on: true, intervalMinutes: 50 });
    expect(find('button', /A little more often/)).toBeNull();
  });

  it('shows a refused interval and a refused length beside it', async () => {
    openSettings();
    type(field('Short: time at the screen before a break'), '4');
    type(field('Short: length of the break'), '31');
    await settle();
    expect(noteOf(field('Short: length of the break'))).toBe(
      'At least 5 min. 30 min stays in use until you change this. ' +
        'At most 30 min. 1 min stays in use until you change this.',
    );
  });
});

describe('the way of asking', () => {
  it('waits for the browser’s leave before a notification is chosen', async () => {
    const request = vi.fn(async () => true);
    const { page } = openSettings({ notifications: { request } });
    await click(radio('A notification'));
    expect(page.stored.promptStyle).toBe('smallWindow');
    fireEvent.click(button('Allow notifications'));
    // Directly from the click, before anything else.
    expect(request).toHaveBeenCalledOnce();
    await settle();
    expect(page.stored.promptStyle).toBe('notification');
  });

  it('stays as it was when the browser’s question is answered with no, and says so', async () => {
    const { page } = openSettings();
    await click(radio('A notification'));
    await press('Allow notifications');
    expect(page.stored.promptStyle).toBe('smallWindow');
    expect(screen.getByText(/were not allowed/)).toBeTruthy();
    expect(radio('A small window').checked).toBe(true);
  });

  it('is a notification at once where they are allowed', async () => {
    const { page } = openSettings({ notifications: { allowed: true } });
    await click(radio('A notification'));
    expect(page.stored.promptStyle).toBe('notification');
  });

  it('says when the permission was taken back', () => {
    openSettings({ settings: { ...DEFAULT_SETTINGS, promptStyle: 'notification' } });
    expect(screen.getByText(/no longer lets Exhale/)).toBeTruthy();
    expect(button('Allow notifications')).toBeTruthy();
  });

  it('is a tab behind where a browser has no small window', () => {
    openSettings({ offered: ['notification', 'icon', 'tab'] });
    expect(() => radio('A small window')).toThrow();
    expect(radio('A tab behind').checked).toBe(true);
    expect(find('button', 'Send a test')).not.toBeNull();
  });

  it('is tested, and another way is offered if it was not seen', async () => {
    const { page, deeds } = openSettings();
    await press('Send a test');
    expect(deeds.test).toHaveBeenCalledOnce();
    expect(deeds.endTest).not.toHaveBeenCalled();
    await press('No, nothing came');
    expect(deeds.endTest).toHaveBeenCalledOnce();
    expect(button('Use this: A notification')).toBeTruthy();
    await press('Use this: The icon only');
    expect(page.stored.promptStyle).toBe('icon');
  });

  it('is left as it is when it was seen', async () => {
    const { page } = openSettings();
    await press('Send a test');
    await press('Yes');
    expect(screen.getByText(/That is how Exhale reminds you/)).toBeTruthy();
    expect(page.stored.promptStyle).toBe('smallWindow');
  });

  it('says so when no test could be sent', async () => {
    openSettings({ deeds: { test: async () => false } });
    await press('Send a test');
    expect(screen.getByText(/could not be sent/)).toBeTruthy();
  });
});

describe('sound', () => {
  it('lets a new loudness be heard when the knob is let go', async () => {
    const { page, deeds } = openSettings();
    const knob = slider('Volume');
    await act(async () => {
      fireEvent.input(knob, { target: { value: '33' } });
    });
    expect(deeds.hear).not.toHaveBeenCalled();
    await act(async () => {
      fireEvent.change(knob, { target: { value: '33' } });
    });
    expect(deeds.hear).toHaveBeenCalledExactlyOnceWith(33);
    expect(page.preferences.sound.loudness).toBe(33);
  });

  it('goes no further than 40 percent', () => {
    openSettings();
    expect(slider('Volume').getAttribute('max')).toBe('40');
  });
});

describe('about', () => {
  it('opens the safety note, leads to the welcome, and names the version', async () => {
    const { deeds } = openSettings();
    await press('Take care');
    expect(button('Take care').getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText(/Breathe gently/)).toBeTruthy();
    await press('Show the welcome again');
    expect(deeds.showWelcome).toHaveBeenCalledOnce();
    expect(screen.getByText('Exhale 1.0')).toBeTruthy();
  });

  it('says what is new in one line, without a button or a badge', () => {
    openSettings();
    const told = screen.getByText(/^New in 1\.0: .+\.$/);
    expect(told.tagName).toBe('P');
    expect(told.closest('section')?.id).toBe('about');
    expect(told.querySelector('*')).toBeNull();
  });
});

describe('the keys', () => {
  const KEYS = {
    breathe: 'Alt+Shift+E',
    still: '',
    later: 'Alt+Shift+L',
    skip: '',
    pause: '',
    present: 'Ctrl+9',
  };

  it('are shown as they are in this browser, also those not set yet', () => {
    openSettings({ keys: KEYS });
    const rows = [...document.querySelectorAll('#keys dl > div')].map((row) => row.textContent);
    expect(rows).toHaveLength(6);
    expect(rows[0]).toBe('Start a breathing breakAlt+Shift+E');
    expect(rows[1]).toBe('Start a quiet breaknone yet');
    expect(rows[5]).toBe('Mute for an hourCtrl+9');
  });

  it('are changed where the browser lets them be', async () => {
    const { deeds } = openSettings({ keys: KEYS });
    await click(find('button', 'Change the keys in the browser') as HTMLElement);
    expect(deeds.changeKeys).toHaveBeenCalledOnce();
  });
});

describe('how hard a break is to put off', () => {
  it('is one choice, and says what it does', async () => {
    const { page } = openSettings();
    await click(radio('Wait'));
    expect(page.stored.puttingOff).toBe('wait');
    expect(screen.getByText('Skip appears after 30 seconds.')).toBeTruthy();
    await click(radio('Firm'));
    expect(page.stored.puttingOff).toBe('firm');
  });
});

describe('one switch for videos', () => {
  it('sets whether they count and whether they are interrupted', async () => {
    const { page } = openSettings();
    await click(toggle('Videos count as screen time'));
    expect(page.stored).toMatchObject({ watchingCounts: false, holdBack: { watching: false } });
    await click(toggle('Videos count as screen time'));
    expect(page.stored).toMatchObject({ watchingCounts: true, holdBack: { watching: true } });
  });
});

describe('the sound of a reminder', () => {
  it('can be heard before it is switched on, and has its volume once it is', async () => {
    const { page, deeds } = openSettings();
    await press('Hear it');
    expect(deeds.hearAsk).toHaveBeenLastCalledWith(20);
    expect(screen.queryByText('Volume of the reminder')).toBeNull();
    await click(toggle('Sound with a reminder'));
    expect(page.stored.askSound).toBe(true);
    await act(async () => {
      fireEvent.change(slider('Volume of the reminder'), { target: { value: '12' } });
    });
    expect(page.stored.askLoudness).toBe(12);
    expect(deeds.hearAsk).toHaveBeenLastCalledWith(12);
  });

  it('comes with a test reminder, if it is on', async () => {
    const { deeds } = openSettings();
    await press('Send a test');
    expect(deeds.hearAsk).not.toHaveBeenCalled();
    await press('Yes');
    await click(toggle('Sound with a reminder'));
    await press('Send another');
    expect(deeds.hearAsk).toHaveBeenCalledExactlyOnceWith(20);
  });
});
