import * as v from 'valibot';
import { isObject } from '../own.ts';
import { patternId } from '../patternIds.ts';
import { atFirstUse, boolean, wholeNumber } from '../schema.ts';
import { formerPattern, patternNow } from './formerPatterns.ts';
import { PUTTING_OFF, type PuttingOff, RULES_OF } from './puttingOff.ts';

/**
 * The values of version 1 in the shape of version 2. A value of an unknown shape is left as it is, so that
 * the check names what is wrong with it.
 */

type Fields = Record<string, unknown>;

/** The fields of the settings that went or moved, as version 1 allowed them. */
const goneSchema = atFirstUse(() =>
  v.object({
    skipAfterSeconds: v.exactOptional(wholeNumber(0, 60), 0),
    skipAfterSnoozes: v.exactOptional(wholeNumber(0, 5), 0),
    strict: v.exactOptional(boolean, false),
    firm: v.exactOptional(boolean, false),
    badge: v.exactOptional(boolean, false),
  }),
);
type Gone = v.InferOutput<ReturnType<typeof goneSchema>>;

export function settingsFrom1(old: unknown): unknown {
  const gone = v.safeParse(goneSchema(), old);
  if (!gone.success || !isObject(old)) return old;
  // The last two moved to the preferences: withMoved.
  const names = [...Object.keys(gone.output), 'sound', 'announcePhases'];
  const kept = Object.fromEntries(Object.entries(old).filter(([key]) => !names.includes(key)));
  return {
    ...kept,
    puttingOff: puttingOffOf(gone.output),
    iconMinutes: gone.output.badge ? 'lastTen' : 'never',
    ...(kept.pattern !== undefined && { pattern: patternNow(kept.pattern) }),
    ...(kept.promptStyle === 'window' && { promptStyle: 'smallWindow' }),
    ...oneSwitchForFilms(kept),
  };
}

/** The easiest choice that is at least as strict as it was; else the strictest. */
function puttingOffOf({ skipAfterSeconds, skipAfterSnoozes, strict, firm }: Gone): PuttingOff {
  const fits = PUTTING_OFF.find((choice) => {
    const rules = RULES_OF[choice];
    const waits =
      rules.skipAfterSnoozes > skipAfterSnoozes ||
      (rules.skipAfterSnoozes === skipAfterSnoozes && rules.skipAfterSeconds >= skipAfterSeconds);
    return waits && rules.staysForHalf >= strict && rules.opensBreak >= firm;
  });
  return fits ?? 'firm';
}

/** Whether a film counts decides: nobody is asked in a film that is time away. */
function oneSwitchForFilms({ watchingCounts = true, holdBack = {} }: Fields): Fields {
  if (!isObject(holdBack) || typeof watchingCounts !== 'boolean') return {};
  if (typeof (holdBack.watching ?? true) !== 'boolean') return {};
  return { holdBack: { ...holdBack, watching: watchingCounts } };
}

/** The same for each record that names a pattern. */
export const stateFrom1 = (old: unknown): unknown =>
  isObject(old) && isObject(old.break) ? { ...old, break: renamed(old.break) } : old;

export function tallyFrom1(old: unknown): unknown {
  if (!isObject(old)) return old;
  const { lastBreak, patternsTaken } = old;
  return {
    ...old,
    ...(isObject(lastBreak) && { lastBreak: renamed(lastBreak) }),
    ...(Array.isArray(patternsTaken) && {
      patternsTaken: [...new Set(patternsTaken.map(patternNow))],
    }),
  };
}

const renamed = (named: Fields): Fields =>
  'pattern' in named ? { ...named, pattern: patternNow(named.pattern) } : named;

/** Version 1 kept a pace for any pattern, but used it only for those without holds. */
const UNUSED = ['box', 'fourSevenEight', 'noticing'];

export function preferencesFrom1(old: unknown): unknown {
  if (!isObject(old) || !isObject(old.paces)) return old;
  const used = Object.entries(old.paces).filter(
    ([id]) => !UNUSED.includes(id) && formerPattern(id) === undefined,
  );
  return { ...old, paces: Object.fromEntries(used) };
}

/** What moved to the preferences, as version 1 allowed it. */
const movedSchema = atFirstUse(() =>
  v.object({
    sound: v.exactOptional(
      v.strictObject({ bell: boolean, breathing: boolean, loudness: wholeNumber(0, 40) }),
    ),
    announcePhases: v.exactOptional(boolean),
    pattern: v.exactOptional(patternId),
  }),
);

/** Whether settings have something that belongs to the preferences now. */
export function hasMoved(settings: unknown): boolean {
  if (!v.is(movedSchema(), settings)) return false;
  const { sound, announcePhases, pattern } = settings;
  return (
    sound !== undefined || announcePhases !== undefined || formerPattern(pattern) !== undefined
  );
}

/**
 * The preferences with what moved out of settings of version 1: sound and announcements, where they have none
 * yet, and the pace of a pattern that is now another’s.
 */
export function withMoved(
  preferences: unknown,
  settings: unknown,
  coherentPace?: unknown,
): unknown {
  if (!isObject(preferences) || !isObject(settings)) return preferences;
  const { sound, announcePhases, pattern } = settings;
  const former = formerPattern(pattern);
  const pace = (pattern === 'coherent' ? coherentPace : undefined) ?? former?.cycleSeconds;
  return {
    ...(sound !== undefined && { sound }),
    ...(announcePhases !== undefined && { announcePhases }),
    ...preferences,
    ...(former && { paces: { ...(preferences.paces as Fields), [former.id]: pace } }),
  };
}

/** Preferences of version 1 beside settings of version 1. */
export const preferencesBeside = (old: unknown, settings: unknown): unknown =>
  withMoved(
    preferencesFrom1(old),
    settings,
    isObject(old) && isObject(old.paces) ? old.paces.coherent : undefined,
  );
