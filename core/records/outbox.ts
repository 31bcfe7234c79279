import * as v from 'valibot';
import {
  boolean,
  fields,
  instant,
  instantOrNull,
  keyed,
  list,
  matching,
  wholeNumber,
} from '../schema.ts';
import type { PageRecord } from './pageRecord.ts';
import { REASONS } from './reasons.ts';
import { rhythmId } from './settings.ts';

/** If the database takes no more for long, the oldest entries go. These are some weeks. */
export const MOST_WAITING = 1000;

const reason = v.picklist(REASONS);
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(1e12));

/** The span at the screen that goes on. Where it ends so far follows from the state. */
const OpenSpanSchema = v.strictObject({
  fromMs: instant,
  awaySeconds: seconds,
  /** Why nobody is there now, if it may end here. */
  left: v.nullable(v.picklist(['idle', 'locked', 'asleep', 'closed'])),
});

/** The reminder that is due and has no answer. */
const OpenReminderSchema = v.strictObject({
  rhythm: rhythmId,
  dueAtMs: instant,
  shownAtMs: instantOrNull,
  times: wholeNumber(0, 100),
  held: keyed(new RegExp(`^(${REASONS.join('|')})$`), seconds, REASONS.length),
  /** Why it is not shown now. */
  silence: v.nullable(v.strictObject({ reason, sinceMs: instant })),
});

/** Where the log is kept. If a database fails, another is begun beside it, named by the day. */
export const DATABASE = 'exhale-log';
const MOST_DATABASES = 5;
/** A database that fails this often in a row is given up. */
const MOST_FAILURES = 3;

/**
 * Entries of the log that wait for the database, and what is needed for those to come. It is stored in the same
 * write as the state. An entry is added only when nothing can change it any more.
 */
const OutboxSchema = fields({
  /** The number of the next entry. */
  next: v.exactOptional(wholeNumber(0, 1e15), 0),
  span: v.exactOptional(v.nullable(OpenSpanSchema), null),
  reminder: v.exactOptional(v.nullable(OpenReminderSchema), null),
  /** The break that runs is the answer to a reminder. */
  asked: v.exactOptional(boolean, false),
  /** They are checked when they are read. */
  entries: v.exactOptional(list(v.unknown(), MOST_WAITING), []),
  /** The oldest of them had to go. */
  dropped: v.exactOptional(boolean, false),
  /** The databases, the newest last. Only that one is written. */
  databases: v.exactOptional(list(matching(/^exhale-log(-\d{4}-\d\d-\d\d)?$/), MOST_DATABASES), [
    DATABASE,
  ]),
  /** Entries were copied into the newest. */
  begun: v.exactOptional(boolean, false),
  failures: v.exactOptional(wholeNumber(0, MOST_FAILURES), 0),
});
export type Outbox = v.InferOutput<typeof OutboxSchema>;
export type OpenSpan = NonNullable<Outbox['span']>;
export type OpenReminder = NonNullable<Outbox['reminder']>;

export const OUTBOX_KEY = 'outbox';
export const OUTBOX: PageRecord<Outbox> = {
  atFirst: v.parse(OutboxSchema, {}),
  schema: OutboxSchema,
};

/** Fewer entries wait for more. */
const ENOUGH = 20;

/** Whether it is time to copy them: there are enough, and one has just come. */
export const isTimeToCopy = (before: Outbox | null, { entries }: Outbox): boolean =>
  entries.length >= ENOUGH && entries !== before?.entries;

/** After these were copied. */
export function afterCopy(outbox: Outbox, copied: readonly unknown[]): Outbox {
  const ids = new Set(copied.map(idOf));
  const entries = outbox.entries.filter((entry) => !ids.has(idOf(entry)));
  return { ...outbox, entries, dropped: false, begun: true, failures: 0 };
}

const idOf = (entry: unknown) => (Object(entry) as { id?: unknown }).id;

/** After the newest database failed. `date` names the next one, if it is given up. */
export function afterFailure(outbox: Outbox, date: string): Outbox {
  const { databases } = outbox;
  const failures = Math.min(outbox.failures + 1, MOST_FAILURES);
  const name = `${DATABASE}-${date}`;
  const isOver = failures < MOST_FAILURES || databases.length >= MOST_DATABASES;
  if (isOver || databases.includes(name)) return { ...outbox, failures };
  return { ...outbox, databases: [...databases, name], begun: false, failures: 0 };
}

/**
 * Whether the person has to hear of it: entries were dropped, or a database was given up. Where none ever works,
 * the first is enough.
 */
export const hasLost = (before: Outbox, { dropped, databases }: Outbox): boolean =>
  (dropped && !before.dropped) ||
  (databases.length > before.databases.length && (before.begun || databases.length === 2));
