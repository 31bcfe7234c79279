import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

const SIGNATURE = '89504e470d0a1a0a';
/** Bytes per pixel. Browsers write 8 bits per channel, in RGB or RGBA. */
const BYTES: Record<number, number> = { 2: 3, 6: 4 };

export interface Png {
  width: number;
  height: number;
  /** The number of different colors, counted up to a hundred. */
  colors: number;
  /** It could be seen through. */
  transparent: boolean;
}

/** Reads a picture as a browser writes it. Throws if it is none. */
export function readPng(file: string): Png {
  const bytes = readFileSync(file);
  if (bytes.toString('hex', 0, 8) !== SIGNATURE) throw new Error(`${file} is no PNG`);
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const pixelBytes = BYTES[bytes[25] ?? -1];
  if (bytes[24] !== 8 || pixelBytes === undefined) throw new Error(`${file} has other pixels`);
  const packed: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'IDAT') packed.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const rows = inflateSync(Buffer.concat(packed));
  const colors = colorsIn(rows, width * pixelBytes, pixelBytes);
  return { width, height, colors, transparent: pixelBytes === 4 };
}

/** Each row begins with the filter by which it was computed from its left and upper neighbors. */
function colorsIn(rows: Buffer, rowBytes: number, pixelBytes: number): number {
  const colors = new Set<string>();
  let above = Buffer.alloc(rowBytes);
  for (let start = 0; start < rows.length && colors.size < 100; start += rowBytes + 1) {
    const filter = rows[start] ?? 0;
    const row = Buffer.from(rows.subarray(start + 1, start + 1 + rowBytes));
    for (let at = 0; at < rowBytes; at++) {
      const left = row[at - pixelBytes] ?? 0;
      const up = above[at] ?? 0;
      const corner = at >= pixelBytes ? (above[at - pixelBytes] ?? 0) : 0;
      row[at] = (row[at] ?? 0) + guess(filter, left, up, corner);
    }
    for (let at = 0; at < rowBytes; at += pixelBytes)
      colors.add(row.toString('hex', at, at + pixelBytes));
    above = row;
  }
  return colors.size;
}

function guess(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  if (filter !== 4) return 0;
  const sum = left + up - corner;
  const [byLeft, byUp, byCorner] = [left, up, corner].map((value) => Math.abs(sum - value));
  if ((byLeft as number) <= (byUp as number) && (byLeft as number) <= (byCorner as number))
    return left;
  return (byUp as number) <= (byCorner as number) ? up : corner;
}
