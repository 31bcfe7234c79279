// @vitest-environment happy-dom

import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import { type BreakPreferences, DEFAULT_PREFERENCES } from '../../../core/breaks/preferences.ts';
import { PATTERN_IDS } from '../../../core/patternIds.ts';
import { hasHolds, PATTERNS, phases } from '../../../core/patterns.ts';
import { encode } from '../../../core/records/envelope.ts';
import { POLICY } from '../../../core/records/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { t } from '../../../shell/words/t.ts';
import { MARKUP, madeOf } from '../../components/markup.ts';
import { popup, WORKING } from './popupOver.tsx';

beforeEach(() => browser.storage.local.clear());
afterEach(cleanup);

/** The popup with the person's own items and settings, and one of its menus opened. */
async function opened(
  menu: 'More' | 'Length and pattern',
  preferences: Partial<BreakPreferences> = {},
  settings: Partial<Settings> = {},
) {
  await browser.storage.local.set({
    preferences: encode({ ...DEFAULT_PREFERENCES, ...preferences }),
  });
  const given = popup(WORKING, { settings: { ...DEFAULT_SETTINGS, ...settings } });
  await act(async () => {
    given.press(menu);
  });
  // Stored data has arrived and is drawn.
  await act(async () => {
    await browser.storage.local.get('preferences');
  });
  return given;
}

describe('a break in “More”', () => {
  it('lasts as long as a rhythm of its kind', async () => {
    const rhythms = {
      short: { on: true, intervalMinutes: 30, breakSeconds: 90, kind: 'eyes' as const },
    };
    const { told, choose } = await opened('More', {}, { rhythms });
    choose('Look far away 90 sec');
    expect(told).toMatchObject([{ kind: 'eyes', seconds: 90 }]);
  });

  it.each(MARKUP)('shows the name of an own one as text: %s', async (title) => {
    await opened('More', { ownBreaks: { 'own-b': { title, steps: ['Look out.'] } } });
    expect(screen.getAllByRole('menuitem').at(-1)?.textContent).toContain(title);
    expect(madeOf()).toEqual([]);
  });

  it('can be an own break, for as long as it takes to read', async () => {
    const ownBreaks = {
      'own-b': { title: 'Window', steps: ['Open it.', 'Look out.', 'Close it.'] },
    };
    const { told, choose } = await opened('More', { ownBreaks });
    expect(screen.getAllByRole('menuitem').at(-1)?.textContent).toBe('Window 15 sec');
    choose('Window 15 sec');
    expect(told).toMatchObject([{ kind: 'own-b', seconds: 15 }]);
  });
});

describe('the arrow beside “Breathe”', () => {
  const list = () => screen.getByLabelText<HTMLSelectElement>('How to breathe');
  const names = () => [...list().options].map(({ textContent }) => textContent);
  const ownPatterns = {
    'own-a': { ...phases(4, 0, 0, 7, 0), name: 'Slow evening' },
    'own-p': { ...phases(4, 0, 4, 4, 0), name: 'With a rest' },
  };

  it('opens a choice of lengths and patterns, and stays open while they change', async () => {
    const { told } = await opened('Length and pattern');
    const lengths = screen.getAllByRole<HTMLInputElement>('radio');
    expect(lengths.map(({ value, checked }) => [value, checked])).toEqual([
      ['60', true],
      ['180', false],
      ['300', false],
      ['600', false],
    ]);
    fireEvent.click(screen.getByRole('radio', { name: '3 min' }));
    fireEvent.change(list(), { target: { value: 'even' } });
    expect(told).toEqual([
      { type: 'changeSettings', patch: { breathingSeconds: 180 } },
      { type: 'changeSettings', patch: { pattern: 'even' } },
    ]);
  });

  it.each([
    ['breathingSeconds', 180, 'radio'],
    ['pattern', 'even', 'combobox'],
  ] as const)(
    'shows %s as an organization has locked it, and says so',
    async (name, value, role) => {
      const locked = { [name]: value };
      await browser.storage.local.set({ policy: encode({ ...POLICY.atFirst, locked }) });
      await opened('Length and pattern', {}, locked);
      await screen.findByText('Your organization sets this.');
      const isOff = (one: HTMLElement) => (one as HTMLInputElement).disabled;
      expect(screen.getAllByRole(role).every(isOff)).toBe(true);
      const other = role === 'radio' ? 'combobox' : 'radio';
      expect(screen.getAllByRole(other).some(isOff)).toBe(false);
    },
  );

  it('has the length in use, even if it is another', async () => {
    await opened('Length and pattern', {}, { breathingSeconds: 90 });
    const chosen = screen.getByRole<HTMLInputElement>('radio', { name: '90 sec' });
    expect(chosen.checked).toBe(true);
  });

  it('offers the usual patterns and own ones, but none with holds', async () => {
    await opened('Length and pattern', { ownPatterns });
    const withoutHolds = PATTERN_IDS.filter((id) => !hasHolds(PATTERNS[id]));
    const usual = withoutHolds.map((id) => t(`pattern_${id}_name`));
    expect(usual).toContain('Long exhale');
    expect(usual).not.toContain('Box breathing');
    expect(names()).toEqual([...usual, 'Slow evening']);
  });

  it.each(MARKUP)('shows the name of an own one as text: %s', async (name) => {
    await opened('Length and pattern', {
      ownPatterns: { 'own-a': { ...phases(4, 0, 0, 7, 0), name } },
    });
    expect(names()).toContain(name);
    expect(madeOf()).toEqual([]);
  });

  it.each([
    ['box', 'Box breathing'],
    ['own-p', 'With a rest'],
  ] as const)('shows one with holds if it is chosen already: %s', async (pattern, name) => {
    await opened('Length and pattern', { ownPatterns }, { pattern });
    expect(list().selectedOptions[0]?.textContent).toBe(name);
  });
});
