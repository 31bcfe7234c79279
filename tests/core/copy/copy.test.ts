import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyDay, LONGEST_PIECE, MOST_ENTRIES_A_DAY } from '../../../core/copy/format.ts';
import { totalsByDay } from '../../../core/days/soFar.ts';
import { importFrom } from '../../../core/personal/settingsFile.ts';
import { dayNumber, SECOND_MS } from '../../../core/time.ts';
import { anyEntries, at, rest, span, taken } from '../days/entries.ts';
import { daysWith, read, SETTINGS_TEXT, written } from './copies.ts';

const MONDAY = [
  span('2026-03-02T09:00', '2026-03-02T10:00', { id: 'a' }),
  rest('2026-03-02T10:00', '2026-03-02T10:20', { id: 'b' }),
  span('2026-03-02T10:20', '2026-03-02T12:00', { id: 'c' }),
];
const TUESDAY = [span('2026-03-03T09:00', '2026-03-03T10:00', { id: 'd' })];

describe('a file with everything', () => {
  it('has the settings file and the days that were written', () => {
    const days = daysWith([...MONDAY, ...TUESDAY]);
    const { settings, ...found } = read(written(days));
    expect(found).toEqual({ days, refused: null });
    expect(importFrom(settings ?? '')).toEqual(importFrom(SETTINGS_TEXT));
  });

  it('gives back any log, read in parts of any length, and so the same totals', () => {
    fc.assert(
      fc.property(anyEntries, fc.integer({ min: 1, max: 500 }), (any, partLength) => {
        // Nobody is away for longer than a span lasts.
        const entries = any.filter(
          (each) => each.is !== 'span' || each.awaySeconds * SECOND_MS < each.toMs - each.fromMs,
        );
        const days = daysWith(entries);
        const found = read(written(days), partLength);
        expect(found.refused).toBeNull();
        const back = found.days.flatMap((day) => day.entries);
        expect(new Set(back)).toEqual(new Set(entries));
        expect(totalsByDay(back)).toEqual(totalsByDay(entries));
      }),
    );
  });

  it('is read however it is spaced', () => {
    const days = daysWith([...MONDAY, ...TUESDAY]);
    const spaced = JSON.stringify(JSON.parse(written(days)), null, '\t');
    expect(read(spaced, 7)).toMatchObject({ days, refused: null });
  });

  it('may have days without entries, of which only totals are kept', () => {
    const totals = {
      screenSeconds: 3600,
      longestSeconds: 1800,
      rests: { natural: 2 },
      breaks: {},
      reminders: { shown: 0, unseen: 0, fates: {}, held: {} },
    };
    const days = [copyDay(dayNumber('2020-01-01'), [], totals), ...daysWith(MONDAY)];
    expect(read(written(days))).toMatchObject({ days, refused: null });
  });

  it('may have no days', () => {
    expect(read(written([]))).toMatchObject({ days: [], refused: null });
  });

  it('says where spans overlap, after the clock was set back', () => {
    const back = [...MONDAY, span('2026-03-02T09:30', '2026-03-02T10:10', { id: 'e' })];
    const text = written(daysWith(back));
    expect(text).toContain('"overlaps":true');
    expect(read(text).refused).toBeNull();
    expect(written(daysWith(MONDAY))).not.toContain('overlaps');
  });

  it('has a day of another zone in its place, although it is later', () => {
    const west = [
      span('2026-03-03T09:00', '2026-03-03T10:00', { id: 'east', ahead: 13 }),
      span('2026-03-02T12:00', '2026-03-02T13:00', { id: 'west', ahead: -11 }),
    ];
    const text = written(daysWith(west));
    expect(text).not.toContain('overlaps');
    expect(read(text).days.map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-03']);
  });
});

const file = (fields: object) => JSON.stringify({ is: 'exhale-data', version: 1, ...fields });
const day = (entries: unknown[], more: object = {}) =>
  file({ days: [{ date: '2026-03-02', entries, ...more }] });
const [first] = MONDAY;
const oneWith = (change: object) => day([{ ...first, ...change }]);
const WHOLE = written(daysWith([...MONDAY, ...TUESDAY]));
const refusal = (field: string, problem: string, limit?: number) => ({
  ok: false,
  problem: 'refused',
  refusal: { field, problem, ...(limit !== undefined && { limit }) },
});
const problem = (word: string) => ({ ok: false, problem: word });

describe('a file is refused by name', () => {
  it.each<[string, string, object]>([
    ['that is empty', '', problem('notJson')],
    ['of another program', '{"is":"other","version":1,"days":[]}', problem('notExhale')],
    ['without a mark', '{"days":[]}', problem('notExhale')],
    ['that is a list', '[1,2]', problem('notJson')],
    ['of a newer version', file({}).replace('1', '2'), problem('newer')],
    ['of a version that is no number', file({}).replace('1', '"1"'), problem('notExhale')],
    [
      'whose days come before its version',
      '{"is":"exhale-data","days":[{}]}',
      problem('notExhale'),
    ],
    ['with nothing in it', file({ days: [] }), problem('empty')],
    ['with a comma too many', WHOLE.replace(/\n\]\}\n$/, ',]}'), problem('notJson')],
    ['with more after its end', `${WHOLE}{}`, problem('notJson')],
    [
      'with a second list of days',
      WHOLE.replace(/\}\n$/, ',"days":[{}]}'),
      refusal('days', 'unknown'),
    ],
    ['with an unknown field', file({ pages: 1 }), refusal('pages', 'unknown')],
    [
      'with __proto__',
      '{"is":"exhale-data","version":1,"__proto__":{"a":1}}',
      refusal('__proto__', 'unknown'),
    ],
    [
      'with __proto__ in an entry',
      oneWith({}).replace('"id"', '"__proto__":{"a":1},"id"'),
      refusal('days.0.entries.0.__proto__', 'unknown'),
    ],
    [
      'with __proto__ in a day',
      day([]).replace('"date"', '"__proto__":{},"date"'),
      refusal('days.0.__proto__', 'unknown'),
    ],
    ['with days that are no list', file({ days: 7 }), refusal('days', 'type')],
    ['with a day that is no object', file({ days: [7] }), refusal('days.0', 'type')],
    ['with no date', file({ days: [{}] }), refusal('days.0.date', 'missing')],
    ['with no such date', day([]).replace('03-02', '02-30'), refusal('days.0.date', 'invalid')],
    [
      'with days out of order',
      file({ days: [{ date: '2026-03-02' }, { date: '2026-03-01' }] }),
      refusal('days.1.date', 'invalid'),
    ],
    [
      'with a day twice',
      file({ days: [{ date: '2026-03-02' }, { date: '2026-03-02' }] }),
      refusal('days.1.date', 'invalid'),
    ],
    [
      'with an unknown kind of entry',
      oneWith({ is: 'site' }),
      refusal('days.0.entries.0.is', 'type'),
    ],
    [
      'with a script in a title',
      oneWith({ title: '<script>alert(1)</script>' }),
      refusal('days.0.entries.0.title', 'unknown'),
    ],
    [
      'with a script in a word',
      oneWith({ ended: '<script>' }),
      refusal('days.0.entries.0.ended', 'type'),
    ],
    ['with a script in an id', oneWith({ id: '<b>' }), refusal('days.0.entries.0.id', 'invalid')],
    [
      'with 1e99 for an instant',
      oneWith({ toMs: 1e99 }),
      refusal('days.0.entries.0.toMs', 'tooLarge', 8.6e15),
    ],
    [
      'with 1e9 away',
      oneWith({ awaySeconds: 1e9 }),
      refusal('days.0.entries.0.awaySeconds', 'tooLarge', 3600),
    ],
    ['with NaN', oneWith({ toMs: 1 }).replace('"toMs":1,', '"toMs":NaN,'), problem('notJson')],
    ['with null', oneWith({ toMs: null }), refusal('days.0.entries.0.toMs', 'type')],
    [
      'with a span that ends before it begins',
      oneWith({ fromMs: at('2026-03-02T10:01') }),
      refusal('days.0.entries.0.toMs', 'tooSmall', at('2026-03-02T10:01')),
    ],
    [
      'with a span of years',
      oneWith({ fromMs: at('2020-03-02T09:00') }),
      refusal('days.0.entries.0.toMs', 'tooLarge', at('2021-04-06T09:00')),
    ],
    [
      'with spans that overlap',
      day([first, { ...first, id: 'z' }]),
      refusal('days.0.entries.1.fromMs', 'invalid'),
    ],
    ['with an entry of another day', day(TUESDAY), refusal('days.0.entries.0.toMs', 'invalid')],
    ['with an entry twice', day([MONDAY[1], MONDAY[1]]), refusal('days.0.entries.1.id', 'invalid')],
    [
      'with a zone of days',
      oneWith({ offsetMinutes: 1e9 }),
      refusal('days.0.entries.0.offsetMinutes', 'tooLarge', 1440),
    ],
    [
      'with negative totals',
      day([], { totals: { screenSeconds: -1 } }),
      refusal('days.0.totals.screenSeconds', 'tooSmall', 0),
    ],
    [
      'with too many entries in a day',
      day(Array(MOST_ENTRIES_A_DAY + 1).fill(0)),
      refusal('days.0.entries', 'tooLarge', MOST_ENTRIES_A_DAY),
    ],
    [
      'with a day that never ends',
      `${file({}).slice(0, -1)},"days":[{"date":"${'x'.repeat(LONGEST_PIECE)}`,
      problem('tooLarge'),
    ],
    ['with a name that never ends', `{"${'x'.repeat(LONGEST_PIECE)}`, problem('tooLarge')],
    [
      'with a name of many letters',
      file({ ['x'.repeat(300)]: 1 }),
      refusal('x'.repeat(60), 'unknown'),
    ],
    [
      'with a depth of brackets',
      file({}).replace('1}', `1,"settings":${'['.repeat(9e5)}`),
      problem('notJson'),
    ],
  ])('%s', (_, text, refused) => {
    for (const partLength of [text.length + 1, 5_003]) {
      const found = read(text, partLength);
      expect(found.refused).toEqual(refused);
    }
  });

  it('wherever it is cut off', () => {
    for (let length = 0; length < WHOLE.trimEnd().length; length++)
      expect(read(WHOLE.slice(0, length)).refused).toEqual(problem('notJson'));
  });

  it('and every prototype stays as it was', () => {
    read(oneWith({}).replace('"id"', '"__proto__":{"odd":1},"id"'));
    expect(({} as { odd?: number }).odd).toBeUndefined();
  });
});

describe('breaks', () => {
  it('of any kind are read back', () => {
    const days = daysWith([taken('own-a', '2026-03-02T10:00', { pattern: 'own-b' })]);
    expect(read(written(days)).days).toEqual(days);
  });
});
