import * as v from 'valibot';
import type { PageRecord } from '../records/pageRecord.ts';
import { PROMPT_STYLES } from '../records/settings.ts';
import { boolean } from '../schema.ts';

const BeforeReaderSchema = v.strictObject({
  promptStyle: v.picklist(PROMPT_STYLES),
  askSound: boolean,
  announcePhases: boolean,
});

/** What was set before Exhale was set up for a screen reader, so that this can be undone; null if it was not. */
export type BeforeReader = v.InferOutput<typeof BeforeReaderSchema> | null;

export const BEFORE_READER: PageRecord<BeforeReader> = {
  atFirst: null,
  schema: v.nullable(BeforeReaderSchema),
};
