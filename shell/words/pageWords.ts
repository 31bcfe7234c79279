import { own } from '../../core/own.ts';

/**
 * Whether a message is only for pages to read: settings, welcome, history, "Why this may help", "The evidence",
 * and the explanations that come after the popup's dial. The build puts these into a file of their own, which
 * is loaded only there: Chromium reads its whole file of messages before the first word, and the dial waited
 * 20 ms longer.
 */
export const isPageWord = (key: string): boolean =>
  /^(settings|sees|welcome|history|why|evidence|frame|claims?|unsaid|browse|article|problem)_/.test(
    key,
  ) && !key.startsWith('why_silent_');

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
