import { readFileSync } from 'node:fs';
import { SOURCES } from '../../core/evidence/sources.ts';
import { mayStayEnglish } from '../../shell/words/pageWords.ts';
import type { TextInPage } from './textsInPage.ts';

type Messages = Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

const messagesOf = (locale: string): Messages =>
  JSON.parse(
    readFileSync(new URL(`../../public/_locales/${locale}/messages.json`, import.meta.url), 'utf8'),
  );

const CITATIONS: ReadonlySet<string> = new Set(
  Object.values(SOURCES).map(({ citation }) => citation),
);
/** The same in every language: the product, keys, addresses. */
const NAMES = /^(Exhale|[a-z-]+(\.[a-z]+)+|(\w+\+)*(Alt|Ctrl|Shift)(\+\w+)+|\d+\.\d+\.\d+)$/;
const GAP = /\$\w+\$/;
/** Longer ways of putting words together than any that there is. */
const DEEPEST = 4;

const escaped = (text: string) =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** Without the marks that only tell the direction of what is beside them. */
const plainOf = (text: string) =>
  text
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Says whether a text is one of these messages, with the gaps filled by the same language. */
class Speech {
  private readonly whole = new Set<string>();
  private readonly patterns: { pattern: RegExp; greedy: RegExp }[] = [];
  private readonly written: ReadonlySet<string>;
  private readonly signs: ReadonlySet<string>;
  /** What stands between the parts of a line or of a list. */
  private readonly between: RegExp;

  constructor(messages: string[], dates: string[]) {
    for (const message of messages) {
      const plain = plainOf(message.replace(/\$\$/g, '$'));
      // A page may put a control, or a word in bold, where a message has a gap.
      for (const piece of plain.split(GAP)) this.whole.add(piece.trim());
      if (GAP.test(message) && message.replace(/\$\w+\$/g, '').trim() !== '') {
        const source = (gap: string) => `^${plain.split(GAP).map(escaped).join(gap)}$`;
        this.patterns.push({
          pattern: new RegExp(source('(.+?)')),
          greedy: new RegExp(source('(.+)')),
        });
      }
    }
    const words = dates.flatMap((date) => date.match(/[\p{L}\p{M}]+/gu) ?? []);
    this.written = new Set(words);
    const joints = dates.flatMap((date) => /^1(\D+)2(?:(\D+)3)?$/.exec(date)?.slice(1) ?? []);
    this.between = new RegExp(
      [' · ', ', ', '[()]', ...joints.filter(Boolean).map(escaped)].join('|'),
    );
    this.signs = new Set(words.flatMap((word) => [...word]));
  }

  has(text: string, depth = 0): boolean {
    const said = plainOf(text);
    if (this.whole.has(said) || NAMES.test(said) || this.isDate(said)) return true;
    if (depth === DEEPEST) return false;
    const isFilled = (pattern: RegExp) => {
      const gaps = pattern.exec(said)?.slice(1);
      return gaps?.every((gap) => this.has(gap, depth + 1)) ?? false;
    };
    if (this.patterns.some(({ pattern, greedy }) => isFilled(pattern) || isFilled(greedy)))
      return true;
    const parts = said.split(this.between).filter((part) => part.trim() !== '');
    if (parts.length > 1 && parts.every((part) => this.has(part, depth + 1))) return true;
    return this.isTwo(said, depth);
  }

  /** Two sentences, or two durations. */
  private isTwo(said: string, depth: number): boolean {
    const ends = [...said.matchAll(/ /g)].map(({ index }) => index);
    return ends.some(
      (end) => this.has(said.slice(0, end), depth + 1) && this.has(said.slice(end), depth + 1),
    );
  }

  /** Numbers, and what the browser writes of days and hours. */
  private isDate(said: string): boolean {
    const words = said.match(/[\p{L}\p{M}]+/gu) ?? [];
    // Where words have no spaces between them, they are looked for sign by sign.
    const isSaid = (word: string) =>
      this.written.has(word) ||
      (/[\p{sc=Han}\p{sc=Hira}\p{sc=Hang}]/u.test(word) &&
        [...word].every((one) => this.signs.has(one)));
    return words.every(isSaid);
  }
}

/** The texts of a page that are not in its language, or in English without a mark. */
export function strangersIn(locale: string, texts: TextInPage[], dates: string[]): string[] {
  const own = messagesOf(locale);
  const theirs = new Speech(
    Object.values(own).map(({ message }) => message),
    dates,
  );
  const english = new Speech(
    Object.entries(messagesOf('en'))
      .filter(([key]) => mayStayEnglish(key) && !(key in own))
      .map(([, { message }]) => message),
    [],
  );
  const isEnglishPage = locale === 'en';
  return [
    ...new Set(
      texts
        .filter(({ text, lang, dir }) => {
          if (lang !== 'en' || isEnglishPage) return !theirs.has(text) && !CITATIONS.has(text);
          return !CITATIONS.has(text) && !(english.has(text) && dir === 'ltr');
        })
        .map(({ text, lang }) => `${lang}: ${text}`),
    ),
  ];
}
