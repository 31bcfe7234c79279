import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PREFERENCES } from '../../../core/breaks/preferences.ts';
import { ANSWERED } from '../../../core/engine/askLess.ts';
import { SHOWN } from '../../../core/explain/shown.ts';
import { MASSAGE } from '../../../core/personal/massage.ts';
import { TENSION } from '../../../core/personal/tension.ts';
import { encode, VERSION } from '../../../core/records/envelope.ts';
import { checkedDay } from '../../../core/records/history.ts';
import { decodePageRecord } from '../../../core/records/pageRecord.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { initialState } from '../../../core/records/state.ts';
import { decode, decodeAll, RECORD_KEYS } from '../../../core/records/stored.ts';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import v1 from '../../fixtures/stored-v1.json';
import former2 from '../../fixtures/stored-v2.json';

type RecordKey = (typeof RECORD_KEYS)[number];
/** Its first document is older than this record. */
const v2 = { ...former2, slower: encode({ is: 'timed', untilMs: 1e12 }) };
type Document = Record<string, unknown>;

const FRESH = {
  settings: DEFAULT_SETTINGS,
  pause: null,
  slower: null,
  asks: [],
  state: null,
  tally: EMPTY_TALLY,
} as const;
const WHOLE = decodeAll(v2);

const without = (key: string): Document => {
  const { [key]: _, ...rest } = v2 as Document;
  return rest;
};
const contentOf = (key: RecordKey) => v2[key].value;

/** What a version has stored lies on people's machines, and so never changes. A changed shape is a new version. */
const FROZEN: Record<string, string> = {
  'stored-v1.json': 'b66ed6659ac9cfddd9c1ee471bac3b2e28f2b37827542654e95caa4f0b7635ca',
  'stored-v2.json': '84c61db198dcf72267e2ae6442928e3f18670fca47185b6bab2b876a4d2fb432',
};

describe('the documents that were ever stored', () => {
  it('have one of each version among the fixtures', () => {
    const fixtures = readdirSync('tests/fixtures').filter((name) => name.startsWith('stored-v'));
    const versions = Array.from({ length: VERSION }, (_, index) => `stored-v${index + 1}.json`);
    expect(fixtures.sort()).toEqual(versions.sort());
    expect(Object.keys(FROZEN).sort()).toEqual(versions.sort());
  });

  it.each(Object.entries(FROZEN))('are as they were: %s', (file, sum) => {
    // Apart from its spaces and ends of lines.
    const text = JSON.stringify(JSON.parse(readFileSync(`tests/fixtures/${file}`, 'utf8')));
    const advice = 'leave it, and add a document of the next version';
    expect(createHash('sha256').update(text).digest('hex'), advice).toBe(sum);
  });
});

describe('the document of version 2', () => {
  it('has every record, and each of them is still understood', () => {
    expect(Object.keys(v2)).toEqual(expect.arrayContaining([...RECORD_KEYS]));
    expect(WHOLE.notices).toEqual([]);
    // Later fields have their default.
    for (const key of RECORD_KEYS)
      if (contentOf(key) === null) expect(WHOLE[key]).toBeNull();
      else expect(WHOLE[key]).toMatchObject(contentOf(key) as object);
  });

  it('has a day, and every record of the pages, which are still understood', () => {
    const day = v2['day:2026-03-02'].value;
    expect(checkedDay(day)).toEqual(day);
    const records = { preferences: PREFERENCES, tension: TENSION, massage: MASSAGE, shown: SHOWN };
    for (const [key, record] of Object.entries({ ...records, answered: ANSWERED })) {
      const stored = former2[key as keyof typeof former2];
      // The time of day was a reason then.
      const value =
        key === 'shown'
          ? { ...stored.value, current: { ...v2.shown.value.current, because: null } }
          : stored.value;
      expect(decodePageRecord(record as never, stored), key).toMatchObject({ is: 'ok', value });
    }
  });

  it('is read the same when it was written again', () => {
    const again = Object.fromEntries(
      RECORD_KEYS.map((key) => [key, JSON.parse(JSON.stringify(encode(WHOLE[key])))]),
    );
    expect(decodeAll(again)).toEqual(WHOLE);
  });

  it('brings every setting of today, or gets its default', () => {
    expect(Object.keys(WHOLE.settings).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
  });
});

describe('the document of version 1', () => {
  it('is understood, in the shape of today', () => {
    const { notices, settings, ...others } = decodeAll(v1);
    expect(notices).toEqual([]);
    const { skipAfterSeconds, skipAfterSnoozes, strict, firm, badge, ...kept } = v1.settings.value;
    expect([skipAfterSeconds, skipAfterSnoozes, strict, firm, badge]).toEqual([
      10,
      1,
      true,
      true,
      true,
    ]);
    const later = { puttingOff: 'firm', iconMinutes: 'lastTen', breathingSeconds: null };
    const added = { askSound: false, askLoudness: 20, surpriseLeans: true, lookBack: false };
    expect(settings).toEqual({ ...kept, ...later, ...added });
    for (const key of ['pause', 'asks', 'state', 'tally'] as const)
      if (v1[key].value === null) expect(others[key]).toBeNull();
      else expect(others[key]).toMatchObject(v1[key].value as object);
  });

  it('has page records that are still understood', () => {
    const { value } = v1.preferences;
    expect(decodePageRecord(PREFERENCES, v1.preferences)).toMatchObject({ is: 'ok', value });
  });
});

const DAMAGE: Record<string, (record: { version: number; value: unknown }) => unknown> = {
  'is nothing': () => null,
  'is a text': () => 'garbage',
  'is a number': () => Number.NaN,
  'is a list': () => [1, 2],
  'is empty': () => ({}),
  'has no version': ({ value }) => ({ value }),
  'has a version that is none': ({ value }) => ({ version: '1', value }),
  'has a version before the first': ({ value }) => ({ version: 0, value }),
  'has half a version': ({ value }) => ({ version: 0.5, value }),
  'has no value': ({ version }) => ({ version }),
  'has a text for a value': ({ version }) => ({ version, value: 'garbage' }),
  'has a number for a value': ({ version }) => ({ version, value: 5 }),
  'has a list of lists for a value': ({ version }) => ({ version, value: [[]] }),
  'has something beside its value': ({ version, value }) => ({ version, value, also: 1 }),
};

describe.each([...RECORD_KEYS])('a stored record (%s)', (key) => {
  it.each(Object.keys(DAMAGE))(
    'that %s starts fresh and is reported, and leaves the others',
    (how) => {
      const damaged = { ...v2, [key]: DAMAGE[how]?.(v2[key]) };
      const loaded = decodeAll(damaged);
      expect(loaded.notices).toEqual([{ record: key, is: 'damaged', field: expect.any(String) }]);
      expect(loaded).toEqual({ ...WHOLE, [key]: FRESH[key], notices: loaded.notices });
    },
  );

  it('that is missing is begun without a word, and leaves the others', () => {
    expect(decodeAll(without(key))).toEqual({ ...WHOLE, [key]: FRESH[key] });
  });

  it('of a newer version is not read, whatever its shape, and named as newer', () => {
    for (const newer of [
      { version: VERSION + 1, value: contentOf(key) },
      { version: VERSION + 1, value: { unheard: 'of' } },
      { version: VERSION + 1, contents: [], compressed: true },
      { version: 1e9 },
    ]) {
      const loaded = decodeAll({ ...v2, [key]: newer });
      expect(loaded.notices).toEqual([{ record: key, is: 'newer', field: '' }]);
      expect(loaded[key]).toEqual(FRESH[key]);
    }
  });

  it('is not followed into an object’s prototype', () => {
    const hostile = JSON.parse(
      '{"version":1,"value":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}',
    );
    expect(decode(key, hostile).is).toBe('damaged');
    expect(({} as { polluted?: 1 }).polluted).toBeUndefined();
  });
});

describe('a stored state', () => {
  const state = contentOf('state') as Document;

  const REQUIRED = ['seenAtMs', 'inputAtMs', 'presence', 'screenSinceMs', 'countedFromMs'];

  it.each(REQUIRED)('without %s starts fresh, with the name of the field', (field) => {
    const { [field]: _, ...partial } = state;
    expect(decode('state', encode(partial))).toEqual({
      is: 'damaged',
      refusal: { field, problem: 'missing' },
    });
  });

  it('gets its first value for any other field that is missing', () => {
    const first = initialState(0) as Document;
    for (const field of Object.keys(state).filter((key) => !REQUIRED.includes(key))) {
      const { [field]: _, ...partial } = state;
      expect(decode('state', encode(partial))).toMatchObject({
        is: 'ok',
        value: { ...first, ...partial },
      });
    }
  });

  // countedFromMs has an instant for each rhythm.
  const instants = Object.keys(state).filter(
    (field) => field.endsWith('Ms') && !field.startsWith('counted'),
  );
  it.each(instants)('with an invalid instant (%s) starts fresh', (field) => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e300, '5', {}, [5], true])
      expect(decode('state', encode({ ...state, [field]: value }))).toMatchObject({
        is: 'damaged',
        refusal: { field },
      });
  });

  it('with an unknown field starts fresh', () => {
    expect(decode('state', encode({ ...state, later: 1 }))).toMatchObject({
      refusal: { field: 'later', problem: 'unknown' },
    });
  });
});

describe('everything together', () => {
  it('missing is a first start, without a word', () => {
    expect(decodeAll({})).toEqual({ ...FRESH, notices: [] });
  });

  it('damaged is a first start, and each of them is named', () => {
    const damaged = Object.fromEntries(RECORD_KEYS.map((key) => [key, 'garbage']));
    const { notices, ...loaded } = decodeAll(damaged);
    expect(loaded).toEqual(FRESH);
    expect(notices.map(({ record }) => record).sort()).toEqual([...RECORD_KEYS].sort());
  });
});

describe('stored settings', () => {
  const settings = contentOf('settings') as Document;

  it.each(Object.keys(DEFAULT_SETTINGS))(
    'without %s get its default and keep the rest',
    (field) => {
      const { [field]: _, ...partial } = settings;
      const expected = {
        ...WHOLE.settings,
        [field]: DEFAULT_SETTINGS[field as keyof Settings],
      };
      expect(decode('settings', encode(partial))).toEqual({ is: 'ok', value: expected });
    },
  );

  it('with a value out of its range are not used, and its field is named', () => {
    expect(decode('settings', encode({ ...settings, restMinutes: 600 }))).toEqual({
      is: 'damaged',
      refusal: { field: 'restMinutes', problem: 'tooLarge', limit: 60 },
    });
  });
});

describe('anything at all', () => {
  it('that lies in the storage is read without an error', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...RECORD_KEYS), fc.anything()), (raw) => {
        expect(() => decodeAll(raw)).not.toThrow();
      }),
    );
  });
});
