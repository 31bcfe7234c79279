/**
 * The value under a key that may be any text. Not those that every object has, such as `toString`.
 */
export const own = <T>(
  record: Readonly<Record<string, T>>,
  key: string | null | undefined,
): T | undefined => (key != null && Object.hasOwn(record, key) ? record[key] : undefined);

/** An object with fields, and no list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Compares what came from JSON; the order of names does not count. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}
