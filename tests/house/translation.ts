import { deflateRawSync } from 'node:zlib';
import { mayStayEnglish, messageFiles, wholeOf } from '../../shell/words/pageWords.ts';

export type Messages = Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

const LANGUAGE_KB = 40;
const FORM = /_(zero|one|two|few|many|other)$/;
const ARABIC_OR_HEBREW = /[\u0590-\u08ff]/;
const STRAIGHT = /["']/;

/** What is wrong with the messages of a language, in words for translators. */
export function faultsOf(locale: string, theirs: Messages, english: Messages): string[] {
  const isPlural = (key: string) =>
    FORM.test(key) && ['one', 'other'].every((form) => key.replace(FORM, `_${form}`) in english);
  return [
    ...aboutItself(locale, theirs),
    ...missing(locale, theirs, english, isPlural),
    ...Object.keys(theirs).flatMap((key) => {
      const original = english[isPlural(key) ? key.replace(FORM, '_other') : key];
      return original
        ? inMessage(key, theirs[key] as Messages[string], original, isOfFew(locale, key, isPlural))
        : [`${key} is unknown: English has no such message`];
    }),
    ...foreignForms(locale, theirs, isPlural),
    ...tooBig(theirs, english),
  ];
}

const tagOf = (locale: string) => locale.replace('_', '-');

function aboutItself(locale: string, theirs: Messages): string[] {
  const said = (key: string) => theirs[key]?.message ?? '';
  const digits = Array.from({ length: 10 }, (_, digit) =>
    new Intl.NumberFormat(tagOf(locale)).format(digit),
  ).join('');
  const direction = ARABIC_OR_HEBREW.test(said('common_later')) ? 'rtl' : 'ltr';
  const read = ['yes', 'no'];
  return [
    said('common_language') !== locale && `common_language must be ${locale}, as the folder`,
    said('common_direction') !== direction && `common_direction must be ${direction}`,
    said('common_digits') !== digits && `common_digits must be ${digits}`,
    !read.includes(said('settings_language_read')) && 'settings_language_read must be yes or no',
  ].filter((fault) => fault !== false);
}

const NUMBERS = [...Array(1001).keys()];

/** The forms that whole numbers take, and the general one. Some languages have one for millions alone. */
const formsOf = (locale: string): Set<string> => {
  const rules = new Intl.PluralRules(tagOf(locale));
  return new Set(NUMBERS.map((number) => rules.select(number))).add('other');
};

function missing(
  locale: string,
  theirs: Messages,
  english: Messages,
  isPlural: (key: string) => boolean,
): string[] {
  const forms = [...formsOf(locale)];
  const wanted = Object.keys(english).flatMap((key) => {
    if (!isPlural(key)) return key;
    return key.endsWith('_other') ? forms.map((form) => key.replace(FORM, `_${form}`)) : [];
  });
  const isThere = (key: string) => (theirs[key]?.message.trim() ?? '') !== '';
  const begun = new Set(wanted.filter(isThere).filter(mayStayEnglish).map(wholeOf));
  return wanted
    .filter((key) => !isThere(key))
    .flatMap((key) => {
      if (!mayStayEnglish(key)) return `${key} is missing`;
      const whole = wholeOf(key);
      return begun.has(whole) ? `${key} is missing, and the rest of ${whole} is there` : [];
    });
}

/** Twelve is the most that is offered, so “every week” stands for no 21. */
const AT_MOST_TWELVE = /^massage_weeks_/;

/** Whether it is said of nothing but 0, 1 or 2, as “one day” is in English, and may do without the number. */
function isOfFew(locale: string, key: string, isPlural: (key: string) => boolean): boolean {
  const rules = new Intl.PluralRules(tagOf(locale));
  const form = key.match(FORM)?.[1];
  const numbers = AT_MOST_TWELVE.test(key) ? NUMBERS.slice(0, 13) : NUMBERS;
  return isPlural(key) && numbers.every((number) => number <= 2 || rules.select(number) !== form);
}

const gapsIn = (message: string) =>
  new Set(message.match(/\$\w+\$/g)?.map((gap) => gap.toLowerCase()));

function inMessage(
  key: string,
  theirs: Messages[string],
  english: Messages[string],
  mayLackGaps: boolean,
): string[] {
  const gaps = gapsIn(theirs.message);
  const wanted = gapsIn(english.message);
  const contents = english.placeholders ?? {};
  const declared = theirs.placeholders ?? {};
  const nameOf = (gap: string) => gap.replaceAll('$', '');
  const strange = [...gaps].filter((gap) => !wanted.has(gap));
  const left = mayLackGaps ? [] : [...wanted].filter((gap) => !gaps.has(gap));
  const undeclared = [...gaps].filter(
    (gap) => wanted.has(gap) && declared[nameOf(gap)]?.content !== contents[nameOf(gap)]?.content,
  );
  const loose = theirs.message.replace(/\$\w+\$|\$\$/g, '').includes('$');
  const straight = STRAIGHT.test(theirs.message) && !STRAIGHT.test(english.message);
  return [
    ...strange.map((gap) => `${key} has a gap that English has not: ${gap.toUpperCase()}`),
    ...left.map((gap) => `${key} lacks the gap ${gap.toUpperCase()}`),
    ...undeclared.map((gap) => `${key} lacks the English placeholder of ${gap.toUpperCase()}`),
    loose && `${key} has a lone $`,
    straight && `${key} has straight quotes: use those of the language`,
  ].filter((fault) => fault !== false);
}

function foreignForms(
  locale: string,
  theirs: Messages,
  isPlural: (key: string) => boolean,
): string[] {
  const { pluralCategories } = new Intl.PluralRules(tagOf(locale)).resolvedOptions();
  return Object.keys(theirs)
    .filter((key) => isPlural(key) && !pluralCategories.some((form) => key.endsWith(`_${form}`)))
    .map((key) => `${key} is a plural form that ${locale} has not`);
}

function tooBig(theirs: Messages, english: Messages): string[] {
  const { messages, pageWords } = messageFiles(JSON.stringify(theirs), JSON.stringify(english));
  const bytes = [messages, pageWords].reduce(
    (sum, file) => sum + deflateRawSync(file, { level: 9 }).length,
    0,
  );
  const kb = Math.ceil(bytes / 1000);
  return kb > LANGUAGE_KB ? [`the file has ${kb} kB zipped, and may have ${LANGUAGE_KB}`] : [];
}
