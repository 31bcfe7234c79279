import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import { messageFiles } from '../../../shell/words/pageWords.ts';
import { said } from '../../../shell/words/said.ts';
import { direction, language, loadPageWords, number, t, tn } from '../../../shell/words/t.ts';
import { temporaryFolder } from '../../driver/temporaryFolder.ts';

let messages: Record<string, string>;
const get = vi.fn((key: string, gaps?: unknown) =>
  (messages[key] ?? '').replace('$1', String([gaps ?? []].flat()[0])),
);

const speaks = (tongue: string) => vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(tongue);

beforeEach(() => {
  messages = {
    history_breaks_one: '$1 one',
    history_breaks_few: '$1 few',
    history_breaks_many: '$1 many',
    history_breaks_other: '$1 other',
  };
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation(get as never);
});

describe('words', () => {
  it('come from the browser, in its language', () => {
    messages.common_later = 'Später';
    speaks('de');
    expect(t('common_later')).toBe('Später');
    expect(language()).toBe('de');
  });

  it.each([
    ['the browser speaks another', 'de-AT', 'en', 'en'],
    ['the browser speaks it in a region', 'en-GB', 'en', 'en-GB'],
    ['the words are of a region', 'pt-BR', 'pt_BR', 'pt-BR'],
    ['the browser has no words for its region', 'fa', 'pt_BR', 'pt-BR'],
  ])('tell the language of numbers and dates: %s', (_, browsers, words, told) => {
    speaks(browsers);
    messages.common_language = words;
    expect(language()).toBe(told);
  });

  it('are written in the direction of the language', () => {
    expect(direction()).toBe('ltr');
    messages.common_direction = 'rtl';
    expect(direction()).toBe('rtl');
  });

  it('have numbers as the language writes them', () => {
    speaks('de');
    expect(number(12_345.5)).toBe('12.345,5');
    expect(number(-3)).toBe('-3');
  });

  it('have small whole numbers in the digits of the language', () => {
    speaks('de');
    messages.common_digits = '٠١٢٣٤٥٦٧٨٩';
    expect(number(0)).toBe('٠');
    expect(number(907)).toBe('٩٠٧');
    expect(number(1000)).toBe('1.000');
    messages.common_digits = '';
    expect(number(907)).toBe('907');
  });
});

describe('the words of a page to read', () => {
  const FILE = {
    common_later: { message: 'Later', description: 'A note' },
    popup_left: {
      message: '$TIME$ left',
      placeholders: { time: { content: '$1', example: '5 min' } },
    },
    settings_title: { message: 'Settings' },
    settings_refused: {
      message: '$FIRST$ and $SECOND$ for $$1',
      placeholders: { second: { content: '$2' }, first: { content: '$1' } },
    },
    settings_days_one: { message: '$COUNT$ day', placeholders: { count: { content: '$1' } } },
  };

  it('are in a second file, with numbered gaps; the first one has the others, without notes', () => {
    const files = messageFiles(JSON.stringify(FILE));
    expect(JSON.parse(files.messages)).toEqual({
      common_later: { message: 'Later' },
      popup_left: { message: '$TIME$ left', placeholders: { time: { content: '$1' } } },
    });
    const [, words = ''] = files.pageWords.match(/^export default (.*);$/) ?? [];
    expect(JSON.parse(words)).toEqual({
      settings_title: 'Settings',
      settings_refused: '$1 and $2 for $$1',
      settings_days_one: '$1 day',
    });
  });

  it('are taken from English where a language has none, and are listed', async () => {
    const english = { settings_title: 'Settings', why_end: 'A pause.', why_title: 'Why' };
    const theirs = { why_title: 'Dlaczego', settings_title: 'Ustawienia', settings_day_few: 'dni' };
    const file = (words: object) =>
      JSON.stringify(
        Object.fromEntries(Object.entries(words).map(([key, message]) => [key, { message }])),
      );
    const folder = temporaryFolder('words');
    writeFileSync(join(folder, 'en.js'), messageFiles(file(english)).pageWords);
    const { pageWords } = messageFiles(file(theirs), file(english));
    writeFileSync(join(folder, 'pl.js'), pageWords);
    const loaded = await import(join(folder, 'pl.js'));
    expect(loaded.default).toEqual({ ...english, ...theirs });
    expect(loaded.inEnglish).toEqual(['why_end']);
  });

  it('are marked where they are in English', async () => {
    messages.common_language = 'de';
    vi.doMock('/words/de.js', () => ({
      default: { why_end: 'A pause.', why_known: 'Was bekannt ist' },
      inEnglish: ['why_end'],
    }));
    await loadPageWords();
    expect(said('why_end')).toEqual({ children: 'A pause.', lang: 'en', dir: 'ltr' });
    expect(said('why_known')).toEqual({ children: 'Was bekannt ist' });
  });

  it('are found once they are loaded, with their gaps filled', async () => {
    messages.common_language = 'de';
    vi.doMock('/words/de.js', () => ({
      default: { settings_saved: 'Gespeichert', settings_preview_one: '$2 $1 $$1' },
      // A language that has them all lists none.
      inEnglish: undefined,
    }));
    expect(t('settings_saved')).toBe('');
    await loadPageWords();
    expect(t('settings_saved')).toBe('Gespeichert');
    speaks('de');
    expect(tn('settings_preview', 1, 'Pause')).toBe('Pause 1 $1');
  });
});

describe('a number of things', () => {
  it.each([
    ['en', 1, '1 one'],
    ['en', 0, '0 other'],
    ['en', 5, '5 other'],
    ['pl', 1, '1 one'],
    ['pl', 3, '3 few'],
    ['pl', 5, '5 many'],
    ['pl', 22, '22 few'],
    ['fr', 0, '0 one'],
  ])('takes the plural form of %s: %i', (tongue, count, words) => {
    speaks(tongue);
    expect(tn('history_breaks', count)).toBe(words);
  });

  it('falls back on the general form where a translation has not the one', () => {
    speaks('pl');
    messages.history_breaks_few = '';
    expect(tn('history_breaks', 3)).toBe('3 other');
  });
});
