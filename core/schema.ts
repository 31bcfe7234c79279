import * as v from 'valibot';

/** A whole number from `min` to `max`, both included. The message of what fails begins with the problem, then the limit. */
export const wholeNumber = (min: number, max: number) =>
  v.pipe(
    v.number(),
    v.check((value) => Number.isInteger(value), 'invalid'),
    v.check((value) => value >= min, `tooSmall ${min}`),
    v.check((value) => value <= max, `tooLarge ${max}`),
  );

/** A text of a form. */
export const formed = (form: RegExp) =>
  v.pipe(
    v.string(),
    v.check((text) => form.test(text), 'invalid'),
  );

/** At most so many. */
export const atMost = <T extends object>(most: number) =>
  v.check((value: T) => Object.keys(value).length <= most, `tooLarge ${most}`);

type Shapes = Record<string, v.ObjectEntries>;
export type OneOf<Key extends string, S extends Shapes> = {
  [Word in keyof S]: v.InferOutput<
    v.StrictObjectSchema<
      S[Word] & { readonly [K in Key]: v.PicklistSchema<[Word & string], undefined> },
      undefined
    >
  >;
}[keyof S];

/** One of several shapes, told apart by the word under `key`. */
export function oneOf<Key extends string, S extends Shapes>(key: Key, shapes: S) {
  const words = Object.keys(shapes);
  const schemas = new Map<unknown, v.GenericSchema>(
    words.map((word) => [word, v.strictObject({ [key]: v.picklist([word]), ...shapes[word] })]),
  );
  const unknownWord = v.strictObject({ [key]: v.picklist(words) });
  return v.lazy(
    (value) => schemas.get((value as Record<string, unknown> | null)?.[key]) ?? unknownWord,
  ) as v.GenericSchema<unknown, OneOf<Key, S>>;
}
