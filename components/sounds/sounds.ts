import type { BreathGuide } from '../../core/breaks/breath.ts';
import { nowMs } from '../../shell/clock.ts';
import { bellBreath, CHIME_SECONDS, chime, mark, ring, TWO_BELLS_SECONDS } from './bells.ts';
import { toneBreath } from './cueTone.ts';
import { FADE_SECONDS, faderOn, LEAD_SECONDS, placeOn } from './fader.ts';
import { followBreaths, type World } from './followBreaths.ts';
import { noiseOn } from './noise.ts';
import { ringLater } from './ringLater.ts';
import { SHARES, volume } from './shares.ts';

export { CHIME_SECONDS, TWO_BELLS_SECONDS };

/** All sounds of Exhale: made by code, soft, and never above 40 percent. */
export interface Sounds {
  /** One low bell, or two. */
  ring: (times: 1 | 2, loudnessPercent: number) => void;
  /** Announces a reminder. */
  chime: (loudnessPercent: number) => void;
  /** One small bell: there is something to see. */
  mark: (loudnessPercent: number) => void;
  /**
   * Two low bells at an instant, the only sound of a hidden page. Returns a function that takes them back, or
   * fades them.
   */
  ringAt: (atMs: number, loudnessPercent: number) => () => void;
  /**
   * A tone that rises and falls with the breath, or a small bell at each phase. Returns a function that ends
   * it.
   */
  breathe: (guide: BreathGuide, cue: 'tone' | 'bell', loudnessPercent: number) => () => void;
  /** Low noise that fades in and out slowly. */
  noise: (on: boolean, loudnessPercent: number) => void;
  /** All other sounds fade while the page is hidden. */
  setHidden: (hidden: boolean) => void;
  close: () => void;
}

/** Silent within a tenth of a second. */
const HIDE_SECONDS = 0.06;
/** A bell that could not play within this time is dropped. */
const TOO_LATE_MS = 1000;

interface Edge extends World {
  /** Asks the browser to start the audio clock. */
  resume: () => void;
  random: () => number;
}

type Bell = 1 | 2 | 'mark' | 'chime';

/** All sounds on an audio clock, real or offline. */
export function soundsOn(
  context: BaseAudioContext,
  edge: Edge,
): Sounds & { onRunning: () => void } {
  const master = faderOn(context, context.destination, 1);
  const bell = placeOn(context, master.node);
  /** A page that was left is where the last bell is needed most. */
  const lastBell = placeOn(context, context.destination);
  const cue = placeOn(context, master.node);
  const noise = noiseOn(context, master.node, edge.random);
  let waiting: { how: Bell; loudnessPercent: number; sinceMs: number } | null = null;
  let followed: ReturnType<typeof followBreaths> | null = null;
  let later: ReturnType<typeof ringLater> | null = null;

  function strike(how: Bell, loudnessPercent: number) {
    const { into, keep } = bell.enter();
    const atSeconds = context.currentTime + LEAD_SECONDS;
    const peak = volume(loudnessPercent) * SHARES.bell;
    const small = { mark, chime };
    keep(
      typeof how === 'number'
        ? ring(context, into, atSeconds, how, peak)
        : small[how](context, into, atSeconds, peak),
    );
  }

  function strikeSoon(how: Bell, loudnessPercent: number) {
    edge.resume();
    if (edge.isRunning()) strike(how, loudnessPercent);
    else waiting = { how, loudnessPercent, sinceMs: edge.nowMs() };
  }

  return {
    ring: strikeSoon,
    mark: (loudnessPercent) => strikeSoon('mark', loudnessPercent),
    chime: (loudnessPercent) => strikeSoon('chime', loudnessPercent),

    ringAt(atMs, loudnessPercent) {
      edge.resume();
      later?.end();
      const peak = volume(loudnessPercent) * SHARES.bell;
      const strikeAt: Parameters<typeof ringLater>[3] = (into, atSeconds) =>
        ring(context, into, atSeconds, 2, peak);
      const mine = ringLater(context, lastBell, atMs, strikeAt, edge);
      later = mine;
      return mine.end;
    },

    breathe(guide, how, loudnessPercent) {
      edge.resume();
      followed?.end();
      const build = how === 'tone' ? toneBreath : bellBreath;
      const peak = volume(loudnessPercent) * SHARES.cue;
      const play: Parameters<typeof followBreaths>[3] = (into, breath) =>
        build(context, into, guide.pattern, breath, peak);
      const mine = followBreaths(context, cue, guide, play, edge);
      followed = mine;
      return () => {
        mine.end();
        if (followed === mine) followed = null;
      };
    },

    noise(on, loudnessPercent) {
      if (on) edge.resume();
      noise(on, loudnessPercent);
    },

    setHidden(hidden) {
      master.to(hidden ? 0 : 1, HIDE_SECONDS);
      if (hidden) return;
      edge.resume();
      followed?.look();
      later?.look();
    },

    /** The audio clock started or stopped. */
    onRunning() {
      followed?.look();
      later?.look();
      if (!edge.isRunning() || waiting === null) return;
      const { how, loudnessPercent, sinceMs } = waiting;
      waiting = null;
      if (edge.nowMs() - sinceMs < TOO_LATE_MS) strike(how, loudnessPercent);
    },

    close() {
      followed?.end();
      later?.end();
      master.to(0, FADE_SECONDS);
    },
  };
}

/** The gestures after which a page may play sound. */
const GESTURES = ['pointerdown', 'keydown'] as const;

export function openSounds(): Sounds {
  const context = new AudioContext();
  const isRunning = () => context.state === 'running';
  const resume = () => {
    if (!isRunning()) context.resume().catch(() => {});
  };
  const later: World['later'] = (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  };
  const sounds = soundsOn(context, { nowMs, later, isRunning, resume, random: Math.random });
  context.addEventListener('statechange', sounds.onRunning);
  for (const gesture of GESTURES) addEventListener(gesture, resume);

  return {
    ...sounds,
    close() {
      for (const gesture of GESTURES) removeEventListener(gesture, resume);
      context.removeEventListener('statechange', sounds.onRunning);
      sounds.close();
      setTimeout(() => void context.close(), FADE_SECONDS * 1000 + 50);
    },
  };
}
