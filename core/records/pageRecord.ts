import type * as v from 'valibot';
import { type Decoded, EnvelopeSchema, isNewer, parsed, type Steps, stepped } from './envelope.ts';

/**
 * A record that pages store themselves, because the background never needs it: its first value and its
 * schema.
 */
export interface PageRecord<T> {
  atFirst: T;
  schema: v.GenericSchema<unknown, T>;
  steps?: Steps;
}

/** Reads and checks a stored record. */
export function decodePageRecord<T>({ schema, steps }: PageRecord<T>, raw: unknown): Decoded<T> {
  if (raw === undefined) return { is: 'missing' };
  if (isNewer(raw)) return { is: 'newer' };
  const envelope = parsed(EnvelopeSchema, raw);
  if (envelope.is !== 'ok') return envelope;
  const { version, value } = envelope.value;
  return parsed(schema, stepped(steps, version, value));
}
