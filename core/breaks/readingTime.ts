/** A line stays at least this long, so that it can be read. */
export const READING_SECONDS = 5;
/** A leisurely reading speed, and time to begin. */
const WORDS_PER_SECOND = 2.5;
const BEGINNING_SECONDS = 2;

/** How many seconds it takes to read a step that a person wrote. */
export const readingSeconds = (text: string): number =>
  Math.max(READING_SECONDS, Math.ceil(BEGINNING_SECONDS + countWords(text) / WORDS_PER_SECOND));

/** Of scripts that put no space between words. About two of them make a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

function countWords(text: string): number {
  const spaced = text.replace(UNSPACED, ' ').trim();
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return (spaced === '' ? 0 : spaced.split(/\s+/).length) + unspaced / 2;
}
