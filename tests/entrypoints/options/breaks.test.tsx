// @vitest-environment happy-dom

import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { MARKUP, madeOf } from '../../components/markup.ts';
import { fakeSpeech } from '../../components/sounds/fakeSpeech.ts';
import {
  button,
  click,
  find,
  list,
  noteOf,
  openSettings,
  press,
  radio,
  settle,
  slider,
  toggle,
  type,
} from './settingsPage.tsx';

beforeEach(speakEnglish);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const choose = (element: HTMLElement, value: string) =>
  act(async () => {
    fireEvent.change(element, { target: { value } });
  });

describe('what a surprise may be', () => {
  const open = async (surprises = DEFAULT_SETTINGS.surprises) => {
    const opened = openSettings({ settings: { ...DEFAULT_SETTINGS, surprises } });
    await press('“Something else each time” picks from');
    return opened;
  };
  const box = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

  it('is chosen by kind, and told in a number', async () => {
    const { page } = await open();
    expect(screen.getByText('6 kinds')).toBeTruthy();
    await click(box('A hand on the heart'));
    await click(box('A break of stillness'));
    expect(page.stored.surprises).toEqual([
      'breathing',
      'movement',
      'neck',
      'hands',
      'eyes',
      'heart',
    ]);
  });

  it('is at least one kind', async () => {
    const { page, deeds } = await open(['water']);
    await click(box('A glass of water'));
    expect(screen.getByText('One of them stays.')).toBeTruthy();
    expect(box('A glass of water').checked).toBe(true);
    expect(deeds.save).not.toHaveBeenCalled();
    await click(box('A far look'));
    expect(page.stored.surprises).toEqual(['eyes', 'water']);
    expect(screen.queryByText('One of them stays.')).toBeNull();
  });

  it('leans to what is finished, until it is told that any is as good', async () => {
    const { page } = await open();
    expect(noteOf(toggle('More often what you finish'))).toMatch(/three times as often/);
    await click(toggle('More often what you finish'));
    expect(page.stored.surpriseLeans).toBe(false);
    expect(noteOf(toggle('More often what you finish'))).toMatch(/each as likely/);
  });

  it('has its caution one press away, if it has one', async () => {
    await open();
    await press('Take care: Self-massage for shoulders and neck');
    expect(screen.getByText(/never on the front or sides of the neck/)).toBeTruthy();
    expect(find('button', 'Take care: A hand on the heart')).toBeNull();
  });
});

describe('the long sequence', () => {
  it('is told in a row, and set by its parts', async () => {
    const { page } = openSettings();
    await press('The long sequence');
    expect(screen.getByText('Movement · A few steps · Breathing')).toBeTruthy();
    await click(toggle('Movement'));
    await click(radio('Nothing more'));
    expect(page.preferences.sequence).toEqual({ movement: false, walk: true, last: 'none' });
  });
});

describe('stillness', () => {
  it('may hold a question, which is chosen only then', async () => {
    const { page } = openSettings();
    expect(find('select', 'The question')).toBeNull();
    await choose(list('Stillness'), 'question');
    await choose(list('The question'), 'wait');
    expect(page.preferences).toMatchObject({ stillness: 'question', question: 'wait' });
  });

  it('tells a far look’s caution at a press', async () => {
    openSettings({ preferences: { stillness: 'farLook' } });
    await press('Take care: A far look');
    expect(screen.getByText(/see an eye doctor at once/)).toBeTruthy();
  });
});

describe('an own break', () => {
  const OWN = { ownBreaks: { 'own-b': { title: 'Window', steps: ['Open it.', 'Look out.'] } } };
  const steps = () => find('textarea', 'Steps, one a line') as HTMLElement;

  it('is written one step a line, and says how long it takes to read', async () => {
    const { page } = openSettings();
    await press('Add a break of your own');
    expect(screen.getByText('no steps yet')).toBeTruthy();
    type(document.activeElement as HTMLElement, 'Plants');
    type(steps(), '  Look at each of the plants for a while.\n\nWater those that are dry.\n');
    await settle();
    expect(Object.values(page.preferences.ownBreaks)).toEqual([
      {
        title: 'Plants',
        steps: ['Look at each of the plants for a while.', 'Water those that are dry.'],
      },
    ]);
    // Nine words at 2.5 a second, two seconds to begin, and the shortest time of a line.
    expect(screen.getByText('11 sec to read')).toBeTruthy();
    expect((steps() as HTMLTextAreaElement).value).toMatch(/dry\.\n$/);
  });

  it.each(MARKUP)('shows its words as text: %s', async (words) => {
    openSettings({ preferences: { ownBreaks: { 'own-b': { title: words, steps: [words] } } } });
    expect(document.body.textContent).toContain(words);
    await press(`Change “${words}”`);
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
    expect(fields.map(({ value }) => value).filter((value) => value === words)).toHaveLength(2);
    expect(madeOf()).toEqual([]);
  });

  it.each([
    [
      'a step that is too long',
      `Short.\n${'a'.repeat(121)}`,
      /Step 2 has more than 120 characters/,
    ],
    ['too many steps', 'Step\n'.repeat(21), /A break can have 20 steps/],
  ])('is refused with %s, beside them, and not stored', async (_, typed, why) => {
    const { page } = openSettings({ preferences: OWN });
    await press('Change “Window”');
    type(steps(), typed);
    await settle();
    expect(noteOf(steps())).toMatch(why);
    expect(page.preferences.ownBreaks).toEqual(OWN.ownBreaks);
  });

  it('has to have a title', async () => {
    const { page } = openSettings({ preferences: OWN });
    await press('Change “Window”');
    const title = find('input[type="text"]', 'Title') as HTMLElement;
    type(title, '');
    await settle();
    expect(noteOf(title)).toMatch(/Use 1 to 40 characters\. Window stays in use/);
    expect(page.preferences.ownBreaks).toEqual(OWN.ownBreaks);
  });

  it('can be chosen in a rhythm, and is taken away', async () => {
    const { page } = openSettings({ preferences: OWN });
    const kinds = [...list('Short: kind of break').querySelectorAll('option')];
    expect(kinds.map(({ textContent }) => textContent)).toContain('Window');
    await press('Remove “Window”');
    expect(page.preferences.ownBreaks).toEqual({});
    expect(document.activeElement).toBe(button('Add a break of your own'));
  });
});

describe('the look of a break', () => {
  it('is one of three scenes, and may say when it ends and mute other tabs', async () => {
    const { page } = openSettings();
    await click(radio('Paper'));
    await click(toggle('Show the end time'));
    await click(toggle('Mute tabs during a break'));
    await click(toggle('Breaks in full screen'));
    await click(toggle('Count the seconds'));
    await click(radio('Few'));
    await click(toggle('Seated exercises only'));
    await click(toggle('Massage with one hand'));
    expect(page.preferences).toMatchObject({
      scene: 'paper',
      endsAt: true,
      muteTabs: true,
      fullScreen: true,
      countdown: true,
      words: 'few',
      seated: true,
      oneHand: true,
    });
  });
});

describe('what is heard of the breath', () => {
  const voice = (name: string) => ({ name, lang: 'en-GB', localService: true });
  const speaks = (...names: string[]) => fakeSpeech([]).has(...names.map(voice));

  it('can be tried as it is set, one trial at a time', async () => {
    const end = vi.fn();
    const tryCue = vi.fn((_: unknown) => end);
    openSettings({ deeds: { tryCue } });
    await click(radio('Bells'));
    await press('Try it');
    expect(tryCue.mock.calls[0]?.[0]).toMatchObject({ cue: 'bell' });
    expect(end).not.toHaveBeenCalled();
    await press('Try it');
    expect(end).toHaveBeenCalled();
  });

  it('names the voices if there are several', async () => {
    speaks('Anna', 'Ben');
    const { page } = openSettings({ preferences: { cue: 'voice' } });
    await choose(list('Voice'), 'Ben');
    expect(page.preferences.voice).toBe('Ben');
  });

  it('asks the system for voices only once one is wanted', async () => {
    speaks('Anna');
    const asked = vi.spyOn(speechSynthesis, 'getVoices');
    openSettings();
    expect(asked).not.toHaveBeenCalled();
    await click(radio('A voice'));
    expect(asked).toHaveBeenCalled();
  });

  it('offers no choice of one', () => {
    speaks('Anna');
    openSettings({ preferences: { cue: 'voice' } });
    expect(find('select', 'Voice')).toBeNull();
    expect(screen.queryByText(/No voice on this computer/)).toBeNull();
  });

  it('says so if there is no voice', () => {
    speaks();
    openSettings({ preferences: { cue: 'voice' } });
    expect(screen.getByText(/No voice on this computer speaks your language/)).toBeTruthy();
  });

  it('can vibrate on a device with touch, and is not offered otherwise', async () => {
    openSettings();
    expect(find('[role="switch"]', 'Vibrate with the breath')).toBeNull();
    cleanup();
    // A desktop has the function, and nothing that trembles.
    vi.stubGlobal('navigator', { vibrate: () => true, maxTouchPoints: 0, language: 'en' });
    openSettings();
    expect(find('[role="switch"]', 'Vibrate with the breath')).toBeNull();
    cleanup();
    vi.stubGlobal('navigator', { vibrate: () => true, maxTouchPoints: 5, language: 'en' });
    const { page } = openSettings();
    await click(toggle('Vibrate with the breath'));
    expect(page.preferences.vibration).toBe(true);
  });
});

describe('a guide that cannot be used', () => {
  it('is left alone where a newer Exhale stored it', () => {
    openSettings({ preferencesProblem: { is: 'newer' } });
    expect(screen.getByText(/breaks look and sound was stored by a newer/)).toBeTruthy();
    const fields = toggle('Seated exercises only').closest('fieldset') as HTMLFieldSetElement;
    expect(fields.disabled).toBe(true);
  });

  it('is named by what could not be read', () => {
    const refusal = { field: 'scene', problem: 'type' } as const;
    openSettings({ preferencesProblem: { is: 'damaged', refusal } });
    expect(screen.getByText(/could not be read \(scene\)/)).toBeTruthy();
  });
});

describe('reading aloud', () => {
  const speaks = (...names: string[]) =>
    fakeSpeech([]).has(...names.map((name) => ({ name, lang: 'en-GB', localService: true })));

  it('has a voice and a volume, which is heard when the knob is let go', async () => {
    speaks('Anna', 'Ben');
    const { page, deeds } = openSettings();
    expect(screen.queryByText('Voice volume')).toBeNull();
    await click(toggle('Read breaks aloud'));
    expect(page.preferences.readAloud).toBe('on');
    await choose(list('Voice'), 'Ben');
    await act(async () => {
      fireEvent.change(slider('Voice volume'), { target: { value: '12' } });
    });
    expect(page.preferences).toMatchObject({ voice: 'Ben', voiceLoudness: 12 });
    expect(deeds.hearVoice).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ voice: 'Ben', voiceLoudness: 12 }),
    );
    await click(toggle('Read breaks aloud'));
    expect(page.preferences.readAloud).toBe('off');
  });

  it('says so if there is no voice', async () => {
    speaks();
    openSettings({ preferences: { readAloud: 'on' } });
    expect(screen.getByText(/No voice on this computer speaks your language/)).toBeTruthy();
  });
});
