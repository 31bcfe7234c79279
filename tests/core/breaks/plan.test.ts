import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { careNotesOf, type Part, partAt, planOf } from '../../../core/breaks/plan.ts';
import {
  type BreakPreferences,
  DEFAULT_PREFERENCES,
  SEQUENCE_ENDS,
  STILLNESS_WAYS,
} from '../../../core/breaks/preferences.ts';
import { BREAK_KINDS, type BreakKind } from '../../../core/kinds.ts';
import { PATTERN_IDS, type PatternId } from '../../../core/patternIds.ts';
import { phases } from '../../../core/patterns.ts';
import { runs } from '../../runs.ts';

const OWN_BREAK = { title: 'Tea', steps: ['Put the kettle on.'] };
const preferencesWith = (change: Partial<BreakPreferences>): BreakPreferences => ({
  ...DEFAULT_PREFERENCES,
  ...change,
});
const plan = (
  kind: BreakKind,
  seconds: number,
  preferences = DEFAULT_PREFERENCES,
  pattern: PatternId | null = null,
) => planOf({ kind, pattern, seconds }, preferences, 'even');

const named = (part: Part) => {
  if (part.is === 'steps') return part.steps;
  return part.is === 'breathing' ? part.pattern : part.is;
};
const told = (parts: Part[]) =>
  parts.map((part) => `${named(part)} ${part.atSeconds}–${part.atSeconds + part.seconds}`);
const sequence = (change: Partial<BreakPreferences['sequence']>) =>
  preferencesWith({ sequence: { ...DEFAULT_PREFERENCES.sequence, ...change } });

const anyGuide = fc
  .record({
    seated: fc.boolean(),
    oneHand: fc.boolean(),
    stillness: fc.constantFrom(...STILLNESS_WAYS),
    sequence: fc.record({
      movement: fc.boolean(),
      walk: fc.boolean(),
      last: fc.constantFrom(...SEQUENCE_ENDS),
    }),
    ownBreaks: fc.constantFrom({}, { 'own-tea': OWN_BREAK }),
  })
  .map(preferencesWith);
const anyKind = fc.constantFrom<BreakKind>(...BREAK_KINDS, 'own-tea', 'own-gone');
const anyPattern = fc.constantFrom<PatternId | null>(...PATTERN_IDS, 'own-gone', null);
const anySeconds = fc.integer({ min: 10, max: 1800 });
const anyPlan = fc
  .tuple(anyKind, anySeconds, anyGuide, anyPattern)
  .map((given) => ({ parts: plan(...given), seconds: given[1], preferences: given[2] }));

/** A later breathing or stillness part begins with three seconds of settling. */
const leadOf = (part: Part, index: number) =>
  index > 0 && (part.is === 'breathing' || part.is === 'stillness') ? 3 : 0;

describe('any break', () => {
  it('is filled from its first second to its last, without gap or overlap', () => {
    fc.assert(
      fc.property(anyPlan, ({ parts, seconds }) => {
        let filledTo = 0;
        for (const [index, part] of parts.entries()) {
          expect(part.atSeconds - leadOf(part, index)).toBe(filledTo);
          expect(part.seconds).toBeGreaterThan(0);
          filledTo = part.atSeconds + part.seconds;
        }
        expect(filledTo).toBe(seconds);
      }),
      { numRuns: runs(500) },
    );
  });

  it('has no part that is too short, if it has several', () => {
    fc.assert(
      fc.property(anyPlan, ({ parts }) => {
        if (parts.length > 1)
          for (const [index, part] of parts.entries())
            expect(part.seconds + leadOf(part, index)).toBeGreaterThanOrEqual(19);
      }),
      { numRuns: runs(500) },
    );
  });

  it('looks far away for at most two minutes', () => {
    fc.assert(
      fc.property(anyPlan, ({ parts }) => {
        for (const part of parts)
          if (part.is === 'steps' && part.steps === 'eyes')
            expect(part.seconds).toBeLessThanOrEqual(120);
      }),
    );
  });

  it('is in one of its parts at every moment, and in each of them in turn', () => {
    fc.assert(
      fc.property(anyPlan, ({ parts, seconds }) => {
        for (const [index, part] of parts.entries()) {
          const fromMs = (part.atSeconds - leadOf(part, index)) * 1000;
          expect(partAt(parts, fromMs)).toBe(part);
          expect(partAt(parts, (part.atSeconds + part.seconds) * 1000 - 1)).toBe(part);
        }
        expect(partAt(parts, -3000)).toBe(parts[0]);
        expect(partAt(parts, seconds * 2000)).toBe(parts.at(-1));
      }),
    );
  });
});

it('is in no part of nothing', () => {
  expect(partAt([], 0)).toBeNull();
});

describe('the long sequence', () => {
  it('of five minutes moves for one, walks for half of one, and breathes', () => {
    expect(told(plan('sequence', 300))).toEqual(['movement 0–60', 'stroll 60–90', 'even 93–300']);
  });

  it('breathes the pattern that the break names', () => {
    expect(plan('sequence', 300, DEFAULT_PREFERENCES, 'easy').at(-1)).toMatchObject({
      is: 'breathing',
      pattern: 'easy',
    });
  });

  it('can end in stillness', () => {
    expect(told(plan('sequence', 300, sequence({ last: 'stillness' })))).toEqual([
      'movement 0–60',
      'stroll 60–90',
      'stillness 93–300',
    ]);
  });

  it('gives the time of a part that is not wanted to the others', () => {
    expect(told(plan('sequence', 300, sequence({ walk: false })))).toEqual([
      'movement 0–67',
      'even 70–300',
    ]);
    expect(told(plan('sequence', 300, sequence({ movement: false })))).toEqual([
      'stroll 0–38',
      'even 41–300',
    ]);
    expect(told(plan('sequence', 300, sequence({ last: 'none' })))).toEqual([
      'movement 0–200',
      'stroll 200–300',
    ]);
    expect(told(plan('sequence', 300, sequence({ movement: false, walk: false })))).toEqual([
      'even 0–300',
    ]);
  });

  it('of nothing at all is stillness', () => {
    const none = sequence({ movement: false, walk: false, last: 'none' });
    expect(told(plan('sequence', 300, none))).toEqual(['stillness 0–300']);
  });

  it('leaves out what would be over before it began', () => {
    expect(told(plan('sequence', 100))).toEqual(['movement 0–20', 'even 23–100']);
    expect(told(plan('sequence', 60))).toEqual(['even 0–60']);
    expect(told(plan('sequence', 10))).toEqual(['even 0–10']);
  });

  it('can be done on a chair', () => {
    expect(told(plan('sequence', 300, preferencesWith({ seated: true })))[0]).toBe('seated 0–60');
  });
});

describe('a break of one kind', () => {
  it.each(['stillness', 'hands', 'heart', 'water'] as const)('is one part: %s', (kind) => {
    for (const seconds of [10, 60, 1800])
      expect(told(plan(kind, seconds))).toEqual([`${kind} 0–${seconds}`]);
  });

  it('of breathing has the pattern that it names, or the usual one', () => {
    expect(told(plan('breathing', 60, DEFAULT_PREFERENCES, 'box'))).toEqual(['box 0–60']);
    expect(told(plan('breathing', 60))).toEqual(['even 0–60']);
  });

  it('of movement becomes a walk after its first minute', () => {
    expect(told(plan('movement', 90))).toEqual(['movement 0–90']);
    expect(told(plan('movement', 180))).toEqual(['movement 0–60', 'walk 60–180']);
    expect(told(plan('movement', 300, preferencesWith({ seated: true })))).toEqual([
      'seated 0–300',
    ]);
  });

  it('for neck and hands needs one hand if that was chosen', () => {
    const oneHand = preferencesWith({ oneHand: true });
    expect(told(plan('hands', 60, oneHand))).toEqual(['handsOneHand 0–60']);
    expect(told(plan('neck', 300, oneHand))).toEqual(['neckOneHand 0–180', 'handsOneHand 180–300']);
    expect(careNotesOf(plan('neck', 300, oneHand), oneHand)).toEqual(['massage']);
  });

  it('for the eyes goes on with movement after two minutes', () => {
    expect(told(plan('eyes', 20))).toEqual(['eyes 0–20']);
    expect(told(plan('eyes', 120))).toEqual(['eyes 0–120']);
    expect(told(plan('eyes', 121))).toEqual(['eyes 0–60', 'movement 60–121']);
    expect(told(plan('eyes', 300))).toEqual(['eyes 0–60', 'movement 60–120', 'walk 120–300']);
  });

  it('for the neck goes on with the hands after three minutes', () => {
    expect(told(plan('neck', 239))).toEqual(['neck 0–239']);
    expect(told(plan('neck', 300))).toEqual(['neck 0–180', 'hands 180–300']);
  });

  it('of an own break is its steps; a deleted one is stillness', () => {
    const preferences = preferencesWith({ ownBreaks: { 'own-tea': OWN_BREAK } });
    expect(plan('own-tea', 60, preferences)).toEqual([
      { is: 'own', own: OWN_BREAK, atSeconds: 0, seconds: 60 },
    ]);
    expect(told(plan('own-tea', 60))).toEqual(['stillness 0–60']);
  });
});

describe('what to have read before a break', () => {
  const notes = (
    kind: BreakKind,
    change: Partial<BreakPreferences> = {},
    pattern: PatternId | null = null,
  ) => {
    const preferences = preferencesWith(change);
    return careNotesOf(plan(kind, 300, preferences, pattern), preferences);
  };

  it.each<[BreakKind, string[]]>([
    ['breathing', []],
    ['stillness', []],
    ['movement', ['movement']],
    ['neck', ['massage']],
    ['hands', ['massage']],
    ['eyes', ['eyes', 'movement']],
    ['heart', []],
    ['water', []],
    ['sequence', ['movement']],
    ['own-tea', []],
  ])('for %s is %j', (kind, expected) => {
    expect(notes(kind, { ownBreaks: { 'own-tea': OWN_BREAK } })).toEqual(expected);
  });

  it('is the note about holds for every pattern with holds, own ones included', () => {
    const own = { name: 'Mine', ...phases(4, 0, 1, 4, 0) };
    const guide = { ownPatterns: { 'own-a': own, 'own-b': { ...own, holdSeconds: 0 } } };
    const withNote = ([...PATTERN_IDS, 'own-a', 'own-b'] as PatternId[]).filter((id) =>
      notes('breathing', guide, id).includes('holds'),
    );
    expect(withNote).toEqual(['box', 'fourSevenEight', 'own-a']);
    expect(notes('sequence', {}, 'box')).toEqual(['movement', 'holds']);
  });

  it('is the note about eyes for a stillness that looks far away', () => {
    expect(notes('stillness', { stillness: 'farLook' })).toEqual(['eyes']);
    expect(notes('stillness', { stillness: 'bodyScan' })).toEqual([]);
  });

  it('is said once each', () => {
    fc.assert(
      fc.property(anyPlan, ({ parts, preferences }) => {
        const all = careNotesOf(parts, preferences);
        expect(all).toEqual([...new Set(all)]);
      }),
    );
  });
});
