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
