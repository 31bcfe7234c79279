import { beforeEach, describe, expect, it } from 'vitest';
import { hertzAt } from '../../../components/sounds/cueTone.ts';
import { brownNoise } from '../../../components/sounds/noise.ts';
import { SHARES, volume } from '../../../components/sounds/shares.ts';
import { soundsOn } from '../../../components/sounds/sounds.ts';
import { PATTERNS } from '../../../core/patterns.ts';
import { fakeWorld } from './fakeContext.ts';

describe('a sound', () => {
  it('is never louder than 40 percent, whatever is asked for', () => {
    expect(volume(20)).toBe(0.2);
    expect(volume(40)).toBe(0.4);
    expect(volume(100)).toBe(0.4);
    expect(volume(-5)).toBe(0);
  });

  it('shares the volume with whatever sounds at the same time', () => {
    const all = Object.values(SHARES).reduce((sum, share) => sum + share, 0);
    expect(all).toBeLessThanOrEqual(1);
  });
});

let world: ReturnType<typeof fakeWorld>;
let sounds: ReturnType<typeof soundsOn>;
beforeEach(() => {
  world = fakeWorld();
  sounds = soundsOn(world.context, world.edge);
});

/** When its breaths begin on the audio clock. Each has a tone and its octave. */
const tones = () => [
  ...new Set(world.heard().map(({ startsAt }) => Math.round(startsAt * 1000) / 1000)),
];

describe('the cue of a breath', () => {
  const breathe = (beginsInSeconds: number, cue: 'tone' | 'bell' = 'tone', cycles = 6) =>
    sounds.breathe(
      { pattern: PATTERNS.longExhale, cycles, beginsAtMs: world.nowMs() + beginsInSeconds * 1000 },
      cue,
      20,
    );

  it('is on the audio clock before its breath begins, each as the one before it begins', () => {
    breathe(3);
    expect(tones()).toEqual([3]);
    world.pass(2.5);
    expect(tones()).toEqual([3]);
    world.pass(1.6);
    expect(tones()).toEqual([3, 13]);
    world.pass(10);
    expect(tones()).toEqual([13, 23]);
  });

  it('is in time though the timer is late', () => {
    breathe(3);
    world.pass(4.5);
    world.pass(7, { timely: false });
    expect(tones()).toContain(13);
    world.fire();
    expect(tones()).toEqual([3, 13]);
    world.pass(2);
    expect(tones()).toEqual([13, 23]);
  });

  it('begins in the middle of a breath that has begun', () => {
    breathe(-4);
    expect(tones()[0]).toBe(0.02);
    const [tone] = world.heard();
    expect(tone?.curve?.values[0]).toBeCloseTo(hertzAt(PATTERNS.longExhale, 4.02), 3);
    expect(tone?.curve?.seconds).toBeCloseTo(5.98);
    expect(tone?.curve?.values.at(-1)).toBeCloseTo(174.6);
  });

  it('goes on if the clocks differ a little, and begins again if they differ more', () => {
    breathe(0);
    world.pass(2);
    expect(tones()).toEqual([0.02, 10]);
    world.pass(0.04, { audible: false });
    world.pass(1.5);
    expect(tones()).toEqual([0.02, 10]);
    world.pass(0.03, { audible: false });
    world.pass(1.5);
    expect(tones()).toHaveLength(2);
    expect(tones()[0]).toBeGreaterThan(3);
    expect(tones()[1]).toBeCloseTo(10 - 0.07);
  });

  it('makes up for nothing that was slept through', () => {
    breathe(0);
    world.pass(2);
    world.pass(33, { audible: false, timely: false });
    world.fire();
    expect(tones()).toEqual([2.02, 7]);
    const [tone] = world.heard();
    expect(tone?.curve?.values[0]).toBeCloseTo(hertzAt(PATTERNS.longExhale, 5.02), 3);
  });

  it('makes up for nothing that a late timer has missed', () => {
    breathe(0);
    world.pass(2);
    world.pass(33, { timely: false });
    world.fire();
    expect(tones()).toEqual([35.02, 40]);
  });

  it('waits while the browser lets nothing sound, and then is where the breath is', () => {
    world.setRunning(false);
    breathe(0);
    world.pass(15, { audible: false });
    expect(world.heard()).toEqual([]);
    expect(world.asked.toResume).toBe(1);
    world.setRunning(true);
    sounds.onRunning();
    expect(tones()).toEqual([0.02, 5]);
    world.setRunning(false);
    sounds.onRunning();
    expect(world.heard()).toEqual([]);
  });

  it('ends with the last breath, and looks at no clock any more', () => {
    breathe(0, 'tone', 2);
    world.pass(19);
    expect(world.waiting()).toBe(1);
    expect(tones()).toEqual([10]);
    world.pass(2);
    expect(world.waiting()).toBe(0);
    expect(world.heard()).toEqual([]);
  });

  it('ends when it is told to, and one that comes takes the place of one that was', () => {
    const end = breathe(0);
    breathe(0, 'bell');
    expect(world.waiting()).toBe(1);
    expect(world.heard().every(({ curve }) => curve === null)).toBe(true);
    end();
    expect(world.heard()).not.toEqual([]);
    sounds.close();
    expect(world.heard()).toEqual([]);
    expect(world.waiting()).toBe(0);
  });

  it('strikes a bell for the phases that are still to come, and for the one that has only just begun', () => {
    breathe(-0.01, 'bell');
    expect(tones()).toEqual([0.02, 3.99, 9.99, 13.99]);
    breathe(-1, 'bell');
    expect(tones()).toEqual([3, 9, 13]);
  });

  it('comes back into view where the breath is', () => {
    breathe(0);
    world.pass(2);
    sounds.setHidden(true);
    world.pass(33, { audible: false, timely: false });
    sounds.setHidden(false);
    expect(tones()).toEqual([2.02, 7]);
  });
});

describe('the bell', () => {
  it('sounds once, or again two seconds later', () => {
    sounds.ring(1, 20);
    expect(tones()).toEqual([0.02]);
    sounds.ring(2, 20);
    expect(tones()).toEqual([0.02, 2.02]);
  });

  it('waits a moment for the audio clock, and is forgotten when that takes longer', () => {
    world.setRunning(false);
    sounds.ring(1, 20);
    expect(world.heard()).toEqual([]);
    world.pass(0.5, { audible: false });
    world.setRunning(true);
    sounds.onRunning();
    expect(tones()).toEqual([0.02]);
    world.pass(10);
    world.setRunning(false);
    sounds.ring(2, 20);
    world.pass(5, { audible: false });
    world.setRunning(true);
    sounds.onRunning();
    sounds.onRunning();
    expect(world.heard()).toEqual([]);
  });
});

describe('the last bell', () => {
  const IN_SECONDS = 100;
  const ringLater = () => sounds.ringAt(world.nowMs() + IN_SECONDS * 1000, 20);

  it('is on the audio clock long before, twice, so that no timer has to be in time', () => {
    ringLater();
    expect(tones()).toEqual([100, 102]);
    sounds.setHidden(true);
    world.pass(100, { timely: false });
    world.fire();
    expect(tones()).toEqual([100, 102]);
    expect(world.waiting()).toBe(0);
  });

  it('is right again a look after the audio clock stood still', () => {
    ringLater();
    world.pass(50, { audible: false, timely: false });
    world.fire();
    expect(tones()).toEqual([50, 52]);
  });

  it('is late if the clocks were asleep at its time, and left out if it is very late', () => {
    ringLater();
    world.pass(105, { audible: false, timely: false });
    world.fire();
    expect(tones()).toEqual([0.02, 2.02]);
    ringLater();
    world.pass(130, { audible: false, timely: false });
    world.fire();
    expect(world.heard()).toEqual([]);
    expect(world.waiting()).toBe(0);
  });

  it('waits until the browser lets the page sound', () => {
    world.setRunning(false);
    ringLater();
    world.pass(60, { audible: false });
    expect(world.heard()).toEqual([]);
    world.setRunning(true);
    sounds.onRunning();
    expect(tones()).toEqual([40, 42]);
  });

  it('is taken back, also when the sounds are closed', () => {
    ringLater()();
    expect(world.heard()).toEqual([]);
    ringLater();
    sounds.close();
    expect(world.heard()).toEqual([]);
    expect(world.waiting()).toBe(0);
  });
});

describe('the noise', () => {
  it('is one ring that goes round and round until it is told to end', () => {
    sounds.noise(true, 20);
    sounds.noise(true, 30);
    expect(world.heard()).toMatchObject([{ loop: true, stopsAt: Infinity }]);
    world.pass(4);
    sounds.noise(false, 30);
    expect(world.heard()[0]?.stopsAt).toBeCloseTo(5.58);
    sounds.noise(true, 20);
    expect(world.heard()).toHaveLength(2);
  });

  it('has no seam, and is as loud as it may be and no louder', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const samples = brownNoise(random, 8000, 2);
    const steps = samples.map((sample, nth) => Math.abs(sample - (samples.at(nth - 1) ?? 0)));
    expect(steps[0]).toBeLessThanOrEqual(Math.max(...steps.slice(1)));
    expect(Math.max(...samples.map(Math.abs))).toBe(1);
    const around = [-3, -2, -1, 0, 1, 2].map((nth) => samples.at(nth) ?? 0);
    const bends = around.slice(2).map((value, nth) => {
      return Math.abs(value - 2 * (around[nth + 1] ?? 0) + (around[nth] ?? 0));
    });
    expect(Math.max(...bends)).toBeLessThan(0.2);
  });
});
