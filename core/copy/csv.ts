import type { Entry } from '../records/entry.ts';
import { SECOND_MS, wallTime, zoneOf } from '../time.ts';

/** The columns, in their order. Each kind of entry fills those that it has. */
export const COLUMNS = [
  'is',
  'from',
  'to',
  'seconds',
  'awaySeconds',
  'ended',
  'how',
  'rhythm',
  'shown',
  'times',
  'heldSeconds',
  'kind',
  'name',
  'pattern',
  'plannedSeconds',
  'taken',
  'begun',
  'id',
] as const;
type Column = (typeof COLUMNS)[number];
type Cell = string | number | boolean | null;

/** Titles of own breaks by their kind. */
export type NameOf = (kind: string) => string | null;

/** The first line of a table of entries, as in RFC 4180. */
export const csvHead = (): string => `${COLUMNS.join(',')}\r\n`;

/** One entry as a line of it. */
export function csvLine(entry: Entry, nameOf: NameOf): string {
  const cells: Partial<Record<Column, Cell>> = { ...cellsOfAll(entry), ...cellsOf(entry, nameOf) };
  return `${COLUMNS.map((column) => cell(cells[column] ?? null)).join(',')}\r\n`;
}

function cellsOfAll(entry: Entry) {
  const { is, id, fromMs, toMs } = entry;
  const seconds = Math.round((toMs - fromMs) / SECOND_MS);
  return { is, id, from: localTime(fromMs, entry), to: localTime(toMs, entry), seconds };
}

function cellsOf(entry: Entry, nameOf: NameOf): Partial<Record<Column, Cell>> {
  switch (entry.is) {
    case 'span':
      return { awaySeconds: entry.awaySeconds, ended: entry.ended };
    case 'rest':
      return { how: entry.how };
    case 'reminder': {
      const { rhythm, shownAtMs, times, held, ended } = entry;
      const shown = shownAtMs === null ? null : localTime(shownAtMs, entry);
      const heldSeconds = Object.entries(held).map(([reason, seconds]) => `${reason} ${seconds}`);
      return { rhythm, shown, times, heldSeconds: heldSeconds.join('; '), ended };
    }
    case 'break': {
      const { rhythm, kind, pattern, seconds: plannedSeconds, taken, begun } = entry;
      return { rhythm, kind, name: nameOf(kind), pattern, plannedSeconds, taken, begun };
    }
  }
}

/** The local time that the person had, with its distance from UTC. */
const localTime = (atMs: number, { offsetMinutes }: Entry): string =>
  `${wallTime(atMs, offsetMinutes)}${zoneOf(offsetMinutes)}`;

/** Text that begins like this is a formula to a spreadsheet. An apostrophe makes it text again. */
const FORMULA = /^[\t\r\n ]*[=+\-@\t\r＝＋－＠]/;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
