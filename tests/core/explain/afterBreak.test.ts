import { describe, expect, it } from 'vitest';
import { SOURCES } from '../../../core/evidence/sources.ts';
import { afterBreak } from '../../../core/explain/afterBreak.ts';
import { BREAK_KINDS } from '../../../core/kinds.ts';
import { PATTERN_IDS } from '../../../core/patternIds.ts';
import messages from '../../../public/_locales/en/messages.json';

const whole = { pattern: null, seconds: 300, left: false, taken: true } as const;

describe('the sentence after a break', () => {
  it.each([
    ['longExhale', 'after_longExhale', 'textbook', ['vandiest2014']],
    ['even', 'after_even', 'strong', ['laborde2022']],
    ['cyclicSighing', 'after_cyclicSighing', 'early', ['balban2023']],
    ['easy', 'after_even', 'strong', ['laborde2022']],
    ['noticing', 'after_noticing', null, []],
  ] as const)('speaks of the pattern that was breathed: %s', (pattern, key, strength, sources) => {
    const said = afterBreak({ ...whole, kind: 'breathing', pattern });
    expect(said).toEqual({ key, strength, sources });
  });

  it('claims nothing for a breathing break without a pattern, with holds, or with an own pattern', () => {
    const patterns = ['box', 'fourSevenEight'] as const;
    for (const pattern of [...patterns, 'own-a', 'someday', 'constructor', null] as const)
      expect(afterBreak({ ...whole, kind: 'breathing', pattern: pattern as 'box' })).toEqual({
        key: 'after_noticing',
        strength: null,
        sources: [],
      });
  });

  it.each([
    ['movement', 'after_movement', 'early', ['shoemaker1997']],
    ['neck', 'after_massage', 'early', ['hinds2004']],
    ['hands', 'after_massage', 'early', ['hinds2004']],
    ['heart', 'after_heart', 'early', ['dreisoerner2021']],
    ['eyes', 'after_eyes', 'textbook', []],
    ['water', 'after_water', 'moderate', ['valtin2002']],
    ['own-tea', 'after_own', null, []],
  ] as const)('speaks of what was done: %s', (kind, key, strength, sources) => {
    expect(afterBreak({ ...whole, kind })).toEqual({ key, strength, sources });
  });

  it('claims nothing of a stillness shorter than the one that was studied', () => {
    const said = (seconds: number) => afterBreak({ ...whole, kind: 'stillness', seconds });
    expect(said(599)).toEqual({ key: 'after_stillness', strength: null, sources: [] });
    expect(said(600)).toEqual({
      key: 'after_stillness_long',
      strength: 'early',
      sources: ['meier2020'],
    });
  });

  it('says that part of a break is a break when half or more was taken', () => {
    const said = afterBreak({ ...whole, kind: 'breathing', pattern: 'even', left: true });
    expect(said).toEqual({ key: 'after_part', strength: null, sources: [] });
  });

  it('says nothing, without blame, when it was left before half', () => {
    expect(afterBreak({ ...whole, kind: 'stillness', left: true, taken: false })).toBeNull();
  });

  it('says that a natural rest counted', () => {
    expect(afterBreak({ ...whole, kind: 'rest' })).toEqual({
      key: 'after_rest',
      strength: 'moderate',
      sources: ['albulescu2022'],
    });
  });

  it('takes turns with six plain sentences, then begins again', () => {
    const ways = [
      ...[...BREAK_KINDS, 'own-tea' as const].map((kind) => ({ ...whole, kind })),
      ...PATTERN_IDS.map((pattern) => ({ ...whole, kind: 'breathing' as const, pattern })),
      { ...whole, kind: 'stillness' as const, seconds: 900 },
    ];
    for (const way of ways) {
      const said = Array.from({ length: 7 }, (_, turn) => afterBreak({ ...way, turn }));
      expect(new Set(said.map((one) => one?.key)).size).toBe(7);
      for (const one of said.slice(1)) {
        expect(one).toMatchObject({ strength: null, sources: [] });
        const { message } = messages[one?.key ?? 'after_own'];
        expect(message.split(' ').length, message).toBeLessThanOrEqual(12);
      }
      expect(afterBreak({ ...way, turn: 7 })).toEqual(said[0]);
    }
  });

  it('has words and, for each claim, a source', () => {
    const all = [
      ...PATTERN_IDS.map((pattern) => afterBreak({ ...whole, kind: 'breathing', pattern })),
      ...[...BREAK_KINDS, 'own-tea' as const].map((kind) => afterBreak({ ...whole, kind })),
      afterBreak({ ...whole, kind: 'stillness' }),
      afterBreak({ ...whole, kind: 'stillness', seconds: 900 }),
      afterBreak({ ...whole, kind: 'stillness', left: true }),
      afterBreak({ ...whole, kind: 'rest' }),
    ];
    for (const said of all) {
      expect(messages).toHaveProperty(said?.key ?? 'none');
      // Textbook knowledge needs no study.
      const needsNone = said?.strength === null || said?.strength === 'textbook';
      if (!needsNone) expect(said?.sources).not.toEqual([]);
      if (said?.strength === null) expect(said.sources).toEqual([]);
      for (const source of said?.sources ?? []) expect(SOURCES).toHaveProperty(source);
    }
  });
});
