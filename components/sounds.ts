/** What Exhale can sound like: made on the spot, soft, and never louder than 40 percent. */
export interface Sounds {
  /** A low bell, or two. */
  ring: (times: 1 | 2, loudnessPercent: number) => void;
  /** A quiet tone from one level of the breath (0 empty, 1 full) to another. */
  glide: (from: number, to: number, seconds: number, loudnessPercent: number) => void;
  /** Ends a tone that glides. A bell rings out. */
  hush: () => void;
  /** What plays fades while the page is out of view. */
  setHidden: (hidden: boolean) => void;
  close: () => void;
}

/** Two bells and their echo, until there is silence. */
export const TWO_BELLS_SECONDS = 6;

const LOUDEST_PERCENT = 40;
/** Nothing begins or ends faster than this: a click would startle closed eyes. */
const FADE_SECONDS = 0.08;
const SECOND_BELL_SECONDS = 2;

/** A small bowl: its lowest tone and what shimmers above it, each with its share and its time to fade. */
const BELL = [
  { hertz: 196, share: 0.62, seconds: 3.8 },
  { hertz: 392.7, share: 0.22, seconds: 2.6 },
  { hertz: 541, share: 0.11, seconds: 1.7 },
  { hertz: 1058, share: 0.05, seconds: 0.9 },
];

/** From an empty breath to a full one the tone rises by a third. */
const EMPTY_HERTZ = 174.6;
const FULL_HERTZ = 220;
/** The tone stays well below the bell. */
const TONE_SHARE = 0.3;

export function openSounds(): Sounds {
  const context = new AudioContext();
  const master = new GainNode(context, { gain: 1 });
  master.connect(context.destination);
  let tone: { oscillator: OscillatorNode; gain: GainNode } | null = null;

  const hush = () => {
    if (tone === null) return;
    fadeOut(tone.gain.gain, context.currentTime, FADE_SECONDS);
    tone.oscillator.stop(context.currentTime + FADE_SECONDS + 0.02);
    tone = null;
  };

  return {
    ring(times, loudnessPercent) {
      void context.resume();
      for (let nth = 0; nth < times; nth++)
        strike(context, master, context.currentTime + nth * SECOND_BELL_SECONDS, loudnessPercent);
    },

    glide(from, to, seconds, loudnessPercent) {
      hush();
      void context.resume();
      const at = context.currentTime;
      const fade = Math.min(0.5, seconds / 3);
      const oscillator = new OscillatorNode(context, { frequency: hertz(from) });
      oscillator.frequency.setValueAtTime(hertz(from), at);
      oscillator.frequency.exponentialRampToValueAtTime(hertz(to), at + seconds);
      const gain = new GainNode(context, { gain: 0 });
      const level = volume(loudnessPercent) * TONE_SHARE;
      gain.gain.setValueAtTime(0, at);
      gain.gain.linearRampToValueAtTime(level, at + fade);
      gain.gain.setValueAtTime(level, at + seconds - fade);
      gain.gain.linearRampToValueAtTime(0, at + seconds);
      oscillator.connect(gain).connect(master);
      oscillator.start(at);
      oscillator.stop(at + seconds + 0.05);
      tone = { oscillator, gain };
    },

    hush,

    setHidden(hidden) {
      master.gain.setTargetAtTime(hidden ? 0 : 1, context.currentTime, FADE_SECONDS);
    },

    close() {
      fadeOut(master.gain, context.currentTime, FADE_SECONDS);
      setTimeout(() => void context.close(), FADE_SECONDS * 1000 + 50);
    },
  };
}

function strike(context: AudioContext, out: AudioNode, at: number, loudnessPercent: number): void {
  for (const { hertz, share, seconds } of BELL) {
    const oscillator = new OscillatorNode(context, { frequency: hertz });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(volume(loudnessPercent) * share, at + FADE_SECONDS);
    gain.gain.setTargetAtTime(0, at + FADE_SECONDS, seconds / 4);
    oscillator.connect(gain).connect(out);
    oscillator.start(at);
    oscillator.stop(at + seconds * 1.6);
  }
}

function fadeOut(level: AudioParam, at: number, seconds: number): void {
  level.cancelScheduledValues(at);
  level.setTargetAtTime(0, at, seconds / 4);
}

const hertz = (level: number) => EMPTY_HERTZ * (FULL_HERTZ / EMPTY_HERTZ) ** level;

/** A share of full amplitude. */
export const volume = (loudnessPercent: number) =>
  Math.min(Math.max(loudnessPercent, 0), LOUDEST_PERCENT) / 100;
