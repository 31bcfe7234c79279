/** Two artificial languages: one longer than English, one written from right to left. */

/** The messages of a built package, without the notes for translators. */
export type Messages = Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

/** Long languages are about this much longer than English. */
const LONGER = 0.4;

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'àƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž';
/** Letters that sound a little alike. Words keep their length, and join and break as in Arabic. */
const ARABIC = 'ابكديفجهيجكلمنوبقرستوفوسيز';
const VOWEL = /[aeiouy]/i;

/** The browser fills `$NAME$`, `$1` and `$$`. */
const GAP = /(\$\w+\$|\$\d|\$\$)/;

const inLetters = (alphabet: string) => (letter: string) => {
  const at = LATIN.indexOf(letter.toLowerCase());
  if (at < 0) return letter;
  const other = [...alphabet][at] as string;
  return letter === letter.toLowerCase() ? other : other.toUpperCase();
};
const accented = inLetters(ACCENTED);
const arabic = inLetters(ARABIC);

/** Changes the text between the placeholders and keeps the placeholders. */
const between = (message: string, change: (text: string) => string): string =>
  message
    .split(GAP)
    .map((part, at) => (at % 2 === 1 ? part : change(part)))
    .join('');

/** The message in a longer language: longer words, accents, and brackets that show where it ends. */
export function longer(message: string): string {
  let owed = 0;
  const words = between(message, (text) =>
    [...text]
      .map((letter) => {
        owed += LONGER;
        if (!VOWEL.test(letter) || owed < 1) return accented(letter);
        const more = Math.floor(owed);
        owed -= more;
        return accented(letter) + accented(letter.toLowerCase()).repeat(more);
      })
      .join(''),
  );
  return `[${words}${'·'.repeat(Math.round(owed))}]`;
}

/** The message in a language written from right to left. */
export const mirrored = (message: string): string =>
  between(message, (text) => [...text].map(arabic).join(''));

/** They stay in every language. */
const NAMES = ['extName', 'common_language', 'common_direction'];

/** All messages in another language. */
export const inLanguage = (messages: Messages, say: (message: string) => string): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([key, entry]) => [
      key,
      NAMES.includes(key) ? entry : { ...entry, message: say(entry.message) },
    ]),
  );
