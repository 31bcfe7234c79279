import { describe, expect, it } from 'vitest';
import { patternOf } from '../../../scripts/setup/endToEnd.mjs';

const fits = (words: string[], name: string) => new RegExp(patternOf(words)).test(name);

describe('words after npm run e2e', () => {
  it('fit a name that has them all, in any order and in any letters', () => {
    expect(fits(['popup', 'later'], 'the popup answers with Later')).toBe(true);
    expect(fits(['Later', 'POPUP'], 'the popup answers with Later')).toBe(true);
    expect(fits(['popup', 'skip'], 'the popup answers with Later')).toBe(false);
  });

  it('are taken as they are written', () => {
    expect(fits(['a.c'], 'abc')).toBe(false);
    expect(fits(['"Later"'], 'closes on "Later"')).toBe(true);
  });
});
