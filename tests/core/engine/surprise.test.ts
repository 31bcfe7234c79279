import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { step } from '../../../core/engine/step.ts';
import { chanceAt, drawnFrom, weightOf } from '../../../core/engine/surprise.ts';
import { BREAK_KINDS, type BreakKind, type KnownKind, SURPRISES } from '../../../core/kinds.ts';
import type { Stored } from '../../../core/records/stored.ts';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { runs } from '../../runs.ts';
import { AT, SEEN, stored, withSettings } from '../atNine.ts';

const surprised = (surprises?: KnownKind[], takenByKind = {}, surpriseLeans = true): Stored =>
  stored({
    settings: withSettings({
      rhythms: { short: { kind: 'surprise' } },
      ...(surprises && { surprises }),
      surpriseLeans,
    }),
    tally: { ...EMPTY_TALLY, careRead: true, takenByKind },
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

const kinds = fc.subarray([...BREAK_KINDS], { minLength: 2 });
const finished = fc.dictionary(fc.constantFrom(...BREAK_KINDS), fc.integer({ min: 0, max: 5000 }));
/** How often each kind is drawn, of many chances that lie evenly between 0 and 1. */
function shares(from: readonly KnownKind[], takenByKind: Record<string, number>) {
  const many = 2000;
  const found = new Map<KnownKind | undefined, number>(from.map((kind) => [kind, 0]));
  for (let nth = 0; nth < many; nth++) {
    const kind = drawnFrom(from, { takenByKind }, nth / many);
    found.set(kind, (found.get(kind) ?? 0) + 1 / many);
  }
  return found;
}
/** Chances that lie evenly fall into a share with this error at most. */
const GRAIN = 0.002;

describe('a surprise that leans', () => {
  it('leaves no kind out: of n kinds, each comes in at least one of 3n - 2 draws', () => {
    fc.assert(
      fc.property(kinds, finished, (from, takenByKind) => {
        const found = shares(from, takenByKind);
        expect([...found.keys()]).toEqual(from);
        for (const share of found.values())
          expect(share).toBeGreaterThanOrEqual(1 / (3 * from.length - 2) - GRAIN);
      }),
      { numRuns: runs(100) },
    );
  });

  it('draws a kind more often the more of its breaks were finished, and never more than three times as often', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 1000 }), (taken, more) => {
        expect(weightOf(taken + more)).toBeGreaterThan(weightOf(taken));
        expect(weightOf(taken + more)).toBeLessThan(3 * weightOf(0));
      }),
      { numRuns: runs(200) },
    );
    const [none, some, many] = [0, 5, 500].map((eyes) =>
      shares(['eyes', 'neck'], { eyes }).get('eyes'),
    );
    expect(none).toBeCloseTo(1 / 2, 2);
    expect(some).toBeCloseTo(2 / 3, 2);
    expect(many).toBeCloseTo(3 / 4, 2);
  });

  it('draws each kind as often as the others before any was finished', () => {
    for (const share of shares(SURPRISES, {}).values())
      expect(share).toBeCloseTo(1 / SURPRISES.length, 2);
  });

  it('learns from breaks that are taken, not from those that are left', () => {
    const learned = (leaves: boolean) => {
      let told = surprised(['eyes', 'neck']);
      for (let nth = 0; nth < 20; nth++) {
        const atMs = AT + nth * 600_000;
        told = step(told, { type: 'startBreak', kind: 'eyes' }, { ...SEEN, atMs }).stored;
        const event = leaves ? ({ type: 'leaveBreak' } as const) : ({ type: 'looked' } as const);
        told = step(told, event, { ...SEEN, atMs: atMs + (leaves ? 5000 : 310_000) }).stored;
      }
      return shares(['eyes', 'neck'], told.tally.takenByKind).get('eyes');
    };
    expect(learned(true)).toBeCloseTo(1 / 2, 2);
    expect(learned(false)).toBeGreaterThan(0.7);
  });

  const begunAt = (from: Stored, atMs: number) =>
    step(from, { type: 'startBreak', rhythm: 'short' }, { ...SEEN, atMs }).stored.state.break;
  const shareOfEyes = (from: Stored) =>
    Array.from({ length: 600 }, (_, nth) => begunAt(from, AT + nth * 7001)).filter(
      (running) => running?.kind === 'eyes',
    ).length / 600;

  it('leans at the beginning of a break, unless any kind is to be as likely', () => {
    const taken = { eyes: 500 };
    expect(shareOfEyes(surprised(['eyes', 'neck'], taken))).toBeCloseTo(3 / 4, 1);
    expect(shareOfEyes(surprised(['eyes', 'neck'], taken, false))).toBeCloseTo(1 / 2, 1);
  });

  it('is remembered as drawn, and a kind that was chosen is not', () => {
    expect(begunAt(surprised(), AT)).toMatchObject({ drawn: true });
    const chosen = step(surprised(), { type: 'startBreak', kind: 'eyes' }, SEEN).stored;
    expect(chosen.state.break).not.toHaveProperty('drawn');
  });
});

describe('chance by the clock', () => {
  it.each([1, 16, 100, 1000, 60_000])('is even also if the clock moves by %s ms', (grainMs) => {
    const found = Array.from({ length: 10 }, () => 0);
    for (let nth = 0; nth < 1000; nth++) {
      const tenth = Math.floor(chanceAt(AT + nth * grainMs) * 10);
      found[tenth] = (found[tenth] ?? 0) + 1;
    }
    expect(found).toHaveLength(10);
    for (const count of found) expect(Math.abs(count - 100)).toBeLessThan(35);
  });
});
