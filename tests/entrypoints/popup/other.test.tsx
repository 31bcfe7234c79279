// @vitest-environment happy-dom

import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BreakPreferences, DEFAULT_PREFERENCES } from '../../../core/breaks/preferences.ts';
import { hasHolds, PATTERN_IDS, PATTERNS, phases } from '../../../core/patterns.ts';
import { encode } from '../../../core/records/envelope.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { browser } from '../../../shell/browser.ts';
import { t } from '../../../shell/words/t.ts';
import { popup, WORKING } from './popupOver.tsx';

beforeEach(() => browser.storage.local.clear());
afterEach(cleanup);

/** “More” opened, with the person's own items and settings. */
async function more(preferences: Partial<BreakPreferences> = {}, settings: Partial<Settings> = {}) {
  await browser.storage.local.set({
    preferences: encode({ ...DEFAULT_PREFERENCES, ...preferences }),
  });
  const opened = popup(WORKING, { settings: { ...DEFAULT_SETTINGS, ...settings } });
  await act(async () => {
    opened.press('More');
  });
  // Stored data has arrived and is drawn.
  await act(async () => {
    await browser.storage.local.get('preferences');
  });
  return opened;
}

const list = (name: string) => screen.getByLabelText<HTMLSelectElement>(name);
const optionsOf = (name: string) => [...list(name).options].map(({ textContent }) => textContent);
const choose = (name: string, value: string) => fireEvent.change(list(name), { target: { value } });

describe('another break', () => {
  it('is begun from a list of those that have no button', async () => {
    const { told, press } = await more();
    choose('Another break', 'neck');
    press(/^Begin.*1 min/);
    expect(told).toEqual([{ type: 'startBreak', kind: 'neck', seconds: 60 }]);
    expect(screen.queryByText('I just rested')).toBeNull();
  });

  it('lasts as long as a rhythm of its kind', async () => {
    const rhythms = {
      short: { on: true, intervalMinutes: 30, breakSeconds: 90, kind: 'eyes' as const },
    };
    const { told, press } = await more({}, { rhythms });
    choose('Another break', 'eyes');
    press(/^Begin.*90 sec/);
    expect(told).toMatchObject([{ kind: 'eyes', seconds: 90 }]);
  });

  it('can be an own break, for as long as it takes to read', async () => {
    const ownBreaks = {
      'own-b': { title: 'Window', steps: ['Open it.', 'Look out.', 'Close it.'] },
    };
    const { told, press } = await more({ ownBreaks });
    expect(optionsOf('Another break').at(-1)).toBe('Window');
    choose('Another break', 'own-b');
    press(/^Begin.*15 sec/);
    expect(told).toMatchObject([{ kind: 'own-b', seconds: 15 }]);
  });
});

describe('how to breathe', () => {
  const ownPatterns = {
    'own-a': { ...phases(4, 0, 0, 7, 0), name: 'Slow evening' },
    'own-p': { ...phases(4, 0, 4, 4, 0), name: 'With a rest' },
  };

  it('offers the usual patterns and own ones, but none with holds', async () => {
    await more({ ownPatterns });
    const withoutHolds = PATTERN_IDS.filter((id) => !hasHolds(PATTERNS[id]));
    const names = withoutHolds.map((id) => t(`pattern_${id}_name`));
    expect(names).toContain('Long exhale');
    expect(names).not.toContain('Box breathing');
    expect(optionsOf('How to breathe')).toEqual([...names, 'Slow evening']);
  });

  it.each([
    ['box', 'Box breathing'],
    ['own-p', 'With a rest'],
  ] as const)('shows one with holds if it is chosen already: %s', async (pattern, name) => {
    await more({ ownPatterns }, { pattern });
    expect(list('How to breathe').selectedOptions[0]?.textContent).toBe(name);
  });
});
