import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../tests/driver/temporaryFolder.ts';
import { inLanguage, longer, type Messages, mirrored } from './pseudo.ts';

/** What the pictures are taken in, and what the browser is started with for it. */
export const LANGUAGES = {
  en: { say: (message: string) => message, flags: [] },
  pseudo: { say: longer, flags: [] },
  // `@@bidi_dir` follows the browser's own direction, and not every system has its words in such a language.
  rtl: { say: mirrored, flags: ['--force-ui-direction=rtl'] },
} satisfies Record<string, { say: (message: string) => string; flags: string[] }>;
export type Language = keyof typeof LANGUAGES;

/** Takes every message, and does nothing: what is stored stays as it is while a picture is taken. */
const SILENT_WORKER =
  'chrome.runtime.onMessage.addListener((message, sender, reply) => reply({ ok: true }));';

/** A copy of the built package in another language, with pages as they are and nobody behind them. */
export function packageIn(language: Language, dist: string): string {
  const copy = join(temporaryFolder('package'), 'package');
  cpSync(dist, copy, { recursive: true });
  writeFileSync(join(copy, 'background.js'), SILENT_WORKER);
  const folder = join(copy, '_locales/en');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Messages;
  writeFileSync(file, JSON.stringify(inLanguage(messages, LANGUAGES[language].say)));
  return copy;
}
