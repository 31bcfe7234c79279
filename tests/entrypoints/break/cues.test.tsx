// @vitest-environment happy-dom

import { act, cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Sounds } from '../../../components/sounds/sounds.ts';
import { type BreathGuide, guideOf } from '../../../core/breaks/breath.ts';
import { DEFAULT_PREFERENCES } from '../../../core/breaks/preferences.ts';
import { PATTERNS } from '../../../core/patterns.ts';
import { beginsAt, type Heard, useBreakSound } from '../../../entrypoints/break/useBreakSound.ts';
import type { RunningBreak, Stage } from '../../../entrypoints/break/useStage.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { fakeSpeech } from '../../components/sounds/fakeSpeech.ts';
import { begun, LONG_EXHALE, STILLNESS } from './breakPage.tsx';

const told: string[] = [];
let speech: ReturnType<typeof fakeSpeech>;
const breathe = vi.fn<Sounds['breathe']>((_guide, cue, loudness) => {
  told.push(`${cue} ${loudness}`);
  return () => told.push('breathe no more');
});
const sounds: Sounds = {
  ring: (times) => told.push(`ring ${times}`),
  mark: () => told.push('mark'),
  chime: () => told.push('chime'),
  ringAt: (atMs) => {
    told.push('ring later');
    const bell = setTimeout(() => told.push('ring 2'), atMs - Date.now());
    return () => clearTimeout(bell);
  },
  breathe,
  noise: (on, loudness) => told.push(on ? `noise ${loudness}` : 'no noise'),
  setHidden: () => {},
  close: () => told.push('close'),
};

interface Told extends Partial<Omit<Heard, 'sound'>>, Partial<Heard['sound']> {
  session?: RunningBreak;
  stage?: Stage;
  guide?: BreathGuide | null;
}

function Page({
  session = begun(),
  stage,
  guide,
  bell = false,
  breathing = true,
  loudness = 20,
  ...heard
}: Told) {
  const breathes = session.kind === 'breathing';
  const doing = breathes
    ? ({ is: 'breathing', pattern: 'longExhale' } as const)
    : ({ is: 'stillness' } as const);
  const usual = guideOf(PATTERNS.longExhale, beginsAt(session), session.endsAtMs);
  useBreakSound({
    stage: stage ?? { is: 'running', session },
    plan: [{ ...doing, atSeconds: 0, seconds: session.seconds }],
    doing: doing.is,
    heard: { ...DEFAULT_PREFERENCES, ...heard, sound: { bell, breathing, loudness } },
    lines: [],
    reading: { by: 'bell', voice: null, onRead: () => {} },
    breath: guide !== undefined ? guide : breathes ? usual : null,
    nowMs: () => Date.now(),
    openSounds: () => sounds,
  });
  return null;
}

beforeEach(() => {
  speakEnglish();
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 2, 9) });
  speech = fakeSpeech(told);
  told.length = 0;
  breathe.mockClear();
});
afterEach(() => {
  leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const pass = (seconds: number) =>
  act(() => {
    vi.advanceTimersByTime(seconds * 1000);
  });
/** Things that end with the page end once it is gone. */
const leave = () => {
  cleanup();
  pass(0.2);
};

it('A breath is heard by the cue that was chosen, for as many breaths as are guided', () => {
  const session = begun();
  const { rerender } = render(<Page session={session} />);
  expect(breathe.mock.lastCall?.[0]).toEqual({
    pattern: PATTERNS.longExhale,
    cycles: 6,
    beginsAtMs: session.startedAtMs + 3000,
  });
  rerender(<Page session={session} cue="bell" />);
  rerender(<Page session={session} cue="bell" loudness={30} />);
  rerender(<Page session={session} cue="bell" loudness={30} breathing={false} />);
  expect(told).toEqual([
    'tone 20',
    'breathe no more',
    'bell 20',
    'breathe no more',
    'bell 30',
    'breathe no more',
  ]);
  leave();
  expect(told.at(-1)).toBe('close');
});

it('A breath without a pace is not heard', () => {
  render(<Page guide={{ pattern: PATTERNS.noticing, cycles: 0, beginsAtMs: Date.now() }} />);
  pass(20);
  expect(told).toEqual([]);
});

it('Another pace is heard from its first breath on', () => {
  const session = begun();
  const { rerender } = render(<Page session={session} />);
  const easier = guideOf(PATTERNS.easy, beginsAt(session) + 10_000, session.endsAtMs);
  rerender(<Page session={session} guide={easier} />);
  expect(told).toEqual(['tone 20', 'breathe no more', 'tone 20']);
  expect(breathe.mock.lastCall?.[0]).toEqual(easier);
});

it('A voice that comes late takes over from the tone', () => {
  const session = begun(LONG_EXHALE, { secondsAgo: 0 });
  render(<Page session={session} cue="voice" />);
  expect(told).toEqual(['tone 20']);
  act(() => speech.has({ name: 'Amy', lang: 'en-GB', localService: true }));
  pass(3.1);
  expect(told).toEqual(['tone 20', 'breathe no more', 'say In']);
  pass(4);
  expect(told.slice(3)).toEqual(['cancel', 'say Out']);
  leave();
  expect(told.slice(5)).toContain('cancel');
  expect(told.slice(5)).not.toContain('breathe no more');
});

it('A voice opens no sounds', () => {
  speech.has({ name: 'Amy', lang: 'en-GB', localService: true });
  render(<Page cue="voice" voice="Amy" />);
  pass(3.1);
  leave();
  expect(told).toEqual(['say In', 'cancel']);
});

it('A breath vibrates if chosen, with or without sound', () => {
  vi.stubGlobal('navigator', {
    maxTouchPoints: 5,
    vibrate: (pattern: number | number[]) => told.push(`vibrate ${pattern}`),
  });
  const session = begun();
  const { rerender } = render(<Page session={session} vibration breathing={false} />);
  pass(8);
  expect(told).toEqual(['vibrate 220', 'vibrate 90,130,90']);
  rerender(<Page stage={{ is: 'over', session, left: true, taken: true }} vibration />);
  pass(20);
  expect(told.slice(2)).toEqual(['vibrate 0']);
});

it('Noise comes with stillness, where that is chosen, and goes at its end', () => {
  const session = begun(STILLNESS);
  const { rerender } = render(<Page session={session} />);
  expect(told).toEqual([]);
  rerender(<Page session={session} noise />);
  rerender(<Page session={session} noise loudness={30} />);
  expect(told).toEqual(['noise 20', 'noise 30']);
  rerender(<Page stage={{ is: 'echo', session }} noise />);
  expect(told).toEqual(['noise 20', 'noise 30', 'no noise']);
  rerender(<Page session={begun()} noise breathing={false} />);
  expect(told).toHaveLength(3);
});
