import * as v from 'valibot';
import { wholeNumber } from '../schema.ts';

/** A value that was refused: its path, the problem, and the limit it missed. */
export interface Refusal {
  /** Such as `rhythms.short.intervalMinutes` or `hours.mon.0.from`; empty if the whole value is no object. */
  field: string;
  /** `locked`: an organization has set it. */
  problem: 'unknown' | 'missing' | 'type' | 'tooSmall' | 'tooLarge' | 'invalid' | 'locked';
  limit?: number;
}

type Issue = v.BaseIssue<unknown>;

type Finding = Omit<Refusal, 'field'>;

/** A valibot issue in our own terms. */
function findingOf({ kind, type, expected, received, requirement, message }: Issue): Finding {
  switch (type) {
    case 'min_value':
      return { problem: 'tooSmall', limit: Number(requirement) };
    case 'max_value':
    case 'max_length':
      return { problem: 'tooLarge', limit: Number(requirement) };
    case 'raw_check': {
      // The message is a CheckMessage: the problem, and perhaps a limit.
      const [problem, limit] = message.split(' ') as [Refusal['problem'], string?];
      return { problem, ...(limit !== undefined && { limit: Number(limit) }) };
    }
    case 'strict_object':
      if (expected === 'never') return { problem: 'unknown' };
  }
  if (kind === 'validation') return { problem: 'invalid' };
  return { problem: received === 'undefined' ? 'missing' : 'type' };
}

/** The most characters of something from outside that are shown to a person. */
export const QUOTED = 60;

const CUT = '...';

/**
 * The name of a field, which may be any text from outside, and as long as a file. Its end is three plain dots, because
 * V8 keeps a script with any character beyond Latin-1 in twice the memory, and the worker has no other.
 */
export const quoted = (field: string): string =>
  field.length > QUOTED ? `${field.slice(0, QUOTED - CUT.length)}${CUT}` : field;

/** The first issue that valibot found, by the path of its field. */
export const refusalOf = ([issue]: [Issue, ...Issue[]]): Refusal => ({
  field: quoted((issue.path ?? []).map(({ key }) => key).join('.')),
  ...findingOf(issue),
});

/** Every stored record carries this version. A change of shape raises it and adds a step in stored.ts. */
export const VERSION = 2;

export const EnvelopeSchema = v.strictObject({
  version: wholeNumber(1, VERSION),
  value: v.unknown(),
});

/** Written by a newer Exhale, which may use another shape. */
export const isNewer = (raw: unknown): boolean => {
  const { version } = Object(raw) as { version?: unknown };
  return typeof version === 'number' && version > VERSION;
};

/** Turns the value of an old version into the next. */
export type Steps = Record<number, (old: unknown) => unknown>;

/** The value in the shape of this version, not yet checked. */
export function stepped(steps: Steps | undefined, version: number, value: unknown): unknown {
  let next = value;
  for (let from = version; from < VERSION; from++) next = steps?.[from]?.(next) ?? next;
  return next;
}

export type Decoded<T> =
  | { is: 'ok'; value: T }
  | { is: 'missing' }
  /** Written by a newer Exhale: leave it untouched. */
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
