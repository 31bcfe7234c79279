import { isObject, own } from '../own.ts';
import { type Devices, FIELD, MOST_JSON, SharedFieldSchema } from '../records/devices.ts';
import { parsed } from '../records/envelope.ts';
import { type Settings, type SettingsPatch, withPatch } from '../records/settings.ts';
import { DAY_MS } from '../time.ts';

/** The item of a setting is named after it. */
const SETTING = 'setting.';

/** What holds for one machine only: how it can remind, and whether its idle reports are right. */
const ONLY_HERE: readonly string[] = ['promptStyle', 'presence'] satisfies (keyof Settings)[];

/** A rhythm that was removed leaves a mark. Marks beyond these are forgotten, the oldest first. */
export const MOST_MARKS = 32;
/** Each device begins with the other two, so their marks stay. */
const OWN_RHYTHM = /^rhythms\.(?!(short|long)$)/;

type Shared = Devices['shared'];

/** Browsers return the fields of an object by name, and what is the same has to be the same text. */
const jsonFrom = (value: unknown): string =>
  JSON.stringify(value, (_, inner) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** The settings that devices share, by name, each as JSON. A rhythm is one by itself: `rhythms.short`. */
function jsonOf(settings: Settings, locked: Partial<Settings>): Record<string, string> {
  const { rhythms, ...rest } = settings;
  const named = [
    ...Object.entries(rest),
    ...Object.entries(rhythms).map(([id, rhythm]) => [`rhythms.${id}`, rhythm] as const),
  ];
  const all = named.filter(([name]) => isShared(name, locked));
  return Object.fromEntries(all.map(([name, value]) => [name, jsonFrom(value)]));
}

function isShared(name: string, locked: Partial<Settings>): boolean {
  const setting = name.replace(/\..*/, '');
  return !ONLY_HERE.includes(setting) && !Object.hasOwn(locked, setting);
}

/**
 * What is known of the shared settings, after they may have been changed here. A change is later than the one it
 * replaces, even if the clock of a device is ahead. The same object if nothing was changed. When sharing begins,
 * `nowMs` is 0, so that whatever another device has told is newer.
 */
export function noteChanges(
  shared: Shared,
  settings: Settings,
  locked: Partial<Settings>,
  nowMs: number,
): Shared {
  const now = jsonOf(settings, locked);
  const next: Shared = {};
  const gone = Object.keys(shared).filter((name) => !Object.hasOwn(now, name));
  for (const name of gone)
    if (name.startsWith('rhythms.') && isShared(name, locked)) now[name] = 'null';
  for (const [name, json] of Object.entries(now)) {
    const before = own(shared, name);
    if (before?.json !== json)
      next[name] = { atMs: Math.max(nowMs, before ? before.atMs + 1 : 0), json, told: false };
  }
  return Object.keys(next).length === 0 ? shared : withoutOldMarks({ ...shared, ...next });
}

function withoutOldMarks(shared: Shared): Shared {
  const old = Object.entries(shared)
    .filter(([name, { json }]) => json === 'null' && OWN_RHYTHM.test(name))
    .sort(([a, one], [b, two]) => two.atMs - one.atMs || (a < b ? -1 : 1))
    .slice(MOST_MARKS)
    .map(([name]) => name);
  return Object.fromEntries(Object.entries(shared).filter(([name]) => !old.includes(name)));
}

/** The items of the settings that the others have not been told. One that is too long for the browser stays here. */
export function itemsToTell(shared: Shared): Record<string, { atMs: number; value: unknown }> {
  const untold = Object.entries(shared).filter(
    ([, { json, told }]) => !told && json.length <= MOST_JSON,
  );
  return Object.fromEntries(
    untold.map(([name, { atMs, json }]) => [
      SETTING + name,
      { atMs: toldAtMs(atMs), value: JSON.parse(json) },
    ]),
  );
}

/** What a device had when it began is newer, once it is told, than what the next one has when it begins. */
const toldAtMs = (atMs: number): number => Math.max(1, atMs);

/** The same settings after `itemsToTell` was told. */
export const onceTold = (shared: Shared): Shared =>
  Object.fromEntries(
    Object.entries(shared).map(([name, { atMs, json }]) => [
      name,
      { atMs: toldAtMs(atMs), json, told: true },
    ]),
  );

export interface Changes {
  /** null if no setting is newer on another device. */
  settings: Settings | null;
  shared: Shared;
  /** The items of marks that are forgotten. */
  gone: string[];
}

/**
 * The settings with those that are newer on another device, in their place. `items` is all that devices share. What
 * this Exhale does not know, or can't be, is left as it is. What is newer here, or is missing there, will be told again.
 */
export function newerIn(
  items: Record<string, unknown>,
  shared: Shared,
  before: Settings,
  locked: Partial<Settings>,
  nowMs: number,
): Changes {
  let settings = before;
  const next: Shared = { ...shared };
  // A rhythm without its item was removed so long ago that the mark is forgotten, or the account was cleared.
  for (const [name, field] of Object.entries(shared))
    if (field.json !== 'null' && isShared(name, locked) && !Object.hasOwn(items, SETTING + name))
      next[name] = { ...field, told: false };
  for (const { name, atMs, value } of fieldsIn(items)) {
    // It comes from a device whose clock is wrong.
    if (!isShared(name, locked) || atMs > nowMs + DAY_MS) continue;
    const here = own(shared, name);
    const there = { atMs, json: jsonFrom(value) };
    if (here && !isLater(here, there)) {
      if (here.atMs !== atMs || here.json !== there.json) next[name] = { ...here, told: false };
      continue;
    }
    const changed = withPatch(settings, patchOf(name, value));
    // Of rhythms that are too many, each device keeps its own. The others wait in the account until there is room.
    if (!changed.ok) continue;
    settings = changed.settings;
    // As this Exhale writes it: an older one lacks fields.
    next[name] = { atMs, json: own(jsonOf(settings, locked), name) ?? 'null', told: true };
  }
  const isChanged = JSON.stringify(settings) !== JSON.stringify(before);
  const kept = withoutOldMarks(next);
  const gone = Object.keys(next).filter((name) => !Object.hasOwn(kept, name));
  return {
    settings: isChanged ? settings : null,
    shared: kept,
    gone: gone.map((name) => SETTING + name),
  };
}

/** What is removed comes first, as it makes room; then what was added first. */
const fieldsIn = (items: Record<string, unknown>) =>
  Object.entries(items)
    .flatMap(([key, item]) => {
      const name = key.slice(SETTING.length);
      const field = parsed(SharedFieldSchema, item);
      const isField = key.startsWith(SETTING) && FIELD.test(name) && field.is === 'ok';
      return isField
        ? [{ name, ...field.value, turn: `${field.value.value !== null}${name}` }]
        : [];
    })
    .sort((a, b) => (a.turn < b.turn ? -1 : 1));

/** Of two changes at the same instant, every device takes the same one, whatever it has told or heard before. */
const isLater = (here: Shared[string], there: { atMs: number; json: string }): boolean =>
  there.atMs === here.atMs ? there.json > here.json : there.atMs > here.atMs;

function patchOf(name: string, value: unknown): SettingsPatch {
  const [setting = '', id] = name.split('.');
  return { [setting]: id === undefined ? value : { [id]: value } } as SettingsPatch;
}
