import { own } from '../../core/own.ts';

const TO_READ =
  /^(settings|sees|welcome|manner|history|why|evidence|frame|claims?|unsaid|browse|article|problem|unseen|lost)_/;
const OF_A_BREAK =
  /^(script|after|break|pattern|tension|trial|care|question|strength|massage|enough)_/;

/**
 * Whether a message is only for pages to read: settings, welcome, your days, "Why this may help", "The evidence",
 * the break, and what comes after the popup's dial. The build puts these into a file of their own, which is
 * loaded only there: Chromium reads its whole file of messages before the first word, and the dial waits some
 * 4 ms longer for each 60 kB.
 */
export const isPageWord = (key: string): boolean =>
  (TO_READ.test(key) || OF_A_BREAK.test(key)) && !key.startsWith('why_silent_');

/** Names of pages, which every page to read has in its menu. */
const PAGE_TITLES = ['why_title', 'evidence_title'];

/**
 * Whether a language may do without a message, which is then shown in English: explanations, and the pages
 * "Why this may help" and "The evidence".
 */
export const mayStayEnglish = (key: string): boolean =>
  /^(article|claims?|evidence|unsaid|why)_(?!silent_)/.test(key) && !PAGE_TITLES.includes(key);

/** What a language translates as a whole or not at all, so that no text is in two languages. */
export function wholeOf(key: string): string {
  if (key.startsWith('article_')) return key.replace(/_[a-z]+$/, '');
  const [piece] = key.match(/^why_(gears|known|moment|research)(?=_)/) ?? [];
  return piece ?? (key.startsWith('why_') ? 'why' : 'evidence');
}

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

type Messages = [key: string, message: Message][];

/**
 * The two files that the build makes of a message file, without the notes for translators, which no browser
 * reads. In the second one, placeholders are `$1`, `$2` ….
 */
export function messageFiles(
  text: string,
  english?: string,
): Record<'messages' | 'pageWords', string> {
  const all = messagesIn(text);
  const words = pageWordsIn(all);
  return {
    messages: JSON.stringify(Object.fromEntries(all.filter(([key]) => !isPageWord(key)))),
    pageWords:
      english === undefined
        ? `export default ${JSON.stringify(Object.fromEntries(words))};`
        : besideEnglish(new Map(words), pageWordsIn(messagesIn(english))),
  };
}

const messagesIn = (text: string): Messages =>
  Object.entries(
    JSON.parse(text, (key, value) => (/^(description|example)$/.test(key) ? undefined : value)),
  );

const pageWordsIn = (all: Messages): [key: string, words: string][] =>
  all.filter(([key]) => isPageWord(key)).map(([key, message]) => [key, numbered(message)]);

const numbered = ({ message, placeholders = {} }: Message): string =>
  message.replace(
    /\$(\w+)\$/g,
    (_, name: string) => own(placeholders, name.toLowerCase())?.content ?? '',
  );

/**
 * The words in the order of the English ones, because the keys would be a quarter of the file. It takes what it
 * lacks from English, and names that.
 */
function besideEnglish(words: Map<string, string>, english: [string, string][]): string {
  const keys = english.map(([key]) => key);
  const further = [...words].filter(([key]) => !keys.includes(key));
  return [
    "import english from './en.js';",
    `const own = ${JSON.stringify(keys.map((key) => words.get(key) ?? 0))};`,
    `const words = { ...english, ...${JSON.stringify(Object.fromEntries(further))} };`,
    'const keys = Object.keys(english);',
    'keys.forEach((key, nth) => { if (own[nth]) words[key] = own[nth]; });',
    'export const inEnglish = keys.filter((_, nth) => !own[nth]);',
    'export default words;',
  ].join('\n');
}
