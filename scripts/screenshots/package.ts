import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../tests/driver/temporaryFolder.ts';
import { ROOT } from '../setup/command.mjs';
import { inLanguage, longer, type Messages, mirrored } from './pseudo.ts';

/** Makes the browser's own parts of a page, such as scroll bars, stand as the words do. */
const FROM_RIGHT = '--force-ui-direction=rtl';

const ARTIFICIAL = {
  pseudo: { say: longer, flags: [], direction: 'ltr' },
  rtl: { say: mirrored, flags: [FROM_RIGHT], direction: 'rtl' },
} as const;

const LOCALES = join(ROOT, 'public/_locales');

/** The languages that Exhale speaks. */
export const SPOKEN: readonly string[] = readdirSync(LOCALES);

/** What pictures can be taken in: English, two artificial languages, and those that Exhale speaks. */
export const LANGUAGES: readonly string[] = [
  ...new Set(['en', ...Object.keys(ARTIFICIAL), ...SPOKEN]),
];

/** Accepts every message and does nothing, so that what is stored stays the same. */
const SILENT_WORKER =
  'chrome.runtime.onMessage.addListener((message, sender, reply) => reply({ ok: true }));';

const messagesOf = (locale: string): Messages =>
  JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'));

/** The browser flags that a language needs. Not every browser has its own words in every language. */
export function flagsOf(language: string): readonly string[] {
  if (language in ARTIFICIAL) return ARTIFICIAL[language as keyof typeof ARTIFICIAL].flags;
  const isFromRight = messagesOf(language).common_direction?.message === 'rtl';
  return [`--lang=${language.replace('_', '-')}`, ...(isFromRight ? [FROM_RIGHT] : [])];
}

/** Copies the built package, with a background that does nothing. It speaks one language in every browser. */
export function packageIn(language: string, dist: string): string {
  const copy = join(temporaryFolder('package'), 'package');
  cpSync(dist, copy, { recursive: true });
  writeFileSync(join(copy, 'background.js'), SILENT_WORKER);
  if (language in ARTIFICIAL) translate(copy, ARTIFICIAL[language as keyof typeof ARTIFICIAL]);
  else if (language !== 'en')
    cpSync(join(copy, '_locales', language), join(copy, '_locales/en'), { recursive: true });
  return copy;
}

function translate(copy: string, { say, direction }: (typeof ARTIFICIAL)['pseudo' | 'rtl']): void {
  const folder = join(copy, '_locales/en');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Messages;
  const others = { ...inLanguage(messages, say), common_direction: { message: direction } };
  writeFileSync(file, JSON.stringify(others));
  const words = join(copy, 'words/en.js');
  const [, page = ''] = readFileSync(words, 'utf8').match(/^export default (.*);$/s) ?? [];
  const said = Object.entries<string>(JSON.parse(page)).map(([key, text]) => [key, say(text)]);
  writeFileSync(words, `export default ${JSON.stringify(Object.fromEntries(said))};`);
}
