import { equal, ok } from 'node:assert/strict';
import { cycleSeconds, phasesOf } from '../../../core/breaks/breath.ts';
import { PATTERNS, type Pattern } from '../../../core/patterns.ts';
import { never, test, until } from '../harness.ts';
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
} from '../samples.ts';
import { saying, word } from '../words.ts';
import { started } from './exhale.ts';
import type { Page } from './page.ts';
import { bringSounds, type Deed, rendered } from './rendered.ts';

const BREATHS: Record<string, Pattern> = {
  '4 in, 6 out': PATTERNS.longExhale,
  '3 in, 1 more, 6 out': PATTERNS.cyclicSighing,
  '3 in, 3 held, 3 out, 3 at rest': {
    ...PATTERNS.even,
    inSeconds: 3,
    holdSeconds: 3,
    outSeconds: 3,
    restSeconds: 3,
  },
};
const BEGINS = 0.5;
const CYCLES = 2;
/** The share of the volume that the breath's cue has. */
const CUE_SHARE = 0.25;
const BELL_SHARE = 0.55;
const HIGHEST_HERTZ = 262;

const breathing = (pattern: Pattern, cue: 'tone' | 'bell' = 'tone', cycles = CYCLES): Deed => [
  0,
  { breathe: { pattern, cycles, cue, beginsAtSeconds: BEGINS } },
];

/** Each phase of each breath: how it is called, and from which second to which it lasts. */
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

/** A page that can compute sounds. */
async function listening(): Promise<Page> {
  const page = await (await started()).inside();
  await bringSounds(page);
  return page;
}

/** No bend that the highest tone would not have by itself. */
function hasNoClick(tone: Recording, amplitude: number, said: string): void {
  const perSample = (2 * Math.PI * HIGHEST_HERTZ) / tone.rate;
  // With its octave, a fifth of it.
  const own = amplitude * (0.8 * perSample ** 2 + 0.2 * (2 * perSample) ** 2);
  const sharpest = sharpestBend(tone);
  ok(sharpest < own * 1.1, `${said}: bends by ${sharpest}, where the tone itself bends by ${own}`);
}

test('The cue tones are measured, not trusted: rendered offline, they rise and fall with the phases, never clip, never exceed the volume', async () => {
  const page = await listening();
  for (const [name, pattern] of Object.entries(BREATHS))
    for (const percent of [40, 20, 0]) {
      const said = `${name} at ${percent} percent`;
      const seconds = BEGINS + CYCLES * cycleSeconds(pattern) + 1;
      const tone = await rendered(page, seconds, percent, [breathing(pattern)]);
      const peak = peakOf(tone);
      if (percent === 0) {
        equal(peak, 0, said);
        continue;
      }
      const amplitude = (percent / 100) * CUE_SHARE;
      ok(peak <= amplitude, `${said}: its peak is ${peak}`);
      ok(peak > amplitude / 2, `${said}: it is only ${peak} loud`);
      hasNoClick(tone, amplitude, said);
      risesAndFalls(tone, pattern, said);
      fades(tone, pattern, said);
      equal(loudnessBetween(tone, 0, BEGINS), 0, `${said}: silence before`);
      equal(loudnessBetween(tone, seconds - 0.9, seconds), 0, `${said}: silence after`);
    }
});

function risesAndFalls(tone: Recording, pattern: Pattern, said: string): void {
  for (const { phase, from, to, seconds } of phasesIn(pattern)) {
    if (phase === 'hold' || phase === 'rest') {
      equal(loudnessBetween(tone, from + 0.05, to), 0, `${said}: silence in ${phase}`);
      continue;
    }
    const moments = Array.from({ length: 9 }, (_, nth) => from + seconds * (0.1 + 0.1 * nth));
    const heard = moments.map((moment) => hertzAround(tone, moment));
    const way = phase === 'out' ? -1 : 1;
    const steps = heard.slice(1).map((hertz, nth) => (hertz - (heard[nth] ?? 0)) * way);
    ok(
      steps.every((step) => step > 0),
      `${said}: ${phase} at ${from} s goes ${heard.map(Math.round).join(', ')} Hz`,
    );
    // It eases as the eye sees it: most of the way lies in the middle.
    const [first = 0, middle = 0, last = 0] = [steps[0], steps[4], steps.at(-1)];
    ok(middle > 1.5 * first && middle > 1.5 * last, `${said}: ${phase} steps by ${steps} Hz`);
  }
}

/** Into and out of silence in no less than 50 ms, and faint where the breath turns. */
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
      ok(share > least && share < most, `${said}: ${share} of its loudness at ${at} s`);
    }
  }
}

test('A small bell at each phase is in time and tells in from out by its pitch', async () => {
  const page = await listening();
  for (const [name, pattern] of Object.entries(BREATHS)) {
    const seconds = BEGINS + CYCLES * cycleSeconds(pattern) + 1;
    const bells = await rendered(page, seconds, 40, [breathing(pattern, 'bell')]);
    ok(peakOf(bells) <= 0.4 * CUE_SHARE, `${name}: ${peakOf(bells)}`);
    ok(steepest(bells) < 0.02, `${name}: a step of ${steepest(bells)}`);
    const heard: Record<string, number> = {};
    for (const { phase, from } of phasesIn(pattern)) {
      // Late enough for the shimmer to have gone, and for the one before to be damped.
      heard[phase] = hertzAround(bells, from + 0.85, { lowest: 250, highest: 800 });
      const fresh = onsetAfter(bells, from, loudnessBetween(bells, from - 0.02, from) * 3 + 0.005);
      ok(fresh - from < 0.05, `${name}: the bell for ${phase} at ${from} s comes at ${fresh} s`);
    }
    const { in: breathIn = 0, out = 0, hold = 440, topUp = 699 } = heard;
    ok(topUp > breathIn + 50 && breathIn > hold + 50 && hold > out + 50, JSON.stringify(heard));
  }
});

const LOOP_SECONDS = 12;

test('The noise of stillness is low and steady, comes and goes slowly, and has no seam', async () => {
  const page = await listening();
  const goes = 2 * LOOP_SECONDS + 4;
  const deeds: Deed[] = [
    [0, { noise: true }],
    [goes, { noise: false }],
  ];
  const noise = await rendered(page, goes + 4, 40, deeds);
  ok(peakOf(noise) <= 0.4 * 0.2, `its peak is ${peakOf(noise)}`);
  const low = shareBelow(noise, 500, 3);
  ok(low > 0.9, `only ${low} of it lies below 500 Hz`);

  const each = Array.from({ length: goes - 4 }, (_, nth) =>
    loudnessBetween(noise, nth + 3, nth + 4),
  );
  const usual = loudnessBetween(noise, 3, goes - 1);
  ok(usual > 0.02, `it is only ${usual} loud`);
  ok(Math.max(...each) < usual * 1.25 && Math.min(...each) > usual * 0.8, each.join(' '));

  for (const second of [0, 1])
    ok(loudnessBetween(noise, second, second + 1) < usual * 0.75, `it comes in ${second} s`);
  ok(loudnessBetween(noise, goes + 0.4, goes + 0.9) > usual * 0.3, 'it goes too fast');
  equal(loudnessBetween(noise, goes + 2, goes + 4), 0);

  const elsewhere = steepest(noise, 3, LOOP_SECONDS - 0.1);
  for (const seam of [LOOP_SECONDS, 2 * LOOP_SECONDS]) {
    const there = steepest(noise, seam - 0.01, seam + 0.01);
    ok(there <= elsewhere, `a step of ${there} at the seam, of ${elsewhere} elsewhere`);
  }
});

test('Whatever sounds together stays below the volume', async () => {
  const page = await listening();
  // In step with one another, one after another or in a hurry.
  const inStep = 12 / 196;
  const hurried = [0, 1, 2, 3].map((nth): Deed => [6 + nth * inStep, { ring: 1 }]);
  const bells = await rendered(page, 9, 40, [[0, { ring: 2 }], ...hurried]);
  ok(peakOf(bells) <= 0.4 * BELL_SHARE, `bells alone: ${peakOf(bells)}`);
  ok(steepest(bells) < 0.02, `bells alone: a step of ${steepest(bells)}`);
  for (const cue of ['tone', 'bell'] as const)
    for (const percent of [40, 20, 0]) {
      const deeds: Deed[] = [
        [0, { noise: true }],
        breathing(PATTERNS.cyclicSighing, cue, 3),
        [3.3, { ring: 1 }],
        [4.3, { ring: 2 }],
        // Somebody who moves the slider hears it each time.
        [12.4, { ring: 1 }],
        [12.45, { ring: 1 }],
        [12.5, { ring: 2 }],
      ];
      const all = await rendered(page, 20, percent, deeds);
      ok(peakOf(all) <= percent / 100, `${cue} at ${percent} percent: ${peakOf(all)}`);
      if (percent > 0) ok(peakOf(all) > percent / 250, `only ${peakOf(all)}`);
      ok(steepest(all) <= percent / 1000, `${cue}: a step of ${steepest(all)}`);
    }
});

test('A page out of view is silent within a tenth of a second, and comes back in the right breath', async () => {
  const page = await listening();
  const deeds: Deed[] = [
    breathing(PATTERNS.longExhale, 'tone', 3),
    [2.3, { hidden: true }],
    [12.3, { hidden: false }],
    // There and back before it has faded.
    [15, { hidden: true }],
    [15.04, { hidden: false }],
  ];
  const tone = await rendered(page, 20, 40, deeds);
  hasNoClick(tone, 0.1, 'hidden and back');
  equal(loudnessBetween(tone, 2.4, 12.3), 0);
  ok(loudnessBetween(tone, 12.5, 13) > 0.02);
  ok(hertzAround(tone, 13.5) > hertzAround(tone, 12.6));
});

test('After a sleep the tone goes on where the breath is by the clock on the wall', async () => {
  const page = await listening();
  const deeds: Deed[] = [breathing(PATTERNS.longExhale, 'tone', 3), [2.7, { sleeps: 5 }]];
  const tone = await rendered(page, 12, 40, deeds);
  ok(secondsOf(tone) === 12);
  hasNoClick(tone, 0.1, 'asleep and awake');
  const straight = await rendered(page, 17, 40, [breathing(PATTERNS.longExhale, 'tone', 3)]);
  // Within a second it has noticed.
  for (const at of [4, 5, 7, 8.5])
    ok(
      Math.abs(hertzAround(tone, at) - hertzAround(straight, at + 5)) < 1,
      `${hertzAround(tone, at)} Hz at ${at} s, ${hertzAround(straight, at + 5)} Hz without a sleep`,
    );
});

test('A breathing break is heard once its sound is switched on', async () => {
  const exhale = await started({
    minutesAtScreen: 30.1,
    settings: { rhythms: { short: { breakSeconds: 60 } } },
    preferences: { sound: { bell: false, loudness: 40 } },
  });
  const prompt = await exhale.page('prompt');
  await prompt.click('button', saying(word('common_begin_breathing')));
  const page = await exhale.page('break');
  const isHeard = async () =>
    (await exhale.windows()).some(({ tabs }) => tabs.some(({ audible }) => audible));
  await never('it is heard', isHeard, { seconds: 2 });
  await page.click('button', word('break_sound_off'));
  await until('it is heard', isHeard);
});
