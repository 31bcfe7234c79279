import { encodingOf } from '../../../shell/copy/encoding.ts';

/** The text of a file in UTF-8 or UTF-16; null if it is in neither. */
export function textIn(buffer: ArrayBuffer): string | null {
  const [first, second] = new Uint8Array(buffer);
  try {
    // `fatal`: a wrong byte is refused, not replaced. A byte order mark is left out.
    return new TextDecoder(encodingOf(first, second), { fatal: true }).decode(buffer);
  } catch {
    return null;
  }
}
