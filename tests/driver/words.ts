import { readFileSync } from 'node:fs';
import type { MessageKey } from '../../shell/words/t.ts';

const file = new URL('../../public/_locales/en/messages.json', import.meta.url);
interface Message {
  message: string;
  placeholders?: Record<string, { content: string }>;
}
const messages: Record<string, Message> = JSON.parse(readFileSync(file, 'utf8'));

/** A message in English with its placeholders filled in order. The browsers of these tests speak English. */
export function word(key: MessageKey, ...gaps: string[]): string {
  const { message, placeholders = {} } = messages[key] as Message;
  return message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const nth = placeholders[name.toLowerCase()]?.content.slice(1);
    return gaps[Number(nth) - 1] ?? '';
  });
}

/** Matches any text that contains this. */
export const saying = (text: string): RegExp =>
  new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
