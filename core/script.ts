import type { BreakKind } from './breaks.ts';
import { SETTLE_SECONDS } from './breaks.ts';
import { guideSeconds } from './breath.ts';
import type { PatternId } from './patterns.ts';
import { PATTERNS } from './patterns.ts';

export interface ScriptLine {
  /** After the settling; the settling's own line stands at -3. A line stays until the next. */
  atSeconds: number;
  key: ScriptKey;
}

/** A line needs this long to be read before the next one, or the end, takes its place. */
const READING_SECONDS = 5;

/** So long before the end a long session says one more thing. */
const NEAR_END_SECONDS = 20;

interface Script<Key extends string = string> {
  settle: Key;
  /** The first minute. Lines that speak of the end are not among them. */
  lines: readonly (readonly [atSeconds: number, key: Key])[];
  /** Announces the end, so many seconds before it. */
  last: readonly [secondsBefore: number, key: Key];
  end: Key;
  /** A session over a minute says this at its middle … */
  middle: Key;
  /** … and this 20 s before its end. */
  nearEnd: Key | null;
  /** From five minutes on one of these stands at each full minute. */
  more: readonly Key[];
}

const SCRIPTS = {
  longExhale: {
    settle: 'script_longExhale_settle',
    lines: [
      [0, 'script_longExhale_in'],
      [4, 'script_longExhale_out'],
      [10, 'script_longExhale_guide'],
      [20, 'script_longExhale_less'],
      [30, 'script_longExhale_jaw'],
      [40, 'script_longExhale_ownWay'],
    ],
    last: [10, 'script_longExhale_last'],
    end: 'script_longExhale_end',
    middle: 'script_longExhale_less',
    nearEnd: 'script_longExhale_jaw',
    more: [
      'script_longExhale_shoulders',
      'script_longExhale_thoughts',
      'script_longExhale_smallAndSoft',
    ],
  },
  even: {
    settle: 'script_even_settle',
    lines: [
      [0, 'script_even_in'],
      [5, 'script_even_out'],
      [10, 'script_even_same'],
      [20, 'script_even_light'],
      [30, 'script_even_nose'],
      [40, 'script_even_ownPace'],
    ],
    last: [10, 'script_even_last'],
    end: 'script_even_end',
    middle: 'script_even_light',
    nearEnd: 'script_even_nose',
    more: ['script_even_belly', 'script_even_notDeep'],
  },
  cyclicSighing: {
    settle: 'script_cyclicSighing_settle',
    lines: [
      [0, 'script_cyclicSighing_in'],
      [3, 'script_cyclicSighing_sip'],
      [4, 'script_cyclicSighing_sigh'],
      [10, 'script_cyclicSighing_again'],
      [20, 'script_cyclicSighing_tiny'],
      [30, 'script_cyclicSighing_noPushing'],
      [40, 'script_cyclicSighing_lightHeaded'],
    ],
    last: [10, 'script_cyclicSighing_last'],
    end: 'script_cyclicSighing_end',
    middle: 'script_cyclicSighing_tiny',
    nearEnd: 'script_cyclicSighing_noPushing',
    more: ['script_cyclicSighing_gentler', 'script_cyclicSighing_skip'],
  },
  noticing: {
    settle: 'script_noticing_settle',
    lines: [
      [0, 'script_noticing_breathe'],
      [10, 'script_noticing_where'],
      [25, 'script_noticing_stay'],
      [40, 'script_noticing_wander'],
    ],
    last: [8, 'script_noticing_widen'],
    end: 'script_noticing_end',
    middle: 'script_noticing_wander',
    nearEnd: 'script_noticing_stay',
    more: [],
  },
} as const satisfies Record<PatternId, Script>;

const STILLNESS = {
  settle: 'script_stillness_settle',
  lines: [
    [8, 'script_stillness_weight'],
    [20, 'script_stillness_idle'],
    [40, 'script_stillness_nothing'],
  ],
  last: [5, 'script_stillness_open'],
  end: 'script_stillness_end',
  middle: 'script_stillness_still',
  nearEnd: null,
  more: [],
} as const satisfies Script;

/** With a bell at the end eyes can close; without one they rest on something. */
const STILLNESS_FIRST = {
  bell: 'script_stillness_close',
  silent: 'script_stillness_rest',
} as const;

/** The guide is over, the break goes on. */
const UNGUIDED = 'script_unguided';

type KeysOf<S extends Script> =
  | S['settle' | 'end' | 'middle']
  | Exclude<S['nearEnd'], null>
  | S['lines'][number][1]
  | S['last'][1]
  | S['more'][number];

export type ScriptKey =
  | KeysOf<(typeof SCRIPTS)[PatternId]>
  | KeysOf<typeof STILLNESS>
  | (typeof STILLNESS_FIRST)['bell' | 'silent']
  | typeof UNGUIDED;

type Said = readonly [atSeconds: number, key: ScriptKey];

/**
 * What is said when, for a break of any length: all of a script in a minute; in longer ones the first
 * minute, its middle and its end, and silence between, because silence is the content; in shorter ones
 * what there is time to read. The first line is the settling's, the last is the end's.
 */
export function linesFor(
  kind: BreakKind,
  pattern: PatternId | null,
  seconds: number,
  { bell = true, firstTime = false } = {},
): ScriptLine[] {
  const script = kind === 'stillness' ? stillness(bell, seconds) : SCRIPTS[pattern ?? 'noticing'];
  const guided =
    kind === 'stillness'
      ? seconds
      : guideSeconds(PATTERNS[pattern ?? 'noticing'], seconds, firstTime);

  const landmarks = apart(landmarksOf(script, seconds, guided));
  // The first words follow the first breath, however close they stand to one another.
  const opening = script.lines.filter(
    ([at]) => at <= guided - READING_SECONDS && landmarks.every(([other]) => isApart(at, other)),
  );
  const said: Said[] = [
    [-SETTLE_SECONDS, script.settle],
    ...[...opening, ...landmarks].sort(([a], [b]) => a - b),
    [seconds, script.end],
  ];
  return said.map(([atSeconds, key]) => ({ atSeconds, key }));
}

/** The line that stands `elapsedMs` after the settling ended. */
export function lineAt(lines: readonly ScriptLine[], elapsedMs: number): ScriptLine | null {
  const begun = lines.filter((line) => line.atSeconds * 1000 <= elapsedMs);
  return begun.at(-1) ?? lines[0] ?? null;
}

/** What is said after the opening lines, the more important first. */
function landmarksOf(script: Script<ScriptKey>, seconds: number, guided: number): Said[] {
  const [secondsBefore, last] = script.last;
  const said: Said[] = [];
  if (guided - secondsBefore >= 10) said.push([guided - secondsBefore, last]);
  if (guided <= seconds - NEAR_END_SECONDS) said.push([guided, UNGUIDED]);
  if (guided / 2 >= 60) said.push([Math.round(guided / 2), script.middle]);
  if (guided - NEAR_END_SECONDS >= 60 && script.nearEnd)
    said.push([guided - NEAR_END_SECONDS, script.nearEnd]);
  if (guided >= 300)
    for (let minute = 1; minute * 60 < guided; minute++) {
      const key = script.more[(minute - 1) % script.more.length];
      if (key) said.push([minute * 60, key]);
    }
  return said;
}

function stillness(bell: boolean, seconds: number): Script<ScriptKey> {
  const lines = STILLNESS.lines.filter(([at]) => seconds <= 60 || at <= 20);
  return { ...STILLNESS, lines: [[0, STILLNESS_FIRST[bell ? 'bell' : 'silent']], ...lines] };
}

/** Leaves out what would stand too close to something more important. */
function apart(said: Said[]): Said[] {
  const kept: Said[] = [];
  for (const line of said) if (kept.every(([other]) => isApart(line[0], other))) kept.push(line);
  return kept;
}

const isApart = (a: number, b: number) => Math.abs(a - b) >= READING_SECONDS;
