import * as v from 'valibot';
import type { PageRecord } from '../records/pageRecord.ts';
import { fields } from '../schema.ts';

/** How long what happened on a day is kept. Its totals stay. */
export const KEEP = ['forever', 'twoYears', 'ninetyDays'] as const;
export type Keep = (typeof KEEP)[number];

/** null: without end. */
export const DAYS_KEPT: Record<Keep, number | null> = {
  forever: null,
  twoYears: 730,
  ninetyDays: 90,
};

const KeepingSchema = fields({ keep: v.exactOptional(v.picklist(KEEP), 'forever') });
export type Keeping = v.InferOutput<typeof KeepingSchema>;

/** It is about this browser, so no file has it: a file from elsewhere must not shorten a history. */
export const KEEPING: PageRecord<Keeping> = {
  atFirst: v.parse(KeepingSchema, {}),
  schema: KeepingSchema,
};
