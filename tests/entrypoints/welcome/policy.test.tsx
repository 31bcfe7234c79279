// @vitest-environment happy-dom

import { act, cleanup, configure, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SettingName } from '../../../core/records/policy.ts';
import { CAREFUL, DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { withSettings } from '../../core/atNine.ts';
import { button, FAULTY, goTo, heading, press, welcome } from './welcomePage.tsx';

configure({ defaultHidden: true });
beforeEach(speakEnglish);
afterEach(() => {
  cleanup();
  history.replaceState(null, '', '/');
});

const NOTE = 'Your organization sets this.';
const ALL = Object.keys(DEFAULT_SETTINGS) as SettingName[];
const radio = (name: string) => screen.getByRole('radio', { name }) as HTMLInputElement;
/** A browser disables what is in a disabled fieldset. */
const isDisabled = (control: Element) => control.matches('fieldset[disabled] *, [disabled]');
/** The name and the words of what Tab stops at. */
const stopAround = (control: Element) => {
  const stop = control.closest('[tabindex="0"]');
  const note = document.getElementById(stop?.getAttribute('aria-describedby') ?? '');
  return [stop?.getAttribute('aria-label'), note?.textContent];
};

describe('a rhythm that an organization has locked', () => {
  it('is shown and can’t be chosen; Tab stops there once, and the note is read', async () => {
    const { told } = welcome({ settings: withSettings(CAREFUL), locked: ['rhythms'] });
    await goTo('rhythm');
    expect(radio('A little more often').checked).toBe(true);
    for (const control of screen.getAllByRole('radio')) expect(isDisabled(control)).toBe(true);
    expect(stopAround(radio('A little more often'))).toEqual([
      'How often would you like a break?',
      NOTE,
    ]);
    expect(screen.queryByText('You can change this any time.')).toBeNull();
    fireEvent.click(radio('Every half hour'));
    expect(told.patch).not.toHaveBeenCalled();
    await press('Continue');
    expect(heading().textContent).toBe('Keep Exhale in view');
  });

  it('is an own interval, if it is one', async () => {
    const rhythms = { short: { intervalMinutes: 45 }, long: { intervalMinutes: 90 } };
    welcome({ settings: withSettings({ rhythms }), locked: ['rhythms'] });
    await goTo('rhythm');
    expect(radio('My own interval').checked).toBe(true);
    const every = screen.getByRole('spinbutton', { name: 'Remind me every' }) as HTMLInputElement;
    expect(every.value).toBe('45');
    expect(isDisabled(every)).toBe(true);
  });

  it('is how often a reminder comes, if none of the choices is like it', async () => {
    const desk = { intervalMinutes: 10, breakSeconds: 30 };
    const rhythms = { short: { on: false }, long: null, desk };
    welcome({ settings: withSettings({ rhythms }), locked: ['rhythms'] });
    await goTo('rhythm');
    expect(screen.queryByRole('radio')).toBeNull();
    const every = screen.getByRole('spinbutton', { name: 'Remind me every' }) as HTMLInputElement;
    expect(every.value).toBe('10');
    // It is not refused, although a person may not choose it here.
    expect(screen.queryByText(/At least/)).toBeNull();
  });

  it('is none, if none is on', async () => {
    const rhythms = { short: { on: false }, long: { on: false } };
    welcome({ settings: withSettings({ rhythms }), locked: ['rhythms'] });
    await goTo('rhythm');
    expect(screen.getByText(/No rhythm is on/)).toBeTruthy();
    expect(screen.getByText(NOTE)).toBeTruthy();
  });
});

describe('a way to remind that an organization has locked', () => {
  const locked: SettingName[] = ['promptStyle'];

  it('is shown, and no other is offered', async () => {
    welcome({ locked, notifyFirst: true });
    await goTo('reminder');
    expect(screen.getByText(/a small window appears/)).toBeTruthy();
    expect(screen.queryByText(/notification/i)).toBeNull();
    expect(isDisabled(radio('Gentle'))).toBe(true);
    expect(radio('Standard').checked).toBe(true);
    expect(stopAround(radio('Gentle'))).toEqual(['How insistent', NOTE]);
  });

  it.each(['the person', 'the window'])(
    'stays although %s says that it was not seen, and the welcome goes on',
    async (who) => {
      const { told, judges } = welcome({ locked });
      await goTo('reminder');
      await press('Show me');
      if (who === 'the window') await act(async () => judges(FAULTY));
      else await press('No, nothing came');
      expect(told.testEnd).toHaveBeenCalledOnce();
      expect(screen.getByText(NOTE)).toBeTruthy();
      expect(document.activeElement).toBe(heading());
      expect(document.body.textContent).not.toContain('From now on');
      await press('Show it again');
      expect(told.test).toHaveBeenCalledTimes(2);
      expect(heading().textContent).toBe('Did you see it?');
      await press('No, nothing came');
      await press('Continue');
      expect(heading().textContent).toBe('Take a first breath');
      expect(told.patch).not.toHaveBeenCalled();
    },
  );

  it('can still be allowed by the person if it is a notification', async () => {
    const settings = withSettings({ promptStyle: 'notification' });
    welcome({ locked, settings, offered: ['notification', 'icon', 'tab'] });
    await goTo('reminder');
    expect(screen.getByText(/your system shows a notification/)).toBeTruthy();
    await press('Show me');
    await press('No, nothing came');
    expect(screen.getByText(NOTE)).toBeTruthy();
  });
});

describe('a step of putting off that an organization has locked', () => {
  it('locks how insistent Exhale is, but another way may be tried', async () => {
    const settings = withSettings({ puttingOff: 'firm' });
    const { page } = welcome({ settings, locked: ['puttingOff'] });
    await goTo('reminder');
    expect(radio('Firm').checked).toBe(true);
    expect(isDisabled(radio('Gentle'))).toBe(true);
    await press('Show me');
    await press('No, nothing came');
    expect(page.stored.promptStyle).toBe('tab');
    expect(page.stored.puttingOff).toBe('firm');
  });
});

describe('Exhale for a screen reader', () => {
  it('says that an organization sets how reminders come, if that is not as it should be', async () => {
    welcome({ locked: ['promptStyle'] });
    await press('Set up for a screen reader');
    expect(screen.getByText(/^Your organization sets how reminders come\./)).toBeTruthy();
    expect(button('Undo')).toBeTruthy();
  });

  it('is as ever if the organization has locked just that', async () => {
    const settings = withSettings({ promptStyle: 'notification', askSound: true });
    welcome({ settings, locked: ['promptStyle', 'askSound'] });
    await press('Set up for a screen reader');
    expect(screen.getByText(/come as notifications with a soft sound/)).toBeTruthy();
  });
});

it('with all settings locked, the welcome leads to its end, and no control changes any', async () => {
  const { told } = welcome({ locked: ALL });
  const controls = () =>
    [...document.querySelectorAll('input, [role=spinbutton]')].filter((one) => !isDisabled(one));
  for (const name of ['Continue', 'Continue', 'Continue', 'Show me', 'Yes, I saw it', 'Not now']) {
    expect(controls()).toEqual([]);
    await press(name);
  }
  expect(heading().textContent).toBe('You’re all set');
  expect(told.patch).not.toHaveBeenCalled();
});
