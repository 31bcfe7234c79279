import { readdirSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { textOf } from '../code.ts';

const LANGUAGES = readdirSync('docs/store')
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));

/** The limits of the stores: addons.mozilla.org counts the summary, Edge wants at least 250 characters. */
const TextsSchema = v.strictObject({
  chrome: v.strictObject({ summary: v.pipe(v.string(), v.minLength(20), v.maxLength(132)) }),
  firefox: v.strictObject({ summary: v.pipe(v.string(), v.minLength(20), v.maxLength(250)) }),
  description: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.minLength(5)),
});
const textsOf = (language: string) =>
  v.parse(TextsSchema, JSON.parse(textOf(`docs/store/${language}.json`)));
const messagesOf = (language: string) =>
  JSON.parse(textOf(`public/_locales/${language}/messages.json`));

describe('the texts for the stores', () => {
  it('are there in each language that Exhale speaks', () => {
    expect(LANGUAGES.sort()).toEqual(readdirSync('public/_locales').sort());
  });

  it.each(LANGUAGES)('in %s keep within the limits of each store', (language) => {
    const length = textsOf(language).description.join('\n\n').length;
    expect(length).toBeGreaterThan(250);
    // Edge allows 10,000; the Chrome Web Store 16,000.
    expect(length).toBeLessThan(10_000);
  });

  it.each(LANGUAGES)(
    'in %s have the sentence that the browser shows as their summary',
    (language) => {
      expect(textsOf(language).chrome.summary).toBe(messagesOf(language).extDescription.message);
    },
  );

  it.each(LANGUAGES)(
    'in %s have as many parts as in English, so that nothing is left out',
    (language) => {
      expect(textsOf(language).description).toHaveLength(textsOf('en').description.length);
    },
  );
});
