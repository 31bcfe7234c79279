import { csvHead, csvLine, type NameOf } from '../../core/copy/csv.ts';
import { CopyWriter } from '../../core/copy/writer.ts';
import { own } from '../../core/own.ts';
import { exportSettings } from '../settingsFile.ts';
import { loadPageRecord } from '../storage/pageRecords.ts';
import { daysOfLog, type Progress } from './daysOfLog.ts';

/** Text is given to the browser in parts of this length, so that a page never holds all of it. */
const PART_CHARACTERS = 1_000_000;

/** Everything that is a person's own, as a file in JSON. */
export async function exportCopy(onProgress: Progress, signal: AbortSignal): Promise<Blob> {
  const writer = new CopyWriter();
  const file = new Parts('application/json');
  file.add(writer.begin(await exportSettings()));
  for await (const day of daysOfLog(onProgress, signal)) file.add(writer.day(day));
  file.add(writer.end());
  signal.throwIfAborted();
  return file.whole();
}

/** The log as a table. */
export async function exportTable(onProgress: Progress, signal: AbortSignal): Promise<Blob> {
  const { ownBreaks } = (await loadPageRecord('preferences')).value;
  const nameOf: NameOf = (kind) => own(ownBreaks, kind)?.title ?? null;
  const file = new Parts('text/csv');
  file.add(csvHead());
  for await (const { entries } of daysOfLog(onProgress, signal))
    for (const entry of entries) file.add(csvLine(entry, nameOf));
  signal.throwIfAborted();
  return file.whole();
}

class Parts {
  private readonly parts: Blob[] = [];
  private texts: string[] = [];
  private length = 0;

  constructor(private readonly type: string) {}

  add(text: string): void {
    this.texts.push(text);
    this.length += text.length;
    if (this.length < PART_CHARACTERS) return;
    this.parts.push(new Blob(this.texts));
    this.texts = [];
    this.length = 0;
  }

  whole(): Blob {
    return new Blob([...this.parts, ...this.texts], { type: this.type });
  }
}
