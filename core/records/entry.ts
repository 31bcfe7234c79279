import * as v from 'valibot';
import { breakKind } from '../kinds.ts';
import { patternId } from '../patternIds.ts';
import { boolean, instant, instantOrNull, keyed, oneOf, wholeNumber } from '../schema.ts';
import { entryId } from './filed.ts';
import { REASONS, type Reason } from './reasons.ts';
import { rhythmId } from './settings.ts';

/** How a span at the screen ended. */
const ENDS = [
  /** No more input. */
  'idle',
  'locked',
  /** Nothing was seen any more, as in a sleep of the machine. */
  'asleep',
  /** The same, and the browser was started again. */
  'closed',
  'break',
  /** The person said that they had just rested. */
  'rested',
] as const;

/** What became of a reminder. */
export const FATES = [
  'break',
  'later',
  'skip',
  'unanswered',
  'rest',
  /** A change of the settings, or half as many reminders for a while, made that nothing is due. */
  'settings',
  /** Later news showed that nothing was due. */
  'corrected',
  /** Nobody knows: the state was lost. */
  'lost',
] as const;
export type Fate = (typeof FATES)[number];

/** Rests by themselves, by a break that was long enough, and because the person said so. */
export const HOW_RESTED = ['natural', 'guided', 'told'] as const;

const seconds = wholeNumber(0, 1e9);

/** What every entry has. */
const WHEN = {
  id: entryId,
  fromMs: instant,
  toMs: instant,
  /** How far local time was ahead of UTC at its end, so that a day stays the day that the person had. */
  offsetMinutes: wholeNumber(-1440, 1440),
};

/** What is kept of the days. No address, no title, no site. */
export const EntrySchema = oneOf('is', {
  /** At the screen. */
  span: {
    ...WHEN,
    /** Absences of less than a minute do not end it, but are no screen time. */
    awaySeconds: seconds,
    ended: v.picklist(ENDS),
  },
  rest: { ...WHEN, how: v.picklist(HOW_RESTED) },
  /** From when it was due, until what became of it. */
  reminder: {
    ...WHEN,
    rhythm: rhythmId,
    /** When it was first shown; null if never. */
    shownAtMs: instantOrNull,
    /** How often it was shown. */
    times: wholeNumber(0, 100),
    /** How many seconds nothing was shown, by the reason that the popup gave. */
    held: keyed(new RegExp(`^(${REASONS.join('|')})$`), seconds, REASONS.length),
    ended: v.picklist(FATES),
  },
  break: {
    ...WHEN,
    rhythm: v.nullable(rhythmId),
    kind: breakKind,
    pattern: v.nullable(patternId),
    /** How long it was meant to be, without the settling. */
    seconds,
    taken: boolean,
    /** `unknown`: before there was a log. */
    begun: v.picklist(['asked', 'byHand', 'unknown']),
  },
});
export type Entry = v.InferOutput<typeof EntrySchema>;
export type EntryOf<Is extends Entry['is']> = Extract<Entry, { is: Is }>;
export type Held = Partial<Record<Reason, number>>;
