import * as v from 'valibot';

// One of each serves all: every schema takes memory, and time at each start of the background.
export const boolean = v.boolean();
const number = v.number();
const string = v.string();

/** A whole number from `min` to `max`, both included. */
export const wholeNumber = (min: number, max: number) =>
  v.pipe(number, v.integer(), v.minValue(min), v.maxValue(max));

/** A number of half units from `min` to `max`, both included. */
export const halfUnits = ({ min, max }: { min: number; max: number }) =>
  v.pipe(number, v.multipleOf(0.5), v.minValue(min), v.maxValue(max));

/** Milliseconds since 1970, within the range of Date in every time zone. */
export const instant = v.pipe(number, v.minValue(-8.6e15), v.maxValue(8.6e15));

export const instantOrNull = v.nullable(instant);

/** The number of a local day, see dayNumber(). */
export const localDay = wholeNumber(-1e6, 1e6);

/** A local date: YYYY-MM-DD. */
export const isoDate = v.pipe(string, v.isoDate());

/** A string of at most `most` characters. */
export const text = (most: number) => v.pipe(string, v.maxLength(most));

export const list = <T>(schema: v.GenericSchema<unknown, T>, most: number) =>
  v.pipe(v.array(schema), v.maxLength(most));

/** A string that matches a pattern. `T` is its type, if the pattern allows no other string. */
export const matching = <T extends string = string>(pattern: RegExp) =>
  v.pipe(string, v.regex(pattern)) as unknown as v.GenericSchema<unknown, T>;

/** A pattern for keys. The names that every object has, such as `toString`, don’t match. */
export const keyForm = (form: string) =>
  RegExp(`^(?!(prototype|${Object.getOwnPropertyNames(Object.prototype).join('|')})$)${form}$`);

/**
 * An object with exactly these fields. Valibot takes a list for an object whose fields are all optional; this
 * does not.
 */
export function fields<const Entries extends v.ObjectEntries>(entries: Entries) {
  const schema = v.strictObject(entries);
  return v.lazy((value) => (Array.isArray(value) ? v.never() : schema)) as unknown as typeof schema;
}

const wrongKey = v.pipe(
  v.unknown(),
  // Not v.check, which would be in the background for this alone.
  v.rawCheck(({ addIssue }) => addIssue({ message: 'invalid' satisfies CheckMessage })),
);

/**
 * An object of at most `most` entries, whose keys match a pattern and whose values match a schema. Valibot's own
 * `record` silently drops `__proto__` and similar keys; this refuses them by name.
 */
export const keyed = <T>(pattern: RegExp, schema: v.GenericSchema<unknown, T>, most: number) =>
  v.pipe(
    v.lazy((value) =>
      fields(
        Object.fromEntries(
          Object.keys(Object(value)).map((key) => [key, pattern.test(key) ? schema : wrongKey]),
        ),
      ),
    ) as unknown as v.GenericSchema<unknown, Record<string, T>>,
    v.rawCheck(({ dataset, addIssue }) => {
      const message: CheckMessage = `tooLarge ${most}`;
      if (dataset.typed && Object.keys(dataset.value).length > most) addIssue({ message });
    }),
  );

/** The message of a check of several fields: the problem, then the limit it missed. */
export type CheckMessage = 'invalid' | `tooSmall ${number}` | `tooLarge ${number}`;

/** The message for one field of an object that was checked as a whole. */
export const issueAt = (input: object, key: string, message: CheckMessage) => {
  const at: v.ObjectPathItem = {
    type: 'object',
    origin: 'value',
    input: input as Record<string, unknown>,
    key,
    value: Object.entries(input).find(([name]) => name === key)?.[1],
  };
  return { message, path: [at] as [v.ObjectPathItem] };
};

type Shapes = Record<string, v.ObjectEntries>;
export type OneOf<Key extends string, S extends Shapes> = {
  [Word in keyof S & string]: v.InferOutput<
    v.StrictObjectSchema<
      S[Word] & { readonly [K in Key]: v.LiteralSchema<Word, undefined> },
      undefined
    >
  >;
}[keyof S & string];

/** One of several shapes. The word under `key` tells them apart. */
export const oneOf = <Key extends string, S extends Shapes>(key: Key, shapes: S) =>
  v.variant(
    key,
    Object.entries(shapes).map(([word, shape]) =>
      v.strictObject({ [key]: v.literal(word), ...shape }),
    ) as never,
  ) as unknown as v.GenericSchema<unknown, OneOf<Key, S>>;

/** For what few starts of the background need: it is made at its first use. */
export function atFirstUse<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
