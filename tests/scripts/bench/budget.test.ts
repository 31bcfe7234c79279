import { describe, expect, it } from 'vitest';
import {
  atMost,
  atMostMore,
  atMostTimes,
  notMeasured,
  percentile,
  tableOfLimits,
  tableOfPairs,
  withinSpread,
} from '../../../scripts/bench/budget.ts';

const upTo = (last: number) => Array.from({ length: last }, (_, index) => last - index);
const NAME = { what: 'Icon pressed', beside: 'its empty popup' };

describe('a percentile', () => {
  it('is a value of the list, in whatever order it comes', () => {
    expect(percentile(upTo(20), 50)).toBe(10);
    expect(percentile(upTo(20), 95)).toBe(19);
    expect(percentile([3, 1], 50)).toBe(1);
    expect(percentile([7], 95)).toBe(7);
  });

  it('is refused for an empty list', () => {
    expect(() => percentile([], 50)).toThrow('of nothing');
  });
});

describe('a ratio', () => {
  const samples = { exhale: [120, 130, 300], empty: [100, 100, 200] };

  it('compares each percentile with the same one of the empty extension', () => {
    expect(atMostTimes(NAME, { p50: 1.3, p95: 1.5 }, 'ms', samples)).toEqual({
      ...NAME,
      limit: '1.3, 1.5 ×',
      measured: '1.3, 1.5 ×',
      exhale: '130, 300 ms',
      empty: '100, 200 ms',
      holds: true,
    });
  });

  it('fails when either percentile exceeds its limit', () => {
    const holds = (p50: number, p95: number) =>
      atMostTimes(NAME, { p50, p95 }, 'ms', samples).holds;
    expect(holds(1.29, 1.5)).toBe(false);
    expect(holds(1.3, 1.49)).toBe(false);
  });
});

describe('a difference', () => {
  it('fails when either percentile is further from the empty extension than its limit', () => {
    const samples = { exhale: [20, 30, 60], empty: [10, 10, 20] };
    const row = (p50: number, p95: number) => atMostMore(NAME, { p50, p95 }, 'ms', samples);
    expect(row(20, 40)).toMatchObject({ measured: '20, 40 ms more', holds: true });
    expect(row(19, 40).holds).toBe(false);
    expect(row(20, 39).holds).toBe(false);
  });

  it('of pairs holds as long as its median is no larger than the spread of the pairs', () => {
    const empty = [100, 100, 100, 100];
    const differ = (...by: number[]) =>
      withinSpread(NAME, 'ms', { exhale: by.map((ms) => 100 + ms), empty });
    expect(differ(-20, 5, 10, 30)).toMatchObject({ measured: '5 ms', holds: true });
    expect(differ(48, 50, 52, 54)).toMatchObject({ measured: '50 ms', holds: false });
  });
});

describe('a limit', () => {
  it('judges the rounded value that the table shows', () => {
    expect(atMost(2, 's', 'A year', 2.004)).toMatchObject({ measured: '2 s', holds: true });
    expect(atMost(2, 's', 'A year', 2.01)).toMatchObject({ measured: '2.01 s', holds: false });
  });

  it('does not hold when nothing was measured', () => {
    expect(notMeasured('popup').holds).toBe(false);
  });
});

describe('the tables', () => {
  it('have a line for each row, and mark what does not hold', () => {
    const pair = atMostTimes(NAME, { p50: 1, p95: 1 }, 'ms', { exhale: [1500], empty: [1000] });
    expect(tableOfPairs([pair]).split('\n')).toEqual([
      '|  | The empty extension | Limit | Measured | Exhale | Empty | Holds |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| Icon pressed | its empty popup | 1, 1 × | 1.5, 1.5 × | 1,500, 1,500 ms | 1,000, 1,000 ms | **no** |',
    ]);
    expect(
      tableOfLimits([atMost(24, 'kB', 'Worker', 17.2)])
        .split('\n')
        .at(-1),
    ).toBe('| Worker | 24 kB | 17.2 kB | yes |');
  });
});
