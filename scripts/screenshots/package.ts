import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../tests/driver/temporaryFolder.ts';
import { inLanguage, longer, type Messages, mirrored } from './pseudo.ts';

/** The languages of the pictures, and the browser flags they need. */
export const LANGUAGES = {
  en: { say: (message: string) => message, flags: [] },
  pseudo: { say: longer, flags: [] },
  // Also the browser's own parts of a page, such as scroll bars.
  rtl: { say: mirrored, flags: ['--force-ui-direction=rtl'] },
} satisfies Record<string, { say: (message: string) => string; flags: string[] }>;
export type Language = keyof typeof LANGUAGES;

/** Accepts every message and does nothing, so that what is stored stays the same. */
const SILENT_WORKER =
  'chrome.runtime.onMessage.addListener((message, sender, reply) => reply({ ok: true }));';

/** Copies the built package into another language, with a background that does nothing. */
export function packageIn(language: Language, dist: string): string {
  const copy = join(temporaryFolder('package'), 'package');
  cpSync(dist, copy, { recursive: true });
  writeFileSync(join(copy, 'background.js'), SILENT_WORKER);
  const folder = join(copy, '_locales/en');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Messages;
  const { say } = LANGUAGES[language];
  const direction = { message: language === 'rtl' ? 'rtl' : 'ltr' };
  const others = { ...inLanguage(messages, say), common_direction: direction };
  writeFileSync(file, JSON.stringify(others));
  const words = join(copy, 'words/en.js');
  const [, page = ''] = readFileSync(words, 'utf8').match(/^export default (.*);$/s) ?? [];
  const said = Object.entries<string>(JSON.parse(page)).map(([key, text]) => [key, say(text)]);
  writeFileSync(words, `export default ${JSON.stringify(Object.fromEntries(said))};`);
  return copy;
}
