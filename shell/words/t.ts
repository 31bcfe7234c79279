import type messages from '../../public/_locales/en/messages.json';
import { browser } from '../browser.ts';

export type MessageKey = keyof typeof messages;

/** As many gaps as the English message names: a message without placeholders takes none. */
type Gaps<K extends MessageKey> = (typeof messages)[K] extends { placeholders: object }
  ? [string, ...string[]]
  : [];

/** Keys that come in plural forms, without their `_one`, `_other` … ending. */
export type PluralKey = MessageKey extends infer K
  ? K extends `${infer Base}_other`
    ? Base
    : never
  : never;

/** The words for a key in the browser's language, its gaps filled in the order of `$1`, `$2` … */
export function t<K extends MessageKey>(key: K, ...gaps: Gaps<K>): string {
  return browser.i18n.getMessage(key, gaps as string[]);
}

/** The words for a number of things, in the plural form that the reader's language wants; `$1` is the number. */
export function tn(key: PluralKey, count: number, ...gaps: string[]): string {
  const form = new Intl.PluralRules(language()).select(count);
  const filled = [number(count), ...gaps];
  return (
    browser.i18n.getMessage(`${key}_${form}` as MessageKey, filled) ||
    browser.i18n.getMessage(`${key}_other` as MessageKey, filled)
  );
}

export const language = (): string => browser.i18n.getUILanguage();

export const direction = (): 'ltr' | 'rtl' =>
  browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';

export const number = (value: number): string => value.toLocaleString(language());
