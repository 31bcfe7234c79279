/** Fonts for pictures. A new Linux has none for most scripts, and draws boxes in their place. */
import { spawnSync } from 'node:child_process';
import { SetupError, say } from './command.mjs';
import { install } from './system.mjs';

const NOTO = { name: 'fonts for Arabic, Hebrew and Hindi', debian: 'fonts-noto-core' };
const CJK = { name: 'fonts for Chinese, Japanese and Korean', debian: 'fonts-noto-cjk' };

/** The fonts that languages need beside Latin, Cyrillic and Greek letters, which come with a browser. */
const FONTS = {
  ar: NOTO,
  fa: NOTO,
  he: NOTO,
  hi: NOTO,
  ja: CJK,
  ko: CJK,
  // The artificial language in Arabic letters.
  rtl: NOTO,
  zh_CN: CJK,
  zh_TW: CJK,
};

/**
 * The packages of fonts that these languages lack.
 * @param {readonly string[]} languages
 * @param {(language: string) => boolean} isThere
 */
export function absentFonts(languages, isThere = hasFontFor) {
  const absent = languages.filter((language) => language in FONTS && !isThere(language));
  return [...new Set(absent.map((language) => FONTS[language]))];
}

/**
 * Installs the fonts that these languages lack. If that is impossible, says so: the pictures can still be taken.
 * @param {readonly string[]} languages
 * @param {(needs: { name: string, debian: string }[]) => Promise<void>} installs
 * @param {(language: string) => boolean} isThere
 */
export async function ensureFonts(languages, installs = install, isThere = hasFontFor) {
  const absent = absentFonts(languages, isThere);
  if (absent.length === 0) return;
  try {
    await installs(absent);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(`${error.message}\nUntil then, pictures show boxes in place of letters.`);
  }
}

function hasFontFor(language) {
  // Windows and macOS have fonts for all of them.
  if (process.platform !== 'linux') return true;
  const code = language === 'rtl' ? 'ar' : language.replace('_', '-').toLowerCase();
  const { stdout } = spawnSync('fc-list', [`:lang=${code}`, 'file'], { encoding: 'utf8' });
  // A machine without this program has hardly a font either.
  return Boolean(stdout?.trim());
}
