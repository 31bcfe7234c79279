import { isObject } from '../own.ts';
import { DEFAULT_SETTINGS, type Settings } from '../records/settings.ts';

/** Settings, or a patch on them, without the names of sites. */
export function withoutSites(settings: unknown): unknown {
  if (!isObject(settings)) return settings;
  const named = ['callSites', 'quietSites'].filter((key) => Object.hasOwn(settings, key));
  return { ...settings, ...Object.fromEntries(named.map((key) => [key, []])) };
}

/** A patch that turns `before` into `settings`, rhythms included, but without sites. */
export function wholePatch(settings: unknown, before: Settings): unknown {
  if (!isObject(settings)) return settings;
  const { rhythms, holdBack } = settings;
  const gone = Object.fromEntries(Object.keys(before.rhythms).map((id) => [id, null]));
  return withoutSites({
    ...DEFAULT_SETTINGS,
    ...settings,
    ...(isObject(rhythms) && { rhythms: { ...gone, ...rhythms } }),
    ...(isObject(holdBack) && { holdBack: { ...DEFAULT_SETTINGS.holdBack, ...holdBack } }),
  });
}
