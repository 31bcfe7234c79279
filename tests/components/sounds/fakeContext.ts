import type { soundsOn } from '../../../components/sounds/sounds.ts';

/** What the audio clock was told about one source. */
export interface Heard {
  startsAt: number;
  stopsAt: number;
  /** Its first frequency, and where it goes. */
  hertz: number;
  curve: { values: number[]; atSeconds: number; seconds: number } | null;
  loop: boolean;
}

const STEP_SECONDS = 0.1;

/**
 * A world whose wall clock and audio clock move only when told, with an audio context that records its calls.
 */
export function fakeWorld() {
  const heard: Heard[] = [];
  const param = (note: (curve: Heard['curve']) => void = () => {}) => ({
    value: 0,
    setValueAtTime: () => {},
    linearRampToValueAtTime: () => {},
    setTargetAtTime: () => {},
    cancelScheduledValues: () => {},
    setValueCurveAtTime: (values: Float32Array, atSeconds: number, seconds: number) => {
      if (atSeconds < context.currentTime) throw new Error('scheduled too late');
      note({ values: [...values], atSeconds, seconds });
    },
  });
  const source = () => {
    const one: Heard = { startsAt: -1, stopsAt: Infinity, hertz: 0, curve: null, loop: false };
    heard.push(one);
    const frequency = param((curve) => {
      one.curve = curve;
    });
    return {
      frequency,
      connect: (next: unknown) => next,
      set loop(loop: boolean) {
        one.loop = loop;
      },
      start: (at = context.currentTime) => {
        one.startsAt = at;
        one.hertz = frequency.value;
      },
      stop: (at: number) => {
        one.stopsAt = at;
      },
    };
  };
  const context = {
    currentTime: 0,
    sampleRate: 8000,
    destination: {},
    createGain: () => ({ gain: param(), connect: (next: unknown) => next }),
    createOscillator: source,
    createBufferSource: source,
    createBuffer: () => ({ copyToChannel: () => {} }),
  };

  let wallMs = Date.UTC(2026, 2, 2, 9);
  let isRunning = true;
  let waiting: { atMs: number; work: () => void }[] = [];
  const asked = { toResume: 0 };
  const edge: Parameters<typeof soundsOn>[1] = {
    nowMs: () => wallMs,
    isRunning: () => isRunning,
    resume: () => {
      asked.toResume++;
    },
    random: () => 0.25,
    later: (work, ms) => {
      const one = { atMs: wallMs + ms, work };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
  };
  return {
    context: context as unknown as BaseAudioContext,
    edge,
    asked,
    nowMs: () => wallMs,
    waiting: () => waiting.length,
    /** Sources that still play or will play. */
    heard: () => heard.filter(({ stopsAt }) => stopsAt > context.currentTime + 0.2),
    setRunning: (on: boolean) => {
      isRunning = on;
    },
    /** The audio clock may stand still, and timers may be late. */
    pass(seconds: number, { audible = true, timely = true } = {}) {
      for (let left = seconds; left > 1e-9; left -= STEP_SECONDS) {
        const step = Math.min(left, STEP_SECONDS);
        wallMs += step * 1000;
        if (audible) context.currentTime += step;
        if (timely) this.fire();
      }
    },
    fire() {
      const due = waiting.filter(({ atMs }) => atMs <= wallMs);
      waiting = waiting.filter((one) => !due.includes(one));
      for (const { work } of due) work();
    },
  };
}
