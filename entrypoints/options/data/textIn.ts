/**
 * The text of a file in UTF-8 or UTF-16; null if it is in neither. Without a byte order mark, the first two bytes
 * tell: JSON begins with two ASCII characters.
 */
export function textIn(buffer: ArrayBuffer): string | null {
  const [first, second] = new Uint8Array(buffer);
  try {
    // `fatal`: a wrong byte is refused, not replaced. A byte order mark is left out.
    return new TextDecoder(encodingOf(first, second), { fatal: true }).decode(buffer);
  } catch {
    return null;
  }
}

function encodingOf(first = 1, second = 1): string {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || first === 0 ? 'utf-16be' : 'utf-8';
}
