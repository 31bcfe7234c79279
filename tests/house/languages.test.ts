import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textOf } from '../code.ts';
import { faultsOf, type Messages } from './translation.ts';

const messagesOf = (locale: string): Messages =>
  JSON.parse(textOf(`public/_locales/${locale}/messages.json`));
const ENGLISH = messagesOf('en');

describe('a language', () => {
  it.each(readdirSync('public/_locales'))('%s is whole and in order', (locale) => {
    expect(faultsOf(locale, messagesOf(locale), ENGLISH)).toEqual([]);
  });
});

describe('what is wrong with a translation is told', () => {
  const english = (changed: Messages = {}): Messages => ({
    common_language: { message: 'en' },
    common_direction: { message: 'ltr' },
    common_digits: { message: '0123456789' },
    settings_language_read: { message: 'yes' },
    common_later: { message: 'Later' },
    popup_left: { message: '$TIME$ left', placeholders: { time: { content: '$1' } } },
    days_one: { message: '$NUMBER$ day', placeholders: { number: { content: '$1' } } },
    days_other: { message: '$NUMBER$ days', placeholders: { number: { content: '$1' } } },
    article_sway_title: { message: 'Your heart sways' },
    article_sway_body: { message: 'It does.' },
    ...changed,
  });
  const number = { number: { content: '$1' } };
  const polish = (changed: Messages = {}): Messages => ({
    common_language: { message: 'pl' },
    common_direction: { message: 'ltr' },
    common_digits: { message: '0123456789' },
    settings_language_read: { message: 'no' },
    common_later: { message: 'Później' },
    popup_left: { message: 'Zostało $TIME$', placeholders: { time: { content: '$1' } } },
    days_one: { message: 'Dzień' },
    days_few: { message: '$NUMBER$ dni', placeholders: number },
    days_many: { message: '$NUMBER$ dni', placeholders: number },
    days_other: { message: '$NUMBER$ dnia', placeholders: number },
    ...changed,
  });
  const faults = (changed: Messages) => faultsOf('pl', polish(changed), english());
  const without = (key: string) => {
    const { [key]: _, ...rest } = polish();
    return faultsOf('pl', rest, english());
  };

  it('nothing, where explanations stay in English', () => {
    expect(faults({})).toEqual([]);
  });

  it('a message of the interface that is missing or empty', () => {
    expect(without('popup_left')).toEqual(['popup_left is missing']);
    expect(faults({ popup_left: { message: ' ' } })).toContain('popup_left is missing');
  });

  it('a plural form that is missing, and one that the language has not', () => {
    expect(without('days_few')).toEqual(['days_few is missing']);
    expect(faults({ days_two: { message: '$NUMBER$ dni', placeholders: number } })).toEqual([
      'days_two is a plural form that pl has not',
    ]);
  });

  it('a plural form without its number, unless it is said of 0, 1 or 2 only', () => {
    expect(faults({ days_few: { message: 'Dni' } })).toEqual(['days_few lacks the gap $NUMBER$']);
    const russian = { ...polish(), common_language: { message: 'ru' } };
    // Said of 21, too.
    expect(faultsOf('ru', russian, english())).toEqual(['days_one lacks the gap $NUMBER$']);
  });

  it('an explanation that is there in part', () => {
    expect(faults({ article_sway_title: { message: 'Serce' } })).toEqual([
      'article_sway_body is missing, and the rest of article_sway is there',
    ]);
  });

  it('a message that English has not', () => {
    expect(faults({ popup_old: { message: 'Stare' } })).toEqual([
      'popup_old is unknown: English has no such message',
    ]);
  });

  it.each([
    ['Zostało', 'popup_left lacks the gap $TIME$'],
    ['$TIME$ $CZAS$', 'popup_left has a gap that English has not: $CZAS$'],
    ['$TIME$ 5$', 'popup_left has a lone $'],
    ["'$TIME$'", 'popup_left has straight quotes: use those of the language'],
  ])('a broken message: %s', (message, fault) => {
    const placeholders = { time: { content: '$1' } };
    expect(faults({ popup_left: { message, placeholders } })).toEqual([fault]);
  });

  it('a placeholder that is not there or not the English one', () => {
    const fault = ['popup_left lacks the English placeholder of $TIME$'];
    expect(faults({ popup_left: { message: '$TIME$' } })).toEqual(fault);
    const placeholders = { time: { content: '$2' } };
    expect(faults({ popup_left: { message: '$TIME$', placeholders } })).toEqual(fault);
  });

  it.each([
    ['common_language', 'de', 'common_language must be pl, as the folder'],
    ['common_direction', 'rtl', 'common_direction must be ltr'],
    ['common_digits', '٠١٢٣٤٥٦٧٨٩', 'common_digits must be 0123456789'],
    ['settings_language_read', 'tak', 'settings_language_read must be yes or no'],
  ])('%s, if it is %s', (key, message, fault) => {
    expect(faults({ [key]: { message } })).toEqual([fault]);
  });

  it('a file that is too big', () => {
    // Noise cannot be packed.
    let seed = 1;
    const noise = Array.from({ length: 80_000 }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(97 + (seed % 26));
    });
    expect(faults({ common_later: { message: noise.join('') } })).toEqual([
      expect.stringMatching(/^the file has \d+ kB zipped, and may have 40$/),
    ]);
  });
});
