// @vitest-environment happy-dom

import { act, cleanup, configure, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, withPatch } from '../../../core/records/settings.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { button, FAULTY, goTo, heading, intervals, press, welcome } from './welcomePage.tsx';

configure({ defaultHidden: true });
beforeEach(speakEnglish);
afterEach(() => {
  cleanup();
  history.replaceState(null, '', '/');
});

describe('the first step', () => {
  it('says what Exhale does and what it never interrupts, and changes nothing', () => {
    const { page } = welcome();
    expect(screen.getByText('1 of 5')).toBeTruthy();
    expect(screen.getByText(/never interrupts a call, a film or anything in full/)).toBeTruthy();
    expect(screen.getByText('Nothing leaves this browser.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
    expect(page.stored).toBe(DEFAULT_SETTINGS);
  });

  it('makes no promise that the settings break', () => {
    const settings = withPatch(DEFAULT_SETTINGS, { holdBack: { watching: false } });
    if (settings.ok) welcome({ settings: settings.settings });
    expect(screen.queryByText(/never interrupts/)).toBeNull();
  });

  it('sets everything up for a screen reader straight from the click, and takes it back', async () => {
    const { told } = welcome();
    fireEvent.click(button('Set up for a screen reader'));
    expect(told.reader).toHaveBeenCalledOnce();
    await act(async () => undefined);
    expect(screen.getByText(/come as notifications with a soft sound/)).toBeTruthy();
    await press('Undo');
    expect(told.undo).toHaveBeenCalledOnce();
    expect(button('Set up for a screen reader')).toBeTruthy();
  });

  it('says what comes instead if notifications are not allowed', async () => {
    welcome({ screenReader: { chosen: false, allowed: false } });
    await press('Set up for a screen reader');
    expect(screen.getByText(/were not allowed, so a reminder opens a tab/)).toBeTruthy();
  });
});

describe('the address', () => {
  it('keeps the step through a reload', async () => {
    welcome();
    await goTo('reminder');
    cleanup();
    welcome();
    expect(heading().textContent).toBe('What a reminder looks like');
  });

  it('takes the browser one step back', async () => {
    welcome();
    await goTo('pin');
    history.replaceState(null, '', '#rhythm');
    await act(async () => void window.dispatchEvent(new PopStateEvent('popstate')));
    expect(heading().textContent).toBe('How often would you like a break?');
    expect(document.activeElement).toBe(heading());
  });

  it('that names no step begins at the first one', () => {
    history.replaceState(null, '', '#nowhere');
    welcome();
    expect(screen.getByText('1 of 5')).toBeTruthy();
  });
});

describe('the rhythm', () => {
  it('begins with the usual one, and changes nothing by itself', async () => {
    const { page } = welcome();
    await goTo('rhythm');
    expect(
      (screen.getByRole('radio', { name: 'Every half hour' }) as HTMLInputElement).checked,
    ).toBe(true);
    expect(page.stored).toBe(DEFAULT_SETTINGS);
  });

  it('takes a choice over at once', async () => {
    const { page } = welcome();
    await goTo('rhythm');
    fireEvent.click(screen.getByRole('radio', { name: 'A little more often' }));
    expect(intervals(page)).toEqual([25, 50]);
    fireEvent.click(screen.getByRole('radio', { name: 'Every half hour' }));
    expect(intervals(page)).toEqual([30, 60]);
  });

  it('lets people set a time of their own: the long one comes at every second', async () => {
    const { page } = welcome();
    await goTo('rhythm');
    fireEvent.click(screen.getByRole('radio', { name: 'My own interval' }));
    const every = screen.getByRole('spinbutton', { name: 'Remind me every' });
    fireEvent.input(every, { target: { value: '45' } });
    expect(intervals(page)).toEqual([45, 90]);
  });

  it('does not accept an unfinished time, and says what is too much', async () => {
    const { page } = welcome();
    await goTo('rhythm');
    fireEvent.click(screen.getByRole('radio', { name: 'My own interval' }));
    const every = screen.getByRole('spinbutton', { name: 'Remind me every' });
    fireEvent.input(every, { target: { value: '4' } });
    expect(intervals(page)).toEqual([30, 60]);
    expect(screen.getByText('At least 15 minutes.')).toBeTruthy();
    fireEvent.input(every, { target: { value: '400' } });
    expect(screen.getByText('At most 2 hours.')).toBeTruthy();
  });

  it('knows what was chosen when the welcome is shown again', async () => {
    const settings = withPatch(DEFAULT_SETTINGS, {
      rhythms: { short: { intervalMinutes: 40 } },
    });
    if (settings.ok) welcome({ settings: settings.settings });
    await goTo('rhythm');
    expect(
      (screen.getByRole('spinbutton', { name: 'Remind me every' }) as HTMLInputElement).value,
    ).toBe('40');
  });

  it('follows a change made in another window', async () => {
    const { page, pins } = welcome();
    await goTo('rhythm');
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    const careful = withPatch(page.stored, {
      rhythms: { short: { intervalMinutes: 25 }, long: { intervalMinutes: 50 } },
    });
    if (careful.ok) page.stored = careful.settings;
    await act(async () => pins(false));
    expect(
      (screen.getByRole('radio', { name: 'A little more often' }) as HTMLInputElement).checked,
    ).toBe(true);
    vi.restoreAllMocks();
  });
});

describe('the pin', () => {
  it.each([
    ['chromium', /then the pin beside Exhale/],
    ['edge', /then the eye beside Exhale/],
    ['firefox', /then the gear beside Exhale/],
  ] as const)('is explained in the words of %s', async (pinPlace, words) => {
    welcome({ pinPlace, pinned: false });
    await goTo('pin');
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('says by itself that the icon is pinned', async () => {
    const { pins } = welcome({ pinned: false });
    await goTo('pin');
    expect(heading().textContent).toBe('Keep Exhale in view');
    await act(async () => pins(true));
    expect(heading().textContent).toBe('Exhale is in your toolbar');
    expect(screen.queryByText(/puzzle piece/)).toBeNull();
    expect(document.activeElement).toBe(heading());
  });
});

describe('the reminder', () => {
  it('is where reading goes on', async () => {
    welcome();
    await goTo('reminder');
    expect(heading().textContent).toBe('What a reminder looks like');
    expect(document.activeElement).toBe(heading());
  });

  it('shows a real prompt, and goes on when it was seen', async () => {
    const { page, told } = welcome();
    await goTo('reminder');
    await press('Show me');
    expect(told.test).toHaveBeenCalledOnce();
    expect(heading().textContent).toBe('Did you see it?');
    await press('Show it again');
    expect(told.test).toHaveBeenCalledTimes(2);
    expect(told.testEnd).not.toHaveBeenCalled();
    await press('Yes, I saw it');
    expect(told.testEnd).toHaveBeenCalledOnce();
    expect(heading().textContent).toBe('Take a first breath');
    expect(page.stored.promptStyle).toBe('smallWindow');
  });

  it('offers no notification where there is none', async () => {
    const { page } = welcome({ offered: ['smallWindow', 'card', 'icon'], notifyFirst: true });
    await goTo('reminder');
    expect(screen.queryByText(/notification/i)).toBeNull();
    await press('Show me');
    await press('No, nothing came');
    expect(page.stored.promptStyle).toBe('tab');
    expect(document.body.textContent).toContain('its title is the reminder.');
    expect(document.body.textContent).not.toMatch(/notification/i);
  });

  it('falls back to a tab when nothing came: it needs no permission', async () => {
    const { page } = welcome();
    await goTo('reminder');
    await press('Show me');
    await press('No, nothing came');
    expect(page.stored.promptStyle).toBe('tab');
    expect(heading().textContent).toBe('Let’s try another way');
    await press('Use the tab');
    expect(heading().textContent).toBe('Take a first breath');
  });

  it('takes a press in the test for having seen it', async () => {
    const { page, told } = welcome();
    await goTo('reminder');
    await press('Show me');
    await act(async () => page.press());
    expect(told.testEnd).toHaveBeenCalledOnce();
    expect(told.breathe).not.toHaveBeenCalled();
    expect(heading().textContent).toBe('Take a first breath');
  });

  it('knows by itself when the small window could not be seen', async () => {
    const { page, told, judges } = welcome();
    await goTo('reminder');
    await press('Show me');
    await act(async () => judges(FAULTY));
    expect(told.testEnd).toHaveBeenCalledOnce();
    expect(page.stored.promptStyle).toBe('tab');
    expect(screen.getByText(/put it behind the browser/)).toBeTruthy();
    expect(button('Allow notifications')).toBeTruthy();
  });

  it('offers the notification if nothing was seen, and then shows it', async () => {
    const { page } = welcome({ notifications: { request: async () => true } });
    await goTo('reminder');
    await press('Show me');
    await press('No, nothing came');
    await press('Allow notifications');
    expect(page.stored.promptStyle).toBe('notification');
    expect(heading().textContent).toBe('What a reminder looks like');
    expect(button('Show me')).toBeTruthy();
  });

  it('stays as it is when notifications are not allowed, and says so', async () => {
    const { page } = welcome();
    await goTo('reminder');
    await press('Use notifications instead');
    expect(page.stored.promptStyle).toBe('smallWindow');
    expect(screen.getByText(/were not allowed/)).toBeTruthy();
  });

  it('lets the browser ask straight from the click', async () => {
    const request = vi.fn(async () => true);
    welcome({ notifications: { request } });
    await goTo('reminder');
    fireEvent.click(button('Use notifications instead'));
    expect(request).toHaveBeenCalledOnce();
    await act(async () => undefined);
  });

  it('says so when nothing could be shown', async () => {
    welcome({ test: false });
    await goTo('reminder');
    await press('Show me');
    expect(screen.getByText(/could not be shown/)).toBeTruthy();
    expect(heading().textContent).toBe('What a reminder looks like');
  });

  it('leads back', async () => {
    welcome({ pinned: true });
    await goTo('reminder');
    await press('Back');
    expect(heading().textContent).toBe('Exhale is in your toolbar');
    expect(document.activeElement).toBe(heading());
  });
});

describe('the reminder where a window would take the keyboard', () => {
  const FIREFOX = { offered: ['notification', 'icon', 'tab'] as const };

  it('offers the notification before anything else', async () => {
    const { page } = welcome({ ...FIREFOX, notifications: { request: async () => true } });
    await goTo('reminder');
    expect(screen.getByText(/the gentlest reminder in this browser/)).toBeTruthy();
    await press('Allow notifications');
    expect(page.stored.promptStyle).toBe('notification');
    expect(button('Show me')).toBeTruthy();
  });

  it('goes on with a tab if that is declined', async () => {
    const { page, told } = welcome(FIREFOX);
    await goTo('reminder');
    await press('Use a tab instead');
    expect(page.stored.promptStyle).toBe('tab');
    await press('Show me');
    expect(told.test).toHaveBeenCalledOnce();
  });
});

describe('the reminder where small windows are often hidden', () => {
  it('offers the notification first, and the small window with its test', async () => {
    const { page, told } = welcome({ notifyFirst: true });
    await goTo('reminder');
    expect(screen.getByText(/opens behind the browser/)).toBeTruthy();
    await press('Use a small window instead');
    await press('Show me');
    expect(told.test).toHaveBeenCalledOnce();
    expect(page.stored.promptStyle).toBe('smallWindow');
  });
});

describe('the first breath', () => {
  const toThird = async () => {
    await goTo('reminder');
    await press('Show me');
    await press('Yes, I saw it');
  };

  it('begins a real break of a minute', async () => {
    const { told } = welcome();
    await toThird();
    await press(/Breathe/);
    expect(told.breathe).toHaveBeenCalledExactlyOnceWith(60);
    expect(heading().textContent).toBe('You’re all set');
    expect(screen.getByText(/comes after 30 minutes at the screen/)).toBeTruthy();
  });

  it('says so when no break began', async () => {
    welcome({ breathe: false });
    await toThird();
    await press(/Breathe/);
    expect(screen.getByText(/could not begin/)).toBeTruthy();
  });

  it('may be left out', async () => {
    const { told } = welcome();
    await toThird();
    await press('Not now');
    expect(told.breathe).not.toHaveBeenCalled();
    await press('Open the settings');
    await press('Why this may help');
    expect(told.why).toHaveBeenCalledOnce();
    await press('Close this page');
    expect(told.settings).toHaveBeenCalledOnce();
    expect(told.close).toHaveBeenCalledOnce();
  });

  it('announces the safety note only if it comes', async () => {
    welcome();
    await toThird();
    expect(screen.getByText(/A short safety note comes first/)).toBeTruthy();
    cleanup();
    history.replaceState(null, '', '/');
    welcome({ careRead: true });
    await toThird();
    expect(screen.queryByText(/safety note/)).toBeNull();
  });

  it('ends with one filled button', async () => {
    welcome();
    await toThird();
    await press('Not now');
    const filled = screen
      .getAllByRole('button')
      .filter(({ className }) => className.includes('primary'));
    expect(filled.map(({ textContent }) => textContent)).toEqual(['Close this page']);
  });
});

describe('the gentle way', () => {
  const GENTLE = withPatch(DEFAULT_SETTINGS, { promptStyle: 'icon' });
  const gentle = (pinned: boolean | null) =>
    welcome({ pinned, ...(GENTLE.ok && { settings: GENTLE.settings }) });

  it('leads to the pin while nobody could see the icon', async () => {
    const { told } = gentle(false);
    await goTo('reminder');
    expect(screen.queryByRole('button', { name: 'Show me' })).toBeNull();
    expect(screen.getByText(/Pin the icon first/)).toBeTruthy();
    await press('Pin the icon');
    expect(heading().textContent).toBe('Keep Exhale in view');
    expect(told.test).not.toHaveBeenCalled();
  });

  it.each([true, null])('shows the warm icon (pinned: %s)', async (pinned) => {
    const { told } = gentle(pinned);
    await goTo('reminder');
    await press('Show me');
    expect(told.test).toHaveBeenCalledOnce();
    expect(screen.getByText(/toolbar icon just turned orange/)).toBeTruthy();
    await press('Yes, I saw it');
    expect(told.testEnd).toHaveBeenCalledOnce();
  });

  it('that was not seen leads to what will be seen', async () => {
    const { page, told } = gentle(null);
    await goTo('reminder');
    await press('Show me');
    await press('No, nothing came');
    expect(told.testEnd).toHaveBeenCalledOnce();
    expect(page.stored.promptStyle).toBe('tab');
    expect(button('Allow notifications').className).toContain('primary');
  });

  it('ends its test when the person goes back', async () => {
    const { told } = gentle(true);
    await goTo('reminder');
    await press('Show me');
    await press('Back');
    expect(told.testEnd).toHaveBeenCalledOnce();
  });
});
