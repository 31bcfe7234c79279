import { COPY_MARK, COPY_VERSION, type CopyDay, Overlaps } from './format.ts';

/** Writes the file with everything in parts: a line for each day. `settings` is the text of a settings file. */
export class CopyWriter {
  private readonly overlaps = new Overlaps();
  private isFirst = true;

  begin(settings: string): string {
    const head = { is: COPY_MARK, version: COPY_VERSION, settings: JSON.parse(settings) };
    return `${JSON.stringify(head).slice(0, -1)},"days":[`;
  }

  day({ date, entries, totals }: CopyDay): string {
    const isOver = this.overlaps.in({ date, entries, overlaps: false }) !== null;
    const line = { date, entries, ...(totals && { totals }), ...(isOver && { overlaps: true }) };
    const before = this.isFirst ? '\n' : ',\n';
    this.isFirst = false;
    return before + JSON.stringify(line);
  }

  end(): string {
    return '\n]}\n';
  }
}
