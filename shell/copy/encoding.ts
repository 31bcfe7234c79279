/**
 * The encoding of a file in UTF-8 or UTF-16. Without a byte order mark, the first two bytes tell: JSON begins with
 * two ASCII characters.
 */
export function encodingOf(first = 1, second = 1): string {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8';
}
