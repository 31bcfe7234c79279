import * as v from 'valibot';
import { EntrySchema } from '../records/entry.ts';
import type { PageRecord } from '../records/pageRecord.ts';
import { boolean, instant, list, localDay, oneOf, text } from '../schema.ts';

/**
 * What a page has begun and has to finish, also if it is closed meanwhile. It is written in the same write as the
 * first change, so that the work has either not begun or will be finished.
 */
const UnfinishedSchema = v.nullable(
  oneOf('is', {
    /** Entries of these local days are deleted, if they ended by `untilMs`. */
    forget: {
      from: localDay,
      to: localDay,
      untilMs: instant,
      /** The totals of these days stay. */
      keepsTotals: boolean,
      /** What is left of entries that waited for the database. */
      left: list(EntrySchema, 2000),
    },
    /** The days that were read from a file are taken over. `stamp` names the file. */
    import: {
      stamp: text(40),
      replaces: boolean,
      withSettings: boolean,
      /** What ended by then is replaced. */
      untilMs: instant,
      /** The log has these days now, so that what is left follows. Otherwise nothing has changed. */
      taken: v.exactOptional(boolean, false),
    },
    erase: {},
  }),
);
export type Unfinished = NonNullable<v.InferOutput<typeof UnfinishedSchema>>;
export type UnfinishedOf<Is extends Unfinished['is']> = Extract<Unfinished, { is: Is }>;

export const UNFINISHED_KEY = 'unfinished';
export const UNFINISHED: PageRecord<Unfinished | null> = {
  atFirst: null,
  schema: UnfinishedSchema,
};
