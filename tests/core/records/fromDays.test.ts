import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Entry, EntrySchema } from '../../../core/records/entry.ts';
import { entriesOfDay, withDays } from '../../../core/records/fromDays.ts';
import type { Day } from '../../../core/records/history.ts';
import { AT, minutes } from '../atNine.ts';

const DAY: Day = {
  breaks: [
    { atMs: AT, kind: 'breathing', pattern: 'longExhale', seconds: 57, taken: true },
    { atMs: AT + minutes(30), kind: 'eyes', pattern: null, seconds: 300, taken: false },
  ],
  rests: [{ endedAtMs: AT + minutes(60), seconds: 600 }],
};
const older = entriesOfDay(DAY, () => 60);

/** The same rest as the log has it. Its end was seen more exactly. */
const LOGGED: Entry = {
  is: 'rest',
  id: 'a-r1',
  fromMs: AT + minutes(49.8),
  toMs: AT + minutes(59.8),
  offsetMinutes: 60,
  how: 'natural',
};

describe('the history of a day', () => {
  it('gives entries for the log', () => {
    expect(older).toMatchObject([
      { is: 'break', fromMs: AT - minutes(1), toMs: AT, taken: true, begun: 'unknown' },
      { is: 'break', fromMs: AT + minutes(30), toMs: AT + minutes(30), taken: false },
      { is: 'rest', fromMs: AT + minutes(50), toMs: AT + minutes(60), how: 'natural' },
    ]);
    for (const entry of older) expect(v.parse(EntrySchema, entry)).toEqual(entry);
    expect(new Set(older.map(({ id }) => id)).size).toBe(3);
  });

  it('gives the same ones each time', () => {
    expect(entriesOfDay(DAY, () => 60)).toEqual(older);
  });

  it('adds only what the log does not have', () => {
    const [first] = older as [Entry];
    const asked = { ...first, id: 'a-b0', begun: 'asked' } as Entry;
    const all = withDays([asked, LOGGED], older);
    expect(all.map(({ id }) => id)).toEqual(['a-b0', 'a-r1', older[1]?.id]);
  });

  it.each([
    ['ended at another time', { toMs: AT + minutes(30), fromMs: AT + minutes(20) }],
    ['was longer', { fromMs: AT + minutes(40) }],
    ['was guided', { how: 'guided' as const }],
  ])('adds a rest beside one in the log that %s', (_, change) => {
    const all = withDays([{ ...LOGGED, ...change } as Entry], older);
    expect(all.filter(({ is }) => is === 'rest')).toHaveLength(2);
  });
});
