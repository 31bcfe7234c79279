import * as v from 'valibot';
import { fields, instantOrNull, list, text } from '../schema.ts';
import { EnvelopeSchema, isNewer } from './envelope.ts';
import type { PageRecord } from './pageRecord.ts';
import { decode } from './stored.ts';

/** What a person would miss: records by their keys; `day` is the newest day of the history. */
const PARTS = [
  'settings',
  'pause',
  'slower',
  'day',
  'preferences',
  'tension',
  'massage',
  'trial',
] as const;
/** Each of them, what else the background keeps, or all that was stored. */
export const LOST = [...PARTS, 'state', 'tally', 'log', 'everything'] as const;
export type Lost = (typeof LOST)[number];

const partOf = (key: string) => (key.startsWith('day:') ? 'day' : key);

/** Whether the loss of the record under this key would be told. */
export const isMissed = (key: string): boolean => PARTS.includes(partOf(key) as never);

/** The records without a day in their keys. */
export const MISSED_KEYS: readonly string[] = PARTS.filter((part) => part !== 'day');

/**
 * The keys of the records that were written, so that one that is gone after a crash is known to be lost; and
 * what was found lost, when.
 */
const WrittenSchema = fields({
  keys: v.exactOptional(list(text(20), PARTS.length), []),
  lost: v.exactOptional(list(v.picklist(LOST), LOST.length), []),
  lostAtMs: v.exactOptional(instantOrNull, null),
});
export type Written = v.InferOutput<typeof WrittenSchema>;

export const WRITTEN: PageRecord<Written> = {
  atFirst: v.parse(WrittenSchema, {}),
  schema: WrittenSchema,
};

/** After these were written; the same object if that is known. Of days, the newest is kept. */
export function withWritten(written: Written, stored: Record<string, unknown>): Written {
  const keys = Object.keys(stored).filter(isMissed);
  const nothing = keys.filter((key) => isNothing(stored[key]));
  const all = [...written.keys, ...keys].filter((key) => !nothing.includes(key));
  const days = all.filter((key) => partOf(key) === 'day').sort();
  const next = [...new Set([...all.filter((key) => !days.includes(key)), ...days.slice(-1)])];
  const { keys: known } = written;
  const isKnown = next.length === known.length && next.every((key) => known.includes(key));
  return isKnown ? written : { ...written, keys: next };
}

/** A record whose loss nobody would notice, such as a pause that is over, or of no trial. */
function isNothing(raw: unknown): boolean {
  const { value } = Object(raw) as { value?: unknown };
  return value === null || (Object(value) as { current?: unknown }).current === null;
}

/** What is written and lost, by what is stored when the browser starts; the same object if nothing is new. */
export function afterStart(
  before: Written,
  stored: Record<string, unknown>,
  atMs: number,
): Written {
  const there = Object.fromEntries(
    Object.entries(stored).filter(([key, raw]) => isMissed(key) && isReadable(key, raw)),
  );
  const gone = before.keys.filter((key) => !Object.hasOwn(there, key));
  if (gone.length === 0) return withWritten(before, there);
  const left = { ...before, keys: before.keys.filter((key) => !gone.includes(key)) };
  const lost = LOST.filter((part) => gone.map(partOf).includes(part));
  return { ...withWritten(left, there), lost, lostAtMs: atMs };
}

/** Records were damaged, and are replaced. */
export function withDamaged(written: Written, records: readonly string[], atMs: number): Written {
  const lost = LOST.filter((part) => records.includes(part));
  return lost.length === 0 ? written : { ...written, lost, lostAtMs: atMs };
}

/** Nothing at all is stored, although Exhale was there before. */
export const everythingLost = (atMs: number): Written => ({
  ...WRITTEN.atFirst,
  lost: ['everything'],
  lostAtMs: atMs,
});

/** One of a newer Exhale is left as it is, so it is not lost. */
function isReadable(key: string, raw: unknown): boolean {
  if (isNewer(raw)) return true;
  if (key === 'settings' || key === 'pause' || key === 'slower')
    return decode(key, raw).is === 'ok';
  return v.is(EnvelopeSchema, raw);
}

/** What the popup has not told yet. */
export const toTell = ({ lost, lostAtMs }: Written, toldAtMs: number | null): readonly Lost[] =>
  lostAtMs === toldAtMs ? [] : lost;
