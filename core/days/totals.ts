import * as v from 'valibot';
import { BREAK_KINDS, kindWord } from '../kinds.ts';
import { type Entry, type EntryOf, FATES, type Fate, HOW_RESTED } from '../records/entry.ts';
import { REASONS } from '../records/reasons.ts';
import { fields, keyed, localDay, wholeNumber } from '../schema.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../time.ts';

/** Upper ends of the first groups of answers, in seconds. The last group has those that came later. */
export const ANSWERED_WITHIN = [10, 60, 300, 1800] as const;

/** A longer absence is a night, or time off. */
export const LONGEST_REST_MS = 4 * HOUR_MS;
/** No span is that long. One with a wrong date is not counted for years. */
const MOST_DAYS = 400;

/** A day can have more than 24 hours, after a flight for example. */
const MOST_SECONDS = 3 * 86_400;
const MOST = 1e6;
const seconds = wholeNumber(0, MOST_SECONDS);
const count = wholeNumber(0, MOST);
type By<Word extends string, T> = Partial<Record<Word, T>>;
const by = <Word extends string, T>(words: readonly Word[], schema: v.GenericSchema<unknown, T>) =>
  keyed(new RegExp(`^(${words.join('|')})$`), schema, words.length) as unknown as v.GenericSchema<
    unknown,
    By<Word, T>
  >;

const KIND_WORDS = [...BREAK_KINDS, 'own'] as const;

const SUMS = {
  screenSeconds: seconds,
  /** The longest time at the screen without a rest, within the day. */
  longestSeconds: seconds,
  /** How many rests, by how the person rested. */
  rests: by(HOW_RESTED, count),
  /** By kind; own breaks are one kind. */
  breaks: by(KIND_WORDS, v.strictObject({ taken: count, left: count })),
  reminders: fields({
    /** How often one was shown, returns included. */
    shown: count,
    /** How many were never shown. */
    unseen: count,
    /** How many ended in each way, by how long after they were first shown: see `ANSWERED_WITHIN`. */
    fates: by(FATES, v.strictTuple([count, count, count, count, count])),
    /** How many seconds they were held back, by the reason. */
    held: by(REASONS, count),
  }),
};

/** One local day in figures. Small, so that it can be kept when its entries are deleted. */
export const DayTotalsSchema = v.strictObject({ day: localDay, ...SUMS });
export type DayTotals = v.InferOutput<typeof DayTotalsSchema>;

const isCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST;
const hasEach = (value: unknown, is: (one: unknown) => boolean): boolean =>
  typeof value === 'object' && value !== null && Object.values(value).every(is);

/**
 * Whether a stored value can be used as totals. The schema looks at every key, which takes a tenth of a second for ten
 * years; what Exhale has stored itself needs only numbers where it counts.
 */
export function isUsable(value: unknown): value is DayTotals {
  const { day, screenSeconds, longestSeconds, rests, breaks, reminders } = Object(value);
  const { shown, unseen, fates, held } = Object(reminders);
  return (
    Number.isInteger(day) &&
    [screenSeconds, longestSeconds, shown, unseen].every(isCount) &&
    [rests, held].every((counts) => hasEach(counts, isCount)) &&
    hasEach(breaks, (one) => isCount(Object(one).taken) && isCount(Object(one).left)) &&
    hasEach(fates, (groups) => Array.isArray(groups) && groups.every(isCount))
  );
}
/** The same for several days together. */
export type Sums = Omit<DayTotals, 'day'>;

type Groups = NonNullable<DayTotals['reminders']['fates'][Fate]>;

const localDayOf = (atMs: number, { offsetMinutes }: Entry): number =>
  Math.floor((atMs / MINUTE_MS + offsetMinutes) / 1440);

/** Midnight before a day, by the clock of an entry. */
export const beginsMs = (day: number, { offsetMinutes }: Entry): number =>
  day * DAY_MS - offsetMinutes * MINUTE_MS;

/**
 * The first and the last local day to which an entry belongs. A span over midnight belongs to both days in part,
 * everything else to the day on which it ended. Midnight is that of the clock as it was at the end.
 */
export function daysOf(entry: Entry): { from: number; to: number } {
  const to = localDayOf(entry.toMs, entry);
  if (entry.is !== 'span') return { from: to, to };
  const from = localDayOf(entry.fromMs, entry);
  // One that ended at midnight has no part in the day that began then.
  if (from < to && entry.toMs === beginsMs(to, entry)) return { from, to: to - 1 };
  return { from: Math.min(to, Math.max(from, to - MOST_DAYS)), to };
}

interface Piece {
  fromMs: number;
  screenMs: number;
}

/** The part of a span that lies in a day. Absences within the span are spread evenly. */
function pieceIn(day: number, span: EntryOf<'span'>): Piece | null {
  const fromMs = Math.max(span.fromMs, beginsMs(day, span));
  const lengthMs = Math.min(span.toMs, beginsMs(day + 1, span)) - fromMs;
  if (lengthMs <= 0) return null;
  const wholeMs = span.toMs - span.fromMs;
  const thereMs = Math.max(0, wholeMs - span.awaySeconds * SECOND_MS);
  return { fromMs, screenMs: thereMs * (lengthMs / wholeMs) };
}

/** The totals of a day, from entries in any order. An id counts once, and entries of other days don't count. */
export function totalsOf(day: number, entries: Iterable<Entry>): DayTotals {
  const sums = nothing();
  const pieces: Piece[] = [];
  const restedAtMs: number[] = [];
  for (const entry of inOrder(entries)) {
    const { from, to } = daysOf(entry);
    if (day < from || day > to) continue;
    const piece = entry.is === 'span' ? pieceIn(day, entry) : null;
    if (piece !== null) pieces.push(piece);
    if (entry.is === 'rest') restedAtMs.push(entry.toMs);
    if (day === to) ended(sums, entry);
  }
  sums.screenSeconds = secondsOf(pieces.reduce((sum, { screenMs }) => sum + screenMs, 0));
  sums.longestSeconds = secondsOf(longestMs(pieces, restedAtMs));
  return { day, ...sums };
}

/** Each id once, the earliest first, so that the sums don't depend on the order in which entries come. */
function inOrder(entries: Iterable<Entry>): Entry[] {
  const byId = new Map<string, Entry>();
  for (const entry of entries) byId.set(entry.id, entry);
  return [...byId.values()].sort(
    (a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs || (a.id < b.id ? -1 : 1),
  );
}

/** The longest time at the screen between two rests. */
function longestMs(pieces: readonly Piece[], restedAtMs: readonly number[]): number {
  const rests = [...restedAtMs].sort((a, b) => a - b);
  let longest = 0;
  let stretch = 0;
  let next = 0;
  for (const { fromMs, screenMs } of pieces) {
    for (; (rests[next] ?? Number.POSITIVE_INFINITY) <= fromMs; next++) stretch = 0;
    stretch += screenMs;
    longest = Math.max(longest, stretch);
  }
  return longest;
}

/** The totals of several days together. The longest stretch is that of one day. */
export function together(days: Iterable<Sums>): Sums {
  const sums = nothing();
  for (const day of days) {
    sums.screenSeconds += day.screenSeconds;
    sums.longestSeconds = Math.max(sums.longestSeconds, day.longestSeconds);
    addEach(sums.rests, day.rests, plus);
    addEach(sums.breaks, day.breaks, (sum, more) => ({
      taken: plus(sum?.taken, more.taken),
      left: plus(sum?.left, more.left),
    }));
    const { reminders } = sums;
    reminders.shown = plus(reminders.shown, day.reminders.shown);
    reminders.unseen = plus(reminders.unseen, day.reminders.unseen);
    addEach(reminders.held, day.reminders.held, plus);
    addEach(
      reminders.fates,
      day.reminders.fates,
      (sum, more) => more.map((count, group) => plus(sum?.[group], count)) as Groups,
    );
  }
  return sums;
}

function addEach<Word extends string, T>(
  sums: By<Word, T>,
  more: By<Word, T>,
  add: (sum: T | undefined, more: T) => T,
): void {
  for (const [word, one] of Object.entries(more) as [Word, T][]) sums[word] = add(sums[word], one);
}

/** Rests by any way, also those that a break guided. */
export const restsOf = ({ rests }: Sums): number =>
  Object.values(rests).reduce((sum, one) => sum + one, 0);

/** Rests an hour at the screen; null if there was less than an hour, which says nothing. */
export const restsAnHour = (sums: Sums): number | null =>
  sums.screenSeconds < HOUR_MS / SECOND_MS
    ? null
    : restsOf(sums) / ((sums.screenSeconds * SECOND_MS) / HOUR_MS);

/** Counts what ended on a day. */
function ended(sums: Sums, entry: Entry): void {
  switch (entry.is) {
    case 'span':
      return;
    case 'rest':
      if (entry.toMs - entry.fromMs <= LONGEST_REST_MS)
        sums.rests[entry.how] = plus(sums.rests[entry.how], 1);
      return;
    case 'break': {
      const kind = kindWord(entry.kind);
      const { taken, left } = sums.breaks[kind] ?? { taken: 0, left: 0 };
      sums.breaks[kind] = entry.taken
        ? { taken: plus(taken, 1), left }
        : { taken, left: plus(left, 1) };
      return;
    }
    case 'reminder':
      reminderEnded(sums.reminders, entry);
      return;
  }
}

function reminderEnded(
  reminders: Sums['reminders'],
  { shownAtMs, toMs, times, ended: fate, held }: EntryOf<'reminder'>,
): void {
  reminders.shown = plus(reminders.shown, times);
  if (shownAtMs === null) reminders.unseen = plus(reminders.unseen, 1);
  else {
    const groups: Groups = [...(reminders.fates[fate] ?? NO_GROUPS)];
    const group = groupOf((toMs - shownAtMs) / SECOND_MS);
    groups[group] = plus(groups[group], 1);
    reminders.fates[fate] = groups;
  }
  addEach(reminders.held, held, plus);
}

const NO_GROUPS: Groups = [0, 0, 0, 0, 0];

function groupOf(afterSeconds: number): 0 | 1 | 2 | 3 | 4 {
  const group = ANSWERED_WITHIN.findIndex((within) => afterSeconds <= within);
  return (group < 0 ? ANSWERED_WITHIN.length : group) as 0 | 1 | 2 | 3 | 4;
}

const nothing = (): Sums => ({
  screenSeconds: 0,
  longestSeconds: 0,
  rests: {},
  breaks: {},
  reminders: { shown: 0, unseen: 0, fates: {}, held: {} },
});

/** What is beyond the limits of the schema is cut off, so that totals can always be stored. */
const plus = (sum: number | undefined, more: number): number => Math.min((sum ?? 0) + more, MOST);
const secondsOf = (ms: number): number => Math.min(Math.round(ms / SECOND_MS), MOST_SECONDS);
