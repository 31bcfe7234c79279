import { own } from '../../core/own.ts';
import type messages from '../../public/_locales/en/messages.json';
import { browser } from '../browser.ts';

export type MessageKey = keyof typeof messages;

/** A message takes the placeholders that its English text has. */
export type Gaps<K extends MessageKey> = (typeof messages)[K] extends { placeholders: object }
  ? [string, ...string[]]
  : [];

/** Keys that come in plural forms, without the ending `_one`, `_other` and so on. */
export type PluralKey = MessageKey extends infer K
  ? K extends `${infer Base}_other`
    ? Base
    : never
  : never;

/** See pageWords.ts. */
let pageWords: Readonly<Record<string, string>> = {};
/** The keys of those that the language lacks. */
let inEnglish: readonly string[] = [];

/** Loads the words that are only for pages to read. They wait for it before they draw. */
export async function loadPageWords(): Promise<void> {
  // No part of a bundle: the build makes one file for each language.
  const loaded = await import(/* @vite-ignore */ `/words/${t('common_language')}.js`);
  pageWords = loaded.default;
  inEnglish = loaded.inEnglish ?? [];
}

export const isInEnglish = (key: MessageKey): boolean => inEnglish.includes(key);

/** Empty if there is none. */
function message(key: MessageKey, gaps: string[]): string {
  const words = own(pageWords, key);
  if (words === undefined) return browser.i18n.getMessage(key, gaps);
  return words.replace(/\$([$\d])/g, (_, nth) => (nth === '$' ? '$' : (gaps[nth - 1] ?? '')));
}

/** The message for a key in the browser's language, with `$1`, `$2` … filled in order. */
export function t<K extends MessageKey>(key: K, ...gaps: Gaps<K>): string {
  return message(key, gaps);
}

/** The message for a number, in the right plural form; `$1` is the number. */
export function tn(key: PluralKey, count: number, ...gaps: string[]): string {
  const form = pluralRules().select(count);
  const filled = [number(count), ...gaps];
  return (
    message(`${key}_${form}` as MessageKey, filled) || message(`${key}_other` as MessageKey, filled)
  );
}

/** Keeps a format for each language. Making one takes up to a millisecond, and the settings need dozens. */
export function forLanguage<T>(make: (language: string) => T): () => T {
  const kept = new Map<string, T>();
  return () => {
    const locale = language();
    const format = kept.get(locale) ?? make(locale);
    kept.set(locale, format);
    return format;
  };
}

const pluralRules = forLanguage((locale) => new Intl.PluralRules(locale));

/**
 * The language of the words, so that no sentence is half in another one. It has the browser's region where the
 * browser speaks the same language: a British reader sees 14:30.
 */
export function language(): string {
  const words = t('common_language').replace('_', '-');
  const browsers = browser.i18n.getUILanguage();
  return words === '' || withoutRegion(browsers) === withoutRegion(words) ? browsers : words;
}

const withoutRegion = (tag: string): string => tag.split('-')[0] as string;

/** The direction of the words. */
export const direction = (): 'ltr' | 'rtl' => (t('common_direction') === 'rtl' ? 'rtl' : 'ltr');

/** A number as the language writes it. */
export function number(value: number): string {
  const digits = [...browser.i18n.getMessage('common_digits')];
  const needsMarks = !Number.isInteger(value) || value < 0 || value > 999;
  // The browser's own formats take 22 ms to load in a process that has just started.
  if (needsMarks || digits.length !== 10) return value.toLocaleString(language());
  return String(value).replace(/\d/g, (digit) => digits[Number(digit)] as string);
}
