// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type BreathPhase, breathAt, cyclesIn, guideSeconds } from '../../../core/breaks/breath.ts';
import {
  type BreakPreferences,
  DEFAULT_PREFERENCES,
  patternOf,
} from '../../../core/breaks/preferences.ts';
import { PATTERN_IDS, type PatternId } from '../../../core/patternIds.ts';
import { phases } from '../../../core/patterns.ts';
import { begun, breakPage } from '../../entrypoints/break/breakPage.tsx';
import { type Animated, setHidden } from '../pageClock.ts';

/** How far the display may be off the clock. */
const PHASE_MS = 50;
/** How far a change of the word may be off the change of the movement. */
const TOGETHER_MS = 100;
const SETTLE_MS = 3000;
const SECONDS = 300;
/** How often the display is checked. */
const STEP_MS = 20;

const WORDS: Partial<Record<BreathPhase, string>> = {
  in: 'Breathe in',
  topUp: 'A sip more',
  hold: 'Hold',
  out: 'Breathe out',
  holdOut: 'Hold',
};
const OWN = { ...phases(3.5, 0, 1, 6.5, 1.5), name: 'Mine' };
const PACED = { even: 11.5, longExhale: 12.5 };
const GUIDED: [name: string, id: PatternId, guide: Partial<BreakPreferences>][] = [
  ...PATTERN_IDS.filter((id) => id !== 'noticing').map(
    (id) => [id, id, {}] as [string, PatternId, Partial<BreakPreferences>],
  ),
  ['an own pattern', 'own-mine', { ownPatterns: { 'own-mine': OWN } }],
  ['even at another pace', 'even', { paces: PACED }],
  ['longExhale at another pace', 'longExhale', { paces: PACED }],
];

let page: ReturnType<typeof breakPage>;
let beginsAtMs: number;
beforeEach(() => {
  page = breakPage();
});
afterEach(() => page.close());

function open(
  id: PatternId,
  preferences: Partial<BreakPreferences>,
  motion: 'full' | 'reduced' = 'full',
) {
  page.open({
    session: begun({ kind: 'breathing', pattern: id }, { seconds: SECONDS }),
    preferences: { countdown: true, ...preferences },
    settings: { motion },
  });
  beginsAtMs = Date.now() + SETTLE_MS;
  const pattern = patternOf(id, { ...DEFAULT_PREFERENCES, ...preferences });
  const cycles = cyclesIn(pattern, SECONDS);
  return {
    guidedMs: guideSeconds(pattern, SECONDS) * 1000,
    /** The phases at this moment and at moments too close to tell apart. */
    phasesNear: (elapsedMs: number, nearMs = PHASE_MS) =>
      [-nearMs, 0, nearMs].map((ms) => breathAt(pattern, elapsedMs + ms, cycles)),
  };
}

/** The value of an animated property in some milliseconds; undefined if nothing is animated. */
function shown(
  { frames, options, startTime }: Animated,
  inMs: number,
  read: (frame: Keyframe) => number,
) {
  const { duration, iterations = 1, fill, delay = 0 } = options;
  const lengthMs = Number(duration);
  const atMs = performance.now() + inMs - Number(startTime) - delay;
  const outside = atMs < 0 || atMs >= lengthMs * iterations;
  if (outside && fill !== 'both') return 0;
  const edge = frames[atMs < 0 ? 0 : frames.length - 1] as Keyframe;
  if (outside) return read(edge);
  const share = (atMs % lengthMs) / lengthMs;
  const next = frames.findIndex(({ offset }) => Number(offset) > share);
  const [before, after] = [frames[next - 1], frames[next]];
  if (before === undefined || after === undefined) return read(frames.at(-1) as Keyframe);
  if (String(before.easing).startsWith('steps')) return read(before);
  // Every easing is monotonic, so a straight line is enough to find a turn.
  const part = (share - Number(before.offset)) / (Number(after.offset) - Number(before.offset));
  return read(before) + part * (read(after) - read(before));
}

const opacity = (frame: Keyframe) => Number(frame.opacity);
/** How high the water stands. */
const height = ({ transform }: Keyframe) =>
  -Number(/^translateY\((.*)%\)$/.exec(String(transform))?.[1]);

function running() {
  const all = page.clock.animated.filter(({ state }) => state === 'running');
  const within = (name: string) =>
    all.filter(({ element }) => element.closest(`[class*="${name}"]`) !== null);
  const moves = [...within('front'), ...within('lines')].filter(({ frames }) => frames.length > 2);
  const read = moves[0]?.frames[0]?.transform === undefined ? opacity : height;
  const texts = (some: Animated[], inMs: number) => [
    ...new Set(
      some.filter((one) => shown(one, inMs, opacity) > 0).map(({ element }) => element.textContent),
    ),
  ];
  const [words, figures] = [within('words'), within('figures')].map((some) =>
    some.filter(({ element }) => element.tagName === 'SPAN'),
  ) as [Animated[], Animated[]];
  return {
    level: (inMs: number) => moves.reduce((sum, one) => sum + shown(one, inMs, read), 0),
    words: (inMs: number) =>
      texts(
        words.filter((one) => !figures.includes(one)),
        inMs,
      ),
    figures: (inMs: number) => texts(figures, inMs),
    count: moves.length,
  };
}

type View = ReturnType<typeof running>;

/** Checks the display from one moment of the guide to another while the clock runs. */
function watch(
  fromMs: number,
  toMs: number,
  look: (elapsedMs: number, view: View, inMs: number) => void,
) {
  const TURN_MS = 1000;
  for (let atMs = fromMs; atMs < toMs; atMs += TURN_MS) {
    page.clock.pass((beginsAtMs + atMs - Date.now()) / 1000);
    const view = running();
    // Between two turns only running animations continue.
    for (let inMs = 0; inMs < Math.min(TURN_MS, toMs - atMs); inMs += STEP_MS)
      look(atMs + inMs, view, inMs);
  }
}

const WAYS: Record<BreathPhase, number> = {
  settle: 0,
  in: 1,
  topUp: 1,
  hold: 0,
  out: -1,
  holdOut: 0,
  done: 0,
};
/** The direction in which the water or the light moves next. */
const wayOf = ({ level }: View, inMs: number) => {
  const change = level(inMs + 1) - level(inMs);
  return Math.abs(change) < 1e-9 ? 0 : Math.sign(change);
};

/** Everything that differs from the clock, from one moment of the guide to another. */
function strayed({ phasesNear }: ReturnType<typeof open>, fromMs: number, toMs: number) {
  const astray: string[] = [];
  watch(fromMs, toMs, (elapsedMs, view, inMs) => {
    const near = phasesNear(elapsedMs);
    const due = near.map(({ phase }) => WORDS[phase]);
    const words = view.words(inMs);
    const told = words.filter((word) => !due.includes(word ?? ''));
    const figures = view.figures(inMs).map(Number);
    const is = {
      moves: near.some(({ phase }) => WAYS[phase] === wayOf(view, inMs)),
      // At a turn one word is gone and the next is yet to come.
      word:
        due.some((word) => word === undefined || words.includes(word)) ||
        (new Set(due).size > 1 && words.length === 0),
      noOther: told.length === 0,
      figure: near.some(({ phase, secondsLeft }) =>
        WORDS[phase] ? figures.join() === String(secondsLeft) : figures.length === 0,
      ),
    };
    for (const [what, holds] of Object.entries(is))
      if (!holds)
        astray.push(`${what} at ${elapsedMs} ms: ${words.join('+')} ${figures.join('+')}`);
  });
  return astray;
}

describe.each(GUIDED)('the guide of %s', (_, id, preferences) => {
  it('is where the clock is, from the three seconds before it to its end on a breath out', () => {
    const opened = open(id, preferences);
    // The very last second belongs to the next page.
    const endMs = Math.min(opened.guidedMs + 2000, SECONDS * 1000);
    expect(strayed(opened, -SETTLE_MS, endMs)).toEqual([]);
    const [, last] = opened.phasesNear(opened.guidedMs - 1);
    expect(['out', 'holdOut']).toContain(last?.phase);
  });

  it('changes its word and its movement together', () => {
    open(id, preferences);
    const turns: number[] = [];
    const words: number[] = [];
    let way = 0;
    let shownBefore: unknown[] = [];
    watch(-SETTLE_MS, 60_000, (elapsedMs, view, inMs) => {
      const goes = wayOf(view, inMs);
      if (goes !== way) turns.push(elapsedMs);
      way = goes;
      const shownNow = view.words(inMs);
      if (shownNow.some((word) => !shownBefore.includes(word))) words.push(elapsedMs);
      shownBefore = shownNow;
    });
    expect(turns.length).toBeGreaterThan(5);
    const nearest = turns.map((at) => Math.min(...words.map((other) => Math.abs(other - at))));
    expect(Math.max(...nearest)).toBeLessThan(TOGETHER_MS);
  });
});

describe('the guide with reduced motion', () => {
  it('lights its lines by the clock, too', () => {
    const opened = open('box', {}, 'reduced');
    // Lines light up one after the other, so the light may pause between two.
    const wrong: number[] = [];
    watch(-SETTLE_MS, 60_000, (elapsedMs, view, inMs) => {
      const ways = opened.phasesNear(elapsedMs).map(({ phase }) => WAYS[phase]);
      const goes = wayOf(view, inMs);
      if (goes !== 0 && !ways.includes(goes)) wrong.push(elapsedMs);
    });
    expect(running().count).toBe(13);
    expect(wrong).toEqual([]);
  });
});

describe('the guide, when the clocks part', () => {
  const LOOK_MS = 10_000;
  /** The wall clock moves, but the clock of animations does not. */
  const sleep = (ms: number) => {
    vi.setSystemTime(Date.now() + ms);
  };

  it('is wrong before the next check, so that this test can fail', () => {
    const opened = open('longExhale', {});
    page.clock.pass(20);
    sleep(7000);
    expect(strayed(opened, 24_000, 25_000)).not.toEqual([]);
  });

  it('is right at once when it is seen again', () => {
    const opened = open('longExhale', {});
    page.clock.pass(20);
    setHidden(true);
    sleep(67_300);
    setHidden(false);
    expect(strayed(opened, 85_000, 150_000)).toEqual([]);
  });

  it('is right ten seconds after the machine slept, even if the page stayed visible', () => {
    const opened = open('longExhale', {});
    page.clock.pass(20);
    sleep(37_400);
    page.clock.pass(LOOK_MS / 1000);
    expect(strayed(opened, 65_000, 150_000)).toEqual([]);
  });

  it('is right after the wall was set back', () => {
    const opened = open('longExhale', {});
    page.clock.pass(60);
    sleep(-12_300);
    page.clock.pass(LOOK_MS / 1000);
    expect(strayed(opened, 56_000, 120_000)).toEqual([]);
  });

  it('never strays while the wall is set by half a thousandth, as fast as systems do it', () => {
    const opened = open('longExhale', {});
    const astray: string[] = [];
    for (let atMs = 0; atMs < 290_000; atMs += 2000) {
      astray.push(...strayed(opened, atMs, atMs + 2000));
      sleep(1);
    }
    expect(astray).toEqual([]);
  });
});
