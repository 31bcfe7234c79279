/** Audible properties, computed from samples. */
export interface Recording {
  samples: Float32Array;
  rate: number;
}

const part = ({ samples, rate }: Recording, fromSeconds: number, toSeconds: number) =>
  samples.subarray(Math.round(fromSeconds * rate), Math.round(toSeconds * rate));

const largest = (values: Float32Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

export const peakOf = ({ samples }: Recording): number => largest(samples);

/** The overall loudness between two seconds. */
export function loudnessBetween(recording: Recording, fromSeconds: number, toSeconds: number) {
  const heard = part(recording, fromSeconds, toSeconds);
  return Math.sqrt(heard.reduce((sum, sample) => sum + sample ** 2, 0) / heard.length);
}

/** The largest step between two samples. */
export function steepest(recording: Recording, fromSeconds = 0, toSeconds = Infinity): number {
  const heard = part(recording, fromSeconds, Math.min(toSeconds, secondsOf(recording)));
  return largest(heard.map((sample, nth) => sample - (heard[nth - 1] ?? sample)));
}

/** The largest change of step. A click is a sharp bend, however quiet the rest is. */
export function sharpestBend({ samples }: Recording): number {
  return largest(
    samples.map((sample, nth) => sample - 2 * (samples[nth - 1] ?? 0) + (samples[nth - 2] ?? 0)),
  );
}

export const secondsOf = ({ samples, rate }: Recording): number => samples.length / rate;

/** When it first gets louder than `level`, from `fromSeconds` on. */
export function onsetAfter({ samples, rate }: Recording, fromSeconds: number, level: number) {
  const first = Math.round(fromSeconds * rate);
  const nth = samples.subarray(first).findIndex((sample) => Math.abs(sample) > level);
  return nth < 0 ? Infinity : (first + nth) / rate;
}

const LONGEST_WINDOW_SECONDS = 0.12;

/** The pitch around a moment: the delay at which the sound is most similar to itself. */
export function hertzAround(
  recording: Recording,
  atSeconds: number,
  { lowest = 140, highest = 330 } = {},
): number {
  const half = LONGEST_WINDOW_SECONDS / 2;
  const heard = part(recording, atSeconds - half, atSeconds + half);
  const { rate } = recording;
  const likeness = (delay: number) => {
    let both = 0;
    let one = 0;
    let other = 0;
    for (let nth = 0; nth + delay < heard.length; nth++) {
      const now = heard[nth] as number;
      const later = heard[nth + delay] as number;
      both += now * later;
      one += now ** 2;
      other += later ** 2;
    }
    return both / Math.sqrt(one * other);
  };
  const shortest = Math.floor(rate / highest);
  const delays = Array.from({ length: Math.ceil(rate / lowest) - shortest + 1 }, (_, nth) =>
    likeness(shortest + nth),
  );
  const best = shortest + delays.indexOf(Math.max(...delays));
  // Between two samples: the top of the parabola through three of them.
  const [before, at, after] = [likeness(best - 1), likeness(best), likeness(best + 1)];
  return rate / (best + (before - after) / (2 * (before - 2 * at + after)));
}

const WINDOW = 1 << 14;

/** The share of its energy below a frequency. */
export function shareBelow(recording: Recording, hertz: number, fromSeconds: number): number {
  const first = Math.round(fromSeconds * recording.rate);
  let [below, all] = [0, 0];
  for (let at = first; at + WINDOW <= recording.samples.length; at += WINDOW) {
    const window = Array.from(recording.samples.subarray(at, at + WINDOW), (sample, nth) => ({
      real: sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * nth) / WINDOW)),
      imaginary: 0,
    }));
    for (const [nth, { real, imaginary }] of spectrum(window).entries()) {
      if (nth >= WINDOW / 2) break;
      const energy = real ** 2 + imaginary ** 2;
      all += energy;
      if ((nth * recording.rate) / WINDOW < hertz) below += energy;
    }
  }
  return below / all;
}

interface Complex {
  real: number;
  imaginary: number;
}

/** The Fourier transform of a power of two of samples, by halves. */
function spectrum(samples: Complex[]): Complex[] {
  if (samples.length <= 1) return samples;
  const even = spectrum(samples.filter((_, nth) => nth % 2 === 0));
  const odd = spectrum(samples.filter((_, nth) => nth % 2 === 1));
  const turned = odd.map(({ real, imaginary }, nth) => {
    const angle = (-2 * Math.PI * nth) / samples.length;
    return {
      real: real * Math.cos(angle) - imaginary * Math.sin(angle),
      imaginary: real * Math.sin(angle) + imaginary * Math.cos(angle),
    };
  });
  const sum = (sign: 1 | -1) =>
    even.map(({ real, imaginary }, nth) => ({
      real: real + sign * (turned[nth]?.real ?? 0),
      imaginary: imaginary + sign * (turned[nth]?.imaginary ?? 0),
    }));
  return [...sum(1), ...sum(-1)];
}
