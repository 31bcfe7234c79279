import { join } from 'node:path';
import * as valibot from 'valibot';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { codeOf, filesBelow, PRODUCT } from '../code.ts';

interface Made {
  type: string;
  at: string;
}
/** The schemas that take any amount, and those of them that something limits. */
const open = new Map<object, Made>();
const limited = new Set<object>();

/** Parts of a regular expression that repeat without end; a look ahead or behind takes nothing. */
const ENDLESS = /[*+]|\{\d+,\}/;
function isBounded({ source }: RegExp): boolean {
  const taken = source.replace(/\\(u\w{4}|p\{\w+\}|.)/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  let bare = taken;
  let before: string;
  // From the innermost group outwards.
  do {
    before = bare;
    bare = bare.replace(/\(\?(=|!|<=|<!)[^()]*\)/g, '').replace(/\((?!\?)([^()]*)\)/g, '$1');
  } while (bare !== before);
  return /^\^.*\$$/.test(taken) && !ENDLESS.test(bare);
}

type Action = { type: string; requirement?: unknown };
const limits = ({ type, requirement }: Action): boolean =>
  ['max_length', 'max_entries', 'max_size', 'length', 'iso_date'].includes(type) ||
  (type === 'regex' && isBounded(requirement as RegExp));

const { string, array, record, map, set } = valibot as unknown as Record<
  string,
  (...args: unknown[]) => object
>;
const NO_LIMIT = { string, array, record, map, set } as Record<
  string,
  (...args: unknown[]) => object
>;

/** Where in the product a schema is made. */
function place(): string {
  const lines = (new Error().stack ?? '').split('\n');
  const line = lines.find(
    (each) =>
      PRODUCT.some((folder) => each.includes(`/${folder}/`)) && !each.includes('core/schema.ts'),
  );
  return (line ?? '').replace(`${process.cwd()}/`, '').trim();
}

beforeAll(async () => {
  vi.resetModules();
  vi.doMock('valibot', () => {
    const { pipe } = valibot as unknown as { pipe: (...parts: (object & Action)[]) => object };
    const watched = Object.entries(NO_LIMIT).map(([type, make]) => {
      const watch = (...args: unknown[]) => {
        const schema = make(...args);
        open.set(schema, { type, at: place() });
        return schema;
      };
      return [type, watch];
    });
    const limitedPipe = (...parts: (object & Action)[]) => {
      const [schema] = parts as [object];
      if (parts.slice(1).some(limits)) limited.add(schema);
      return pipe(...parts);
    };
    return { ...valibot, ...Object.fromEntries(watched), pipe: limitedPipe };
  });
  for (const { file, imports } of filesBelow(PRODUCT, 'ts', 'tsx').map(codeOf))
    if (imports.includes('valibot')) await import(join(process.cwd(), file));
});

afterAll(() => {
  vi.doUnmock('valibot');
  vi.resetModules();
});

describe('a schema', () => {
  it('of a text, a list or a record has a limit: text(), list(), matching() or keyed()', () => {
    expect(open.size).toBeGreaterThan(20);
    const endless = [...open].filter(([schema]) => !limited.has(schema));
    expect(endless.map(([, { type, at }]) => `${type} ${at}`)).toEqual([]);
  });

  it('takes no fields that it does not name', () => {
    const code = filesBelow(PRODUCT, 'ts', 'tsx').map(codeOf);
    const loose = code.filter(
      ({ imports, names }) =>
        imports.includes('valibot') &&
        ['looseObject', 'objectWithRest', 'looseTuple', 'tupleWithRest'].some((name) =>
          names.has(name),
        ),
    );
    expect(loose.map(({ file }) => file)).toEqual([]);
  });
});

describe('a pattern', () => {
  it.each([
    [/^\d{4}-\d\d$/, true],
    [/^(?!prototype$)[a-z][a-z0-9*+]{0,31}$/, true],
    [/^(?=.*(?![\p{L}])[\p{N}])[^\p{Cc}]{1,40}$/u, true],
    [/^(a|b)\+$/, true],
    [/^[a-z]+$/, false],
    [/^a{2,}$/, false],
    [/^(ab*)$/, false],
    [/[a-z]{1,3}/, false],
  ])('%s is a limit: %s', (pattern, bounded) => {
    expect(isBounded(pattern)).toBe(bounded);
  });
});
