/**
 * Draws every icon: `npx tsx scripts/icons.ts`. The icons in public/icon are committed, so a build does not
 * need this. The shape is an open ring with water inside and round ends.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

/** Lengths in pixels. The center is above the middle, so that the open ring looks centered. */
interface Measures {
  centreY: number;
  radius: number;
  stroke: number;
  openingDegrees: number;
  /** Between ring and water. Without one, the water touches the ring and ends on a whole pixel. */
  gap: number;
  dotRadius: number;
}

const SIZES: Record<number, Measures> = {
  16: { centreY: 7.25, radius: 6.25, stroke: 1.5, openingDegrees: 70, gap: 0, dotRadius: 2 },
  32: { centreY: 15.25, radius: 12.75, stroke: 2.5, openingDegrees: 58, gap: 0, dotRadius: 3.5 },
  48: { centreY: 23.25, radius: 19.5, stroke: 3.5, openingDegrees: 46, gap: 3.6, dotRadius: 5 },
  128: { centreY: 62.25, radius: 54, stroke: 8, openingDegrees: 42, gap: 9, dotRadius: 13 },
};

type Colour = { lightness: number; chroma: number; hueDegrees: number };

const CALM: Colour = { lightness: 0.615, chroma: 0.08, hueDegrees: 222 };
const EMBER: Colour = { lightness: 0.67, chroma: 0.135, hueDegrees: 52 };
const GREY: Colour = { lightness: 0.62, chroma: 0.012, hueDegrees: 250 };

interface Picture {
  colour: Colour;
  /** How much of the ring is under water; null for none. */
  level: number | null;
  dot: boolean;
}

const TIDE_LEVELS = 8;
const LOWEST = 0.22;
const HIGHEST = 0.66;
const DUE_LEVEL = 0.8;
const FILLING: Picture = { colour: CALM, level: 0.62, dot: false };

/** 16 × 16 samples per pixel: finer than the shades can show. */
const POINTS = 16;
/** As many shades as four bits can name. */
const SHADES = 16;

const TOOLBAR: Record<string, Picture> = {
  ...Object.fromEntries(
    Array.from({ length: TIDE_LEVELS }, (_, step) => [
      `tide-${step}`,
      {
        colour: CALM,
        level: LOWEST + ((HIGHEST - LOWEST) * step) / (TIDE_LEVELS - 1),
        dot: false,
      },
    ]),
  ),
  due: { colour: EMBER, level: DUE_LEVEL, dot: false },
  held: { colour: EMBER, level: null, dot: true },
  paused: { colour: GREY, level: null, dot: false },
};

const folder = new URL('../public/icon/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, picture] of Object.entries(TOOLBAR)) {
  for (const size of [16, 32]) {
    writeFileSync(new URL(`${name}-${size}.png`, folder), draw(picture, size));
  }
}
for (const size of Object.keys(SIZES).map(Number)) {
  writeFileSync(new URL(`${size}.png`, folder), draw(FILLING, size));
}

function draw(picture: Picture, size: number): Buffer {
  const isInked = shape(picture, size);
  const rows = Array.from({ length: size }, () => Buffer.alloc(1 + size / 2));
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let inked = 0;
      for (let point = 0; point < POINTS * POINTS; point++) {
        const pointX = x + ((point % POINTS) + 0.5) / POINTS;
        const pointY = y + (Math.floor(point / POINTS) + 0.5) / POINTS;
        if (isInked(pointX, pointY)) inked++;
      }
      const shade = Math.round((inked / POINTS ** 2) * (SHADES - 1));
      // Filter 0 leaves the row as it is. Each byte holds two pixels, the left one in its upper half.
      const row = rows[y] as Buffer;
      const at = 1 + (x >> 1);
      row[at] = (row[at] ?? 0) | (x % 2 === 0 ? shade << 4 : shade);
    }
  }
  return png(Buffer.concat(rows), size, toSrgb(picture.colour));
}

function shape({ level, dot }: Picture, size: number): (x: number, y: number) => boolean {
  const measures = SIZES[size];
  if (!measures) throw new RangeError(`No measures for ${size} pixels`);
  const { centreY, radius, stroke, gap, dotRadius } = measures;
  const centreX = size / 2;
  const half = stroke / 2;
  const opening = (measures.openingDegrees / 2) * (Math.PI / 180);
  const endX = radius * Math.sin(opening);
  const endY = -radius * Math.cos(opening);
  const waterRadius = gap === 0 ? radius : radius - half - gap;
  const wished = centreY + waterRadius - 2 * waterRadius * (level ?? 0);
  const surfaceY = gap === 0 ? Math.round(wished) : wished;
  const dotY = gap === 0 ? Math.round(centreY) : centreY;

  return (x, y) => {
    const dx = x - centreX;
    const dy = y - centreY;
    const distance = Math.hypot(dx, dy);
    const fromTop = Math.atan2(Math.abs(dx), -dy);
    if (Math.abs(distance - radius) <= half && fromTop >= opening) return true;
    if (Math.hypot(Math.abs(dx) - endX, dy - endY) <= half) return true;
    if (level !== null && distance <= waterRadius && y >= surfaceY) return true;
    return dot && Math.hypot(dx, y - dotY) <= dotRadius;
  };
}

/** Björn Ottosson's Oklab, https://bottosson.github.io/posts/oklab/ */
function toSrgb({ lightness, chroma, hueDegrees }: Colour): [number, number, number] {
  const hue = (hueDegrees * Math.PI) / 180;
  const a = chroma * Math.cos(hue);
  const b = chroma * Math.sin(hue);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    toByte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toByte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toByte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function toByte(linear: number): number {
  const curved = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, curved)));
}

/** A picture in shades of one color. */
function png(rows: Buffer, size: number, colour: [number, number, number]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Four bits per pixel, a palette, no interlacing.
  header.set([4, 3, 0, 0, 0], 8);
  const shades = Array.from({ length: SHADES }, (_, shade) => shade);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(shades.flatMap(() => colour))),
    chunk('tRNS', Buffer.from(shades.map((shade) => (255 * shade) / (SHADES - 1)))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, checksum]);
}
