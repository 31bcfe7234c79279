import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../core/breaks/preferences.ts';
import { totalsByDay } from '../../../core/days/soFar.ts';
import { NO_MASSAGE } from '../../../core/personal/massage.ts';
import { exportOf, importFrom } from '../../../core/personal/settingsFile.ts';
import { NEVER_ASKED, type Pair } from '../../../core/personal/tension.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { begun, tossed } from '../../../core/trial/trial.ts';
import { textOf } from '../../code.ts';
import { anyEntries, reminder, rest, span, taken } from '../days/entries.ts';
import { daysWith, read, written } from './copies.ts';

const isValid = new Ajv2020({ strict: true, strictRequired: false }).compile(
  JSON.parse(textOf('docs/data-format.schema.json')),
);
const isRead = (file: unknown): boolean => {
  const { refused, settings } = read(JSON.stringify(file));
  return refused === null && (settings === null || importFrom(settings).ok);
};

const PAIR: Pair = {
  date: '2026-03-02',
  atMs: 1_772_445_600_000,
  before: 6,
  after: 3,
  seconds: 300,
  kind: 'stillness',
};
const DAY = 20_000;
const TRIAL = tossed(
  {
    ...begun(1.5),
    pairs: [{ day: DAY - 1, withBreak: true, before: 6, after: 4 }],
    missed: { withBreak: 1, without: 2 },
  },
  { day: DAY, before: 5, coin: false, of: PAIR.atMs, endsAtMs: PAIR.atMs },
);
const SETTINGS = exportOf(DEFAULT_SETTINGS, {
  preferences: DEFAULT_PREFERENCES,
  tension: { ...NEVER_ASKED, pairs: [PAIR] },
  massage: NO_MASSAGE,
  trial: { current: TRIAL },
});
const ENTRIES = [
  span('2026-03-02T08:00', '2026-03-02T09:00', { id: 'a' }),
  rest('2026-03-02T09:00', '2026-03-02T09:10', { id: 'b' }),
  reminder(30, { id: 'c', held: { call: 5 } }),
  taken('own-a', '2026-03-02T11:00', { id: 'd', pattern: 'box' }),
];
const [TOTALS] = totalsByDay(ENTRIES);
const { day: _, ...SUMS } = { ...TOTALS };
const FILE = JSON.parse(written(daysWith(ENTRIES), SETTINGS));
FILE.days[0].totals = SUMS;

/** Every place in a value, by its path. */
function* places(value: unknown, path: string[] = []): Generator<string[]> {
  yield path;
  if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) yield* places(part, [...path, key]);
}

/** A copy with something else in one place; undefined takes it out. */
function changed(path: readonly string[], value: unknown): unknown {
  const file = structuredClone(FILE);
  const last = path.at(-1);
  if (last === undefined) return value ?? null;
  const at = path.slice(0, -1).reduce((part, key) => part[key], file);
  if (value === undefined && !Array.isArray(at)) delete at[last];
  else at[last] = value ?? null;
  return file;
}

/** The schema leaves what is inside of these to the code. */
const OPEN = /^settings\.(settings|preferences|massage)\.[^.]+/;
const WRONG = [
  undefined,
  null,
  -1,
  0.5,
  1e9 + 1,
  1e99,
  'odd one',
  '',
  true,
  [],
  {},
  [[]],
  { odd: 1 },
];
/** What only the code can see: an entry that does not fit its day, or another entry. */
const FITS = /(toMs|fromMs|date|id|offsetMinutes|awaySeconds|overlaps)$/;

describe('the schema of the file with everything', () => {
  it('takes what is written', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(isValid(JSON.parse(written(daysWith(entries), SETTINGS)))).toBe(true);
      }),
    );
    expect(isValid(FILE)).toBe(true);
    expect(isRead(FILE)).toBe(true);
  });

  it('takes and refuses what the code does, whatever is wrong in any one place', () => {
    const differ: string[] = [];
    let tried = 0;
    for (const path of places(FILE)) {
      const place = path.join('.');
      if (OPEN.test(place)) continue;
      for (const value of WRONG) {
        const file = changed(path, value);
        const [valid, readable] = [isValid(file), isRead(file)];
        tried++;
        const isFinerInCode = valid && !readable && FITS.test(place);
        if (valid !== readable && !isFinerInCode)
          differ.push(`${place} = ${JSON.stringify(value)}: schema ${valid}, code ${readable}`);
      }
    }
    expect(tried).toBeGreaterThan(800);
    expect(differ).toEqual([]);
  });

  it('knows every field that the code knows', () => {
    for (const path of places(FILE)) {
      const place = path.join('.');
      const value = path.reduce((part, key) => part[key], FILE);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
      if (OPEN.test(place)) continue;
      const file = changed([...path, 'odd'], 1);
      expect({ place, valid: isValid(file), read: isRead(file) }).toEqual({
        place,
        valid: false,
        read: false,
      });
    }
  });
});
