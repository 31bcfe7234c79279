import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  inLanguage,
  longer,
  type Messages,
  mirrored,
} from '../../../scripts/screenshots/pseudo.ts';

const ENGLISH: Messages = JSON.parse(readFileSync('public/_locales/en/messages.json', 'utf8'));
const gapsOf = (message: string) => message.match(/\$\w+\$|\$\d|\$\$/g) ?? [];
const ALL = Object.values(ENGLISH).map(({ message }) => message);

describe('the longer language', () => {
  it('accents letters, says vowels for longer, and shows where a text begins and ends', () => {
    expect(longer('Leave it so')).toBe('[Ļéààṽéé îţ šööö]');
  });

  it('is 40 % longer, a few letters more or less', () => {
    const texts = ALL.filter((text) => gapsOf(text).length === 0);
    const wrong = texts.filter((text) => {
      const more = longer(text).length - '[]'.length - text.length;
      return Math.abs(more - 0.4 * text.length) > 1;
    });
    expect(wrong).toEqual([]);
  });

  it('breaks where English does', () => {
    const words = (text: string) => text.split(' ').length;
    expect(ALL.filter((text) => words(longer(text)) !== words(text))).toEqual([]);
  });
});

describe('the mirrored language', () => {
  it('is written in letters that run from right to left', () => {
    expect(mirrored('Breathe')).toBe('برياتهي');
  });

  it('leaves no English letter outside a gap', () => {
    const left = ALL.filter((text) => /[a-z]/i.test(mirrored(text).replace(/\$\w+\$/g, '')));
    expect(left).toEqual([]);
  });
});

describe('either language', () => {
  it.each([longer, mirrored])('keeps the gaps as they are', (say) => {
    expect(ALL.filter((text) => `${gapsOf(say(text))}` !== `${gapsOf(text)}`)).toEqual([]);
  });

  it('leaves the name of the product, and the gaps of each message', () => {
    const changed = inLanguage(ENGLISH, longer);
    expect(changed.extName).toEqual(ENGLISH.extName);
    for (const [key, { placeholders }] of Object.entries(ENGLISH))
      expect(changed[key]?.placeholders).toEqual(placeholders);
  });
});
