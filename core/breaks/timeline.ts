import { SETTLE_SECONDS } from '../kinds.ts';
import type { Pattern } from '../patterns.ts';
import { type Amount, type Told, thinned } from './amount.ts';
import { cycleSeconds, guideSeconds, phasesOf } from './breath.ts';
import { arrivesAtSeconds, type Part } from './plan.ts';
import {
  type BreakPreferences,
  isKnownPattern,
  type OwnBreak,
  patternOf,
  QUESTIONS,
} from './preferences.ts';
import { READING_SECONDS, readingSeconds } from './readingTime.ts';
import {
  BREATHING,
  type By,
  OWN_BREATHING,
  OWN_END,
  OWN_SETTLE,
  QUESTION_KEYS,
  SCAN,
  type ScanKey,
  type Script,
  type ScriptKey,
  STEPS,
  STILLNESS,
  UNGUIDED,
} from './scripts.ts';

/** The words of a line: one of ours, or one that a person wrote. */
export type Words = { key: ScriptKey } | { text: string };

export type ScriptLine = Words & {
  /** Counted from the end of the settling, whose own line is at -3. A line stays until the next one. */
  atSeconds: number;
  /** Said to someone who may not look: a voice reads it, if there is one. */
  aloud: boolean;
  /** Without a voice, a bell calls the eyes to it. */
  marked: boolean;
};

export interface Telling {
  preferences: BreakPreferences;
  /** How it reaches someone who doesn't look. */
  by?: By;
  /** The person has never tried this pattern. Some patterns are then guided for a few breaths only. */
  firstTime?: boolean;
  /** Which question to use if any will do. */
  turn?: number;
  /** How much is said; all by default. */
  words?: Amount;
}

/** A long session says one more line this long before its end. */
const NEAR_END_SECONDS = 20;

export type Said = Words & Pick<ScriptLine, 'atSeconds'>;
const said = (atSeconds: number, key: ScriptKey): Said => ({ atSeconds, key });

/**
 * When each line is said. One minute takes the whole script. A longer break takes the first minute, the
 * middle and the end, with silence between, because silence is the content. A shorter one takes the lines
 * that there is time to read. Movement and massage are slowed down instead, so that both sides take equally
 * long. The first line belongs to the settling, the last to the end.
 */
export function linesFor(plan: readonly Part[], telling: Telling): ScriptLine[] {
  const { by = 'sight' } = telling;
  const told = plan.map((part) => ({ part, ...thinned(part, tell(part, telling), telling) }));
  const lines: ScriptLine[] = [];
  for (const [index, { part, settle, lines: own, end }] of told.entries()) {
    const aloud = part.is !== 'breathing';
    const before = plan[index - 1];
    if (before === undefined)
      lines.push({ ...settle, atSeconds: -SETTLE_SECONDS, aloud, marked: false });
    else if (arrivesAtSeconds(part) < part.atSeconds) {
      // It calls back someone who walks about.
      const calls = before.is !== 'breathing';
      const atSeconds = arrivesAtSeconds(part);
      lines.push({ ...settle, atSeconds, aloud: calls, marked: calls && by === 'bell' });
    }
    // Stillness has no line that has to be read in the dark, unless it goes through the body.
    const dark = part.is === 'stillness' && telling.preferences.stillness !== 'bodyScan';
    for (const [nth, line] of own.entries()) {
      const isFirst = index === 0 && nth === 0;
      const marked = by === 'bell' && aloud && !dark && !isFirst;
      lines.push({ ...line, atSeconds: line.atSeconds + part.atSeconds, aloud, marked });
    }
    if (index === told.length - 1)
      lines.push({ ...end, atSeconds: part.atSeconds + part.seconds, aloud, marked: false });
  }
  return lines;
}

/** The current line, `elapsedMs` after the settling ended. */
export function lineAt(lines: readonly ScriptLine[], elapsedMs: number): ScriptLine | null {
  const begun = lines.filter((line) => line.atSeconds * 1000 <= elapsedMs);
  return begun.at(-1) ?? lines[0] ?? null;
}

/** The words of one part, counted from its own second 0. */
function tell(part: Part, telling: Telling): Told {
  const { seconds } = part;
  switch (part.is) {
    case 'breathing': {
      const pattern = patternOf(part.pattern, telling.preferences);
      const script: Script<ScriptKey> = isKnownPattern(part.pattern)
        ? BREATHING[part.pattern]
        : OWN_BREATHING;
      const guided = guideSeconds(pattern, seconds, telling.firstTime);
      return withEnds(script, accompanied(script, pattern, seconds, guided));
    }
    case 'stillness':
      return telling.preferences.stillness === 'bodyScan'
        ? scanned(seconds, telling)
        : stillness(seconds, telling);
    case 'steps': {
      const script = reaching(STEPS[part.steps], telling);
      return withEnds(script, drawnOut(script, seconds));
    }
    case 'own':
      return {
        settle: { key: OWN_SETTLE },
        lines: ownLines(part.own, seconds),
        end: { key: OWN_END },
      };
  }
}

/** The script for the way that it reaches the person. */
const reaching = <Key extends string>(
  script: Script<Key>,
  { by = 'sight' }: Telling,
): Script<Key> => ({ ...script, ...(by === 'voice' ? {} : script.instead?.[by]) });

const withEnds = ({ settle, end }: Script<ScriptKey>, lines: Said[]) => ({
  settle: { key: settle },
  lines,
  end: { key: end },
});

/** Lines for breathing and stillness, which go on without them. */
function accompanied(
  script: Script<ScriptKey>,
  pattern: Pattern | null,
  seconds: number,
  guided: number,
): Said[] {
  const landmarks = apart(landmarksOf(script, pattern, seconds, guided));
  const fits = (atSeconds: number) =>
    atSeconds <= guided - READING_SECONDS &&
    landmarks.every((other) => isApart(atSeconds, other.atSeconds));
  const opening = script.lines.flatMap(([at, key]): Said[] => {
    const atSeconds = typeof at === 'number' ? at : secondsOf(pattern, at[0], at[1]);
    if (atSeconds === null) return [];
    // The first breath keeps each of its lines, however short: without one, the line before it would be wrong.
    const isFirstBreath = typeof at !== 'number' && at[0] === 0 && atSeconds < guided;
    return isFirstBreath || fits(atSeconds) ? [said(atSeconds, key)] : [];
  });
  return inOrder([...opening, ...landmarks]);
}

/** When a phase of a breath begins; null for a pattern that has no such phase. */
function secondsOf(pattern: Pattern | null, cycle: number, wanted: string): number | null {
  if (pattern === null) return null;
  let atSeconds = cycle * cycleSeconds(pattern);
  for (const [phase, length] of phasesOf(pattern)) {
    if (phase === wanted) return atSeconds;
    atSeconds += length;
  }
  return null;
}

/** The lines after the opening, the most important first. */
function landmarksOf(
  script: Script<ScriptKey>,
  pattern: Pattern | null,
  seconds: number,
  guided: number,
): Said[] {
  const { middle, nearEnd } = script;
  const last = lastLineOf(script, pattern, guided);
  const lines: Said[] = last === null ? [] : [last];
  if (guided <= seconds - NEAR_END_SECONDS) lines.push(said(guided, UNGUIDED));
  if (guided / 2 >= 60 && middle) lines.push(said(Math.round(guided / 2), middle));
  if (guided - NEAR_END_SECONDS >= 60 && nearEnd)
    lines.push(said(guided - NEAR_END_SECONDS, nearEnd));
  const endsAt = last?.atSeconds ?? guided - READING_SECONDS;
  return guided >= 300 ? [...lines, ...minuteLines(script, endsAt)] : lines;
}

/** The line before the last breath or the last seconds; null if there is no time for it. */
function lastLineOf(
  { last }: Script<ScriptKey>,
  pattern: Pattern | null,
  guided: number,
): Said | null {
  if (last === null) return null;
  const [before, unit, key] = last;
  const length = unit === 'breaths' && pattern !== null ? cycleSeconds(pattern) : 1;
  const atSeconds = guided - before * length;
  return atSeconds >= 10 ? said(atSeconds, key) : null;
}

/** A line at each full minute, until the last lines. */
function minuteLines({ more }: Script<ScriptKey>, endsAt: number): Said[] {
  const minutes = Array.from({ length: Math.floor(endsAt / 60) }, (_, index) => index + 1);
  return minutes.flatMap((minute) => {
    const key = more[(minute - 1) % more.length];
    return key ? [said(minute * 60, key)] : [];
  });
}

function stillness(seconds: number, telling: Telling) {
  const { preferences, turn = 0 } = telling;
  const { stillness: chosen, question } = preferences;
  const asked = question === 'any' ? (QUESTIONS[turn % QUESTIONS.length] ?? 'farthest') : question;
  const script = reaching<ScriptKey | 'question'>(
    STILLNESS[chosen === 'bodyScan' ? 'plain' : chosen],
    telling,
  );
  const lines = script.lines
    .filter(([at]) => seconds <= 60 || Number(at) <= 20)
    .map(([at, key]) => [at, key === 'question' ? QUESTION_KEYS[asked] : key] as const);
  const whole = { ...script, lines } as Script<ScriptKey>;
  return withEnds(whole, accompanied(whole, null, seconds, seconds));
}

/**
 * From the brow to the feet: six places in one minute, eight in a longer scan, twice from four minutes on.
 */
function scanned(seconds: number, { by = 'sight' }: Telling) {
  const all = seconds <= 60 ? SCAN.short : SCAN.long;
  const open: Partial<Record<ScanKey, ScanKey>> = by === 'voice' ? {} : SCAN.open;
  const places = all.map((key) => open[key] ?? key);
  const rounds = seconds >= 240 ? [0.4, 0.6] : [1];
  const lines: Said[] = [];
  let from = 0;
  for (const share of rounds) {
    const step = (seconds * share) / places.length;
    for (const [index, key] of places.entries()) lines.push(said(from + index * step, key));
    from += seconds * share;
  }
  if (seconds >= 120) lines.push(said((seconds * (rounds[0] ?? 1)) / places.length / 2, SCAN.pain));
  const settle = { key: by === 'bell' ? SCAN.settleByBell : SCAN.settle };
  return { settle, lines: readable(lines, seconds), end: { key: SCAN.end } };
}

/** Steps for the body: the whole minute's script, made shorter or longer. */
function drawnOut({ lines, stretch = 1 }: Script<ScriptKey>, seconds: number): Said[] {
  const factor = Math.min(seconds / 60, stretch);
  return readable(
    lines.map(([at, key]) => said(Number(at) * factor, key)),
    seconds,
  );
}

function ownLines({ steps }: OwnBreak, seconds: number): Said[] {
  const needed = steps.map(readingSeconds);
  const whole = needed.reduce((sum, each) => sum + each, 0);
  const factor = Math.max(1, seconds / Math.max(1, whole));
  let atSeconds = 0;
  return steps.flatMap((text, index) => {
    const line = { atSeconds, text };
    atSeconds += (needed[index] ?? 0) * factor;
    return line.atSeconds <= seconds - READING_SECONDS ? [line] : [];
  });
}

/** The lines that there is time to read. Earlier in the list means more important. */
const readable = (lines: Said[], seconds: number): Said[] =>
  inOrder(apart(lines.filter(({ atSeconds }) => atSeconds <= seconds - READING_SECONDS)));

const inOrder = (lines: Said[]) => [...lines].sort((a, b) => a.atSeconds - b.atSeconds);

/** Drops lines that come too close to a more important one. */
function apart(lines: Said[]): Said[] {
  const kept: Said[] = [];
  for (const line of lines)
    if (kept.every((other) => isApart(line.atSeconds, other.atSeconds))) kept.push(line);
  return kept;
}

const isApart = (a: number, b: number) => Math.abs(a - b) >= READING_SECONDS;
