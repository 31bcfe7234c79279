import { describe, expect, it } from 'vitest';
import { tensionByKind } from '../../../core/days/tensionByKind.ts';
import type { BreakKind } from '../../../core/kinds.ts';
import type { Pair } from '../../../core/personal/tension.ts';

const pairs = (kind: BreakKind, ...answers: [before: number, after: number][]): Pair[] =>
  answers.map(([before, after], nth) => ({
    date: '2026-03-02',
    atMs: nth,
    before,
    after,
    seconds: 300,
    kind,
  }));
const ten = (kind: BreakKind, before: number, after: number): Pair[] =>
  pairs(kind, ...Array.from({ length: 10 }, (): [number, number] => [before, after]));

describe('tension by kind of break', () => {
  it('has the middle of the answers and the spread of the change for each kind', () => {
    const told: [number, number][] = [
      [6, 6],
      [6, 5],
      [6, 4],
      [7, 5],
      [7, 5],
      [5, 3],
      [5, 3],
      [8, 5],
      [8, 5],
      [6, 7],
    ];
    expect(tensionByKind(pairs('stillness', ...told))).toEqual([
      {
        kind: 'stillness',
        count: 10,
        summary: { count: 10, before: 6, after: 5, lowerBy: { from: 1, to: 2 } },
      },
    ]);
  });

  it('says nothing of a kind with fewer than ten answers', () => {
    const few = [...ten('stillness', 6, 4).slice(1), ...ten('breathing', 5, 4)];
    expect(tensionByKind(few).map(({ kind, count, summary }) => [kind, count, !summary])).toEqual([
      ['breathing', 10, false],
      ['stillness', 9, true],
    ]);
  });

  it('never puts the kind with the largest change first', () => {
    const told = [...ten('own-b', 9, 0), ...ten('water', 9, 1), ...ten('breathing', 5, 5)];
    expect(tensionByKind([...told, ...ten('own-a', 5, 5)]).map(({ kind }) => kind)).toEqual([
      'breathing',
      'water',
      'own-a',
      'own-b',
    ]);
    expect(tensionByKind([])).toEqual([]);
  });
});
