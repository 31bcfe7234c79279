import * as v from 'valibot';
import { type Decoded, EnvelopeSchema, isNewer, parsed, type Steps, stepped } from './envelope.ts';
import { settingsFrom1, stateFrom1, tallyFrom1 } from './fromVersion1.ts';
import { DEFAULT_SETTINGS, type Settings, SettingsSchema } from './settings.ts';
import {
  type Asks,
  AsksSchema,
  type Pause,
  PauseSchema,
  type Slower,
  SlowerSchema,
  type State,
  StateSchema,
} from './state.ts';
import { EMPTY_TALLY, type Tally, TallySchema } from './tally.ts';

const STEPS: Partial<Record<keyof Stored, Steps>> = {
  settings: { 1: settingsFrom1 },
  state: { 1: stateFrom1 },
  tally: { 1: tallyFrom1 },
};

/**
 * Everything the core knows, and all of it is stored. Each record has its own key, so that damage to one
 * leaves the others.
 */
export interface Stored {
  settings: Settings;
  state: State;
  pause: Pause;
  slower: Slower;
  asks: Asks;
  tally: Tally;
}
export const RECORD_KEYS = ['settings', 'pause', 'slower', 'asks', 'state', 'tally'] as const;
const SCHEMAS = {
  settings: SettingsSchema,
  pause: PauseSchema,
  slower: SlowerSchema,
  asks: AsksSchema,
  state: StateSchema,
  tally: TallySchema,
} as const;
/** A day to replay may be older than `slower`. */
export const StoredSchema = v.strictObject({
  ...SCHEMAS,
  slower: v.exactOptional(SlowerSchema, null),
});

/** Reads and checks the record under a key. */
export function decode<K extends keyof Stored>(key: K, raw: unknown): Decoded<Stored[K]> {
  if (raw === undefined) return { is: 'missing' };
  if (isNewer(raw)) return { is: 'newer' };
  const envelope = parsed(EnvelopeSchema, raw);
  if (envelope.is !== 'ok') return envelope;
  const { version, value } = envelope.value;
  return parsed(SCHEMAS[key] as never, stepped(STEPS[key], version, value));
}

/** A problem with a record that the person is told about. */
export interface Notice {
  record: keyof Stored;
  is: 'newer' | 'damaged';
  field: string;
}

export interface Loaded extends Omit<Stored, 'state'> {
  /** null if there is none that can be used; the state then starts fresh. */
  state: State | null;
  notices: Notice[];
}

/** Reads each record on its own. One that can't be read is replaced by a fresh one and reported. */
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
    slower: value('slower', null),
    asks: value('asks', []),
    tally: value('tally', EMPTY_TALLY),
    notices,
  };
}
