import { type Imported, LARGEST_IMPORT } from '../personal/settingsFile.ts';
import type { Refusal } from '../records/envelope.ts';
import {
  COPY_MARK,
  COPY_VERSION,
  type CopyDay,
  checkedCopyDay,
  LONGEST_PIECE,
  MOST_DAYS_IN_COPY,
  Overlaps,
} from './format.ts';
import { type Piece, Pieces } from './pieces.ts';

export type CopyRefused = Exclude<Imported, { ok: true }>;

/** The fields of the file, in this order. `days` is the long list. */
const FIELDS = ['is', 'version', 'settings', 'days'] as const;

/** Reads and checks a file with everything, part by part. The first problem ends it. */
export class CopyReader {
  /** Why the file is not taken. */
  refused: CopyRefused | null = null;
  /** The text of the settings file inside; null if it has none. It is not checked yet. */
  settings: string | null = null;
  days = 0;

  private readonly pieces = new Pieces('days', LONGEST_PIECE);
  private readonly overlaps = new Overlaps();
  private readonly met = new Set<string>();
  private lastDate = '';

  /** The days that end in the next part of the text. */
  *take(chunk: string): Generator<CopyDay> {
    for (const piece of this.pieces.take(chunk)) {
      const day = this.read(piece);
      if (this.refused !== null) return;
      if (day !== null) yield day;
    }
    this.lookForProblem();
  }

  /** The file is over: whether all of it was there. */
  end(): void {
    this.pieces.end();
    this.lookForProblem();
    if (!this.met.has('version')) this.refuse('notExhale');
    if (this.settings === null && this.days === 0) this.refuse('empty');
  }

  private lookForProblem(): void {
    const { problem } = this.pieces;
    if (problem !== null) this.refuse(problem);
  }

  private refuse(problem: Exclude<CopyRefused['problem'], 'refused'>): null {
    this.refused ??= { ok: false, problem };
    return null;
  }

  private refuseField(refusal: Refusal): null {
    this.refused ??= { ok: false, problem: 'refused', refusal };
    return null;
  }

  private read({ key, nth, text }: Piece): CopyDay | null {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return this.refuse('notJson');
    }
    if (nth !== null) return this.readDay(nth, value);
    if (key === 'is' && value !== COPY_MARK) return this.refuse('notExhale');
    if (this.met.size === 0 && key !== 'is') return this.refuse('notExhale');
    if (key === 'version' && typeof value === 'number' && value > COPY_VERSION)
      return this.refuse('newer');
    if (key === 'version' && value !== COPY_VERSION) return this.refuse('notExhale');
    if (this.met.has(key) || !FIELDS.includes(key as never))
      return this.refuseField({ field: key.slice(0, 60), problem: 'unknown' });
    this.met.add(key);
    if (key === 'days') return this.refuseField({ field: key, problem: 'type' });
    if (key === 'settings') this.settings = text;
    return text.length > LARGEST_IMPORT ? this.refuse('tooLarge') : null;
  }

  private readDay(nth: number, value: unknown): CopyDay | null {
    if (!this.met.has('version')) return this.refuse('notExhale');
    // A second list would begin again.
    if (nth === 0 && this.met.has('days'))
      return this.refuseField({ field: 'days', problem: 'unknown' });
    this.met.add('days');
    if (nth >= MOST_DAYS_IN_COPY)
      return this.refuseField({ field: 'days', problem: 'tooLarge', limit: MOST_DAYS_IN_COPY });
    const checked = checkedCopyDay(value);
    const place = `days.${nth}`;
    if (checked.is === 'refused') {
      const field = `${place}.${checked.refusal.field}`.replace(/\.$/, '');
      return this.refuseField({ ...checked.refusal, field });
    }
    const { day } = checked;
    if (day.date <= this.lastDate)
      return this.refuseField({ field: `${place}.date`, problem: 'invalid' });
    this.lastDate = day.date;
    const overlaps = this.overlaps.in(day);
    if (overlaps !== null) {
      const field = `${place}.entries.${day.entries.indexOf(overlaps)}.fromMs`;
      return this.refuseField({ field, problem: 'invalid' });
    }
    this.days++;
    return day;
  }
}
