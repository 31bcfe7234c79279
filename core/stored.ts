import * as v from 'valibot';
import { anything, wholeNumber } from './schema.ts';
import {
  DEFAULT_SETTINGS,
  type Refusal,
  refusalOf,
  type Settings,
  SettingsSchema,
  withDefaults,
} from './settings.ts';
import { AsksSchema, PauseSchema, StateSchema } from './state.ts';
import { EMPTY_TALLY, TallySchema } from './tally.ts';
import type { Stored } from './turn.ts';

/** The version that everything stored carries. A change of shape raises it and adds a step below. */
export const VERSION = 1;

/** From a version to the next: old shape in, new shape out. Only the background takes them. */
type Steps = Record<number, (old: unknown) => unknown>;
const STEPS: Partial<Record<keyof Records, Steps>> = {};

/** The records of `storage.local`: what damages one leaves the others. */
export interface Records {
  settings: Settings;
  pause: Stored['pause'];
  asks: Stored['asks'];
  state: Stored['state'];
  tally: Stored['tally'];
}
export const RECORD_KEYS = ['settings', 'pause', 'asks', 'state', 'tally'] as const;

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

const SCHEMAS = {
  settings: SettingsSchema,
  pause: PauseSchema,
  asks: AsksSchema,
  state: StateSchema,
  tally: TallySchema,
} as const;

export function parsed<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Decoded<T> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  return result.success
    ? { is: 'ok', value: result.output }
    : { is: 'damaged', refusal: refusalOf(result.issues) };
}

/** What lies under a key of the storage, checked. */
export function decode<K extends keyof Records>(key: K, raw: unknown): Decoded<Records[K]> {
  if (raw === undefined) return { is: 'missing' };
  if (isNewer(raw)) return { is: 'newer' };
  const envelope = parsed(EnvelopeSchema, raw);
  if (envelope.is !== 'ok') return envelope;
  const { version } = envelope.value;
  let { value } = envelope.value;
  for (let from = version; from < VERSION; from++) value = STEPS[key]?.[from]?.(value) ?? value;
  return parsed(SCHEMAS[key] as never, key === 'settings' ? withDefaults(value) : value);
}

/** What a person is told about what was found: by record. */
export interface Notice {
  record: keyof Records;
  is: 'newer' | 'damaged';
  field: string;
}

export interface Loaded {
  /** null where there is none that can be used: the state is begun anew. */
  state: Stored['state'] | null;
  settings: Settings;
  pause: Stored['pause'];
  asks: Stored['asks'];
  tally: Stored['tally'];
  notices: Notice[];
}

/** Everything that is stored, each record on its own: what can't be read gives way to a fresh one, and says so. */
export function decodeAll(raw: Record<string, unknown>): Loaded {
  const notices: Notice[] = [];
  const value = <K extends keyof Records, F>(key: K, fresh: F): Records[K] | F => {
    const decoded = decode(key, raw[key]);
    if (decoded.is === 'ok') return decoded.value;
    const field = decoded.is === 'damaged' ? decoded.refusal.field : '';
    if (decoded.is !== 'missing') notices.push({ record: key, is: decoded.is, field });
    return fresh;
  };
  return {
    state: value('state', null),
    settings: value('settings', DEFAULT_SETTINGS),
    pause: value('pause', null),
    asks: value('asks', []),
    tally: value('tally', EMPTY_TALLY),
    notices,
  };
}
