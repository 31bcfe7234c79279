/**
 * What the schemas use of valibot, for the worker, which is read anew at every event, and the popup: without
 * words of its own, and done at the first fault. A property holds it to valibot itself: the same values
 * pass, and in the others the same fault is found.
 */

interface Issue {
  type?: string;
  expected?: string;
  received?: string;
  message?: string;
  path?: { key: unknown }[];
}

interface Schema {
  optional?: boolean;
  /** The value as far as the schema knows it; throws the first Issue. */
  run(value: unknown): unknown;
}

export const custom = (
  check: (value: unknown) => boolean,
  message: (issue: { input: unknown }) => string,
): Schema => ({
  run(value) {
    if (!check(value))
      throw { type: 'custom', received: typeof value, message: message({ input: value }) };
    return value;
  },
});

export const lazy = (getter: (value: unknown) => Schema): Schema => ({
  run: (value) => getter(value).run(value),
});

export const exactOptional = (schema: Schema): Schema => ({ ...schema, optional: true });

/** What `schema` makes of the value under a key; what it finds wrong has the key in its path. */
function under(key: unknown, schema: Schema, value: unknown): unknown {
  try {
    return schema.run(value);
  } catch (issue) {
    const { path = [] } = issue as Issue;
    throw { ...(issue as Issue), path: [{ key }, ...path] };
  }
}

export const array = (item: Schema): Schema => ({
  run(value) {
    if (!Array.isArray(value)) throw { received: typeof value };
    // Spread, so that holes are looked at as well.
    return [...value].map((each, at) => under(at, item, each));
  },
});

export const strictObject = (entries: Record<string, Schema>): Schema => ({
  run(value) {
    if (!value || typeof value !== 'object') throw { received: typeof value };
    const given = value as Record<string, unknown>;
    const known: Record<string, unknown> = {};
    for (const key in entries) {
      const schema = entries[key] as Schema;
      if (key in given) known[key] = under(key, schema, given[key]);
      else if (!schema.optional) throw { received: 'undefined', path: [{ key }] };
    }
    for (const key in given)
      if (!Object.hasOwn(entries, key)) throw { expected: 'never', path: [{ key }] };
    return known;
  },
});

export function safeParse(schema: Schema, value: unknown) {
  try {
    return { success: true, output: schema.run(value) };
  } catch (issue) {
    return { success: false, issues: [issue] };
  }
}
