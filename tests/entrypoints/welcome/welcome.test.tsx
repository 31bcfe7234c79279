// @vitest-environment happy-dom

import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PromptStyle } from '../../../components/asking/promptStyles.ts';
import type { Permission } from '../../../components/live/usePermission.ts';
import { MACHINE, type Machine } from '../../../core/engine/ways.ts';
import { DEFAULT_SETTINGS, type Settings, withPatch } from '../../../core/records/settings.ts';
import { Welcome } from '../../../entrypoints/welcome/Welcome.tsx';
import { speakEnglish } from '../../components/inEnglish.ts';

configure({ defaultHidden: true });
beforeEach(speakEnglish);
afterEach(cleanup);

const FAULTY: Machine = { smallWindow: 'untried', fault: 'hidden', times: 1 };

interface Given {
  settings?: Settings;
  offered?: readonly PromptStyle[];
  notifications?: Partial<Permission>;
  notifyFirst?: boolean;
  pinned?: boolean | null;
  test?: boolean;
  breathe?: boolean;
}

function welcome(given: Given = {}) {
  const page = {
    stored: given.settings ?? DEFAULT_SETTINGS,
    machine: MACHINE.atFirst,
    press: () => {},
  };
  const told = {
    test: vi.fn(async () => given.test ?? true),
    testEnd: vi.fn(),
    breathe: vi.fn(async () => given.breathe ?? true),
    settings: vi.fn(),
    why: vi.fn(),
    close: vi.fn(),
  };
  const element = () => (
    <Welcome
      settings={page.stored}
      offered={given.offered ?? ['smallWindow', 'notification', 'icon']}
      notifications={{
        allowed: false,
        request: async () => false,
        remove: async () => false,
        ...given.notifications,
      }}
      notifyFirst={given.notifyFirst ?? false}
      machine={page.machine}
      pinned={given.pinned ?? null}
      onPatch={(patch) => {
        const result = withPatch(page.stored, patch);
        if (!result.ok) throw new Error(result.refusal.field);
        page.stored = result.settings;
        rerender(element());
      }}
      onTest={told.test}
      onTestEnd={told.testEnd}
      onPressed={(pressed) => {
        page.press = pressed;
        return () => {};
      }}
      onBreathe={told.breathe}
      onSettings={told.settings}
      onWhy={told.why}
      onClose={told.close}
    />
  );
  const { rerender } = render(element());
  const judges = (machine: Machine) => {
    page.machine = machine;
    rerender(element());
  };
  return { page, told, judges };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = async (name: string | RegExp) => {
  await act(async () => {
    fireEvent.click(button(name));
  });
};
const heading = () => screen.getByRole('heading', { level: 1 });
const intervals = ({ stored }: { stored: Settings }) => [
  stored.rhythms.short?.intervalMinutes,
  stored.rhythms.long?.intervalMinutes,
];

describe('the first step', () => {
  it('begins with the usual rhythm, and changes nothing by itself', () => {
    const { page } = welcome();
    expect(
      (screen.getByRole('radio', { name: 'Every half hour' }) as HTMLInputElement).checked,
    ).toBe(true);
    expect(screen.getByText('1 of 3')).toBeTruthy();
    expect(screen.getByText('Nothing leaves this browser.')).toBeTruthy();
    expect(page.stored).toBe(DEFAULT_SETTINGS);
  });

  it('takes a choice over at once', () => {
    const { page } = welcome();
    fireEvent.click(screen.getByRole('radio', { name: 'A little more often' }));
    expect(intervals(page)).toEqual([25, 50]);
    fireEvent.click(screen.getByRole('radio', { name: 'Every half hour' }));
    expect(intervals(page)).toEqual([30, 60]);
  });

  it('lets people set a time of their own: the long one comes at every second', () => {
    const { page } = welcome();
    fireEvent.click(screen.getByRole('radio', { name: 'At a time of my own' }));
    const every = screen.getByRole('spinbutton', { name: 'Remind me every' });
    fireEvent.input(every, { target: { value: '45' } });
    expect(intervals(page)).toEqual([45, 90]);
  });

  it('does not accept an unfinished time, and says what is too much', () => {
    const { page } = welcome();
    fireEvent.click(screen.getByRole('radio', { name: 'At a time of my own' }));
    const every = screen.getByRole('spinbutton', { name: 'Remind me every' });
    fireEvent.input(every, { target: { value: '4' } });
    expect(intervals(page)).toEqual([30, 60]);
    expect(screen.getByText('At least 15 minutes.')).toBeTruthy();
    fireEvent.input(every, { target: { value: '400' } });
    expect(screen.getByText('At most 2 hours.')).toBeTruthy();
  });

  it('knows what was chosen when the welcome is shown again', () => {
    const settings = withPatch(DEFAULT_SETTINGS, {
      rhythms: { short: { intervalMinutes: 40 } },
    });
    if (settings.ok) welcome({ settings: settings.settings });
    expect(
      (screen.getByRole('spinbutton', { name: 'Remind me every' }) as HTMLInputElement).value,
    ).toBe('40');
  });
});

describe('the second step', () => {
  it('is where reading goes on', async () => {
    welcome();
    await press('Continue');
    expect(heading().textContent).toBe('See how it asks');
    expect(document.activeElement).toBe(heading());
  });

  it('shows a real prompt, and goes on when it was seen', async () => {
    const { page, told } = welcome();
    await press('Continue');
    await press('Show it');
    expect(told.test).toHaveBeenCalledOnce();
    expect(heading().textContent).toBe('Did you see it?');
    await press('Show it once more');
    expect(told.test).toHaveBeenCalledTimes(2);
    expect(told.testEnd).not.toHaveBeenCalled();
    await press('Yes, I saw it');
    expect(told.testEnd).toHaveBeenCalledOnce();
    expect(heading().textContent).toBe('Take a first breath');
    expect(page.stored.promptStyle).toBe('smallWindow');
  });

  it('falls back to a tab when nothing came: it needs no permission', async () => {
    const { page } = welcome();
    await press('Continue');
    await press('Show it');
    await press('No, nothing came');
    expect(page.stored.promptStyle).toBe('tab');
    expect(heading().textContent).toBe('Then in another way');
    await press('The tab is fine');
    expect(heading().textContent).toBe('Take a first breath');
  });

  it('takes a press in the test for having seen it', async () => {
    const { page, told } = welcome();
    await press('Continue');
    await press('Show it');
    await act(async () => page.press());
    expect(told.testEnd).toHaveBeenCalledOnce();
    expect(told.breathe).not.toHaveBeenCalled();
    expect(heading().textContent).toBe('Take a first breath');
  });

  it('knows by itself when the small window could not be seen', async () => {
    const { page, told, judges } = welcome();
    await press('Continue');
    await press('Show it');
    await act(async () => judges(FAULTY));
    expect(told.testEnd).toHaveBeenCalledOnce();
    expect(page.stored.promptStyle).toBe('tab');
    expect(screen.getByText(/put it behind the browser/)).toBeTruthy();
    expect(button('Allow notifications')).toBeTruthy();
  });

  it('offers the notification if nothing was seen, and then shows it', async () => {
    const { page } = welcome({ notifications: { request: async () => true } });
    await press('Continue');
    await press('Show it');
    await press('No, nothing came');
    await press('Allow notifications');
    expect(page.stored.promptStyle).toBe('notification');
    expect(heading().textContent).toBe('See how it asks');
    expect(button('Show it')).toBeTruthy();
  });

  it('stays as it is when notifications are not allowed, and says so', async () => {
    const { page } = welcome();
    await press('Continue');
    await press('Use notifications instead');
    expect(page.stored.promptStyle).toBe('smallWindow');
    expect(screen.getByText(/were not allowed/)).toBeTruthy();
  });

  it('lets the browser ask straight from the click', async () => {
    const request = vi.fn(async () => true);
    welcome({ notifications: { request } });
    await press('Continue');
    fireEvent.click(button('Use notifications instead'));
    expect(request).toHaveBeenCalledOnce();
    await act(async () => undefined);
  });

  it('says so when nothing could be shown', async () => {
    welcome({ test: false });
    await press('Continue');
    await press('Show it');
    expect(screen.getByText(/could not be shown/)).toBeTruthy();
    expect(heading().textContent).toBe('See how it asks');
  });

  it('leads back', async () => {
    welcome();
    await press('Continue');
    await press('Back');
    expect(heading().textContent).toBe('Choose a rhythm');
    expect(document.activeElement).toBe(heading());
  });
});

describe('the second step where a window would take the keyboard', () => {
  const FIREFOX = { offered: ['notification', 'icon', 'tab'] as const };

  it('offers the notification before anything else', async () => {
    const { page } = welcome({ ...FIREFOX, notifications: { request: async () => true } });
    await press('Continue');
    expect(screen.getByText(/the gentlest way/)).toBeTruthy();
    await press('Allow notifications');
    expect(page.stored.promptStyle).toBe('notification');
    expect(button('Show it')).toBeTruthy();
  });

  it('goes on with a tab if that is declined', async () => {
    const { page, told } = welcome(FIREFOX);
    await press('Continue');
    await press('Use a tab instead');
    expect(page.stored.promptStyle).toBe('tab');
    await press('Show it');
    expect(told.test).toHaveBeenCalledOnce();
  });
});

describe('the second step where small windows are often hidden', () => {
  it('offers the notification first, and the small window with its test', async () => {
    const { page, told } = welcome({ notifyFirst: true });
    await press('Continue');
    expect(screen.getByText(/opens behind the browser/)).toBeTruthy();
    await press('Use a small window instead');
    await press('Show it');
    expect(told.test).toHaveBeenCalledOnce();
    expect(page.stored.promptStyle).toBe('smallWindow');
  });
});

describe('the third step', () => {
  const toThird = async () => {
    await press('Continue');
    await press('Show it');
    await press('Yes, I saw it');
  };

  it('begins a real break of a minute', async () => {
    const { told } = welcome();
    await toThird();
    await press(/Breathe/);
    expect(told.breathe).toHaveBeenCalledExactlyOnceWith(60);
    expect(heading().textContent).toBe('That is all');
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

  it('says where Exhale is, and nothing about pinning if it is pinned', async () => {
    welcome({ pinned: true });
    await toThird();
    expect(screen.queryByText(/The pin beside its name/)).toBeNull();
    cleanup();
    welcome({ pinned: false });
    await toThird();
    expect(screen.getByText(/The pin beside its name/)).toBeTruthy();
  });
});
