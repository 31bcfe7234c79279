import type { BreathGuide } from '../../core/breaks/breath.ts';
import type { Cue } from '../../core/breaks/cues.ts';
import { PATTERNS } from '../../core/patterns.ts';
import { followPhases } from './followPhases.ts';
import type { Sounds } from './sounds.ts';
import { holdStill, vibrate } from './vibration.ts';
import { fallSilent, localVoice, say } from './voice.ts';

interface Played {
  cue: Cue;
  /** The name of the voice, and its volume. */
  voice: string;
  voiceLoudness: number;
  loudness: number;
}

interface Means {
  /** Opens the sounds. A voice does not need them. */
  sounds: () => Sounds;
  nowMs: () => number;
}

/** Plays the chosen cue for a breath; a tone if there is no voice. Returns a function that ends it. */
export function playCue(
  guide: BreathGuide,
  { cue, voice: name, voiceLoudness, loudness }: Played,
  { sounds, nowMs }: Means,
): () => void {
  const voice = cue === 'voice' ? localVoice(name) : null;
  if (voice === null) return sounds().breathe(guide, cue === 'bell' ? 'bell' : 'tone', loudness);
  const unfollow = followPhases(guide, nowMs, (phase) => {
    if (!document.hidden) say(phase, voice, voiceLoudness);
  });
  const hushHidden = () => {
    if (document.hidden) fallSilent();
  };
  document.addEventListener('visibilitychange', hushHidden);
  return () => {
    document.removeEventListener('visibilitychange', hushHidden);
    unfollow();
    fallSilent();
  };
}

/** Vibrates with a breath. Returns a function that ends it. */
export function playVibration(guide: BreathGuide, nowMs: () => number): () => void {
  const unfollow = followPhases(guide, nowMs, (phase) => {
    if (!document.hidden) vibrate(phase);
  });
  return () => {
    unfollow();
    holdStill();
  };
}

/** Short enough to listen to while choosing. */
const ONE_BREATH = { ...PATTERNS.longExhale, inSeconds: 2, outSeconds: 3 };
const SOON_MS = 150;

/** Plays one short breath to try a cue. Returns a function that ends it. */
export function tryCue(played: Played & { vibration: boolean }, means: Means): () => void {
  const guide = { pattern: ONE_BREATH, cycles: 1, beginsAtMs: means.nowMs() + SOON_MS };
  const ends = [playCue(guide, played, means)];
  if (played.vibration) ends.push(playVibration(guide, means.nowMs));
  return () => {
    for (const end of ends) end();
  };
}
