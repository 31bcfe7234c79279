import fc from 'fast-check';
import { BREAK_KINDS, type BreakKind } from '../../../core/kinds.ts';
import { type Entry, type EntryOf, FATES, HOW_RESTED } from '../../../core/records/entry.ts';
import { REASONS } from '../../../core/records/reasons.ts';
import { DAY_MS, dayNumber, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../core/time.ts';

/** The instant of a local time in a zone that is some hours ahead of UTC. */
export const at = (local: string, aheadHours = 0): number =>
  Date.parse(`${local}Z`) - aheadHours * HOUR_MS;

let nth = 0;
const when = (fromMs: number, toMs: number, aheadHours: number) => ({
  id: `t${nth++}`,
  fromMs,
  toMs,
  offsetMinutes: aheadHours * 60,
});

type More<Is extends Entry['is']> = Partial<EntryOf<Is>> & { ahead?: number };

/** Entries by local times, in UTC unless `ahead` says otherwise. */
export const span = (from: string, to: string, { ahead = 0, ...more }: More<'span'> = {}) =>
  ({
    is: 'span',
    ...when(at(from, ahead), at(to, ahead), ahead),
    awaySeconds: 0,
    ended: 'idle',
    ...more,
  }) satisfies Entry;

export const rest = (from: string, to: string, { ahead = 0, ...more }: More<'rest'> = {}) =>
  ({
    is: 'rest',
    ...when(at(from, ahead), at(to, ahead), ahead),
    how: 'natural',
    ...more,
  }) satisfies Entry;

export const taken = (kind: BreakKind, on = '2026-03-02T10:00', more: More<'break'> = {}) =>
  ({
    is: 'break',
    ...when(at(on), at(on) + MINUTE_MS, 0),
    rhythm: 'short',
    kind,
    pattern: null,
    seconds: 60,
    taken: true,
    begun: 'asked',
    ...more,
  }) satisfies Entry;

/** A reminder that was shown at ten and answered some seconds later. */
export const reminder = (afterSeconds: number, more: More<'reminder'> = {}) =>
  ({
    is: 'reminder',
    ...when(at('2026-03-02T09:58'), at('2026-03-02T10:00') + afterSeconds * SECOND_MS, 0),
    rhythm: 'short',
    shownAtMs: at('2026-03-02T10:00'),
    times: 1,
    held: {},
    ended: 'break',
    ...more,
  }) satisfies Entry;

export const MONDAY = dayNumber('2026-03-02');

const instants = fc
  .tuple(fc.integer({ min: 0, max: 5 * 1440 }), fc.integer({ min: 0, max: 59 }))
  .map(([minute, second]) => MONDAY * DAY_MS + minute * MINUTE_MS + second * SECOND_MS);
const length = fc.constantFrom(0, 1, 7, 59, 61, 600, 1234, 3000, 7200, 30_000, 100_000);
const some = fc.record({
  id: fc.integer({ min: 0, max: 40 }).map((number) => `id-${number}`),
  fromMs: instants,
  seconds: length,
  offsetMinutes: fc.constantFrom(0, 60, 120, -480, 345, 840, -720),
});

/** Any entries of some days, in any order and overlapping. Different ids have different entries. */
export const anyEntries: fc.Arbitrary<Entry[]> = fc.uniqueArray(
  fc
    .tuple(
      some,
      fc.oneof(
        fc.record({
          is: fc.constant('span' as const),
          awaySeconds: fc.constantFrom(0, 0, 20, 1000),
          ended: fc.constant('idle' as const),
        }),
        fc.record({ is: fc.constant('rest' as const), how: fc.constantFrom(...HOW_RESTED) }),
        fc.record({
          is: fc.constant('break' as const),
          rhythm: fc.constant(null),
          kind: fc.constantFrom<BreakKind>(...BREAK_KINDS, 'own-a', 'own-b'),
          pattern: fc.constant(null),
          seconds: fc.constant(60),
          taken: fc.boolean(),
          begun: fc.constant('asked' as const),
        }),
        fc.record({
          is: fc.constant('reminder' as const),
          rhythm: fc.constant('short'),
          times: fc.integer({ min: 0, max: 3 }),
          ended: fc.constantFrom(...FATES),
          held: fc.dictionary(fc.constantFrom(...REASONS), fc.integer({ min: 1, max: 900 })),
        }),
      ),
    )
    .map(([{ id, fromMs, seconds, offsetMinutes }, told]) => {
      const when = { id, fromMs, toMs: fromMs + seconds * SECOND_MS, offsetMinutes };
      const shownAtMs = told.is === 'reminder' && told.times > 0 ? fromMs : null;
      return { ...when, ...told, ...(told.is === 'reminder' && { shownAtMs }) } as Entry;
    }),
  { selector: ({ id }) => id, maxLength: 40 },
);
