import * as v from 'valibot';

/** What is wrong with a value; where it missed a limit, the limit after it. */
type Finding = 'type' | 'invalid' | `tooSmall ${number}` | `tooLarge ${number}`;

/** A plain value, by what is found wrong with it. All of them are one schema of valibot's, which the background loads at every event. */
const plain = <T>(findingOf: (value: unknown) => Finding | null) =>
  v.custom<T>(
    (value) => findingOf(value) === null,
    ({ input }) => findingOf(input) as Finding,
  );

export const flag = plain<boolean>((value) => (typeof value === 'boolean' ? null : 'type'));
export const text = plain<string>((value) => (typeof value === 'string' ? null : 'type'));
export const number = plain<number>((value) => (Number.isFinite(value) ? null : 'type'));

/** Whatever it is: whoever reads it checks it. */
export const anything = plain<unknown>(() => null);

/** Milliseconds since 1970, as every instant that is stored, and one that a calendar knows in every zone. */
export const instant = plain<number>((value) =>
  typeof value === 'number' && Math.abs(value) <= 8.6e15 ? null : 'type',
);

/** A whole number from `min` to `max`, both included. */
export const wholeNumber = (min: number, max: number) =>
  plain<number>((value) => {
    if (typeof value !== 'number') return 'type';
    if (!Number.isInteger(value)) return 'invalid';
    if (value < min) return `tooSmall ${min}`;
    return value > max ? `tooLarge ${max}` : null;
  });

/** The number of a local day, as dayNumber() has it. */
export const localDay = wholeNumber(-1e6, 1e6);

/** A number of half units from `min` to `max`, both included. */
export const halves = ({ min, max }: { min: number; max: number }) =>
  plain<number>((value) => {
    if (typeof value !== 'number') return 'type';
    if (!Number.isInteger(value * 2)) return 'invalid';
    if (value < min) return `tooSmall ${min}`;
    return value > max ? `tooLarge ${max}` : null;
  });

/** A text of a form. */
export const formed = <T extends string = string>(form: RegExp) =>
  plain<T>((value) => {
    if (typeof value !== 'string') return 'type';
    return form.test(value) ? null : 'invalid';
  });

/** One of a few words. */
export const word = <const Words extends readonly string[]>(words: Words) =>
  plain<Words[number]>((value) => (words.includes(value as string) ? null : 'type'));

export const orNull = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.lazy((value) => (value === null ? anything : schema)) as v.GenericSchema<unknown, T | null>;

/** A value that is wrong whatever it is. */
export const refused = (finding: Finding) => plain<never>(() => finding);

const keysOf = (value: unknown): string[] => Object.keys(Object(value));

/** An empty list would pass for an object all of whose keys may be missing. */
const noList = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.lazy((value) => (Array.isArray(value) ? refused('type') : schema)) as v.GenericSchema<
    unknown,
    T
  >;

/** An object with a value under each of its keys, which have a form. */
export const keyed = <T>(form: RegExp, schema: v.GenericSchema<unknown, T>) =>
  noList(
    v.lazy((value) => {
      const entries = keysOf(value).map((key) => [
        key,
        form.test(key) ? schema : refused('invalid'),
      ]);
      // Not valibot's record: that passes over the names of an object's own parts in silence.
      return v.strictObject(Object.fromEntries(entries));
    }) as v.GenericSchema<unknown, Record<string, T>>,
  );

/** A list or an object of at most so many. */
export const atMost = <T>(most: number, schema: v.GenericSchema<unknown, T>) =>
  v.lazy((value) =>
    keysOf(value).length > most ? refused(`tooLarge ${most}`) : schema,
  ) as v.GenericSchema<unknown, T>;

type Shapes = Record<string, v.ObjectEntries>;
export type OneOf<Key extends string, S extends Shapes> = {
  [Word in keyof S & string]: v.InferOutput<
    v.StrictObjectSchema<
      S[Word] & { readonly [K in Key]: v.CustomSchema<Word, undefined> },
      undefined
    >
  >;
}[keyof S & string];

/** One of several shapes, told apart by the word under `key`. */
export function oneOf<Key extends string, S extends Shapes>(key: Key, shapes: S) {
  const words = Object.keys(shapes);
  return v.lazy((value) => {
    const said = (value as Record<string, unknown> | null)?.[key];
    const shape = words.includes(said as string) ? shapes[said as string] : {};
    return v.strictObject({ [key]: word(words), ...shape });
  }) as v.GenericSchema<unknown, OneOf<Key, S>>;
}

type Field<T = unknown> = [atFirst: T, schema: v.GenericSchema<unknown, T>];
type Values<Fields extends Record<string, Field>> = { [Key in keyof Fields]: Fields[Key][0] };

/** A field of a record: what it is at first, and what it may be. */
export const field = <T>(atFirst: NoInfer<T>, schema: Field<T>[1]): Field<T> => [atFirst, schema];

/** The same for one that is empty at first. */
export const maybe = <T>(schema: v.GenericSchema<unknown, T>): Field<T | null> =>
  field<T | null>(null, orNull(schema));

/** A record as it is at first, and what it may be. */
export function recordOf<Fields extends Record<string, Field>>(
  fields: Fields,
): Field<Values<Fields>> {
  const each = (part: 0 | 1) =>
    Object.fromEntries(Object.entries(fields).map(([key, parts]) => [key, parts[part]]));
  return [each(0), v.strictObject(each(1) as never)] as unknown as Field<Values<Fields>>;
}

/** A date as it is stored: YYYY-MM-DD. */
export const isoDate = formed(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
