import { phasesOf } from '../../core/breaks/breath.ts';
import type { Pattern } from '../../core/patterns.ts';
import { FADE_SECONDS } from './fader.ts';
import type { Phase, ScheduledBreath } from './followPhases.ts';

/** The tones of a bell above its lowest, each with its share and its time to fade. */
type Modes = readonly { ratio: number; share: number; seconds: number }[];

/** A singing bowl. */
const BOWL_HERTZ = 196;
const BOWL: Modes = [
  { ratio: 1, share: 0.62, seconds: 3.8 },
  { ratio: 2.004, share: 0.22, seconds: 2.6 },
  { ratio: 2.76, share: 0.11, seconds: 1.7 },
  { ratio: 5.4, share: 0.05, seconds: 0.9 },
];
const SECOND_BELL_SECONDS = 2;
/** Two bells and their echo, until they are silent. */
export const TWO_BELLS_SECONDS = 6;

/** A small bell: higher for the breath in, lower for the breath out. */
const SMALL: Modes = [
  { ratio: 1, share: 0.7, seconds: 2.2 },
  { ratio: 2.71, share: 0.22, seconds: 1.1 },
  { ratio: 5.2, share: 0.08, seconds: 0.5 },
];
const BELL_HERTZ: Record<Phase, number> = {
  in: 587.3,
  topUp: 698.5,
  hold: 440,
  out: 293.7,
  holdOut: 440,
};

interface Struck {
  hertz: number;
  modes: Modes;
  peak: number;
  atSeconds: number;
  /** When the next bell rings, this one is damped, so that two are never louder than one. */
  untilSeconds: number;
}

/** One low bell, or two. */
export function ring(
  context: BaseAudioContext,
  out: AudioNode,
  atSeconds: number,
  times: 1 | 2,
  peak: number,
): AudioScheduledSourceNode[] {
  const bell = { hertz: BOWL_HERTZ, modes: BOWL, peak };
  const second = atSeconds + SECOND_BELL_SECONDS;
  const last = Number.POSITIVE_INFINITY;
  if (times === 1) return strike(context, out, { ...bell, atSeconds, untilSeconds: last });
  return [
    ...strike(context, out, { ...bell, atSeconds, untilSeconds: second }),
    ...strike(context, out, { ...bell, atSeconds: second, untilSeconds: last }),
  ];
}

const MARK_HERTZ = 440;
/** As a share of the low bell: it calls, and does not startle. */
const MARK_SHARE = 0.6;

/** A small bell for the next step. */
export const mark = (
  context: BaseAudioContext,
  out: AudioNode,
  atSeconds: number,
  peak: number,
): AudioScheduledSourceNode[] =>
  strike(context, out, {
    hertz: MARK_HERTZ,
    modes: SMALL,
    peak: peak * MARK_SHARE,
    atSeconds,
    untilSeconds: Number.POSITIVE_INFINITY,
  });

/** Two small bells, the second a fifth higher. */
const CHIME_HERTZ = [392, 587.3];
const CHIME_APART_SECONDS = 0.45;
/** Until it is silent. */
export const CHIME_SECONDS = 4.5;

/** Announces a reminder. */
export const chime = (
  context: BaseAudioContext,
  out: AudioNode,
  atSeconds: number,
  peak: number,
): AudioScheduledSourceNode[] =>
  CHIME_HERTZ.flatMap((hertz, nth) =>
    strike(context, out, {
      hertz,
      modes: SMALL,
      peak: peak / CHIME_HERTZ.length,
      atSeconds: atSeconds + nth * CHIME_APART_SECONDS,
      untilSeconds: Number.POSITIVE_INFINITY,
    }),
  );

/** A small bell at each phase of a breath that is about to begin or has just begun. */
export function bellBreath(
  context: BaseAudioContext,
  out: AudioNode,
  pattern: Pattern,
  { atSeconds, fromSeconds }: ScheduledBreath,
  peak: number,
): AudioScheduledSourceNode[] {
  const beganAt = atSeconds - fromSeconds;
  let into = 0;
  return phasesOf(pattern).flatMap(([phase, seconds]) => {
    const begins = into;
    into += seconds;
    if (begins < fromSeconds - JUST_SECONDS) return [];
    return strike(context, out, {
      hertz: BELL_HERTZ[phase],
      modes: SMALL,
      peak,
      atSeconds: Math.max(beganAt + begins, atSeconds),
      untilSeconds: beganAt + into,
    });
  });
}

const JUST_SECONDS = 0.05;

function strike(
  context: BaseAudioContext,
  out: AudioNode,
  { hertz, modes, peak, atSeconds, untilSeconds }: Struck,
): AudioScheduledSourceNode[] {
  const longest = Math.max(...modes.map(({ seconds }) => seconds));
  const dampedAt = Math.min(untilSeconds, atSeconds + longest * 1.6);
  const damper = context.createGain();
  damper.gain.setValueAtTime(1, dampedAt);
  damper.gain.linearRampToValueAtTime(0, dampedAt + FADE_SECONDS);
  damper.connect(out);
  return modes.map(({ ratio, share, seconds }) => {
    const oscillator = context.createOscillator();
    oscillator.frequency.value = hertz * ratio;
    const gain = context.createGain();
    gain.gain.value = 0;
    gain.gain.setValueAtTime(0, atSeconds);
    gain.gain.linearRampToValueAtTime(peak * share, atSeconds + FADE_SECONDS);
    gain.gain.setTargetAtTime(0, atSeconds + FADE_SECONDS, seconds / 4);
    oscillator.connect(gain).connect(damper);
    oscillator.start(atSeconds);
    oscillator.stop(dampedAt + FADE_SECONDS);
    return oscillator;
  });
}
