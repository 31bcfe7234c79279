import { describe, expect, it } from 'vitest';
import { COLUMNS, csvHead, csvLine } from '../../../core/copy/csv.ts';
import type { Entry } from '../../../core/records/entry.ts';
import { reminder, rest, span, taken } from '../days/entries.ts';

const noName = () => null;
const cells = (entry: Entry, name: string | null = null) => {
  const [line = '', ...others] = csvLine(entry, () => name).split('\r\n');
  expect(others).toEqual(['']);
  const values = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((each) => each.replace(/,$/, ''));
  return Object.fromEntries(COLUMNS.map((column, nth) => [column, values?.[nth]]));
};

describe('the log as a table', () => {
  it('has a line of names, and every line ends as RFC 4180 has it', () => {
    expect(csvHead()).toBe(`${COLUMNS.join(',')}\r\n`);
    expect(csvLine(rest('2026-03-02T10:00', '2026-03-02T10:05', { id: 'r1' }), noName)).toBe(
      'rest,2026-03-02T10:00:00+00:00,2026-03-02T10:05:00+00:00,300,,,natural,,,,,,,,,,,r1\r\n',
    );
  });

  it('has the time that the person had, with its distance from UTC', () => {
    const found = cells(span('2026-03-29T01:30', '2026-03-29T03:30', { ahead: 5.75 }));
    expect(found).toMatchObject({
      from: '2026-03-29T01:30:00+05:45',
      to: '2026-03-29T03:30:00+05:45',
      seconds: '7200',
      awaySeconds: '0',
      ended: 'idle',
    });
    expect(cells(rest('2026-03-02T23:59', '2026-03-03T00:01', { ahead: -3.5 })).to).toBe(
      '2026-03-03T00:01:00-03:30',
    );
  });

  it('has what became of a reminder', () => {
    const held = { call: 120, site: 3 };
    expect(cells(reminder(30, { id: 'x', held }))).toMatchObject({
      shown: '2026-03-02T10:00:00+00:00',
      times: '1',
      heldSeconds: 'call 120; site 3',
      ended: 'break',
      rhythm: 'short',
    });
    expect(cells(reminder(30, { shownAtMs: null })).shown).toBe('');
  });

  it('has breaks with the title of an own one', () => {
    const found = cells(
      taken('own-a', '2026-03-02T10:00', { pattern: 'box' }),
      'Tea, and “nothing”',
    );
    expect(found).toMatchObject({
      kind: 'own-a',
      name: '"Tea, and “nothing”"',
      pattern: 'box',
      plannedSeconds: '60',
      taken: 'true',
      begun: 'asked',
    });
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['＝1', "'＝1"],
    ['=HYPERLINK("a")', `"'=HYPERLINK(""a"")"`],
    ['1=1', '1=1'],
    ['say "hi"', '"say ""hi"""'],
  ])('has no formula, and quotes what needs it: %s', (title, expected) => {
    expect(cells(taken('own-a'), title).name).toBe(expected);
  });
});
