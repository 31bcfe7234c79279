// @vitest-environment happy-dom

import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { withSettings } from '../../core/atNine.ts';
import { openSettings } from './settingsPage.tsx';

beforeEach(speakEnglish);
beforeEach(() => {
  // The page that happy-dom draws has none, and pages store their records under one.
  const locks = { request: (_: string, work: () => Promise<unknown>) => work() };
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const PARTS = ['schedule', 'breaks', 'reminders', 'sound'];
/** What a person can press in the four parts. A browser disables what is in a disabled fieldset. */
const controls = () =>
  PARTS.flatMap((id) => [
    ...document.querySelectorAll<HTMLElement>(
      `#${id} :is(input, select, [role=switch], [role=spinbutton])`,
    ),
  ]).filter(
    (control) => !control.matches('fieldset[disabled] *') && !control.matches('[disabled]'),
  );

const NOTE = 'Your organization sets this.';

describe('a setting that an organization has locked', () => {
  it('is shown with its value, can’t be changed, and says why', () => {
    openSettings({
      settings: withSettings({ scheme: 'dark' }),
      policy: { locked: { scheme: 'dark' }, rulesOut: [], ignored: [] },
    });
    const dark = screen.getByRole('radio', { name: 'Dark', hidden: true }) as HTMLInputElement;
    const rows = dark.closest('fieldset[disabled]');
    expect(rows?.textContent).toContain(NOTE);
    expect(rows?.getAttribute('aria-describedby')).toBe(rows?.querySelector('p')?.id);
    expect(screen.getAllByText(NOTE)).toHaveLength(1);
  });

  it('leaves all others as they are', () => {
    openSettings({ policy: { locked: {}, rulesOut: [], ignored: [] } });
    expect(screen.queryByText(NOTE)).toBeNull();
    expect(document.querySelector('fieldset[disabled]')).toBeNull();
  });

  it('is locked wherever it can be changed: with all of them locked, no control changes any', async () => {
    vi.useFakeTimers();
    const given = {
      settings: withSettings({ hours: { mon: [{ from: '09:00', to: '17:00' }] } }),
      notifications: { allowed: true },
      card: { allowed: true },
      sites: { allowed: true },
    };
    const press = async () => {
      for (const control of controls()) {
        fireEvent.click(control);
        if (control.matches('select, input')) fireEvent.change(control);
      }
      // What is typed is saved after a pause.
      await act(async () => void (await vi.advanceTimersByTimeAsync(1000)));
    };
    const free = openSettings(given);
    await press();
    expect(free.deeds.save).toHaveBeenCalled();
    cleanup();
    const { deeds } = openSettings({
      ...given,
      policy: { locked: { ...DEFAULT_SETTINGS, ...given.settings }, rulesOut: [], ignored: [] },
    });
    await press();
    expect(deeds.save).not.toHaveBeenCalled();
  });
});

describe('a way to remind that an organization rules out', () => {
  it('is not offered, and a line says so', () => {
    openSettings({ policy: { locked: {}, rulesOut: ['card', 'notification'], ignored: [] } });
    expect(screen.queryByRole('radio', { name: 'Notification', hidden: true })).toBeNull();
    expect(screen.getByText('Your organization rules out some ways.')).toBeTruthy();
  });
});

describe('a policy with mistakes', () => {
  it('is told at the top, with what is ignored of it', () => {
    openSettings({
      policy: { locked: {}, rulesOut: [], ignored: ['locked.restMinutes', 'hours'] },
    });
    expect(screen.getByText(/is ignored: locked\.restMinutes, hours\./)).toBeTruthy();
  });
});
