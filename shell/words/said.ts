import { type Gaps, isInEnglish, type MessageKey, t } from './t.ts';

/** Marks a text that is in English on a page in another language, for screen readers and the direction. */
export interface Written {
  lang?: 'en';
  dir?: 'ltr';
}

/** What the element around a message that a language may lack says about it. */
export const writtenAs = (key: MessageKey): Written =>
  isInEnglish(key) ? { lang: 'en', dir: 'ltr' } : {};

/** The same with the words: `<p {...said('why_end')} />`. */
export const said = <K extends MessageKey>(
  key: K,
  ...gaps: Gaps<K>
): Written & { children: string } => ({ ...writtenAs(key), children: t(key, ...gaps) });
