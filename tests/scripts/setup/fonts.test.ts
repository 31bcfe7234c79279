import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SetupError } from '../../../scripts/setup/command.mjs';
import { absentFonts, ensureFonts } from '../../../scripts/setup/fonts.mjs';

const nothing = () => false;
const packages = (languages: string[], isThere: (language: string) => boolean) =>
  absentFonts(languages, isThere).map(({ debian }) => debian);

describe('the fonts for pictures', () => {
  it('are asked for once each', () => {
    expect(packages(['ja', 'ko', 'zh_TW', 'ar', 'hi'], nothing)).toEqual([
      'fonts-noto-cjk',
      'fonts-noto-core',
    ]);
  });

  it('are asked for only for the languages in the pictures', () => {
    expect(packages(['en', 'de', 'uk'], nothing)).toEqual([]);
    expect(packages(['en', 'he'], nothing)).toEqual(['fonts-noto-core']);
  });

  it('are asked for only where the machine has none', () => {
    expect(packages(['ja', 'ar'], (language) => language === 'ja')).toEqual(['fonts-noto-core']);
  });

  it('are known for each language in letters of its own', () => {
    const inOwnLetters = readdirSync('public/_locales').filter((language) => {
      const script = new Intl.Locale(language.replace('_', '-')).maximize().script ?? '';
      return !['Latn', 'Cyrl', 'Grek'].includes(script);
    });
    const known = inOwnLetters.filter((language) => packages([language], nothing).length > 0);
    expect(known).toEqual(inOwnLetters);
  });

  it('are not installed while nothing is absent', async () => {
    const refuse = () => Promise.reject(new Error('installed'));
    await ensureFonts(['ja'], refuse, () => true);
  });

  it('stop no picture where they can’t be installed', async () => {
    const refuse = () => Promise.reject(new SetupError('Not found: fonts.'));
    await expect(ensureFonts(['ja'], refuse, nothing)).resolves.toBeUndefined();
  });
});
