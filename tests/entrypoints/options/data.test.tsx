// @vitest-environment happy-dom

import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayNumber } from '../../../core/time.ts';
import type { Preview, Taken } from '../../../shell/copy/importCopy.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import {
  button,
  chooseFile,
  click,
  find,
  openSettings,
  press,
  radio,
  said,
  toggle,
} from './settingsPage.tsx';

beforeEach(speakEnglish);
afterEach(cleanup);

const PREVIEW: Preview = {
  ok: true,
  stamp: 'one',
  days: {
    days: 42,
    newDays: 12,
    entries: 900,
    newEntries: 300,
    from: '2026-01-30',
    to: '2026-03-12',
  },
  settings: ['snoozeMinutes', 'scene'],
  newAnswers: 1,
  newTrial: false,
};

const COPY = new File(['{}'], 'exhale-data.json');
const withPreview = (preview: Partial<Preview> = {}) =>
  openSettings({ deeds: { readCopy: () => async () => ({ ...PREVIEW, ...preview }) } });
const choiceOf = (value: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`input[type="radio"][value="${value}"]`);
  if (found === null) throw new Error(`no choice ${value}`);
  return found;
};
const facts = () =>
  [...document.querySelectorAll('[aria-labelledby="copy-title"] li')].map(
    ({ textContent }) => textContent,
  );

describe('a copy of everything', () => {
  it('tells what it has before anything changes', async () => {
    const { deeds } = withPreview();
    await chooseFile(COPY);
    expect(facts()).toEqual([
      '42 days, from Jan 30, 2026 to Mar 12, 2026.',
      '12 of them have something that isn’t here yet.',
      '1 new answer about tension.',
      '2 settings are different from here:“Later” postpones byA break looks like',
      '“Later” postpones by',
      'A break looks like',
    ]);
    expect(document.activeElement?.textContent).toBe('What this copy has');
    expect(deeds.takeCopy).not.toHaveBeenCalled();
  });

  it('names the settings that it would change: a handful, each label once', async () => {
    withPreview({
      settings: [
        'quietSites',
        'callSites',
        'holdBack.watching',
        'watchingCounts',
        'rhythms',
        'ownBreaks',
        'massage',
        'snoozeMinutes',
        'sound.bell',
        'eveningHour',
      ],
    });
    await chooseFile(COPY);
    const [line, ...names] = facts().slice(3);
    expect(line).toMatch(/^8 settings are different from here:/);
    expect(names).toEqual([
      'Schedule',
      'Breaks of your own',
      'Massage',
      '“Later” postpones by',
      'Videos count as screen time',
      'and 3 more',
    ]);
  });

  it('is added with its settings, unless the person chooses otherwise', async () => {
    const { deeds } = withPreview();
    await chooseFile(COPY);
    await press('Add this copy');
    const how = { replaces: false, withSettings: true };
    expect(deeds.takeCopy).toHaveBeenLastCalledWith(PREVIEW, how);
    expect(said()).toContain('The copy is loaded');
    await chooseFile(COPY);
    await click(choiceOf('replace'));
    await click(toggle('Use the settings in the copy'));
    await press('Replace with this copy');
    expect(deeds.takeCopy).toHaveBeenLastCalledWith(PREVIEW, {
      replaces: true,
      withSettings: false,
    });
  });

  it('that is known already says so, and asks about no settings', async () => {
    withPreview({
      days: { ...PREVIEW.days, newDays: 0, newEntries: 0 },
      settings: [],
      newAnswers: 0,
    });
    await chooseFile(COPY);
    expect(facts()).toContain('All of these days are here already.');
    expect(facts()).toContain('The same settings as here.');
    expect(document.querySelector('[role="switch"][aria-labelledby="copy-settings"]')).toBeNull();
  });

  it('is given up by keeping things as they are', async () => {
    const { deeds } = withPreview();
    await chooseFile(COPY);
    await press('Keep it as it is');
    expect(deeds.giveUpCopy).toHaveBeenCalledOnce();
    expect(facts()).toEqual([]);
  });

  it('that is refused says why', async () => {
    const refusal = { field: 'days.3.entries.7.toMs', problem: 'type' } as const;
    openSettings({
      deeds: { readCopy: () => async () => ({ ok: false, problem: 'refused', refusal }) },
    });
    await chooseFile(COPY);
    expect(said()).toContain('days.3.entries.7.toMs');
    expect(said()).toContain('Nothing was changed.');
  });

  it('shows how far it is while it is read, and can be cancelled', async () => {
    const read = vi.fn(
      (onProgress: (share: number) => void, signal: AbortSignal) =>
        new Promise<never>((_, reject) => {
          onProgress(0.4);
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    openSettings({ deeds: { readCopy: () => read } });
    await chooseFile(COPY);
    expect(screen.getByLabelText<HTMLProgressElement>('Reading the file…').value).toBe(0.4);
    await press('Cancel');
    expect(said()).toContain('Cancelled. Nothing was changed.');
    expect(document.querySelector('progress')).toBeNull();
  });

  /** A file is taken over, and goes on until `end`. */
  async function taking() {
    let end: (taken: Taken) => void = () => undefined;
    let seal: () => void = () => undefined;
    let signal: AbortSignal | null = null;
    openSettings({
      deeds: {
        readCopy: () => async () => PREVIEW,
        takeCopy: () => (onProgress, given, onSealed) => {
          onProgress(0.6);
          [signal, seal] = [given, onSealed];
          return new Promise((resolve, reject) => {
            end = resolve;
            given.addEventListener('abort', () => reject(given.reason));
          });
        },
      },
    });
    await chooseFile(COPY);
    await press('Add this copy');
    return {
      seal: () => act(async () => seal()),
      async end(taken: Taken) {
        await act(async () => end(taken));
        // Draws what was answered meanwhile.
        await act(async () => undefined);
      },
      isCancelled: () => signal?.aborted,
    };
  }
  const progress = () => document.querySelector('progress');

  it('can be cancelled while it is taken over, and the keyboard goes on at the button', async () => {
    const work = await taking();
    expect(screen.getByLabelText<HTMLProgressElement>('Loading…').value).toBe(0.6);
    expect(document.activeElement).toBe(progress());
    button('Cancel').focus();
    await press('Cancel');
    expect(work.isCancelled()).toBe(true);
    expect(said()).toBe('Cancelled. Nothing was changed.');
    expect(progress()).toBeNull();
    expect(document.activeElement).toBe(button('Load a copy'));
  });

  it('can’t be cancelled any more once its days are in the log', async () => {
    const { seal, end } = await taking();
    button('Cancel').focus();
    await seal();
    expect(find('button', 'Cancel')).toBeNull();
    expect(document.activeElement).toBe(progress());
    await end('taken');
    expect(said()).toBe('The copy is loaded and in use.');
  });

  it.each([
    ['tooLate', 'It was too late to cancel: the copy is loaded and in use.'],
    ['notTaken', 'The copy couldn’t be loaded. Nothing was changed.'],
  ] as const)('says how it ended (%s)', async (taken, words) => {
    const { end } = await taking();
    await end(taken);
    expect(said()).toBe(words);
    expect(document.activeElement).toBe(button('Load a copy'));
  });

  it('is not saved if that was cancelled', async () => {
    const saveCopy = vi.fn(
      (_: unknown, signal: AbortSignal) =>
        new Promise<never>((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    );
    const address = vi.spyOn(URL, 'createObjectURL');
    openSettings({ deeds: { exportCopy: saveCopy } });
    await press('Save everything');
    await press('Cancel');
    expect(said()).toBe('Cancelled. No file was saved.');
    expect(address).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button('Save everything'));
  });

  it('that can’t be made says so', async () => {
    openSettings({ deeds: { exportCopy: () => Promise.reject(new Error('no')) } });
    await press('Save everything');
    expect(said()).toContain('could not be made');
  });
});

describe('deleting days', () => {
  const date = (name: string, value: string) =>
    act(async () => {
      fireEvent.change(screen.getByLabelText(name), { target: { value } });
    });

  it('asks, and says which days go', async () => {
    const { deeds } = openSettings();
    await date('From', '2026-03-12');
    await date('To', '2026-03-14');
    await press('Delete…');
    expect(document.querySelector('[role="alert"]')?.textContent).toMatch(
      /^This deletes 3 days, March 12\s–\s14, 2026, with their totals\. It can’t be undone\.$/,
    );
    expect(deeds.deleteDays).not.toHaveBeenCalled();
    await press('Delete 3 days');
    expect(deeds.deleteDays).toHaveBeenCalledWith({
      from: dayNumber('2026-03-12'),
      to: dayNumber('2026-03-14'),
    });
    expect(said()).toContain('3 days are deleted.');
  });

  it('keeps the days in their order', async () => {
    openSettings();
    await date('To', '2026-03-02');
    await press('Delete…');
    expect(button('Delete 1 day')).toBeTruthy();
  });

  it('says so if that was not possible', async () => {
    openSettings({ deeds: { deleteDays: () => () => Promise.reject(new Error('no')) } });
    await press('Delete…');
    await press('Delete 1 day');
    expect(said()).toContain('Not everything could be done.');
  });
});

describe('how long days are kept', () => {
  it('is chosen, and says what stays', async () => {
    const { deeds } = openSettings();
    expect(document.body.textContent).toContain('Until you delete it.');
    await click(radio('90 days'));
    expect(deeds.keepDays).toHaveBeenCalledWith('ninetyDays');
    expect(document.body.textContent).toContain('After that, only the totals of a day stay.');
  });
});
