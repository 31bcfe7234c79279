import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { step } from '../../../core/engine/step.ts';
import { BREAK_KINDS, type BreakKind, type KnownKind, SURPRISES } from '../../../core/kinds.ts';
import type { Stored } from '../../../core/records/stored.ts';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { AT, SEEN, stored, withSettings } from '../atNine.ts';

const surprised = (surprises?: KnownKind[]): Stored =>
  stored({
    settings: withSettings({
      rhythms: { short: { kind: 'surprise' } },
      ...(surprises && { surprises }),
    }),
    tally: { ...EMPTY_TALLY, careRead: true },
  });

interface Round {
  waitMs: number;
  leaves: boolean;
  /** The person chooses a kind instead. */
  chosen: BreakKind | null;
}

/** The kinds of the breaks, in order. */
function drawn(begin: Stored, rounds: readonly Round[]): BreakKind[] {
  let atMs = AT;
  let before = begin;
  const kinds: BreakKind[] = [];
  for (const { waitMs, leaves, chosen } of rounds) {
    atMs += waitMs;
    const wish = { rhythm: 'short', ...(chosen && { kind: chosen }) };
    before = step(before, { type: 'startBreak', ...wish }, { ...SEEN, atMs }).stored;
    kinds.push(before.state.break?.kind as BreakKind);
    atMs += leaves ? 5000 : 63_000;
    const end = leaves ? ({ type: 'leaveBreak' } as const) : ({ type: 'looked' } as const);
    before = step(before, end, { ...SEEN, atMs }).stored;
    expect(before.state.break).toBeNull();
  }
  return kinds;
}

const round = fc.record({
  waitMs: fc.integer({ min: 3000, max: 7_200_000 }),
  leaves: fc.boolean(),
  chosen: fc.option(fc.constantFrom<BreakKind>(...BREAK_KINDS, 'own-tea'), { freq: 4 }),
});
const rounds = fc.array(round, { minLength: 2, maxLength: 30 });
const inTurn = (count: number, waitMs = 1_234_567): Round[] =>
  Array.from({ length: count }, () => ({ waitMs, leaves: false, chosen: null }));

describe('a surprise', () => {
  it('is never the same twice in a row, nor the kind chosen just before', () => {
    const chosen = fc.subarray([...BREAK_KINDS], { minLength: 2 });
    fc.assert(
      fc.property(chosen, rounds, (surprises, given) => {
        const kinds = drawn(surprised(surprises), given);
        for (const [index, kind] of kinds.entries()) {
          if (given[index]?.chosen) expect(kind).toBe(given[index].chosen);
          else {
            expect(surprises).toContain(kind);
            expect(kind).not.toBe(kinds[index - 1]);
          }
        }
      }),
    );
  });

  it('draws each kind sooner or later', () => {
    const waits = fc.array(fc.integer({ min: 3000, max: 7_200_000 }), {
      minLength: 300,
      maxLength: 300,
    });
    fc.assert(
      fc.property(waits, (given) => {
        const kinds = drawn(
          surprised(),
          given.map((waitMs) => ({ waitMs, leaves: false, chosen: null })),
        );
        expect(new Set(kinds)).toEqual(new Set(SURPRISES));
      }),
      { numRuns: 5 },
    );
  });

  it('is breathing if there is nothing to draw from', () => {
    expect(drawn(surprised([]), inTurn(3))).toEqual(['breathing', 'breathing', 'breathing']);
  });

  it('alternates with breathing if there is only one kind', () => {
    expect(drawn(surprised(['eyes']), inTurn(4))).toEqual([
      'eyes',
      'breathing',
      'eyes',
      'breathing',
    ]);
  });

  it('has the usual pattern if it is breathing, and otherwise none', () => {
    for (const [kind, pattern] of [
      ['breathing', 'longExhale'],
      ['heart', null],
    ] as const) {
      const begun = step(surprised([kind]), { type: 'startBreak', rhythm: 'short' }, SEEN).stored;
      expect(begun.state.break).toMatchObject({ kind, pattern });
    }
  });

  it('is decided once, when the break starts', () => {
    const { outcomes } = step(surprised(), { type: 'startBreak', rhythm: 'short' }, SEEN);
    const started = outcomes.find(({ type }) => type === 'break-started');
    expect(SURPRISES).toContain((started as { kind?: KnownKind } | undefined)?.kind);
  });
});
