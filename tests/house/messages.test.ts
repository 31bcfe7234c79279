import { describe, expect, it } from 'vitest';
import { isPageWord } from '../../shell/words/pageWords.ts';
import { codeOf, filesBelow, PRODUCT, textOf } from '../code.ts';

const CODE = filesBelow(PRODUCT, 'ts', 'tsx').map(codeOf);

const ENGLISH: object = JSON.parse(textOf('public/_locales/en/messages.json'));
const FORM = /_(zero|one|two|few|many|other)$/;
/** Keys and patterns of keys in the code. The manifest writes them between underscores. */
const SAID = [...CODE, codeOf('wxt.config.ts')]
  .flatMap(({ texts }) => texts.map(({ text }) => text.replace(/^__MSG_(.+)__$/, '$1')))
  .filter((text) => /^[a-z]/i.test(text) && /^[\w\0]+$/.test(text));
const KEYS = new Set(SAID.filter((text) => !text.includes('\0')));
const PATTERNS = [...new Set(SAID.filter((text) => /^[^\0]+_.*\0/.test(text)))].map(
  (text) => new RegExp(`^${text.replaceAll('\0', '\\w+')}$`),
);
const isSaid = (key: string) => KEYS.has(key) || PATTERNS.some((pattern) => pattern.test(key));

/** They wait for no second file of words. */
const QUICK_PAGES = [
  'background/index.ts',
  'popup/main.tsx',
  'prompt/main.tsx',
  'card/index.ts',
].map((file) => `entrypoints/${file}`);

describe('a visible word of the demo', () => {
  it('stands in demo/said.ts', () => {
    const elsewhere = filesBelow(['demo'], 'tsx')
      .map(codeOf)
      .flatMap(({ file, texts }) =>
        texts
          .filter(({ text }) => /[A-Z][a-z]|[a-z]{2}\s+[a-z]{2}/.test(text))
          .map(({ text }) => `${file}: ${text}`),
      );
    expect(elsewhere).toEqual([]);
  });
});

describe('a message', () => {
  it('is used somewhere: remove what is not', () => {
    const unsaid = Object.keys(ENGLISH).filter(
      (key) => !isSaid(key) && !isSaid(key.replace(FORM, '')),
    );
    expect(unsaid).toEqual([]);
  });

  it('that the code puts together exists', () => {
    const keys = Object.keys(ENGLISH);
    const places = new Set(keys.map((key) => key.split('_')[0]));
    const wrong = PATTERNS.filter(
      ({ source }) =>
        places.has(source.slice(1).split('_')[0]) &&
        !keys.some(
          (key) => new RegExp(source).test(key) || new RegExp(source).test(key.replace(FORM, '')),
        ),
    );
    expect(wrong.map(({ source }) => source)).toEqual([]);
  });

  it('of a page to read is said only by those pages, which load it', () => {
    const files = new Map(CODE.map((code) => [code.file, code]));
    const reached = new Set<string>();
    const visit = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const name of files.get(file)?.imports ?? []) visit(name);
    };
    // What the popup loads after its dial is among those pages.
    const after = 'entrypoints/popup/afterwards.ts';
    reached.add(after);
    QUICK_PAGES.forEach(visit);
    const wrong = [...reached].flatMap((file) =>
      (files.get(file)?.texts ?? [])
        .filter(({ text }) => file !== after && isPageWord(text))
        // The core puts keys together that others say.
        .filter(({ text }) => text in ENGLISH || (text.includes('\0') && !file.startsWith('core/')))
        .map(({ text, line }) => `${file}:${line}: ${text} (see shell/words/pageWords.ts)`),
    );
    expect(wrong).toEqual([]);
  });
});
