import { isSame } from '../own.ts';
import type { InUse } from '../personal/settingsFile.ts';
import { MOST_PAIRS, type Pair } from '../personal/tension.ts';
import type { CopyDay } from './format.ts';

/** What a file with everything would bring. */
export interface DaysInCopy {
  /** How many days it has, and how many of them have something that is not here yet. */
  days: number;
  newDays: number;
  entries: number;
  newEntries: number;
  /** Its first and last date; null without days. */
  from: string | null;
  to: string | null;
}

export const NO_DAYS: DaysInCopy = {
  days: 0,
  newDays: 0,
  entries: 0,
  newEntries: 0,
  from: null,
  to: null,
};

/** The same with one more day, of which some entries are here. `hasDay`: there are entries or totals of it here. */
export function withDay(
  sum: DaysInCopy,
  { date, entries }: CopyDay,
  here: { ids: ReadonlySet<string>; hasDay: boolean },
): DaysInCopy {
  const fresh = entries.filter(({ id }) => !here.ids.has(id)).length;
  const isNew = fresh > 0 || !here.hasDay;
  return {
    days: sum.days + 1,
    newDays: sum.newDays + (isNew ? 1 : 0),
    entries: sum.entries + entries.length,
    newEntries: sum.newEntries + fresh,
    from: sum.from ?? date,
    to: date,
  };
}

/** The answers of both diaries, in order, each once. If there are too many, the oldest go. */
export function mergedPairs(here: readonly Pair[], more: readonly Pair[]): Pair[] {
  const byTime = new Map([...more, ...here].map((pair) => [pair.atMs, pair]));
  return [...byTime.values()].sort((a, b) => a.atMs - b.atMs).slice(-MOST_PAIRS);
}

type Carried = Pick<InUse, 'settings' | 'preferences' | 'massage'>;
/** One setting of the page that has them. */
export type SettingName = keyof ReturnType<typeof settingsIn>;

/** The settings that would be other than they are. */
export function changedSettings(before: Carried, after: Carried): SettingName[] {
  const [were, are] = [settingsIn(before), settingsIn(after)];
  return (Object.keys(are) as SettingName[]).filter((name) => !isSame(were[name], are[name]));
}

/** Every setting by itself. Which notes were read is none. */
function settingsIn({ settings, preferences, massage }: Carried) {
  const { holdBack, ...others } = settings;
  const { sound, careRead: _, ...looks } = preferences;
  return {
    ...others,
    'holdBack.fullScreen': holdBack.fullScreen,
    'holdBack.call': holdBack.call,
    'holdBack.watching': holdBack.watching,
    ...looks,
    'sound.bell': sound.bell,
    'sound.breathing': sound.breathing,
    'sound.loudness': sound.loudness,
    massage,
  };
}
