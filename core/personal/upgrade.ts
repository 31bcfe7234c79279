import { EnvelopeSchema, encode, isNewer, parsed, VERSION } from '../records/envelope.ts';
import { hasMoved, preferencesBeside, withMoved } from '../records/fromVersion1.ts';
import { decode } from '../records/stored.ts';

/** Whether an older Exhale wrote a record. */
export function isOlder(raw: unknown): boolean {
  const envelope = parsed(EnvelopeSchema, raw);
  return envelope.is === 'ok' && envelope.value.version < VERSION;
}

/**
 * What to write when the settings are of an older version: the settings, and the preferences if they take over
 * something that moved out of them. Every other record is upgraded when it is read.
 */
export function upgradeOf(raw: Record<string, unknown>): Record<string, unknown> {
  if (!isOlder(raw.settings)) return {};
  const settings = decode('settings', raw.settings);
  if (settings.is !== 'ok') return {};
  const preferences = upgradedPreferences(raw.settings, raw.preferences);
  return {
    settings: encode(settings.value),
    ...(preferences !== undefined && { preferences: encode(preferences) }),
  };
}

function upgradedPreferences(oldSettings: unknown, raw: unknown): unknown {
  if (isNewer(raw)) return undefined;
  const { value: settings } = Object(oldSettings) as { value?: unknown };
  if (!hasMoved(settings)) return undefined;
  const envelope = parsed(EnvelopeSchema, raw ?? encode({}));
  if (envelope.is !== 'ok') return undefined;
  const { version, value } = envelope.value;
  // What did not move is checked by the pages that read it.
  return version === 1 ? preferencesBeside(value, settings) : withMoved(value, settings);
}
