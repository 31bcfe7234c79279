import { breathCurve, cycleSeconds, phasesOf } from '../../core/breaks/breath.ts';
import { ease } from '../../core/breaks/ease.ts';
import type { Pattern } from '../../core/patterns.ts';
import type { ScheduledBreath } from './followPhases.ts';

/** The tone rises by a fifth from an empty to a full breath. */
const EMPTY_HERTZ = 174.6;
const FULL_HERTZ = 261.6;

/** The tone and some of its octave, because small speakers can't play the low one. */
const PARTIALS = [
  { ratio: 1, share: 0.8 },
  { ratio: 2, share: 0.2 },
];

/** How long the tone takes to swell and fade. It grows faint when the breath turns. */
const SWELL_SECONDS = 0.4;
const AT_A_TURN = 0.5;

const POINTS_PER_SECOND = 100;

/** The tone of one breath, or of the rest of one. It begins and ends in silence. */
export function toneBreath(
  context: BaseAudioContext,
  out: AudioNode,
  pattern: Pattern,
  { atSeconds, fromSeconds }: ScheduledBreath,
  peak: number,
): AudioScheduledSourceNode[] {
  const seconds = cycleSeconds(pattern) - fromSeconds;
  const curve = (value: (intoSeconds: number) => number) => {
    const last = Math.max(1, Math.ceil(seconds * POINTS_PER_SECOND));
    return Float32Array.from({ length: last + 1 }, (_, nth) =>
      value(fromSeconds + (nth / last) * seconds),
    );
  };
  const strength = context.createGain();
  strength.gain.value = 0;
  strength.gain.setValueCurveAtTime(
    curve((into) => peak * strengthAt(pattern, into)),
    atSeconds,
    seconds,
  );
  strength.connect(out);
  return PARTIALS.map(({ ratio, share }) => {
    const oscillator = context.createOscillator();
    oscillator.frequency.value = EMPTY_HERTZ * ratio;
    oscillator.frequency.setValueCurveAtTime(
      curve((into) => hertzAt(pattern, into) * ratio),
      atSeconds,
      seconds,
    );
    const part = context.createGain();
    part.gain.value = share;
    oscillator.connect(part).connect(strength);
    oscillator.start(atSeconds);
    oscillator.stop(atSeconds + seconds + 0.02);
    return oscillator;
  });
}

/** The fuller the breath, the higher the tone. */
export function hertzAt(pattern: Pattern, intoSeconds: number): number {
  const offset = intoSeconds / cycleSeconds(pattern);
  const curve = breathCurve(pattern);
  const next = curve.findIndex((point) => point.offset > offset);
  const before = curve[next - 1];
  const after = curve[next];
  const level =
    before && after
      ? before.level +
        (after.level - before.level) *
          ease((offset - before.offset) / (after.offset - before.offset))
      : 0;
  return EMPTY_HERTZ * (FULL_HERTZ / EMPTY_HERTZ) ** level;
}

/** The strength of the tone, from 0 to 1. It is silent during holds. */
function strengthAt(pattern: Pattern, intoSeconds: number): number {
  const phases = phasesOf(pattern);
  const moves = (nth: number) => /^(in|topUp|out)$/.test(phases[nth]?.[0] ?? '');
  let begins = 0;
  for (const [nth, [, seconds]] of phases.entries()) {
    const into = intoSeconds - begins;
    begins += seconds;
    if (into > seconds) continue;
    if (!moves(nth)) return 0;
    const swell = Math.min(SWELL_SECONDS, seconds / 3);
    const coming = swelling(moves(nth - 1), into / swell);
    return Math.min(coming, swelling(moves(nth + 1), (seconds - into) / swell));
  }
  return 0;
}

/** Swells from silence, or from the turn of the breath. */
function swelling(fromTone: boolean, share: number): number {
  const from = fromTone ? AT_A_TURN : 0;
  return from + (1 - from) * Math.min(Math.max(share, 0), 1);
}
