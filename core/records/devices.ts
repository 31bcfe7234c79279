import * as v from 'valibot';
import { boolean, fields, instant, instantOrNull, keyed, list, matching, text } from '../schema.ts';
import type { PageRecord } from './pageRecord.ts';
import { byRhythm } from './settings.ts';

/** Of how many messages of a device it is kept how late they came. */
export const KEPT_LATE = 5;
/** Devices beyond these are not heard. */
export const MAX_DEVICES = 12;
export const DEVICE_ID = /^[0-9a-f][0-9a-f-]{35}$/;
const deviceId = matching(DEVICE_ID);
const byDevice = <T>(schema: v.GenericSchema<unknown, T>) => keyed(DEVICE_ID, schema, MAX_DEVICES);

/** The name of a setting that devices share: `snoozeMinutes`, `rhythms.short`. */
export const FIELD = /^[a-zA-Z]{1,40}(\.[a-zA-Z0-9][a-zA-Z0-9_-]{0,31})?$/;
const MAX_FIELDS = 80;
/** As JSON. The browser takes 8,192 bytes for each item, its key included. */
export const MOST_JSON = 8000;

/** The times of a person at one screen, by the clock of that device. */
const TIMES = {
  /** When a person was last at its screen. */
  seenMs: instant,
  /** Screen time counts from here to `seenMs`. Absences are taken out. */
  screenSinceMs: instant,
  /** The same for each rhythm. */
  counts: byRhythm(v.strictObject({ fromMs: instant })),
  restarts: byRhythm(v.strictObject({ atMs: instant })),
  breakEndedAtMs: instantOrNull,
  snoozedUntilMs: instantOrNull,
};

/** What another device tells, by the clock of this one. */
export const OtherSchema = v.strictObject({
  ...TIMES,
  /** It knows what this device told until here; null if it knows nothing. */
  knowsMs: instantOrNull,
});
export type Other = v.InferOutput<typeof OtherSchema>;

/** What a device tells the others. Of a newer Exhale, what is known is read. */
export const TellingSchema = v.object({
  ...TIMES,
  /** By its own clock. */
  wroteMs: instant,
  /** Nobody is at its screen any more. */
  left: boolean,
  /** Until when it knows what each other device told, by the clock of that one. */
  knows: byDevice(instant),
});
export type Telling = v.InferOutput<typeof TellingSchema>;

/** A setting as devices share it. A removed rhythm is null. */
export const SharedFieldSchema = v.object({ atMs: instant, value: v.unknown() });

const HeardSchema = v.strictObject({
  wroteMs: instant,
  seenMs: instant,
  /** How late its last news came by this clock, in milliseconds. Below 0 its clock is ahead. */
  lateMs: list(v.number(), KEPT_LATE),
});

/** What this device remembers of sharing. No file has it. */
const DevicesSchema = fields({
  on: v.exactOptional(boolean, false),
  /** A name by chance, made when it is switched on. */
  id: v.exactOptional(v.nullable(deviceId), null),
  /** What was last told. */
  told: v.exactOptional(v.nullable(TellingSchema), null),
  /** The settings as they were last looked at: when each was changed, and whether the others were told. */
  shared: v.exactOptional(
    keyed(FIELD, v.strictObject({ atMs: instant, json: text(30_000), told: boolean }), MAX_FIELDS),
    {},
  ),
  heard: v.exactOptional(byDevice(HeardSchema), {}),
  /** When it was tried to tell something, in the last hour, and whether the browser refused the last. */
  triesMs: v.exactOptional(list(instant, 60), []),
  refused: v.exactOptional(boolean, false),
});
export type Devices = v.InferOutput<typeof DevicesSchema>;
export const DEVICES: PageRecord<Devices> = {
  atFirst: v.parse(DevicesSchema, {}),
  schema: DevicesSchema,
};
