// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tryCue } from '../../../components/sounds/playCue.ts';
import type { Sounds } from '../../../components/sounds/sounds.ts';
import { canVibrate, VIBRATIONS } from '../../../components/sounds/vibration.ts';
import { localVoice, localVoices, onVoices } from '../../../components/sounds/voice.ts';
import { CUES } from '../../../core/breaks/cues.ts';
import { speakEnglish } from '../inEnglish.ts';
import { setHidden } from '../pageClock.ts';
import { fakeSpeech } from './fakeSpeech.ts';

const told: string[] = [];
const breathe = vi.fn<Sounds['breathe']>(() => () => told.push('breathe no more'));
const sounds = { breathe } as Partial<Sounds> as Sounds;
let speech: ReturnType<typeof fakeSpeech>;

beforeEach(() => {
  speakEnglish();
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 2, 9) });
  speech = fakeSpeech(told);
  vi.stubGlobal('navigator', {
    maxTouchPoints: 5,
    vibrate: (pattern: number | number[]) => told.push(`vibrate ${pattern}`),
  });
  told.length = 0;
  breathe.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a voice', () => {
  it('is one that lives on this machine and speaks the reader’s language', () => {
    speech.has(
      { name: 'Cloud', lang: 'en-US', localService: false },
      { name: 'Anna', lang: 'de-DE', localService: true },
      { name: 'Amy', lang: 'en_GB', localService: true },
      { name: 'Eno', lang: 'enm', localService: true },
    );
    expect(localVoices().map(({ name }) => name)).toEqual(['Amy']);
  });

  it('is the one that was chosen, or else the system’s, or any, or none', () => {
    expect(localVoice('Amy')).toBeNull();
    speech.has(
      { name: 'Amy', lang: 'en-GB', localService: true },
      { name: 'Bob', lang: 'en-US', localService: true, default: true },
      { name: 'Cloud', lang: 'en-US', localService: false },
    );
    expect(localVoice('Amy')?.name).toBe('Amy');
    expect(localVoice('Cloud')?.name).toBe('Bob');
    expect(localVoice('')?.name).toBe('Bob');
  });

  it('may come late, and where the browser cannot speak never comes', () => {
    const changed = vi.fn();
    const end = onVoices(changed);
    speech.has({ name: 'Amy', lang: 'en-GB', localService: true });
    expect(changed).toHaveBeenCalledTimes(1);
    end();
    speech.has();
    expect(changed).toHaveBeenCalledTimes(1);
    vi.stubGlobal('speechSynthesis', undefined);
    expect(localVoices()).toEqual([]);
    onVoices(changed)();
  });
});

const hear = (cue: (typeof CUES)[number], { vibration = false } = {}) =>
  tryCue(
    { cue, vibration, voice: '', loudness: 30, voiceLoudness: 35 },
    { sounds: () => sounds, nowMs: () => Date.now() },
  );

describe('one breath to choose by', () => {
  it('is played in each way, with a tone if there is no voice', () => {
    const ways = CUES.map((cue) => {
      hear(cue);
      return breathe.mock.lastCall?.slice(1);
    });
    expect(ways).toEqual([
      ['tone', 30],
      ['bell', 30],
      ['tone', 30],
    ]);
    expect(breathe.mock.lastCall?.[0]).toMatchObject({ cycles: 1 });
  });

  it('is spoken slowly and softly, each word as its phase begins', () => {
    speech.has({ name: 'Amy', lang: 'en-GB', localService: true });
    hear('voice');
    vi.advanceTimersByTime(151);
    expect(told).toEqual(['say In']);
    expect(speech.last()).toMatchObject({ lang: 'en-GB', rate: 0.8, volume: 0.35 });
    expect(speech.last()?.voice?.name).toBe('Amy');
    vi.advanceTimersByTime(2000);
    expect(told).toEqual(['say In', 'cancel', 'say Out']);
    vi.advanceTimersByTime(9000);
    expect(told).toEqual(['say In', 'cancel', 'say Out']);
    expect(breathe).not.toHaveBeenCalled();
  });

  it('falls silent when it is left, and while the page is out of view', () => {
    speech.has({ name: 'Amy', lang: 'en-GB', localService: true });
    const leave = hear('voice');
    vi.advanceTimersByTime(500);
    leave();
    vi.advanceTimersByTime(9000);
    expect(told).toEqual(['say In', 'cancel']);
    hear('voice');
    vi.advanceTimersByTime(500);
    setHidden(true);
    vi.advanceTimersByTime(9000);
    setHidden(false);
    expect(told).toEqual(['say In', 'cancel', 'say In', 'cancel']);
  });

  it('says nothing of what a sleep has swallowed', () => {
    speech.has({ name: 'Amy', lang: 'en-GB', localService: true });
    hear('voice');
    vi.setSystemTime(Date.now() + 1000);
    vi.advanceTimersByTime(151);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1000);
    expect(told).toEqual(['say Out']);
  });

  it('vibrates only if chosen: once for in, twice for out', () => {
    hear('tone');
    vi.advanceTimersByTime(9000);
    expect(told).toEqual([]);
    const leave = hear('tone', { vibration: true });
    vi.advanceTimersByTime(3000);
    expect(told).toEqual(['vibrate 220', 'vibrate 90,130,90']);
    leave();
    expect(told.slice(2)).toEqual(['breathe no more', 'vibrate 0']);
  });

  it('does nothing on a machine that cannot vibrate', () => {
    expect(canVibrate()).toBe(true);
    vi.stubGlobal('navigator', {});
    expect(canVibrate()).toBe(false);
    hear('tone', { vibration: true })();
    expect(told).toEqual(['breathe no more']);
  });
});

it('Vibrations are short, and differ for in and out', () => {
  for (const pattern of Object.values(VIBRATIONS))
    expect(pattern.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(400);
  expect(VIBRATIONS.in).toHaveLength(1);
  expect(VIBRATIONS.out).toHaveLength(3);
});
