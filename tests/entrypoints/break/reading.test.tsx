// @vitest-environment happy-dom

import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BreakPreferences } from '../../../core/breaks/preferences.ts';
import { setHidden } from '../../components/pageClock.ts';
import { fakeSpeech } from '../../components/sounds/fakeSpeech.ts';
import { begun, breakPage, button, LONG_EXHALE, line, STILLNESS } from './breakPage.tsx';

const AMY = { name: 'Amy', lang: 'en-GB', localService: true };
const ON: Partial<BreakPreferences> = { readAloud: 'on' };
const NECK = { kind: 'neck', pattern: null } as const;

let page: ReturnType<typeof breakPage>;
let speech: ReturnType<typeof fakeSpeech>;
beforeEach(() => {
  page = breakPage();
  speech = fakeSpeech(page.told);
  speech.has(AMY);
  speech.speaks();
});
afterEach(() => {
  page.close();
  vi.unstubAllGlobals();
});

/** What was said and rung. */
const heard = () => page.told.filter((what) => /^(say|mark|ring)/.test(what));
const said = () => heard().filter((what) => what.startsWith('say'));
const lines = () => screen.getByRole('main').querySelector('[role="status"][data-passing]');

describe('a break that closes the eyes, read aloud', () => {
  it('is spoken from its settling to its end, softly, with bells at both ends alone', () => {
    page.open({ session: begun(STILLNESS), preferences: { ...ON, voiceLoudness: 25 } });
    page.clock.pass(0.1);
    expect(speech.last()).toMatchObject({ lang: 'en-GB', volume: 0.25 });
    page.clock.pass(64);
    expect(heard()).toEqual([
      'say Rest your hands. There’s nothing to do for a while.',
      'ring 1',
      'say Close your eyes. You will hear when it is over.',
      'say Let your weight sink into the chair.',
      'say If your mind keeps talking, let it.',
      'say Nothing is needed from you yet.',
      'say In your own time, open your eyes.',
      'ring 2',
    ]);
  });

  it('is softer in the evening', () => {
    page.open({ session: begun(STILLNESS), preferences: ON, evening: true });
    page.clock.pass(0.1);
    expect(speech.last()).toMatchObject({ volume: 0.18 });
  });

  it('is written only until it is dark, and announced by nothing else', () => {
    page.open({ session: begun(STILLNESS), preferences: ON });
    const written = () => lines()?.parentElement?.dataset.written;
    page.clock.pass(4);
    expect([written(), lines()?.getAttribute('aria-live')]).toEqual(['true', 'off']);
    page.clock.pass(8);
    expect([written(), lines()?.getAttribute('aria-live')]).toEqual(['false', 'off']);
    expect(line()).toBe('Let your weight sink into the chair.');
  });

  it('tells its end by voice if no bell does', () => {
    const sound = { bell: false, breathing: false, loudness: 20 };
    page.open({ session: begun(NECK, { seconds: 20 }), preferences: { ...ON, sound } });
    page.clock.pass(24);
    expect(heard().at(-1)).toBe('say Done.');
    expect(heard().filter((what) => !what.startsWith('say'))).toEqual([]);
  });

  it('calls back from a walk to the breath, and is silent there', () => {
    const kind = { kind: 'sequence', pattern: null } as const;
    page.open({ session: begun(kind, { seconds: 300, secondsAgo: 70 }), preferences: ON });
    page.clock.pass(60);
    expect(said()).toEqual([
      'say Walk, or look out of a window.',
      'say Sit or stand as you are. Eyes open or closed.',
    ]);
    expect(lines()?.getAttribute('aria-live')).toBe('polite');
  });

  it('goes on at its current line after a reload', () => {
    page.open({ session: begun(STILLNESS, { secondsAgo: 14 }), preferences: ON });
    page.clock.pass(3);
    expect(said()).toEqual(['say Let your weight sink into the chair.']);
    cleanup();
    page.told.length = 0;
    // The next line is only a second away.
    page.open({ session: begun(STILLNESS, { secondsAgo: 22 }), preferences: ON });
    page.clock.pass(3);
    expect(said()).toEqual(['say If your mind keeps talking, let it.']);
  });

  it('goes on at its current line after a sleep', () => {
    page.open({ session: begun(STILLNESS), preferences: ON });
    page.clock.pass(12);
    page.told.length = 0;
    vi.setSystemTime(Date.now() + 35_000);
    page.clock.pass(12);
    expect(said()).toEqual([
      'say Nothing is needed from you yet.',
      'say In your own time, open your eyes.',
    ]);
  });

  it('is silent while it is out of view', () => {
    page.open({ session: begun(STILLNESS), preferences: ON });
    page.clock.pass(3.5);
    setHidden(true);
    expect(page.told).toContain('cancel');
    page.clock.pass(20);
    expect(said()).toHaveLength(2);
    setHidden(false);
    expect(said().at(-1)).toBe('say If your mind keeps talking, let it.');
  });

  it('falls silent when it is left', () => {
    page.open({ session: begun(STILLNESS), preferences: ON });
    page.clock.pass(3.5);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    page.clock.pass(60);
    expect(page.told).toContain('cancel');
    expect(said()).toHaveLength(2);
  });
});

describe('a voice that cannot be heard', () => {
  it('has a bell in its place, and is given up after two lines', () => {
    speech.hangs();
    page.open({ session: begun(NECK, { seconds: 120 }), preferences: ON });
    page.clock.pass(2.6);
    expect(heard()).toEqual([expect.stringContaining('say Take your hands'), 'mark']);
    expect(screen.queryByText('No voice available')).toBeNull();
    expect(button('Voice: on')).toBeTruthy();
    page.clock.pass(4);
    expect(heard().slice(2)).toEqual([expect.stringContaining('say Right hand on'), 'mark']);
    page.clock.pass(20);
    // From now on, bells mark the steps.
    expect(said()).toHaveLength(2);
    expect(heard().slice(4)).toEqual(['mark']);
    expect(screen.getByText('No voice available')).toBeTruthy();
    expect(lines()?.getAttribute('aria-live')).toBe('polite');
  });

  it('is given another try after one line', () => {
    speech.fails('audio-busy');
    page.open({ session: begun(NECK, { seconds: 120 }), preferences: ON });
    page.clock.pass(0.1);
    speech.speaks();
    page.clock.pass(20);
    expect(heard().map((what) => what.slice(0, 4))).toEqual(['say ', 'mark', 'say ', 'say ']);
  });

  it('stops in the middle of a line that takes too long', () => {
    speech.hangs();
    page.open({ session: begun(STILLNESS), preferences: ON });
    page.clock.pass(0.1);
    act(() => speech.last()?.onstart?.({} as SpeechSynthesisEvent));
    page.clock.pass(2.6);
    expect(heard()).toHaveLength(1);
  });

  it('may come late, and may vanish', () => {
    speech.has();
    page.open({ session: begun(NECK, { seconds: 120 }), preferences: ON });
    page.clock.pass(4);
    expect(heard()).toEqual([]);
    act(() => speech.has(AMY));
    page.clock.pass(0.1);
    expect(said()).toHaveLength(1);
    act(() => speech.has());
    page.clock.pass(15);
    expect(said()).toHaveLength(1);
    expect(heard()).toContain('mark');
  });
});

describe('without a voice', () => {
  it('a bell marks each step', () => {
    speech.has();
    page.open({ session: begun(NECK, { seconds: 60 }) });
    page.clock.pass(63.2);
    expect(heard()).toEqual(['mark', 'mark', 'mark', 'mark', 'mark', 'mark', 'ring 2']);
  });

  it('a bell of the past is not rung after a reload', () => {
    page.open({ session: begun(NECK, { seconds: 60, secondsAgo: 10 }) });
    page.clock.pass(3);
    expect(heard()).toEqual([]);
  });

  it('nothing is heard while others would hear it', () => {
    page.open({ session: begun(NECK), preferences: ON, hushed: 'call' });
    page.clock.pass(64);
    expect(heard()).toEqual([]);
    expect(screen.queryByRole('button', { name: /^Voice/ })).toBeNull();
  });
});

describe('the offer to read aloud', () => {
  const offer = () => screen.queryByText('Read it aloud?');

  it('is made where there is a voice, until it is answered, and remembered', () => {
    page.open({ session: begun(STILLNESS) });
    expect(offer()).not.toBeNull();
    expect(screen.queryByRole('button', { name: /^Voice/ })).toBeNull();
    page.clock.pass(5);
    expect(said()).toEqual([]);
    fireEvent.click(button('Read aloud'));
    expect(said()).toEqual(['say Close your eyes. You will hear when it is over.']);
    expect(offer()).toBeNull();
    fireEvent.click(button('Voice: on'));
    expect(page.told).toContain('cancel');
    page.clock.pass(20);
    expect(said()).toHaveLength(1);
    expect(button('Voice: off')).toBeTruthy();
  });

  it('is not made again after a no', () => {
    page.open({ session: begun(NECK) });
    fireEvent.click(button('No, thanks'));
    expect(offer()).toBeNull();
    expect(button('Voice: off')).toBeTruthy();
  });

  it('is not made for a breath, nor where there is no voice in the language', () => {
    page.open({ session: begun(LONG_EXHALE) });
    expect(offer()).toBeNull();
    cleanup();
    speech.has({ name: 'Anna', lang: 'de-DE', localService: true });
    page.open({ session: begun(STILLNESS) });
    expect(offer()).toBeNull();
    act(() => speech.has(AMY));
    expect(offer()).not.toBeNull();
  });
});

it('A screen reader does not announce the phases that a voice says', () => {
  const sound = { bell: true, breathing: true, loudness: 20 };
  const preferences = { announcePhases: true, cue: 'voice', sound } as const;
  const phase = () => screen.queryAllByRole('status').filter((one) => one.tagName === 'P');
  page.open({ preferences });
  expect(phase()).toEqual([]);
  cleanup();
  speech.has();
  page.open({ preferences });
  expect(phase()).toHaveLength(1);
});
