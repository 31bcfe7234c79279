// @vitest-environment happy-dom

import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { phases } from '../../../core/patterns.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { MARKUP, madeOf } from '../../components/markup.ts';
import { pageClock } from '../../components/pageClock.ts';
import {
  button,
  click,
  field,
  find,
  noteOf,
  openSettings,
  press,
  settle,
  status,
  type,
} from './settingsPage.tsx';

const OWN = { ownPatterns: { 'own-a': { ...phases(4, 0, 0, 6, 0), name: 'Mine' } } };

beforeEach(() => {
  speakEnglish();
  pageClock();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const radio = (name: string): HTMLInputElement => {
  const found = find('input[type="radio"]', name);
  if (found === null) throw new Error(`there is no choice named ${name}`);
  return found as HTMLInputElement;
};
const CAUTION = /These patterns hold the breath/;

describe('a pattern without holds', () => {
  it('takes effect at once, and shows its sources and its caution', async () => {
    const { page } = openSettings();
    await click(radio('Slow even breathing'));
    expect(page.stored.pattern).toBe('even');
    expect(screen.getByText('Many studies agree.')).toBeTruthy();
    expect(screen.getByText(/Small breaths are enough\. If you feel dizzy/)).toBeTruthy();
    await press('Where this comes from');
    expect((await screen.findByText(/Laborde et al\./)).closest('a')?.href).toMatch(/doi\.org/);
  });
});

describe('a pattern with holds', () => {
  const choose = async (name: string, given = {}) => {
    const opened = openSettings(given);
    if (find('input[type="radio"]', name) === null) await press('Patterns with breath holds');
    await click(radio(name));
    return opened;
  };

  it('is closed at first', () => {
    openSettings();
    expect(find('input[type="radio"]', 'Box breathing')).toBeNull();
  });

  it('shows its caution before it takes effect', async () => {
    const { page } = await choose('Box breathing');
    expect(screen.getByText(CAUTION)).toBeTruthy();
    expect(page.stored.pattern).toBe('longExhale');
    expect(radio('Box breathing').checked).toBe(false);
  });

  it('is used once that is read, which is not asked again before the break', async () => {
    const { page } = await choose('Box breathing');
    await press(/^Use it/);
    expect(page.stored.pattern).toBe('box');
    expect(page.preferences.careRead.holds).toBe(true);
    expect(document.activeElement).toBe(radio('Box breathing'));
  });

  it('can be replaced by the same without holds', async () => {
    const { page } = await choose('4-7-8');
    await click(radio('Box breathing'));
    await press(/^The same without pauses/);
    expect(page.stored.pattern).toBe('even');
    expect(screen.queryByText(CAUTION)).toBeNull();
  });

  it('leaves what was there when that is wished', async () => {
    const { page, deeds } = await choose('4-7-8');
    await press(/^Keep what I have/);
    expect(page.stored.pattern).toBe('longExhale');
    expect(deeds.save).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(radio('Long exhale'));
  });

  it('asks the same for an own pattern', async () => {
    const preferences = { ownPatterns: { 'own-a': { ...phases(4, 2, 4, 6, 0), name: 'Mine' } } };
    const { page } = await choose('Mine', { preferences });
    expect(page.stored.pattern).toBe('longExhale');
    expect(find('button', /^The same without/)).not.toBeNull();
    await press(/^Use it/);
    expect(page.stored.pattern).toBe('own-a');
  });

  it('is open if it is chosen already', () => {
    openSettings({ settings: { ...DEFAULT_SETTINGS, pattern: 'box' } });
    expect(radio('Box breathing').checked).toBe(true);
  });
});

describe('the length of a breath', () => {
  const PACE = 'One breath lasts';

  it('is set in half seconds, for the pattern that is chosen', async () => {
    const { page } = openSettings();
    type(field(PACE), '10.5');
    await settle();
    expect(page.preferences.paces).toEqual({ longExhale: 10.5 });
    expect(noteOf(field(PACE))).toBe('5.7 breaths a minute');
  });

  it('goes back to the usual one', async () => {
    const { page } = openSettings({ preferences: { paces: { longExhale: 12 } } });
    expect((field(PACE) as HTMLInputElement).value).toBe('12');
    await press('Usual pace');
    expect(page.preferences.paces).toEqual({});
    expect(find('button', 'Usual pace')).toBeNull();
  });

  it.each([
    ['14', 'At most 13 s. 10 s stays in use until you change this.'],
    [
      '9.3',
      'Whole and half seconds only, such as 4 or 4.5. 10 s stays in use until you change this.',
    ],
  ])('is refused beside its field: %s', async (typed, why) => {
    const { page, deeds } = openSettings();
    type(field(PACE), typed);
    await settle();
    expect(noteOf(field(PACE))).toBe(why);
    expect(deeds.changePreferences).not.toHaveBeenCalled();
    expect(page.preferences.paces).toEqual({});
  });

  it('cannot be set where the breath is only noticed', () => {
    openSettings({ settings: { ...DEFAULT_SETTINGS, pattern: 'noticing' } });
    expect(find('[role="spinbutton"]', PACE)).toBeNull();
  });

  it('of a pattern with holds only gets shorter', async () => {
    const { page } = openSettings({ settings: { ...DEFAULT_SETTINGS, pattern: 'box' } });
    type(field(PACE), '12');
    await settle();
    expect(page.preferences.paces).toEqual({ box: 12 });
    type(field(PACE), '17');
    await settle();
    expect(noteOf(field(PACE))).toMatch(/^At most 16 s/);
  });
});

describe('an own pattern', () => {
  it.each(MARKUP)('shows its name as text: %s', (name) => {
    openSettings({
      preferences: { ownPatterns: { 'own-a': { ...phases(4, 0, 0, 6, 0), name } } },
    });
    expect(radio(name)).toBeTruthy();
    expect(document.body.textContent).toContain(name);
    expect(madeOf()).toEqual([]);
  });

  it('is added, named, set and offered among the others', async () => {
    const { page } = openSettings();
    await press('Add a pattern of your own');
    const name = document.activeElement as HTMLInputElement;
    expect(name.value).toBe('My own pace');
    type(name, 'Slow evening');
    type(field('Breathe out'), '7.5');
    await settle();
    expect(Object.values(page.preferences.ownPatterns)).toEqual([
      { ...phases(4, 0, 0, 7.5, 0), name: 'Slow evening' },
    ]);
    await click(radio('Slow evening'));
    expect(page.stored.pattern).toBe(Object.keys(page.preferences.ownPatterns)[0]);
  });

  it.each([
    [
      'too fast as a whole',
      'Breathe out',
      '0.5',
      /shorter than 5 s: 12 a minute is the fastest\. 6 s stays in use/,
    ],
    ['too slow as a whole', 'Breathe out', '20', /longer than 20 s: 3 a minute is the slowest/],
    ['too long in a pause', 'Pause before out', '8', /At most 7 s\. 0 s stays in use/],
    ['of no half seconds', 'Breathe in', '4.3', /Whole and half seconds only/],
  ])('is refused where it is %s, and not stored', async (_, label, typed, why) => {
    const { page } = openSettings({ preferences: OWN });
    await press('Change “Mine”');
    type(field(label), typed);
    await settle();
    expect(noteOf(field(label))).toMatch(why);
    expect(page.preferences.ownPatterns).toEqual(OWN.ownPatterns);
    expect(status()).toBe('Saved, except one value');
    expect((field(label) as HTMLInputElement).value).toBe(typed);
  });

  it('names the breath out when another part makes the whole too slow, and is mended by any of them', async () => {
    const { page } = openSettings({ preferences: OWN });
    await press('Change “Mine”');
    type(field('Breathe in'), '12');
    type(field('Pause before in'), '5');
    await settle();
    expect(noteOf(field('Breathe out'))).toMatch(/longer than 20 s/);
    type(field('Breathe in'), '9');
    await settle();
    expect(noteOf(field('Breathe out')) ?? '').toBe('');
    expect(page.preferences.ownPatterns['own-a']).toMatchObject({
      inSeconds: 9,
      holdOutSeconds: 5,
    });
  });

  it('has to have a name', async () => {
    const { page } = openSettings({ preferences: OWN });
    await press('Change “Mine”');
    const name = find('input[type="text"]', 'Name') as HTMLElement;
    type(name, ' ');
    await settle();
    expect(noteOf(name)).toMatch(/Use 1 to 40 characters/);
    expect(page.preferences.ownPatterns).toEqual(OWN.ownPatterns);
  });

  it('shows its caution when it holds the breath', async () => {
    openSettings({ preferences: OWN });
    await press('Change “Mine”');
    expect(screen.queryByText(CAUTION)).toBeNull();
    type(field('Pause before out'), '2');
    expect(screen.getByText(CAUTION)).toBeTruthy();
  });

  it('moves beside its fields, and can be stopped', async () => {
    const clock = pageClock();
    openSettings({ preferences: OWN });
    await press('Change “Mine”');
    expect(clock.animated).toHaveLength(12);
    await press('Less motion');
    expect(clock.animated.slice(-12).every(({ state }) => state === 'paused')).toBe(true);
    expect(button('Let it breathe')).toBeTruthy();
  });

  it('lights up in lines where nothing may move', async () => {
    const clock = pageClock();
    openSettings({ preferences: OWN, settings: { ...DEFAULT_SETTINGS, motion: 'reduced' } });
    await press('Change “Mine”');
    expect(clock.animated).toHaveLength(13);
    expect(clock.animated.every(({ frames }) => frames[0]?.transform === undefined)).toBe(true);
  });

  it('is taken away, and the usual one takes its place', async () => {
    const { page } = openSettings({
      preferences: OWN,
      settings: { ...DEFAULT_SETTINGS, pattern: 'own-a' },
    });
    await press('Remove “Mine”');
    expect(page.preferences.ownPatterns).toEqual({});
    expect(page.stored.pattern).toBe('longExhale');
    expect(document.activeElement).toBe(button('Add a pattern of your own'));
  });

  it('is one of at most twelve', async () => {
    const many = Array.from({ length: 12 }, (_, nth) => [`own-${nth}`, OWN.ownPatterns['own-a']]);
    const { page } = openSettings({ preferences: { ownPatterns: Object.fromEntries(many) } });
    await press('Add a pattern of your own');
    expect(screen.getByText('There can be 12 patterns of your own.')).toBeTruthy();
    expect(Object.keys(page.preferences.ownPatterns)).toHaveLength(12);
  });
});
