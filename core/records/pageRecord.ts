import type * as v from 'valibot';
import { type Decoded, EnvelopeSchema, isNewer, parsed } from './envelope.ts';

/**
 * A record that pages store themselves, because the background never needs it: its first value and its
 * schema.
 */
export interface PageRecord<T> {
  atFirst: T;
  schema: v.GenericSchema<unknown, T>;
}

/** Reads and checks a stored record. */
export function decodePageRecord<T>({ schema }: PageRecord<T>, raw: unknown): Decoded<T> {
  if (raw === undefined) return { is: 'missing' };
  if (isNewer(raw)) return { is: 'newer' };
  const envelope = parsed(EnvelopeSchema, raw);
  return envelope.is === 'ok' ? parsed(schema, envelope.value.value) : envelope;
}
