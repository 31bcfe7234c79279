import * as v from 'valibot';
import { anything, wholeNumber } from '../schema.ts';

/** A value that was not accepted: its path, what is wrong with it, and the limit that it missed. */
export interface Refusal {
  /** e.g. `rhythms.short.intervalMinutes`, `hours.mon.0.from`; empty when the whole is no object */
  field: string;
  problem: 'unknown' | 'missing' | 'type' | 'tooSmall' | 'tooLarge' | 'invalid';
  limit?: number;
}

type Issue = v.BaseIssue<unknown>;

const findingOf = ({ type, expected, received, message }: Issue): string => {
  if (expected === 'never') return 'unknown';
  if (received === 'undefined') return 'missing';
  return type === 'custom' ? message : 'type';
};

/** What valibot found first, by the field's path. A plain value has the finding for its message. */
export function refusalOf([issue]: [Issue, ...Issue[]]): Refusal {
  const field = (issue.path ?? []).map(({ key }) => key).join('.');
  const [problem, limit] = findingOf(issue).split(' ') as [Refusal['problem'], string?];
  return { field, problem, ...(limit !== undefined && { limit: Number(limit) }) };
}

/** The version that everything stored carries. A change of shape raises it and adds a step in stored.ts. */
export const VERSION = 1;

export const EnvelopeSchema = v.strictObject({
  version: wholeNumber(1, VERSION),
  value: anything,
});

/** Written by a newer Exhale, which may have given it another shape altogether. */
export const isNewer = (raw: unknown): boolean => {
  const { version } = Object(raw) as { version?: unknown };
  return typeof version === 'number' && version > VERSION;
};

export type Decoded<T> =
  | { is: 'ok'; value: T }
  | { is: 'missing' }
  /** Written by a newer Exhale: to be left untouched. */
  | { is: 'newer' }
  | { is: 'damaged'; refusal: Refusal };

export const encode = (value: unknown): { version: number; value: unknown } => ({
  version: VERSION,
  value,
});

export function parsed<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Decoded<T> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  return result.success
    ? { is: 'ok', value: result.output }
    : { is: 'damaged', refusal: refusalOf(result.issues) };
}
