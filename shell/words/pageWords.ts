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

interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}

/**
 * The two files that the build makes of a message file, without the notes for translators, which no browser
 * reads. In the second one, placeholders are `$1`, `$2` ….
 */
export function messageFiles(text: string): { messages: string; pageWords: string } {
  const all: [string, Message][] = Object.entries(
    JSON.parse(text, (key, value) => (key === 'description' ? undefined : value)),
  );
  const messages = all.filter(([key]) => !isPageWord(key));
  const words = all
    .filter(([key]) => isPageWord(key))
    .map(([key, message]) => [key, numbered(message)]);
  return {
    messages: JSON.stringify(Object.fromEntries(messages)),
    pageWords: `export default ${JSON.stringify(Object.fromEntries(words))};`,
  };
}

const numbered = ({ message, placeholders = {} }: Message): string =>
  message.replace(
    /\$(\w+)\$/g,
    (_, name: string) => own(placeholders, name.toLowerCase())?.content ?? '',
  );
