import type * as v from 'valibot';
import { type Decoded, EnvelopeSchema, isNewer, parsed } from './envelope.ts';

/**
 * A record that the pages keep for themselves, since the background decides nothing by it: its key in the
 * storage, what it is at first, and what it may be.
 */
export interface PageRecord<T> {
  key: string;
  atFirst: T;
  schema: v.GenericSchema<unknown, T>;
  /** Lays what is stored over what a field added later is at first. */
  completed?: (stored: unknown) => unknown;
}

/** What lies under its key, checked. */
export function decodePageRecord<T>(
  { schema, completed = (x) => x }: PageRecord<T>,
  raw: unknown,
): Decoded<T> {
  if (raw === undefined) return { is: 'missing' };
  if (isNewer(raw)) return { is: 'newer' };
  const envelope = parsed(EnvelopeSchema, raw);
  return envelope.is === 'ok' ? parsed(schema, completed(envelope.value.value)) : envelope;
}
