import { FADE_SECONDS, type Fader, faderOn } from './fader.ts';
import { SHARES, volume } from './shares.ts';

const LOOP_SECONDS = 12;
const COME_SECONDS = 2.5;
const GO_SECONDS = 1.5;
const CHANGE_SECONDS = 0.5;

/** Below the first there is only rumble. Above the second it falls away, above the third faster. */
const RUMBLE_HERTZ = 30;
const BROWN_HERTZ = 80;
const DULL_HERTZ = 300;

/** Peaks above this many times the average are rounded off, so that the rest is loud enough. */
const ROUNDED = 1.5;

/**
 * A loop of low noise: random numbers, added up. The filters go around twice and keep the second round, so
 * that no seam is heard where the loop starts again. Its highest peak is 1.
 */
export function brownNoise(
  random: () => number,
  sampleRate: number,
  seconds = LOOP_SECONDS,
): Float32Array<ArrayBuffer> {
  const length = Math.round(sampleRate * seconds);
  const white = Float32Array.from({ length }, () => random() * 2 - 1);
  const kept = (hertz: number) => Math.exp((-2 * Math.PI * hertz) / sampleRate);
  const [brownKept, dullKept, rumbleKept] = [BROWN_HERTZ, DULL_HERTZ, RUMBLE_HERTZ].map(kept) as [
    number,
    number,
    number,
  ];
  const noise = new Float32Array(length);
  let brown = 0;
  let dull = 0;
  let rumble = 0;
  for (let step = 0; step < 2 * length; step++) {
    brown = brown * brownKept + (white[step % length] as number) * (1 - brownKept);
    dull = dull * dullKept + brown * (1 - dullKept);
    rumble = rumble * rumbleKept + dull * (1 - rumbleKept);
    noise[step % length] = dull - rumble;
  }
  const middle = Math.sqrt(noise.reduce((sum, sample) => sum + sample ** 2, 0) / length) || 1;
  const rounded = noise.map((sample) => Math.tanh(sample / (ROUNDED * middle)));
  const peak = rounded.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0) || 1;
  return rounded.map((sample) => sample / peak);
}

/** Low noise that fades in and out slowly. */
export function noiseOn(context: BaseAudioContext, out: AudioNode, random: () => number) {
  let buffer: AudioBuffer | null = null;
  let playing: { source: AudioBufferSourceNode; fader: Fader } | null = null;

  const begin = () => {
    if (buffer === null) {
      const samples = brownNoise(random, context.sampleRate);
      buffer = context.createBuffer(1, samples.length, context.sampleRate);
      buffer.copyToChannel(samples, 0);
    }
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.loop = true;
    const fader = faderOn(context, out, 0);
    source.connect(fader.node);
    source.start();
    return { source, fader };
  };

  return (on: boolean, loudnessPercent: number) => {
    if (on) {
      const comes = playing === null;
      playing ??= begin();
      const level = volume(loudnessPercent) * SHARES.noise;
      playing.fader.to(level, comes ? COME_SECONDS : CHANGE_SECONDS);
    } else if (playing !== null) {
      playing.fader.to(0, GO_SECONDS);
      playing.source.stop(context.currentTime + GO_SECONDS + FADE_SECONDS);
      playing = null;
    }
  };
}
