import * as v from 'valibot';
import { type Decoded, EnvelopeSchema, isNewer, parsed, VERSION } from './envelope.ts';
import { DEFAULT_SETTINGS, type Settings, SettingsSchema } from './settings.ts';
import {
  type Asks,
  AsksSchema,
  type Pause,
  PauseSchema,
  type State,
  StateSchema,
} from './state.ts';
import { EMPTY_TALLY, type Tally, TallySchema } from './tally.ts';

/** From a version to the next: old shape in, new shape out. Only the background takes them. */
type Steps = Record<number, (old: unknown) => unknown>;
const STEPS: Partial<Record<keyof Stored, Steps>> = {};

/** All that the core knows, and all of it is stored: a record under each key, so that what damages one leaves the others. */
export interface Stored {
  settings: Settings;
  state: State;
  pause: Pause;
  asks: Asks;
  tally: Tally;
}
export const RECORD_KEYS = ['settings', 'pause', 'asks', 'state', 'tally'] as const;
const SCHEMAS = {
  settings: SettingsSchema,
  pause: PauseSchema,
  asks: AsksSchema,
  state: StateSchema,
  tally: TallySchema,
} as const;
export const StoredSchema = v.strictObject(SCHEMAS);

/** What lies under a key of the storage, checked. */
export function decode<K extends keyof Stored>(key: K, raw: unknown): Decoded<Stored[K]> {
  if (raw === undefined) return { is: 'missing' };
  if (isNewer(raw)) return { is: 'newer' };
  const envelope = parsed(EnvelopeSchema, raw);
  if (envelope.is !== 'ok') return envelope;
  const { version } = envelope.value;
  let { value } = envelope.value;
  for (let from = version; from < VERSION; from++) value = STEPS[key]?.[from]?.(value) ?? value;
  return parsed(SCHEMAS[key] as never, value);
}

/** What a person is told about what was found: by record. */
export interface Notice {
  record: keyof Stored;
  is: 'newer' | 'damaged';
  field: string;
}

export interface Loaded extends Omit<Stored, 'state'> {
  /** null where there is none that can be used: the state is begun anew. */
  state: State | null;
  notices: Notice[];
}

/** Everything that is stored, each record on its own: what can't be read gives way to a fresh one, and says so. */
export function decodeAll(raw: Record<string, unknown>): Loaded {
  const notices: Notice[] = [];
  const value = <K extends keyof Stored, F>(key: K, fresh: F): Stored[K] | F => {
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
