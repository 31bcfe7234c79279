import { DAY_MS, dateOf, HOUR_MS, MINUTE_MS, SECOND_MS } from '../time.ts';

/** A file for calendars (RFC 5545). */

interface Repeating {
  /** Unique among all events everywhere. */
  uid: string;
  /** When the file was made. */
  atMs: number;
  /** The first day, YYYY-MM-DD. The event lasts the whole day. */
  date: string;
  everyWeeks: number;
  summary: string;
}

/** A whole-day event that repeats every few weeks. */
export const icsOf = ({ uid, atMs, date, everyWeeks, summary }: Repeating): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Exhale//Exhale//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp(atMs)}`,
    `DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
    `RRULE:FREQ=WEEKLY;INTERVAL=${everyWeeks}`,
    `SUMMARY:${escaped(summary)}`,
    // The event lasts all day, but the person is not busy all day.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('');

/** An instant in UTC: 20260302T091500Z. */
function stamp(atMs: number): string {
  const inDay = ((atMs % DAY_MS) + DAY_MS) % DAY_MS;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const time = [inDay / HOUR_MS, (inDay % HOUR_MS) / MINUTE_MS, (inDay % MINUTE_MS) / SECOND_MS];
  return `${dateOf(Math.floor(atMs / DAY_MS)).replaceAll('-', '')}T${time.map(two).join('')}Z`;
}

const escaped = (text: string): string =>
  text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

const LONGEST_OCTETS = 75;

/** A line has at most 75 octets. A longer one continues after a space, never in the middle of a character. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter.codePointAt(0) as number);
    if (octets + size > LONGEST_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += letter;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** How many octets a character takes in UTF-8. */
function octetsOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
