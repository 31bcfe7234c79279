// @vitest-environment happy-dom

import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PARTS } from '../../../entrypoints/options/usePlace.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import {
  button,
  click,
  field,
  find,
  openSettings,
  press,
  radio,
  said,
  toggle,
} from './settingsPage.tsx';

beforeEach(() => {
  speakEnglish();
  history.replaceState(null, '', location.pathname);
  Element.prototype.scrollIntoView = () => {};
  window.scrollTo = () => {};
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const inView = () =>
  [...document.querySelectorAll<HTMLElement>('[data-part]')]
    .filter((part) => !part.hidden)
    .map(({ id }) => id);
const more = (part: string) => document.getElementById(`${part}-more`) as HTMLElement;
const goTo = (hash: string) =>
  act(async () => {
    location.hash = hash;
    window.dispatchEvent(new Event('hashchange'));
  });
const search = () => document.querySelector('input[type="search"]') as HTMLInputElement;
const ask = async (query: string) => {
  await act(async () => {
    fireEvent.input(search(), { target: { value: query } });
  });
};
const key = (target: EventTarget, name: string, more = {}) =>
  act(async () => {
    fireEvent.keyDown(target as Element, { key: name, bubbles: true, ...more });
  });
const found = () =>
  [...document.querySelectorAll('#found button')].map((result) =>
    [...result.children].map((part) => part.textContent).join(' in '),
  );

describe('the sections of the settings', () => {
  it('are six, of which the first is in view, and only basic rows of it', () => {
    openSettings();
    expect(PARTS).toHaveLength(6);
    expect(inView()).toEqual(['schedule']);
    expect(more('schedule').hidden).toBe(true);
    expect(document.title).toBe('Schedule · Settings · Exhale');
  });

  it('meet a new person with about a dozen rows', () => {
    openSettings();
    const basic = [...document.querySelectorAll('[data-row]')].filter((row) => {
      const part = row.closest('[data-part]')?.id ?? '';
      return !row.closest('[data-more]') && !['data', 'about'].includes(part);
    });
    expect(basic.length).toBeGreaterThanOrEqual(10);
    expect(basic.length).toBeLessThanOrEqual(18);
  });

  it('follow the address, with the focus on the heading and the name in the title', async () => {
    openSettings();
    await goTo('#reminders');
    expect(inView()).toEqual(['reminders']);
    expect(document.activeElement?.textContent).toBe('Reminders');
    expect(document.title).toBe('Reminders · Settings · Exhale');
    await goTo('');
    expect(inView()).toEqual(['schedule']);
  });

  it('are led to from the list', () => {
    openSettings();
    const links = [...document.querySelectorAll('nav a')].filter((link) =>
      link.getAttribute('href')?.startsWith('#'),
    );
    expect(links.map((link) => link.textContent)).toEqual([
      'Schedule',
      'Breaks',
      'Reminders',
      'Sound and look',
      'Data',
      'About',
    ]);
    expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([
      'true',
      ...Array(5).fill(null),
    ]);
  });

  it('open what an address leads into', async () => {
    openSettings();
    await goTo('#sites');
    expect(inView()).toEqual(['reminders']);
    expect(more('reminders').hidden).toBe(false);
    expect(document.activeElement?.id).toBe('sites-title');
  });

  it.each([
    ['#rhythm', 'schedule'],
    ['#ask', 'reminders'],
    ['#breathing', 'breaks'],
    ['#hours', 'schedule'],
    ['#sound', 'sound'],
    ['#massage', 'breaks'],
    ['#nowhere', 'schedule'],
  ])('are found by an older address: %s', async (hash, part) => {
    history.replaceState(null, '', hash);
    openSettings();
    expect(inView()).toEqual([part]);
  });

  it('are scrolled to once they are in view, also while the page opens', () => {
    history.replaceState(null, '', '#sites');
    const hidden: boolean[] = [];
    Element.prototype.scrollIntoView = function () {
      hidden.push(this.closest('[hidden]') !== null);
    };
    openSettings();
    expect(hidden).toEqual([false]);
    expect(document.activeElement?.id).toBe('sites-title');
  });

  it('show the rest behind “More”, and hide it again', async () => {
    openSettings();
    const line = button('More: Schedule');
    expect(line.getAttribute('aria-expanded')).toBe('false');
    await click(line);
    expect(more('schedule').hidden).toBe(false);
    expect(line.getAttribute('aria-expanded')).toBe('true');
    await click(line);
    expect(more('schedule').hidden).toBe(true);
  });
});

describe('the search', () => {
  it('is reached by “/” from anywhere but a field that is typed into', async () => {
    openSettings();
    await key(document.body, '/');
    expect(document.activeElement).toBe(search());
    const interval = field('Short: time at the screen before a break');
    interval.focus();
    await key(interval, '/');
    expect(document.activeElement).toBe(interval);
    await key(document.body, '/', { ctrlKey: true });
    expect(document.activeElement).toBe(interval);
  });

  it('finds rows by label, hint and choices in all sections, and says where they are', async () => {
    openSettings();
    await ask('later');
    expect(found()[0]).toBe('“Later” postpones by in Reminders');
    await ask('TYPING');
    expect(found()).toContain('Wait for a good moment, up to in Reminders');
    await ask('firm');
    expect(found()).toContain('How hard to put off in Reminders');
    await ask('icon minutes');
    expect(found()).toEqual(['Minutes on the icon in Reminders']);
    expect(said()).toContain('1 setting found. Enter goes to it.');
    expect(document.getElementById('schedule')?.parentElement?.hidden).toBe(true);
  });

  it('goes to the first by Enter: its section, “More” open, the focus on its control', async () => {
    openSettings();
    await ask('icon minutes');
    await key(search(), 'Enter');
    expect(inView()).toEqual(['reminders']);
    expect(more('reminders').hidden).toBe(false);
    expect(document.activeElement).toBe(radio('Never'));
    expect(location.hash).toBe('#reminders');
    expect(search().value).toBe('');
    expect(found()).toEqual([]);
  });

  it('goes to any other by arrows and a press', async () => {
    openSettings();
    await ask('screen');
    const results = [...document.querySelectorAll<HTMLElement>('#found button')];
    expect(results.length).toBeGreaterThan(2);
    search().focus();
    await key(search(), 'ArrowDown');
    expect(document.activeElement).toBe(results[0]);
    await key(results[0] as HTMLElement, 'ArrowDown');
    expect(document.activeElement).toBe(results[1]);
    await key(results[1] as HTMLElement, 'ArrowUp');
    await key(results[0] as HTMLElement, 'ArrowUp');
    expect(document.activeElement).toBe(search());
    await press(/No reminders in full screen/);
    expect(document.activeElement).toBe(toggle('No reminders in full screen'));
  });

  it('says so when nothing fits, and Esc ends it', async () => {
    openSettings();
    await ask('zzz');
    expect(screen.getByText('Nothing found for “zzz”.')).toBeTruthy();
    await key(search(), 'Escape');
    expect(search().value).toBe('');
    expect(document.getElementById('found')).toBeNull();
    expect(inView()).toEqual(['schedule']);
  });

  it('ends when a link leads to a section', async () => {
    openSettings();
    await ask('later');
    await goTo('#breaks');
    expect(document.getElementById('found')).toBeNull();
    expect(inView()).toEqual(['breaks']);
  });
});

describe('“Saved”', () => {
  const marks = () =>
    [...document.querySelectorAll('[data-ok]')].map((mark) => [
      mark.closest('[data-row]')?.querySelector('[data-row-label]')?.textContent,
      mark.textContent,
    ]);

  it('stands beside the control that was changed, for a while', async () => {
    vi.useFakeTimers();
    openSettings();
    await click(toggle('No reminders in full screen'));
    expect(marks()).toEqual([['No reminders in full screen', 'Saved']]);
    await click(radio('Wait'));
    expect(marks()).toEqual([['How hard to put off', 'Saved']]);
    expect(said()).toContain('Saved');
    await act(async () => {
      vi.advanceTimersByTime(4100);
    });
    expect(marks()).toEqual([]);
    expect(said()).not.toContain('Saved');
  });

  it('stands beside a rhythm and a preference as well', async () => {
    openSettings();
    await click(toggle('Long: on'));
    expect(find('[role="group"]', 'Long')?.textContent).toContain('Saved');
    await click(radio('Night'));
    expect(marks()).toEqual([['A break looks like', 'Saved']]);
  });

  it('becomes “Not saved” without an answer, and stays', async () => {
    vi.useFakeTimers();
    openSettings({ deeds: { save: async () => ({ ok: false as const, refusal: null }) } });
    await click(toggle('No reminders in full screen'));
    expect(marks()).toEqual([['No reminders in full screen', 'Not saved']]);
    await act(async () => {
      vi.advanceTimersByTime(10_000);
    });
    expect(marks()).toHaveLength(1);
    expect(said()).toContain('Not saved. Exhale did not answer');
  });

  it('is not said of a value that was refused', async () => {
    openSettings();
    const later = field('“Later” postpones by');
    fireEvent.input(later, { target: { value: '0' } });
    await act(async () => {
      window.dispatchEvent(new Event('pagehide'));
    });
    expect(marks()).toEqual([]);
  });
});
