// @vitest-environment happy-dom

import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import type { Saved } from '../../../entrypoints/options/useSaving.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import {
  button,
  chooseFile,
  click,
  field,
  noteOf,
  openSettings,
  press,
  radio,
  said,
  settle,
  status,
  toggle,
  type,
} from './settingsPage.tsx';

beforeEach(speakEnglish);
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const REST = 'Time away counts as a rest after';
const SHORT = 'Short: time at the screen before a break';

describe('the settings page', () => {
  it('stores a switch at once, and says so', async () => {
    const { page } = openSettings();
    expect(status()).toBe('');
    await click(toggle('No reminders in full screen'));
    expect(page.stored.holdBack).toEqual({ fullScreen: false, call: true, watching: true });
    expect(status()).toBe('Saved');
  });

  it('shows a switch before it is stored, and stores it once', async () => {
    let paint = () => {};
    const painting = new Promise<void>((resolve) => {
      paint = resolve;
    });
    const { deeds } = openSettings({ deeds: { painted: () => painting } });
    await click(toggle('No reminders in full screen'));
    expect(toggle('No reminders in full screen').getAttribute('aria-checked')).toBe('false');
    expect(deeds.save).not.toHaveBeenCalled();
    // The page is left in the same moment.
    window.dispatchEvent(new Event('pagehide'));
    expect(deeds.save).toHaveBeenCalledExactlyOnceWith({ holdBack: { fullScreen: false } });
    paint();
    await settle();
    expect(deeds.save).toHaveBeenCalledOnce();
  });

  it('stores a typed number when it rests: 5 on the way to 50 would ask at once', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { page, deeds } = openSettings();
    type(field(SHORT), '5');
    type(field(SHORT), '50');
    expect(deeds.save).not.toHaveBeenCalled();
    await act(async () => {
      await vi.advanceTimersByTimeAsync(1000);
    });
    expect(deeds.save).toHaveBeenCalledExactlyOnceWith({
      rhythms: { short: { intervalMinutes: 50 } },
    });
    expect(page.stored.rhythms.short?.intervalMinutes).toBe(50);
  });

  it('keeps what was typed last when the page is left at once', async () => {
    const { page } = openSettings();
    type(field(REST), '7');
    await settle();
    expect(page.stored.restMinutes).toBe(7);
  });

  it('shows a value that is too small beside its field, with the limit and what stays in use', async () => {
    const { page, deeds } = openSettings();
    type(field(REST), '0');
    await settle();
    expect(noteOf(field(REST))).toBe('At least 1 min. 5 min stays in use until you change this.');
    expect(field(REST).getAttribute('aria-invalid')).toBe('true');
    expect((field(REST) as HTMLInputElement).value).toBe('0');
    expect(status()).toBe('Saved, except one value');
    expect(deeds.save).not.toHaveBeenCalled();
    expect(page.stored).toBe(DEFAULT_SETTINGS);
  });

  it('counts the values that were refused, and forgets each as it is mended', async () => {
    openSettings();
    type(field(REST), '99');
    type(field('“Later” postpones by'), '0');
    await settle();
    expect(status()).toBe('Saved, except 2 values');
    type(field(REST), '9');
    await settle();
    expect(status()).toBe('Saved, except one value');
    type(field('“Later” postpones by'), '10');
    await settle();
    expect(status()).toBe('Saved');
    expect(noteOf(field(REST))).not.toMatch(/stays in use/);
  });

  it('saves other values while one is refused', async () => {
    const { page } = openSettings();
    type(field(REST), '0');
    await settle();
    await act(async () => {
      fireEvent.click(radio('Last ten'));
    });
    expect(page.stored.iconMinutes).toBe('lastTen');
    expect(page.stored.restMinutes).toBe(5);
    expect(status()).toBe('Saved, except one value');
  });

  it('says so when there is no answer, and shows what is really stored', async () => {
    const { page } = openSettings({
      deeds: { save: async (): Promise<Saved> => ({ ok: false, refusal: null }) },
    });
    await click(toggle('No reminders in full screen'));
    expect(status()).toMatch(/^Not saved/);
    expect(toggle('No reminders in full screen').getAttribute('aria-checked')).toBe('true');
    expect(page.stored).toBe(DEFAULT_SETTINGS);
  });

  it('shows what the background refused, although the page had let it pass', async () => {
    openSettings({
      deeds: {
        save: async (): Promise<Saved> => ({
          ok: false,
          refusal: { field: 'restMinutes', problem: 'tooLarge', limit: 8 },
        }),
      },
    });
    type(field(REST), '9');
    await settle();
    expect(noteOf(field(REST))).toBe('At most 8 min. 5 min stays in use until you change this.');
  });

  it('shows a change before it has come back from the store', async () => {
    let answer = (_: Saved) => {};
    openSettings({
      deeds: {
        save: () =>
          new Promise<Saved>((resolve) => {
            answer = resolve;
          }),
      },
    });
    await act(async () => {
      fireEvent.click(toggle('No reminders in full screen'));
    });
    expect(toggle('No reminders in full screen').getAttribute('aria-checked')).toBe('false');
    await act(async () => answer({ ok: true }));
    expect(toggle('No reminders in full screen').getAttribute('aria-checked')).toBe('false');
  });
});

describe('what is stored by a newer Exhale', () => {
  it('is left alone: nothing can be changed beside it, and the page says why', () => {
    openSettings({ notices: [{ record: 'settings', is: 'newer', field: '' }] });
    expect(screen.getByText(/stored by a newer Exhale/)).toBeTruthy();
    expect(
      (toggle('No reminders in full screen').closest('fieldset') as HTMLFieldSetElement).disabled,
    ).toBe(true);
    for (const name of ['Load a copy', 'Use the defaults…'])
      expect((button(name) as HTMLButtonElement).disabled).toBe(true);
    for (const name of ['Save a copy', 'Erase…'])
      expect((button(name) as HTMLButtonElement).disabled).toBe(false);
  });

  it('is told apart from what cannot be read', () => {
    openSettings({ notices: [{ record: 'settings', is: 'damaged', field: 'restMinutes' }] });
    expect(screen.getByText(/could not be read \(restMinutes\)/)).toBeTruthy();
  });

  it('is nothing to speak of where another record is concerned', () => {
    openSettings({ notices: [{ record: 'tally', is: 'newer', field: '' }] });
    expect(screen.queryByText(/newer Exhale/)).toBeNull();
  });
});

describe('the person’s data', () => {
  const fileOf = (text: string) => new File([text], 'settings.json');
  it('is loaded from a file as a whole, and fields show what came', async () => {
    const { page } = openSettings();
    type(field(REST), '0');
    await settle();
    const text = JSON.stringify({
      is: 'exhale-settings',
      version: 1,
      settings: { ...DEFAULT_SETTINGS, restMinutes: 8 },
    });
    await chooseFile(fileOf(text));
    expect(page.stored.restMinutes).toBe(8);
    expect((field(REST) as HTMLInputElement).value).toBe('8');
    expect(said()).toMatch(/The copy is loaded/);
    expect(noteOf(field(REST))).not.toMatch(/stays in use/);
  });

  it.each([
    ['nonsense', 'isn’t JSON'],
    ['{}', 'isn’t an Exhale settings file'],
    ['{"is":"exhale-settings","version":99,"settings":{}}', 'a newer version of Exhale'],
    ['{"is":"exhale-settings","version":2,"settings":{}}', 'names no setting'],
    [
      '{"is":"exhale-settings","version":2,"settings":{"\u202e\u200bfly":1}}',
      '\ufffd\ufffdfly: Exhale doesn’t know',
    ],
    [
      JSON.stringify({
        is: 'exhale-settings',
        version: 1,
        settings: { ...DEFAULT_SETTINGS, restMinutes: 500 },
      }),
      'restMinutes: At most 60.',
    ],
  ])(
    'is not touched by a file that is wrong, and the error has a name: %s',
    async (text, problem) => {
      const { page } = openSettings();
      await chooseFile(fileOf(text));
      expect(said()).toContain(problem);
      expect(said()).toContain('Nothing was changed.');
      expect(page.stored).toBe(DEFAULT_SETTINGS);
    },
  );

  const COPY = JSON.stringify({
    is: 'exhale-settings',
    version: 2,
    settings: { restMinutes: 8 },
    preferences: { ownBreaks: { 'own-a': { title: 'Thé 🌿', steps: [] } } },
  });
  const utf16 = (text: string, swapped: boolean) =>
    new Uint8Array(
      text.split('').flatMap((unit) => {
        const [low, high] = [unit.charCodeAt(0) & 255, unit.charCodeAt(0) >> 8];
        return swapped ? [high, low] : [low, high];
      }),
    );

  it.each([
    ['UTF-8', new TextEncoder().encode(COPY)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${COPY}`)],
    ['UTF-16', utf16(COPY, false)],
    ['UTF-16 with a mark', utf16(`\ufeff${COPY}`, false)],
    ['UTF-16, high bytes first', utf16(COPY, true)],
    ['UTF-16 with a mark, high bytes first', utf16(`\ufeff${COPY}`, true)],
  ])('is read from %s', async (_, bytes) => {
    const { page } = openSettings();
    await chooseFile(new File([bytes], 'settings.json'));
    expect(said()).toMatch(/The copy is loaded/);
    expect(page.preferences.ownBreaks['own-a']?.title).toBe('Thé 🌿');
  });

  it.each([
    ['Latin-1', [...COPY.replace('🌿', '')].map((letter) => letter.charCodeAt(0))],
    ['half a character in UTF-8', [...new TextEncoder().encode(COPY.slice(0, 140)), 0xf0, 0x9f]],
    ['half a character in UTF-16', [...utf16(COPY, false), 0x3c, 0xd8]],
    ['half a unit of UTF-16', [...utf16(COPY, false), 0x20]],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]],
  ])('is not guessed from bytes that are no text: %s', async (_, bytes) => {
    const { page, deeds } = openSettings();
    await chooseFile(new File([new Uint8Array(bytes)], 'settings.json'));
    expect(said()).toContain('isn’t text in UTF-8 or UTF-16');
    expect(said()).toContain('Nothing was changed.');
    expect(deeds.importText).not.toHaveBeenCalled();
    expect(page.stored).toBe(DEFAULT_SETTINGS);
  });

  it('does not even open a file of more than a megabyte', async () => {
    const { deeds } = openSettings();
    const large = fileOf('x'.repeat(1_000_001));
    const opened = vi.spyOn(large, 'arrayBuffer');
    await chooseFile(Object.assign(large, {}));
    expect(said()).toContain('This file is too large');
    expect(deeds.importText).not.toHaveBeenCalled();
    // Only this test has read it.
    expect(opened).toHaveBeenCalledTimes(1);
  });

  it('says so when a file cannot be opened', async () => {
    openSettings();
    const file = fileOf('');
    vi.spyOn(file, 'arrayBuffer').mockRejectedValue(new Error('gone'));
    await chooseFile(file);
    expect(said()).toContain('couldn’t be opened');
  });

  it('goes back to the defaults only after asking once more', async () => {
    const { page, deeds } = openSettings({ settings: { ...DEFAULT_SETTINGS, snoozeMinutes: 12 } });
    await press('Use the defaults…');
    expect(deeds.useDefaults).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button('Keep it as it is'));
    await press('Use the defaults');
    expect(page.stored.snoozeMinutes).toBe(5);
    expect(said()).toContain('The defaults are in use.');
    expect((field('“Later” postpones by') as HTMLInputElement).value).toBe('5');
  });

  it('is kept when the question is answered with keeping, or with Esc', async () => {
    const { deeds } = openSettings();
    await press('Erase…');
    await press('Keep it as it is');
    expect(document.activeElement).toBe(button('Erase…'));
    await press('Erase…');
    fireEvent.keyDown(button('Keep it as it is'), { key: 'Escape' });
    expect(button('Erase…')).toBeTruthy();
    expect(deeds.erase).not.toHaveBeenCalled();
  });

  it('is erased as a whole, and says so', async () => {
    const { deeds } = openSettings();
    await press('Erase…');
    await press('Erase everything');
    expect(deeds.erase).toHaveBeenCalledOnce();
    expect(said()).toContain('Exhale starts afresh');
  });

  it('says so when there is no answer', async () => {
    openSettings({ deeds: { erase: async () => false, exportText: async () => null } });
    await press('Erase…');
    await press('Erase everything');
    expect(said()).toContain('did not answer');
    await press('Save a copy');
    expect(said()).toContain('could not be made');
  });
});
