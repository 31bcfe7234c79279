import * as v from 'valibot';
import { fields, instant, keyed, list, wholeNumber } from '../schema.ts';
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
  shownAtMs: v.nullable(instant),
  times: wholeNumber(0, 100),
  held: keyed(new RegExp(`^(${REASONS.join('|')})$`), seconds, REASONS.length),
  /** Why it is not shown now. */
  silence: v.nullable(v.strictObject({ reason, sinceMs: instant })),
});

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
  asked: v.exactOptional(v.boolean(), false),
  /** They are checked when they are read. */
  entries: v.exactOptional(list(v.unknown(), MOST_WAITING), []),
});
export type Outbox = v.InferOutput<typeof OutboxSchema>;
export type OpenSpan = NonNullable<Outbox['span']>;
export type OpenReminder = NonNullable<Outbox['reminder']>;

export const OUTBOX: PageRecord<Outbox> = {
  atFirst: v.parse(OutboxSchema, {}),
  schema: OutboxSchema,
};
