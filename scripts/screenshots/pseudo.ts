/** Two languages that nobody speaks: one is longer than English, the other is written from right to left. */

/** What a built package says: the notes for translators are gone. */
export type Messages = Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

/** So much longer than English are other languages where they are long. */
const LONGER = 0.4;

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const ACCENTED = 'àƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž';
/** By letters that sound a little alike: words keep their length, and join and break as Arabic does. */
const ARABIC = 'ابكديفجهيجكلمنوبقرستوفوسيز';
const VOWEL = /[aeiouy]/i;

/** `$NAME$`, `$1` and `$$` are filled by the browser, and `%1`-like gaps by nobody. */
const GAP = /(\$\w+\$|\$\d|\$\$)/;

const inLetters = (alphabet: string) => (letter: string) => {
  const at = LATIN.indexOf(letter.toLowerCase());
  if (at < 0) return letter;
  const other = [...alphabet][at] as string;
  return letter === letter.toLowerCase() ? other : other.toUpperCase();
};
const accented = inLetters(ACCENTED);
const arabic = inLetters(ARABIC);

/** With what is said between the gaps changed, and the gaps as they are. */
const between = (message: string, change: (text: string) => string): string =>
  message
    .split(GAP)
    .map((part, at) => (at % 2 === 1 ? part : change(part)))
    .join('');

/** As a long language would say it: each word longer, its letters accented, the whole in brackets that show where it ends. */
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

/** As a language that is written from right to left would say it. */
export const mirrored = (message: string): string =>
  between(message, (text) => [...text].map(arabic).join(''));

/** All messages in another language; the name of the product is the same in each. */
export const inLanguage = (messages: Messages, say: (message: string) => string): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([key, entry]) => [
      key,
      key === 'extName' ? entry : { ...entry, message: say(entry.message) },
    ]),
  );
