// @vitest-environment happy-dom

import { act, cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { MEETING_SITES } from '../../../entrypoints/options/reminders/meetingSites.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { button, find, noteOf, openSettings, press, said, type } from './settingsPage.tsx';

beforeEach(speakEnglish);
afterEach(cleanup);

const ALLOW = 'Let Exhale see the site';
const STOP = 'Stop looking at sites';
const USUAL = 'Add the usual meeting sites';
const CALLS = 'Calls: add a site';
const QUIET = 'No breaks here: add a site';

const section = () => document.getElementById('sites') as HTMLElement;
const field = (name: string) => find('input', name) as HTMLInputElement;
const rows = (list: string) =>
  [...(find('ul', list)?.querySelectorAll('li > span') ?? [])].map(
    ({ textContent }) => textContent,
  );

async function enter(name: string, text: string) {
  await act(async () => {
    type(field(name), text);
  });
  await act(async () => {
    fireEvent.submit(field(name).form as HTMLFormElement);
  });
}

/** The page with a browser that answers like this, and reports what it granted. */
function open(given: Partial<Settings> = {}, { allowed = true, grants = true } = {}) {
  const sites = {
    allowed,
    request: vi.fn(async () => {
      sites.allowed = grants;
      opened.draw();
      return grants;
    }),
    remove: vi.fn(async () => {
      sites.allowed = false;
      opened.draw();
      return true;
    }),
  };
  const opened = openSettings({ settings: { ...DEFAULT_SETTINGS, ...given }, sites });
  return { ...opened, sites };
}

describe('before sites are seen', () => {
  it('what it is for is told, and what the browser is going to ask', () => {
    open({}, { allowed: false });
    expect(section().textContent).toContain('recognize calls and stay quiet on sites you choose');
    expect(section().textContent).toContain('“Read your browsing history”');
    expect(section().textContent).toContain('stores and sends no address');
    expect(find('input', CALLS)).toBeNull();
  });

  it('nothing is said or offered until the browser has told', () => {
    openSettings({ sites: { allowed: null } });
    expect(find('button', ALLOW)).toBeNull();
    expect(find('button', STOP)).toBeNull();
  });

  it('the browser is asked straight from the click; the usual meeting sites are put in at once', async () => {
    const { page, deeds, sites } = open({}, { allowed: false });
    fireEvent.click(button(ALLOW));
    expect(sites.request).toHaveBeenCalledOnce();
    await act(async () => undefined);
    expect(deeds.save).toHaveBeenCalledExactlyOnceWith({ callSites: [...MEETING_SITES] });
    expect(page.stored.callSites).toEqual([...MEETING_SITES]);
    expect(rows('Calls')).toEqual([...MEETING_SITES]);
    expect(document.activeElement).toBe(find('[role="switch"]', 'No reminders in calls'));
  });

  it('a no is taken calmly, and changes nothing', async () => {
    const { deeds } = open({}, { allowed: false, grants: false });
    await press(ALLOW);
    expect(said()).toContain('It was not allowed. Exhale goes on as before.');
    expect(button(ALLOW)).toBeTruthy();
    expect(deeds.save).not.toHaveBeenCalled();
  });

  it('earlier lists are kept, shown, and not filled again', async () => {
    const { page } = open({ quietSites: ['example.com'] }, { allowed: false });
    expect(section().textContent).toContain('They are kept.');
    await press(ALLOW);
    expect(page.stored).toMatchObject({ callSites: [], quietSites: ['example.com'] });
    expect(rows('No breaks here')).toEqual(['example.com']);
  });
});

describe('a list of sites', () => {
  it('takes a host out of what was typed, on top, and says so', async () => {
    const { page } = open({ callSites: ['a.example'] });
    await enter(CALLS, 'https://Meet.Example.com/room');
    expect(page.stored.callSites).toEqual(['meet.example.com', 'a.example']);
    expect(rows('Calls')).toEqual(['meet.example.com', 'a.example']);
    expect(field(CALLS).value).toBe('');
    expect(said()).toContain('meet.example.com was added.');
    expect(page.stored.quietSites).toEqual([]);
  });

  it('refuses what is no site, in place of its hint, until something else is typed', async () => {
    const { deeds } = open();
    await enter(QUIET, 'no such site');
    expect(noteOf(field(QUIET))).toBe('This is no site yet. One looks like this: example.com');
    expect(field(QUIET).getAttribute('aria-invalid')).toBe('true');
    expect(field(QUIET).value).toBe('no such site');
    type(field(QUIET), 'example.co');
    await act(async () => undefined);
    expect(noteOf(field(QUIET))).toBe('Nothing is asked while one of these is in view.');
    expect(deeds.save).not.toHaveBeenCalled();
  });

  it('holds none twice, nor one that belongs to another', async () => {
    const { page } = open({ quietSites: ['example.com'] });
    await enter(QUIET, 'EXAMPLE.com');
    expect(noteOf(field(QUIET))).toBe('example.com is in the list already.');
    await enter(QUIET, 'mail.example.com');
    expect(noteOf(field(QUIET))).toBe('example.com is in the list already.');
    await enter(QUIET, 'myexample.com');
    expect(page.stored.quietSites).toEqual(['myexample.com', 'example.com']);
  });

  it('holds a hundred', async () => {
    const full = Array.from({ length: 100 }, (_, nth) => `s${nth}.example`);
    const { page, deeds } = open({ quietSites: full, callSites: full });
    await enter(QUIET, 'example.com');
    expect(noteOf(field(QUIET))).toBe('The list can hold 100 sites.');
    await press(USUAL);
    expect(noteOf(field(CALLS))).toBe('The list can hold 100 sites.');
    expect(deeds.save).not.toHaveBeenCalled();
    expect(page.stored.quietSites).toHaveLength(100);
  });

  it('loses one; the keyboard goes on at the next, at the last, and then at the field', async () => {
    const { page } = open({ quietSites: ['a.example', 'b.example', 'c.example'] });
    await press('Remove b.example');
    expect(page.stored.quietSites).toEqual(['a.example', 'c.example']);
    expect(said()).toContain('b.example was removed.');
    expect(document.activeElement).toBe(button('Remove c.example'));
    await press('Remove c.example');
    expect(document.activeElement).toBe(button('Remove a.example'));
    await press('Remove a.example');
    expect(document.activeElement).toBe(field(QUIET));
    expect(find('ul', 'No breaks here')).toBeNull();
  });

  it('of calls offers the usual ones again where some are missing', async () => {
    const { page } = open({ callSites: ['example.com', ...MEETING_SITES] });
    expect(find('button', USUAL)).toBeNull();
    await press('Remove whereby.com');
    await press(USUAL);
    expect(page.stored.callSites).toHaveLength(MEETING_SITES.length + 1);
    expect(page.stored.callSites.at(-1)).toBe('whereby.com');
    expect(said()).toContain('The usual meeting sites were added.');
    expect(find('button', USUAL)).toBeNull();
    expect(document.activeElement).toBe(field(CALLS));
  });

  it('of calls says when calls hold nothing back', () => {
    open({ holdBack: { ...DEFAULT_SETTINGS.holdBack, call: false } });
    expect(noteOf(field(CALLS))).toBe(
      '“No reminders in calls” is off, so nothing waits for these.',
    );
  });
});

describe('to stop looking at sites', () => {
  it('gives the permission back, and keeps the lists', async () => {
    const { page, deeds, sites } = open({ callSites: ['example.com'] });
    await press(STOP);
    expect(sites.remove).toHaveBeenCalledOnce();
    expect(section().textContent).toContain('your lists hold nothing back. They are kept.');
    expect(document.activeElement).toBe(button(ALLOW));
    expect(deeds.save).not.toHaveBeenCalled();
    expect(page.stored.callSites).toEqual(['example.com']);
  });
});

describe('what Exhale sees', () => {
  it.each([
    [false, 'It never looks at addresses'],
    [true, 'because you allowed it, the addresses of tabs'],
  ])('is told as it is when sites are seen: %s', async (allowed, words) => {
    open({}, { allowed });
    await press('What Exhale sees');
    expect(document.getElementById('about')?.textContent).toContain(words);
  });
});
