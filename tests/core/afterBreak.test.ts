import { describe, expect, it } from 'vitest';
import { afterBreak } from '../../core/afterBreak.ts';
import messages from '../../public/_locales/en/messages.json';

const whole = { pattern: null, seconds: 300, left: false, taken: true } as const;

describe('the sentence after a break', () => {
  it.each([
    ['longExhale', 'after_longExhale', 'textbook', ['vandiest2014']],
    ['even', 'after_even', 'strong', ['laborde2022']],
    ['cyclicSighing', 'after_cyclicSighing', 'early', ['balban2023']],
    ['noticing', 'after_noticing', null, []],
  ] as const)('speaks of the pattern that was breathed: %s', (pattern, key, strength, sources) => {
    const said = afterBreak({ ...whole, kind: 'breathing', pattern });
    expect(said).toEqual({ key, strength, sources });
  });

  it('claims nothing of a breathing break without a pattern', () => {
    expect(afterBreak({ ...whole, kind: 'breathing' })?.key).toBe('after_noticing');
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

  it('says nothing at all, and blames nobody, when it was left before half', () => {
    expect(afterBreak({ ...whole, kind: 'stillness', left: true, taken: false })).toBeNull();
  });

  it('says of a rest of one’s own that it counted', () => {
    expect(afterBreak({ ...whole, kind: 'rest' })).toEqual({
      key: 'after_rest',
      strength: 'moderate',
      sources: ['albulescu2022'],
    });
  });

  it('has words and, for each claim, a source', () => {
    const all = [
      ...(['longExhale', 'even', 'cyclicSighing', 'noticing'] as const).map((pattern) =>
        afterBreak({ ...whole, kind: 'breathing', pattern }),
      ),
      afterBreak({ ...whole, kind: 'stillness' }),
      afterBreak({ ...whole, kind: 'stillness', seconds: 900 }),
      afterBreak({ ...whole, kind: 'stillness', left: true }),
      afterBreak({ ...whole, kind: 'rest' }),
    ];
    for (const said of all) {
      expect(messages).toHaveProperty(said?.key ?? 'none');
      expect(said?.sources.length === 0).toBe(said?.strength === null);
    }
  });
});
