import * as v from 'valibot';
import { breakKind } from '../kinds.ts';
import { QUOTED } from '../records/envelope.ts';
import type { Outcome } from '../records/outcome.ts';
import { REASONS } from '../records/reasons.ts';
import { rhythmId } from '../records/settings.ts';
import { PHASES, WorldSchema } from '../records/state.ts';
import { StoredSchema } from '../records/stored.ts';
import { instant, instantOrNull, list, oneOf, text, wholeNumber } from '../schema.ts';
import { COMMANDS, SIGNALS } from './event.ts';
import { ENTRIES_PER_PART } from './log.ts';

const OUTCOMES = [
  'prompt',
  'prompt-withdrawn',
  'break-started',
  'break-finished',
  'break-left',
  'natural-rest',
  'look-back',
  'refused',
  'phase',
] as const satisfies Outcome['type'][];

const OutcomeSchema = v.strictObject({
  type: v.picklist(OUTCOMES),
  rhythm: v.exactOptional(v.nullable(rhythmId)),
  kind: v.exactOptional(breakKind),
  seconds: v.exactOptional(v.number()),
  phase: v.exactOptional(v.picklist(PHASES)),
  field: v.exactOptional(text(QUOTED)),
});
export type LoggedOutcome = v.InferOutput<typeof OutcomeSchema>;

const EntrySchema = v.strictObject({
  atMs: instant,
  /** How far local time was ahead of UTC. */
  offsetMinutes: wholeNumber(-1440, 1440),
  lastLookAtMs: instant,
  /** When the alarm set by the last look was due; null without one. */
  alarmAtMs: instantOrNull,
  /** After how long without input the browser reported idle. */
  detectionSeconds: wholeNumber(15, 300),
  event: oneOf('type', { ...COMMANDS, ...SIGNALS }),
  seen: v.strictObject({
    idle: v.picklist(['active', 'idle', 'locked']),
    quietSeconds: wholeNumber(0, 1e9),
    ...WorldSchema.entries,
  }),
  outcomes: list(OutcomeSchema, 1000),
  /** Why nothing is asked after it. */
  reason: v.nullable(v.picklist(REASONS)),
});
export type LogEntry = v.InferOutput<typeof EntrySchema>;

/** Exhale's decisions, in order of arrival. Each part begins with what was stored before, so it can be replayed. */
export const LogSchema = list(
  v.strictObject({ before: StoredSchema, entries: list(EntrySchema, ENTRIES_PER_PART) }),
  2,
);
export type Log = v.InferOutput<typeof LogSchema>;
