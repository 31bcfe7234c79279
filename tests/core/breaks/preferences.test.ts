// Over 300 lines: every field of the preferences with the values it refuses.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleSeconds, cyclesIn, phasesOf } from '../../../core/breaks/breath.ts';
import {
  atPace,
  type BreakPreferences,
  CARE_NOTES,
  CYCLE_LIMITS,
  DEFAULT_PREFERENCES,
  easierThan,
  OWN_LIMITS,
  type OwnPattern,
  PHASE_LIMITS,
  PREFERENCES,
  type PreferencesPatch,
  patternOf,
  QUESTIONS,
  SCENES,
  STILLNESS_WAYS,
  WORDS,
  withPreferencesPatch,
} from '../../../core/breaks/preferences.ts';
import { PATTERN_IDS, type PatternId } from '../../../core/patternIds.ts';
import { hasHolds, PATTERNS, type Phases, phases } from '../../../core/patterns.ts';
import { encode, parsed, VERSION } from '../../../core/records/envelope.ts';
import { decodePageRecord } from '../../../core/records/pageRecord.ts';
import { LOUDNESS } from '../../../core/records/settings.ts';
import { runs } from '../../runs.ts';

const OWN: OwnPattern = { ...phases(4, 0, 2, 6, 0), name: 'After lunch' };
const BREAK = { title: 'Water the plants', steps: ['Get up.', 'The fern first.'] };

const checked = (patch: unknown, preferences = DEFAULT_PREFERENCES) =>
  parsed(PREFERENCES.schema, withPreferencesPatch(preferences, patch as PreferencesPatch));
const refusal = (patch: unknown, preferences = DEFAULT_PREFERENCES) => {
  const result = checked(patch, preferences);
  return result.is === 'damaged' ? result.refusal : null;
};
const patched = (patch: PreferencesPatch, preferences = DEFAULT_PREFERENCES): BreakPreferences => {
  const result = checked(patch, preferences);
  if (result.is !== 'ok') throw new Error(JSON.stringify(result));
  return result.value;
};
const own = (change: Partial<Record<keyof OwnPattern, unknown>>) =>
  refusal({ ownPatterns: { 'own-a': { ...OWN, ...change } } });
const ownBreak = (change: object) => refusal({ ownBreaks: { 'own-a': { ...BREAK, ...change } } });
const at = (field: string) => `ownPatterns.own-a.${field}`;
const many = <T>(count: number, value: T) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`own-${index}`, value]));

describe('the preferences at first', () => {
  it('is what it is said to be, and accepted', () => {
    expect(parsed(PREFERENCES.schema, DEFAULT_PREFERENCES)).toEqual({
      is: 'ok',
      value: DEFAULT_PREFERENCES,
    });
    expect(DEFAULT_PREFERENCES).toMatchObject({
      sound: { bell: true, breathing: false, loudness: 20 },
      announcePhases: false,
      cue: 'tone',
      vibration: false,
      noise: false,
      stillness: 'plain',
      question: 'any',
      words: 'auto',
      countdown: false,
      fullScreen: false,
      sequence: { movement: true, walk: true, last: 'breathing' },
      ownPatterns: {},
      ownBreaks: {},
      careRead: { holds: false, massage: false, movement: false, eyes: false },
    });
  });
});

describe('a choice in the preferences', () => {
  it.each([
    ['stillness', STILLNESS_WAYS],
    ['question', ['any', ...QUESTIONS]],
    ['scene', SCENES],
    ['cue', ['tone', 'bell', 'voice']],
    ['words', WORDS],
  ] as const)('is one of its words: %s', (field, words) => {
    for (const word of words) expect(refusal({ [field]: word })).toBeNull();
    for (const value of ['other', '', 'toString', 0, true, [words[0]]])
      expect(refusal({ [field]: value })).toMatchObject({ field });
  });

  it.each([
    'announcePhases',
    'vibration',
    'noise',
    'endsAt',
    'muteTabs',
    'seated',
    'oneHand',
    'countdown',
    'fullScreen',
  ])('is on or off: %s', (field) => {
    expect(refusal({ [field]: true })).toBeNull();
    for (const value of [0, 'true', [], {}])
      expect(refusal({ [field]: value })).toMatchObject({ field, problem: 'type' });
  });

  it('of loudness is never more than soft', () => {
    for (const loudness of [LOUDNESS.min, LOUDNESS.max])
      expect(patched({ sound: { loudness } }).sound).toEqual({
        ...DEFAULT_PREFERENCES.sound,
        loudness,
      });
    expect(refusal({ sound: { loudness: 41 } })).toEqual({
      field: 'sound.loudness',
      problem: 'tooLarge',
      limit: 40,
    });
    for (const loudness of [-1, 1.5, '20', Number.NaN])
      expect(refusal({ sound: { loudness } })).toMatchObject({ field: 'sound.loudness' });
  });

  it('unheard of is refused by its name', () => {
    expect(refusal({ volume: 3 })).toEqual({ field: 'volume', problem: 'unknown' });
    expect(refusal({ sound: { volume: 3 } })).toMatchObject({ field: 'sound.volume' });
    expect(refusal({ careRead: { sleep: true } })).toMatchObject({ field: 'careRead.sleep' });
  });
});

describe('an own pattern', () => {
  it('has its seconds and a name', () => {
    expect(patched({ ownPatterns: { 'own-a': OWN } }).ownPatterns).toEqual({ 'own-a': OWN });
  });

  it.each(
    (Object.keys(PHASE_LIMITS) as (keyof Phases)[]).filter((field) => field !== 'outSeconds'),
  )('keeps to the limits of %s, in half seconds', (field) => {
    const { min, max } = PHASE_LIMITS[field];
    expect(own({ [field]: min - 0.5 })).toEqual({
      field: at(field),
      problem: 'tooSmall',
      limit: min,
    });
    expect(own({ ...phases(4, 0, 0, 5, 0), [field]: max + 0.5 })).toEqual({
      field: at(field),
      problem: 'tooLarge',
      limit: max,
    });
    expect(own({ ...phases(4, 0, 0, 5, 0), [field]: max })).toBeNull();
    expect(own({ [field]: 1.25 })).toEqual({ field: at(field), problem: 'invalid' });
    for (const value of ['2', null, {}, [], true])
      expect(own({ [field]: value }), `${value}`).toEqual({ field: at(field), problem: 'type' });
    expect(own({ [field]: undefined })).toEqual({ field: at(field), problem: 'missing' });
  });

  it('rests the breath for seven seconds at most', () => {
    expect(own({ holdSeconds: 7 })).toBeNull();
    expect(own({ holdSeconds: 7.5 })).toEqual({
      field: at('holdSeconds'),
      problem: 'tooLarge',
      limit: 7,
    });
  });

  it('has a breath out from one to fifteen seconds', () => {
    expect(own({ ...phases(4, 0, 0, 1, 0) })).toBeNull();
    expect(own({ ...phases(4, 0, 0, 0.5, 0) })).toMatchObject({
      field: at('outSeconds'),
      problem: 'tooSmall',
      limit: 1,
    });
    expect(own({ ...phases(4, 0, 0, 15, 0) })).toBeNull();
    expect(own({ ...phases(4, 0, 0, 15.5, 0) })).toMatchObject({
      field: at('outSeconds'),
      problem: 'tooLarge',
      limit: 15,
    });
    expect(own({ outSeconds: '6' })).toEqual({ field: at('outSeconds'), problem: 'type' });
  });

  it('that is too fast as a whole is told how long the breath out has to be', () => {
    expect(own({ ...phases(1.5, 0, 0, 3, 0) })).toEqual({
      field: at('outSeconds'),
      problem: 'tooSmall',
      limit: 3.5,
    });
    expect(own({ ...phases(1.5, 0, 0, 3.5, 0) })).toBeNull();
  });

  it('that is too slow as a whole is told how long the breath out may be', () => {
    expect(own({ ...phases(6, 0, 3, 11.5, 0) })).toEqual({
      field: at('outSeconds'),
      problem: 'tooLarge',
      limit: 11,
    });
    expect(own({ ...phases(6, 0, 3, 11, 0) })).toBeNull();
  });

  it('that is too slow without any breath out is told no limit that can’t be', () => {
    expect(own({ ...phases(12, 0, 7, 1, 7) })).toEqual({
      field: at('outSeconds'),
      problem: 'invalid',
    });
  });

  it('that is accepted has 3 to 12 breaths a minute and holds of at most seven seconds', () => {
    const half = fc.integer({ min: -2, max: 32 }).map((halves) => halves / 2);
    fc.assert(
      fc.property(fc.tuple(half, half, half, half, half), (seconds) => {
        const pattern = { ...phases(...seconds), name: 'Mine' };
        const cycle = seconds.reduce((sum, each) => sum + each, 0);
        const within = (Object.keys(PHASE_LIMITS) as (keyof Phases)[]).every(
          (field) =>
            pattern[field] >= PHASE_LIMITS[field].min && pattern[field] <= PHASE_LIMITS[field].max,
        );
        const allowed = within && cycle >= CYCLE_LIMITS.min && cycle <= CYCLE_LIMITS.max;
        expect(own(pattern) === null).toBe(allowed);
      }),
      { numRuns: runs(500) },
    );
  });

  it.each([
    ['empty', ''],
    ['blank', '   '],
    ['of 41 letters', 'x'.repeat(41)],
    ['with a line break', 'After\nlunch'],
    ['with a control character', 'After\u0007lunch'],
    ['with half a character', 'After\ud83clunch'],
    ['of spaces of every width', '\u00a0\u2003\u202f\u3000'],
    ['of characters without width', '\u200b\u200d\u2060\ufeff\u00ad'],
    ['of fillers', '\u3164\u115f\u1160\uffa0\u2800'],
    ['of invisible signs', '\u2062\u{e0041}\ufe0f\u202e'],
    ['of marks without a letter', '\u0301\u0301'],
  ])('has no name that is %s', (_, name) => {
    expect(own({ name })).toEqual({ field: at('name'), problem: 'invalid' });
  });

  it('may be called anything else of up to 40 letters, in any script', () => {
    for (const name of ['x', 'x'.repeat(40), 'Nach dem Essen', '呼吸', '🌿'.repeat(40), '<b>"&\''])
      expect(own({ name })).toBeNull();
    expect(own({ name: 5 })).toEqual({ field: at('name'), problem: 'type' });
  });

  it('has at most four marks on a letter', () => {
    const stacked = `A${'\u0301'.repeat(4)} b${'\u0323\u0302'.repeat(300)} ไม้`;
    const read = parsed(PREFERENCES.schema, {
      ownPatterns: { 'own-a': { ...OWN, name: stacked } },
    });
    expect(read).toMatchObject({
      value: {
        ownPatterns: {
          'own-a': { name: `A${'\u0301'.repeat(4)} b${'\u0323\u0302'.repeat(2)} ไม้` },
        },
      },
    });
  });

  it('loses the signs that would turn what follows it, and keeps those of its language', () => {
    const turning = '\u202e\u2067Pause\u2069\u202c \u202a\u202b\u202d\u2066\u2068הפסקה\u200f!';
    expect(
      parsed(PREFERENCES.schema, { ownPatterns: { 'own-a': { ...OWN, name: turning } } }),
    ).toMatchObject({ value: { ownPatterns: { 'own-a': { name: 'Pause הפסקה\u200f!' } } } });
    expect(own({ name: '\u202e\u202c' })).toEqual({ field: at('name'), problem: 'invalid' });
  });

  it('has nothing besides', () => {
    expect(own({ colour: 'red' } as object)).toMatchObject({ field: at('colour') });
    expect(refusal({ ownPatterns: { 'own-a': 'slow' } })).toMatchObject({
      field: 'ownPatterns.own-a',
    });
  });

  it('comes twelve times at most', () => {
    expect(refusal({ ownPatterns: many(OWN_LIMITS.patterns, OWN) })).toBeNull();
    expect(refusal({ ownPatterns: many(OWN_LIMITS.patterns + 1, OWN) })).toEqual({
      field: 'ownPatterns',
      problem: 'tooLarge',
      limit: 12,
    });
  });
});

describe('an own break', () => {
  it('has a title and steps, or a title alone', () => {
    expect(ownBreak({})).toBeNull();
    expect(ownBreak({ steps: [] })).toBeNull();
  });

  it('has a title of one line', () => {
    for (const title of ['', ' ', 'x'.repeat(41), 'a\tb', 5])
      expect(ownBreak({ title })).toMatchObject({ field: 'ownBreaks.own-a.title' });
  });

  it('has up to twenty steps of one line each', () => {
    expect(ownBreak({ steps: Array(20).fill('x'.repeat(120)) })).toBeNull();
    expect(ownBreak({ steps: Array(21).fill('x') })).toEqual({
      field: 'ownBreaks.own-a.steps',
      problem: 'tooLarge',
      limit: 20,
    });
    for (const step of ['', ' ', 'x'.repeat(121), 'a\nb', null])
      expect(ownBreak({ steps: ['Get up.', step] })).toMatchObject({
        field: 'ownBreaks.own-a.steps.1',
      });
    for (const steps of ['Get up.', {}, null])
      expect(ownBreak({ steps })).toMatchObject({ field: 'ownBreaks.own-a.steps' });
  });

  it('comes twenty times at most', () => {
    expect(refusal({ ownBreaks: many(OWN_LIMITS.breaks, BREAK) })).toBeNull();
    expect(refusal({ ownBreaks: many(OWN_LIMITS.breaks + 1, BREAK) })).toMatchObject({
      field: 'ownBreaks',
      limit: 20,
    });
  });
});

describe('the id of an own item', () => {
  it.each(['ownPatterns', 'ownBreaks'] as const)('is a short word after “own-”: %s', (field) => {
    const entry = field === 'ownPatterns' ? OWN : BREAK;
    for (const id of ['own-a', 'own-0', 'own-abcdefghij012345'])
      expect(refusal({ [field]: { [id]: entry } })).toBeNull();
    for (const id of ['own-', 'a', 'box', 'own-A', 'own-a b', 'own-abcdefghij0123456'])
      expect(refusal({ [field]: { [id]: entry } })).toEqual({
        field: `${field}.${id}`,
        problem: 'invalid',
      });
    for (const id of ['constructor', 'prototype', 'toString'])
      expect(refusal({ [field]: { [id]: entry } })).toMatchObject({ field: `${field}.${id}` });
  });
});

describe('a change of the preferences', () => {
  const before = patched({
    ownPatterns: { 'own-a': OWN },
    ownBreaks: { 'own-b': BREAK },
    paces: { even: 9 },
  });

  it('merges what belongs together entry by entry, and leaves the rest', () => {
    const after = patched(
      {
        sound: { breathing: true },
        sequence: { walk: false },
        careRead: { eyes: true },
        paces: { easy: 12 },
        ownPatterns: { 'own-c': OWN },
        scene: 'night',
      },
      before,
    );
    expect(after).toEqual({
      ...before,
      scene: 'night',
      sound: { bell: true, breathing: true, loudness: 20 },
      sequence: { movement: true, walk: false, last: 'breathing' },
      careRead: { ...before.careRead, eyes: true },
      paces: { even: 9, easy: 12 },
      ownPatterns: { 'own-a': OWN, 'own-c': OWN },
    });
  });

  it('takes an entry away by null, also one that is not there', () => {
    const without = {
      paces: { even: null, easy: null },
      ownPatterns: { 'own-a': null },
      ownBreaks: { 'own-b': null, 'own-z': null },
    };
    expect(patched(without, before)).toEqual({
      ...before,
      paces: {},
      ownPatterns: {},
      ownBreaks: {},
    });
  });

  it('replaces own items as a whole', () => {
    const shorter = { title: 'Tea', steps: [] };
    expect(patched({ ownBreaks: { 'own-b': shorter } }, before).ownBreaks['own-b']).toEqual(
      shorter,
    );
  });

  it('leaves nothing out of a part that always has all of its fields', () => {
    expect(refusal({ sound: { bell: null } })).toEqual({ field: 'sound.bell', problem: 'missing' });
  });

  it('with nothing in it changes nothing, and never the preferences that it was given', () => {
    const copy = structuredClone(before);
    expect(withPreferencesPatch(before, {})).toEqual(before);
    withPreferencesPatch(before, { sound: { bell: false }, ownPatterns: { 'own-a': null } });
    expect(before).toEqual(copy);
  });
});

describe('stored preferences', () => {
  it('of before a field existed gets what that is at first', () => {
    const { noise: _, ...older } = { ...DEFAULT_PREFERENCES, seated: true };
    expect(decodePageRecord(PREFERENCES, encode(older))).toEqual({
      is: 'ok',
      value: { ...DEFAULT_PREFERENCES, seated: true },
    });
    expect(decodePageRecord(PREFERENCES, encode({}))).toEqual({
      is: 'ok',
      value: DEFAULT_PREFERENCES,
    });
  });

  it('that is missing, newer or damaged is told apart', () => {
    expect(decodePageRecord(PREFERENCES, undefined)).toEqual({ is: 'missing' });
    expect(decodePageRecord(PREFERENCES, { version: VERSION + 1, shape: 'other' })).toEqual({
      is: 'newer',
    });
    expect(decodePageRecord(PREFERENCES, encode({ scene: 'noon' }))).toMatchObject({
      is: 'damaged',
      refusal: { field: 'scene' },
    });
    for (const value of [null, 5, 'x', [], [DEFAULT_PREFERENCES]])
      expect(decodePageRecord(PREFERENCES, encode(value)).is).toBe('damaged');
  });

  it('comes back as it was written', () => {
    const preferences = patched({ ownPatterns: { 'own-a': OWN }, ownBreaks: { 'own-b': BREAK } });
    expect(decodePageRecord(PREFERENCES, JSON.parse(JSON.stringify(encode(preferences))))).toEqual({
      is: 'ok',
      value: preferences,
    });
  });

  it('is read without an error, whatever lies there', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true });
    const nearly = fc.record(
      {
        sound: anything,
        paces: fc.dictionary(fc.constantFrom(...PATTERN_IDS, 'own-a', '__proto__'), anything),
        ownPatterns: fc.dictionary(
          fc.constantFrom('own-a', 'constructor', '__proto__'),
          fc.oneof(
            anything,
            fc.record({
              inSeconds: anything,
              topUpSeconds: anything,
              holdSeconds: fc.oneof(anything, fc.integer()),
              outSeconds: anything,
              holdOutSeconds: anything,
              name: fc.string(),
            }),
          ),
        ),
        ownBreaks: fc.dictionary(fc.constant('own-a'), anything),
        careRead: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, nearly), (value) => {
        const decoded = decodePageRecord(PREFERENCES, { version: VERSION, value });
        if (decoded.is === 'ok')
          expect(parsed(PREFERENCES.schema, decoded.value)).toEqual({
            is: 'ok',
            value: decoded.value,
          });
        else expect(decoded).toMatchObject({ refusal: { field: expect.any(String) } });
        expect(() => decodePageRecord(PREFERENCES, value)).not.toThrow();
        expect(({} as { polluted?: 1 }).polluted).toBeUndefined();
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('a pattern at another pace', () => {
  const PACED = PATTERN_IDS.map((id) => PATTERNS[id]).filter((each) => cycleSeconds(each) > 0);
  const paces = fc.integer({ min: 14, max: 38 }).map((halves) => halves / 2);

  it('has the length that was asked for, of which every phase keeps its share', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PACED), paces, (pattern, seconds) => {
        const paced = atPace(pattern, seconds);
        expect(cycleSeconds(paced)).toBeCloseTo(seconds, 9);
        const shares = (of: typeof pattern) =>
          phasesOf(of).map(([phase, length]) => [phase, length / cycleSeconds(of)]);
        for (const [index, [phase, share]] of shares(pattern).entries()) {
          expect(shares(paced)[index]?.[0]).toBe(phase);
          expect(shares(paced)[index]?.[1]).toBeCloseTo(share as number, 9);
        }
      }),
    );
  });

  it('fits as often as it should, whatever the fractions', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PACED),
        paces,
        fc.integer({ min: 1, max: 23 }),
        (pattern, seconds, times) => {
          const most = Math.floor(pattern.limitSeconds / seconds);
          expect(cyclesIn(atPace(pattern, seconds), seconds * times)).toBe(Math.min(times, most));
        },
      ),
    );
  });

  it('is offered for every pattern with a pace; with holds it only gets easier', () => {
    for (const [id, pattern] of Object.entries(PATTERNS)) {
      const { cycleLimits } = pattern;
      if (hasHolds(pattern)) expect(cycleLimits?.max, id).toBe(cycleSeconds(pattern));
      else expect(cycleLimits, id).toEqual(pattern.inSeconds > 0 ? { min: 7, max: 13 } : null);
    }
  });

  it('has the seconds of the soft patterns where a pattern with holds is easiest', () => {
    const box = patternOf('box', patched({ paces: { box: 12 } }));
    expect(phasesOf(box).map(([, seconds]) => seconds)).toEqual([3, 3, 3, 3]);
    const half = patternOf('fourSevenEight', patched({ paces: { fourSevenEight: 9.5 } }));
    expect(phasesOf(half).map(([, seconds]) => seconds)).toEqual([2, 3.5, 4]);
  });

  it('gets easier step by step: shorter holds, then none', () => {
    const once = easierThan(PATTERNS.box);
    expect(once && cycleSeconds(once)).toBe(12);
    const twice = once && easierThan(once);
    expect(twice).toEqual(PATTERNS.easy);
    expect(twice && easierThan(twice)).toBeNull();
  });

  it('is kept by pattern, in half seconds from 7 to 13', () => {
    for (const seconds of [7, 9.5, 13]) expect(refusal({ paces: { even: seconds } })).toBeNull();
    expect(refusal({ paces: { even: 6.5 } })).toEqual({
      field: 'paces.even',
      problem: 'tooSmall',
      limit: 7,
    });
    expect(refusal({ paces: { even: 13.5 } })).toMatchObject({ problem: 'tooLarge', limit: 13 });
    expect(refusal({ paces: { even: 9.25 } })).toMatchObject({ problem: 'invalid' });
    expect(refusal({ paces: { 'own-a': 9 } })).toMatchObject({ field: 'paces.own-a' });
    expect(refusal({ paces: { noticing: 9 } })).toMatchObject({ field: 'paces.noticing' });
    expect(refusal({ paces: { box: 16.5 } })).toMatchObject({ problem: 'tooLarge', limit: 16 });
    expect(refusal({ paces: { fourSevenEight: 9 } })).toMatchObject({ limit: 9.5 });
  });
});

describe('the pattern by its id', () => {
  it('is the usual one for every name that an object has without being given it', () => {
    for (const id of Object.getOwnPropertyNames(Object.prototype))
      expect(patternOf(id as PatternId, DEFAULT_PREFERENCES)).toBe(PATTERNS.longExhale);
  });

  it('is ours, at the preferred pace', () => {
    expect(patternOf('even', DEFAULT_PREFERENCES)).toBe(PATTERNS.even);
    const paced = patternOf('even', patched({ paces: { even: 8 } }));
    expect(paced).toMatchObject({ inSeconds: 4, outSeconds: 4, sources: PATTERNS.even.sources });
  });

  it('is the own one, with no claims', () => {
    const preferences = patched({ ownPatterns: { 'own-a': OWN } });
    expect(patternOf('own-a', preferences)).toMatchObject({ ...OWN, sources: [] });
  });

  it('warns of holds in an own pattern, and offers one without', () => {
    const paused = patternOf('own-a', patched({ ownPatterns: { 'own-a': OWN } }));
    expect(paused).toMatchObject({ caution: 'holds', withoutHolds: 'longExhale', easier: 'easy' });
    const plain = { ...OWN, holdSeconds: 0 };
    expect(patternOf('own-a', patched({ ownPatterns: { 'own-a': plain } }))).toMatchObject({
      caution: 'overBreathing',
      withoutHolds: null,
    });
  });

  it('leads to no easier pace that would be slower', () => {
    const fast = { ...phases(2, 0, 0, 3, 0), name: 'Quick' };
    expect(patternOf('own-a', patched({ ownPatterns: { 'own-a': fast } })).easier).toBeNull();
  });

  it.each([null, 'own-gone', 'someday', 'constructor', 'toString'])(
    'is the usual one where it is unknown: %s',
    (id) => {
      expect(patternOf(id as 'own-gone', DEFAULT_PREFERENCES)).toEqual(PATTERNS.longExhale);
    },
  );

  it('has a pause only if it says so', () => {
    for (const id of PATTERN_IDS)
      expect(hasHolds(patternOf(id, DEFAULT_PREFERENCES))).toBe(PATTERNS[id].caution === 'holds');
  });
});

it('has a note for each kind of care', () => {
  expect(Object.keys(DEFAULT_PREFERENCES.careRead)).toEqual([...CARE_NOTES]);
});
