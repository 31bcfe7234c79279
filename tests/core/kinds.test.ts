import { describe, expect, it } from 'vitest';
import { BREAK_KINDS, kindWord, SETTLE_SECONDS, SURPRISES } from '../../core/kinds.ts';
import messages from '../../public/_locales/en/messages.json';

describe('the kinds of break', () => {
  it('have a word each, and own ones share one', () => {
    for (const kind of [...BREAK_KINDS, 'surprise'] as const) expect(kindWord(kind)).toBe(kind);
    expect(kindWord('own-tea')).toBe('own');
    expect(kindWord('own-a')).toBe('own');
  });

  it('surprise by default with what can be done at the desk', () => {
    expect(SURPRISES).toEqual(['breathing', 'stillness', 'movement', 'neck', 'hands', 'eyes']);
  });

  it('leave three seconds to arrive', () => {
    expect(SETTLE_SECONDS).toBe(3);
  });

  it('have a name each', () => {
    const named = Object.keys(messages);
    for (const kind of BREAK_KINDS)
      expect(
        named.some((key) => key.endsWith(`_${kind}`)),
        kind,
      ).toBe(true);
  });
});
