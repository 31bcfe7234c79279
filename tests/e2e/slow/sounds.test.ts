import { assert, describe, expect } from 'vitest';
import { cycleSeconds, phasesOf } from '../../../core/breaks/breath.ts';
import { PATTERNS, type Pattern } from '../../../core/patterns.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import type { Page } from '../../driver/page.ts';
import { it } from '../chromium/it.ts';
import { bringSounds, type Deed, rendered } from './rendered.ts';
import {
  hertzAround,
  loudnessBetween,
  onsetAfter,
  peakOf,
  type Recording,
  secondsOf,
  shareBelow,
  sharpestBend,
  steepest,
} from './samples.ts';

const BREATHS: Record<string, Pattern> = {
  '4 in, 6 out': PATTERNS.longExhale,
  '3 in, 1 more, 6 out': PATTERNS.cyclicSighing,
  '3 in, 3 held, 3 out, 3 at rest': {
    ...PATTERNS.even,
    inSeconds: 3,
    holdSeconds: 3,
    outSeconds: 3,
    holdOutSeconds: 3,
  },
};
const BEGINS = 0.5;
const CYCLES = 2;
/** The cue's share of the volume. */
const CUE_SHARE = 0.25;
const BELL_SHARE = 0.55;
const HIGHEST_HERTZ = 262;

const breathing = (pattern: Pattern, cue: 'tone' | 'bell' = 'tone', cycles = CYCLES): Deed => [
  0,
  { breathe: { pattern, cycles, cue, beginsAtSeconds: BEGINS } },
];

/** Each phase of each breath: its name, its start and its end in seconds. */
function phasesIn(pattern: Pattern) {
  let at = BEGINS;
  return Array.from({ length: CYCLES }, () => phasesOf(pattern))
    .flat()
    .map(([phase, seconds]) => {
      const from = at;
      at += seconds;
      return { phase, from, to: at, seconds };
    });
}

/** A page that can render sounds. */
async function listening(exhale: ExhaleInChromium): Promise<Page> {
  const page = await exhale.inside();
  await bringSounds(page);
  return page;
}

/** No bend sharper than the highest tone itself has. */
function hasNoClick(tone: Recording, amplitude: number, said: string): void {
  const perSample = (2 * Math.PI * HIGHEST_HERTZ) / tone.rate;
  // With its octave, which has a fifth of it.
  const own = amplitude * (0.8 * perSample ** 2 + 0.2 * (2 * perSample) ** 2);
  const sharpest = sharpestBend(tone);
  expect(
    sharpest,
    `${said}: bends by ${sharpest}, where the tone itself bends by ${own}`,
  ).toBeLessThan(own * 1.1);
}

describe('the tone of the breath', () => {
  it.for(Object.entries(BREATHS))(
    '(%s) rises and falls with its phases, without a click, below the volume',
    async ([name, pattern], { exhale }) => {
      const page = await listening(exhale);
      for (const percent of [40, 20, 0]) {
        const said = `${name} at ${percent} percent`;
        const seconds = BEGINS + CYCLES * cycleSeconds(pattern) + 1;
        const tone = await rendered(page, seconds, percent, [breathing(pattern)]);
        const peak = peakOf(tone);
        if (percent === 0) {
          expect(peak, said).toBe(0);
          continue;
        }
        const amplitude = (percent / 100) * CUE_SHARE;
        expect(peak, said).toBeLessThanOrEqual(amplitude);
        expect(peak, said).toBeGreaterThan(amplitude / 2);
        hasNoClick(tone, amplitude, said);
        risesAndFalls(tone, pattern, said);
        fades(tone, pattern, said);
        expect(loudnessBetween(tone, 0, BEGINS), `${said}: before`).toBe(0);
        expect(loudnessBetween(tone, seconds - 0.9, seconds), `${said}: after`).toBe(0);
      }
    },
  );
});

function risesAndFalls(tone: Recording, pattern: Pattern, said: string): void {
  for (const { phase, from, to, seconds } of phasesIn(pattern)) {
    if (phase === 'hold' || phase === 'holdOut') {
      expect(loudnessBetween(tone, from + 0.05, to), `${said}: silence in ${phase}`).toBe(0);
      continue;
    }
    const moments = Array.from({ length: 9 }, (_, nth) => from + seconds * (0.1 + 0.1 * nth));
    const heard = moments.map((moment) => hertzAround(tone, moment));
    const way = phase === 'out' ? -1 : 1;
    const steps = heard.slice(1).map((hertz, nth) => (hertz - (heard[nth] ?? 0)) * way);
    assert(
      steps.every((step) => step > 0),
      `${said}: ${phase} at ${from} s goes ${heard.map(Math.round).join(', ')} Hz`,
    );
    // It eases like the visible guide: most of the change is in the middle.
    const [first = 0, middle = 0, last = 0] = [steps[0], steps[4], steps.at(-1)];
    assert(middle > 1.5 * first && middle > 1.5 * last, `${said}: ${phase} steps by ${steps} Hz`);
  }
}

/** At least 50 ms into and out of silence, and faint where the breath turns. */
function fades(tone: Recording, pattern: Pattern, said: string): void {
  const loud = (at: number) => loudnessBetween(tone, at - 0.02, at + 0.02);
  const phases = phasesIn(pattern);
  const moves = (nth: number) => /^(in|topUp|out)$/.test(phases[nth]?.phase ?? '');
  for (const [nth, { phase, from, to }] of phases.entries()) {
    if (!moves(nth)) continue;
    const middle = loud((from + to) / 2);
    const ends = [
      [from + 0.05, moves(nth - 1) && phase !== 'in'],
      [to - 0.05, moves(nth + 1) && phase !== 'out'],
    ] as const;
    for (const [at, turns] of ends) {
      const share = loud(at) / middle;
      const [least, most] = turns ? [0.4, 0.75] : [0.03, 0.3];
      assert(share > least && share < most, `${said}: ${share} of its loudness at ${at} s`);
    }
  }
}

describe('the bell of the breath', () => {
  it('is in time with each phase, and tells in from out by its pitch', async ({ exhale }) => {
    const page = await listening(exhale);
    for (const [name, pattern] of Object.entries(BREATHS)) {
      const seconds = BEGINS + CYCLES * cycleSeconds(pattern) + 1;
      const bells = await rendered(page, seconds, 40, [breathing(pattern, 'bell')]);
      expect(peakOf(bells), `${name}: ${peakOf(bells)}`).toBeLessThanOrEqual(0.4 * CUE_SHARE);
      expect(steepest(bells), `${name}: a step of ${steepest(bells)}`).toBeLessThan(0.02);
      const heard: Record<string, number> = {};
      for (const { phase, from } of phasesIn(pattern)) {
        // Late enough for the shimmer to fade and the bell before to be damped.
        heard[phase] = hertzAround(bells, from + 0.85, { lowest: 250, highest: 800 });
        const fresh = onsetAfter(
          bells,
          from,
          loudnessBetween(bells, from - 0.02, from) * 3 + 0.005,
        );
        expect(
          fresh - from,
          `${name}: the bell for ${phase} at ${from} s comes at ${fresh} s`,
        ).toBeLessThan(0.05);
      }
      const { in: breathIn = 0, out = 0, hold = 440, topUp = 699 } = heard;
      assert(
        topUp > breathIn + 50 && breathIn > hold + 50 && hold > out + 50,
        JSON.stringify(heard),
      );
    }
  });
});

const LOOP_SECONDS = 12;

describe('the noise of stillness', () => {
  it('is low and steady, comes and goes slowly, and has no seam', async ({ exhale }) => {
    const page = await listening(exhale);
    const goes = 2 * LOOP_SECONDS + 4;
    const deeds: Deed[] = [
      [0, { noise: true }],
      [goes, { noise: false }],
    ];
    const noise = await rendered(page, goes + 4, 40, deeds);
    expect(peakOf(noise), `its peak is ${peakOf(noise)}`).toBeLessThanOrEqual(0.4 * 0.2);
    const low = shareBelow(noise, 500, 3);
    expect(low, `only ${low} of it lies below 500 Hz`).toBeGreaterThan(0.9);

    const each = Array.from({ length: goes - 4 }, (_, nth) =>
      loudnessBetween(noise, nth + 3, nth + 4),
    );
    const usual = loudnessBetween(noise, 3, goes - 1);
    expect(usual, `it is only ${usual} loud`).toBeGreaterThan(0.02);
    assert(Math.max(...each) < usual * 1.25 && Math.min(...each) > usual * 0.8, each.join(' '));

    for (const second of [0, 1])
      expect(loudnessBetween(noise, second, second + 1), `it comes in ${second} s`).toBeLessThan(
        usual * 0.75,
      );
    expect(loudnessBetween(noise, goes + 0.4, goes + 0.9), 'it goes too fast').toBeGreaterThan(
      usual * 0.3,
    );
    expect(loudnessBetween(noise, goes + 2, goes + 4)).toBe(0);

    const elsewhere = steepest(noise, 3, LOOP_SECONDS - 0.1);
    for (const seam of [LOOP_SECONDS, 2 * LOOP_SECONDS]) {
      const there = steepest(noise, seam - 0.01, seam + 0.01);
      expect(
        there,
        `a step of ${there} at the seam, of ${elsewhere} elsewhere`,
      ).toBeLessThanOrEqual(elsewhere);
    }
  });
});

describe('sounds', () => {
  it('stay below the volume together', async ({ exhale }) => {
    const page = await listening(exhale);
    // In phase, one after another, or in quick succession.
    const inStep = 12 / 196;
    const hurried = [0, 1, 2, 3].map((nth): Deed => [6 + nth * inStep, { ring: 1 }]);
    const bells = await rendered(page, 9, 40, [[0, { ring: 2 }], ...hurried]);
    expect(peakOf(bells), `bells alone: ${peakOf(bells)}`).toBeLessThanOrEqual(0.4 * BELL_SHARE);
    expect(steepest(bells), `bells alone: a step of ${steepest(bells)}`).toBeLessThan(0.02);
    for (const cue of ['tone', 'bell'] as const)
      for (const percent of [40, 20, 0]) {
        const deeds: Deed[] = [
          [0, { noise: true }],
          breathing(PATTERNS.cyclicSighing, cue, 3),
          [3.3, { ring: 1 }],
          [4.3, { ring: 2 }],
          // Someone who moves the slider hears it each time.
          [12.4, { ring: 1 }],
          [12.45, { ring: 1 }],
          [12.5, { ring: 2 }],
        ];
        const all = await rendered(page, 20, percent, deeds);
        expect(peakOf(all), `${cue} at ${percent} percent: ${peakOf(all)}`).toBeLessThanOrEqual(
          percent / 100,
        );
        if (percent > 0) expect(peakOf(all), `only ${peakOf(all)}`).toBeGreaterThan(percent / 250);
        expect(steepest(all), `${cue}: a step of ${steepest(all)}`).toBeLessThanOrEqual(
          percent / 1000,
        );
      }
  });

  it('fall silent within a tenth of a second when the page is out of view, and come back in the right breath', async ({
    exhale,
  }) => {
    const page = await listening(exhale);
    const deeds: Deed[] = [
      breathing(PATTERNS.longExhale, 'tone', 3),
      [2.3, { hidden: true }],
      [12.3, { hidden: false }],
      // Hidden and back before it has faded.
      [15, { hidden: true }],
      [15.04, { hidden: false }],
    ];
    const tone = await rendered(page, 20, 40, deeds);
    hasNoClick(tone, 0.1, 'hidden and back');
    expect(loudnessBetween(tone, 2.4, 12.3)).toBe(0);
    expect(loudnessBetween(tone, 12.5, 13)).toBeGreaterThan(0.02);
    expect(hertzAround(tone, 13.5)).toBeGreaterThan(hertzAround(tone, 12.6));
  });

  it('fall silent out of view except for the last bell, which is in time', async ({ exhale }) => {
    const page = await listening(exhale);
    const deeds: Deed[] = [
      breathing(PATTERNS.longExhale, 'tone', 3),
      [2, { hidden: true }],
      [2.1, { ringAtSeconds: 9 }],
    ];
    const bells = await rendered(page, 16, 40, deeds);
    expect(loudnessBetween(bells, 3, 9)).toBe(0);
    expect(onsetAfter(bells, 8.5, 0.005)).toBeCloseTo(9, 1);
    expect(loudnessBetween(bells, 11.1, 12)).toBeGreaterThan(0.02);
    expect(peakOf(bells)).toBeLessThanOrEqual(0.4 * BELL_SHARE);
    expect(steepest(bells, 8, 16)).toBeLessThan(0.02);
  });

  it('go on after a sleep where the breath is by the clock on the wall', async ({ exhale }) => {
    const page = await listening(exhale);
    const deeds: Deed[] = [breathing(PATTERNS.longExhale, 'tone', 3), [2.7, { sleeps: 5 }]];
    const tone = await rendered(page, 12, 40, deeds);
    expect(secondsOf(tone)).toBe(12);
    hasNoClick(tone, 0.1, 'asleep and awake');
    const straight = await rendered(page, 17, 40, [breathing(PATTERNS.longExhale, 'tone', 3)]);
    // It notices within a second.
    for (const at of [4, 5, 7, 8.5]) {
      const apart = hertzAround(tone, at) - hertzAround(straight, at + 5);
      expect(Math.abs(apart), `at ${at} s`).toBeLessThan(1);
    }
  });
});
