import type { BreathGuide } from '../../core/breaks/breath.ts';
import type { Cue } from '../../core/breaks/cues.ts';
import { PATTERNS } from '../../core/patterns.ts';
import { followPhases } from './followPhases.ts';
import type { Sounds } from './sounds.ts';
import { holdStill, vibrate } from './vibration.ts';
import { fallSilent, localVoice, say } from './voice.ts';

interface Played {
  cue: Cue;
  voiceName: string;
  loudnessPercent: number;
}

interface Means {
  /** Opens them; a voice needs none. */
  sounds: () => Sounds;
  nowMs: () => number;
}

/** Lets a breath be heard as it was chosen; a tone where there is no voice. Gives back what ends it. */
export function playCue(
  guide: BreathGuide,
  { cue, voiceName, loudnessPercent }: Played,
  { sounds, nowMs }: Means,
): () => void {
  const voice = cue === 'voice' ? localVoice(voiceName) : null;
  if (voice === null)
    return sounds().breathe(guide, cue === 'bell' ? 'bell' : 'tone', loudnessPercent);
  const unfollow = followPhases(guide, nowMs, (phase) => {
    if (!document.hidden) say(phase, voice, loudnessPercent);
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

/** Lets a breath be felt. Gives back what ends it. */
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

/** One short breath, for whoever chooses. Gives back what ends it. */
export function tryCue(played: Played & { vibration: boolean }, means: Means): () => void {
  const guide = { pattern: ONE_BREATH, cycles: 1, beginsAtMs: means.nowMs() + SOON_MS };
  const ends = [playCue(guide, played, means)];
  if (played.vibration) ends.push(playVibration(guide, means.nowMs));
  return () => {
    for (const end of ends) end();
  };
}
