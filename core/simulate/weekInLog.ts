import type { Entry, EntryOf } from '../records/entry.ts';
import { dayAndMinute, MINUTE_MS, SECOND_MS } from '../time.ts';

/**
 * What a person did that no reminder asked for. `offsetMinutes`: how far local time was ahead of UTC; a time at the
 * screen has one clock, from coming to leaving.
 */
export type Fact = { atMs: number } & (
  | { is: 'came' | 'left'; offsetMinutes: number }
  | { is: 'rested' | 'breakEnded' }
  | { is: 'breakBegan'; seconds: number }
);

/** The days before today, as far as they can be replayed. */
export interface WeekInLog {
  /** In order. */
  facts: Fact[];
  /** The local days with at least an hour at the screen, in order. */
  days: number[];
  /** How long a due reminder usually waited for a good moment, and how long a break for its yes. */
  waitedMs: number;
  answeredMs: number;
}

const DAYS = 7;
const AN_HOUR_MS = 60 * MINUTE_MS;
/** Without a break that a reminder asked for, nobody knows how long a yes takes. */
const ANSWERED_MS = 10 * SECOND_MS;
/** A reminder shows for a minute. */
const MOST_ANSWERED_MS = 50 * SECOND_MS;
/** Short absences within a span are replayed in parts that are no rest. */
const SHORT_ABSENCE_SECONDS = 45;

/** The last seven days before `today`. Entries of other days don't count, and one that comes twice counts once. */
export function weekInLog(entries: Iterable<Entry>, today: number): WeekInLog {
  const byId = new Map<string, Entry>();
  for (const entry of entries) {
    const { day } = dayAndMinute(entry.toMs, entry.offsetMinutes);
    if (day >= today - DAYS && day < today) byId.set(entry.id, entry);
  }
  const all = [...byId.values()];
  const there = sittings(all);
  return {
    facts: [...there.flatMap(comesAndLeaves), ...all.flatMap(commanded)].sort(byTime),
    days: daysOf(there),
    ...usual(all),
  };
}

/** Days that were not lived, as if the log had told them. */
export const madeUp = (there: readonly { fromMs: number; toMs: number }[]): WeekInLog => ({
  facts: there.flatMap((each) => comesAndLeaves({ ...each, offsetMinutes: 0, awaySeconds: 0 })),
  days: daysOf(there.map((each) => ({ ...each, offsetMinutes: 0, awaySeconds: 0 }))),
  ...usual([]),
});

/** Time at the screen. `awaySeconds` of it are short absences. */
type Sitting = Pick<EntryOf<'span'>, 'fromMs' | 'toMs' | 'offsetMinutes' | 'awaySeconds'>;

/** Without reminders, there would have been no break that one asked for: the person would have worked on. */
function sittings(entries: readonly Entry[]): Sitting[] {
  const found: Sitting[] = [];
  const there = entries.flatMap((entry): Sitting[] => {
    if (entry.is === 'span') return [entry];
    return entry.is === 'break' && entry.begun === 'asked' ? [{ ...entry, awaySeconds: 0 }] : [];
  });
  for (const sitting of there.sort((a, b) => a.fromMs - b.fromMs)) {
    const last = found.at(-1);
    if (sitting.toMs <= sitting.fromMs) continue;
    if (last === undefined || sitting.fromMs > last.toMs) found.push({ ...sitting });
    else {
      last.toMs = Math.max(last.toMs, sitting.toMs);
      last.awaySeconds += sitting.awaySeconds;
      last.offsetMinutes = sitting.offsetMinutes;
    }
  }
  return found;
}

function comesAndLeaves({ fromMs, toMs, offsetMinutes, awaySeconds }: Sitting): Fact[] {
  const facts: Fact[] = [{ is: 'came', atMs: fromMs, offsetMinutes }];
  const absences = Math.ceil(awaySeconds / SHORT_ABSENCE_SECONDS);
  const eachMs = (awaySeconds * SECOND_MS) / absences;
  const apartMs = (toMs - fromMs - awaySeconds * SECOND_MS) / (absences + 1);
  for (let nth = 0, atMs = fromMs; nth < absences && apartMs > 0; nth++) {
    atMs += apartMs;
    facts.push({ is: 'left', atMs, offsetMinutes });
    atMs += eachMs;
    facts.push({ is: 'came', atMs, offsetMinutes });
  }
  facts.push({ is: 'left', atMs: toMs, offsetMinutes });
  return facts;
}

/** The breaks that the person began without a reminder, and the rests that they told. */
function commanded(entry: Entry): Fact[] {
  const { fromMs, toMs } = entry;
  if (entry.is === 'rest' && entry.how === 'told') return [{ is: 'rested', atMs: toMs }];
  if (entry.is !== 'break' || entry.begun !== 'byHand' || !entry.taken) return [];
  return [
    { is: 'breakBegan', atMs: fromMs, seconds: entry.seconds },
    { is: 'breakEnded', atMs: toMs },
  ];
}

/** At the same instant, a command comes before the person leaves. */
const ORDER: readonly Fact['is'][] = ['breakEnded', 'rested', 'breakBegan', 'left', 'came'];
const byTime = (a: Fact, b: Fact): number =>
  a.atMs - b.atMs || ORDER.indexOf(a.is) - ORDER.indexOf(b.is);

function daysOf(there: readonly Sitting[]): number[] {
  const onDay = new Map<number, number>();
  for (const { fromMs, toMs, offsetMinutes } of there) {
    const { day } = dayAndMinute(fromMs, offsetMinutes);
    onDay.set(day, (onDay.get(day) ?? 0) + toMs - fromMs);
  }
  return [...onDay.entries()].flatMap(([day, ms]) => (ms >= AN_HOUR_MS ? [day] : []));
}

function usual(entries: readonly Entry[]): Pick<WeekInLog, 'waitedMs' | 'answeredMs'> {
  const shownOnce = entries.filter(
    (entry): entry is EntryOf<'reminder'> => entry.is === 'reminder' && entry.times === 1,
  );
  const waited = shownOnce.map(({ held }) => (held.patience ?? 0) * SECOND_MS);
  const answered = shownOnce.flatMap(({ ended, shownAtMs, toMs }) =>
    ended === 'break' && shownAtMs !== null ? [toMs - shownAtMs] : [],
  );
  const answeredMs = Math.min(middle(answered) ?? ANSWERED_MS, MOST_ANSWERED_MS);
  return { waitedMs: middle(waited) ?? 0, answeredMs };
}

const middle = (values: readonly number[]): number | undefined =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
