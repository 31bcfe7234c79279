import type { LogEntry } from '../engine/logSchema.ts';
import type { State } from '../records/state.ts';
import { SECOND_MS } from '../time.ts';
import type { Told } from './scenario.ts';

/** Two readings of the same last input may differ by this much. */
const READING_ERROR_SECONDS = 2;

/** When there was input, as far as a log shows it. Times are whole seconds since the start. */
export class InputInLog {
  /** Since when there has been no input; null while there is some. */
  private offSince: number | null;
  /** The event of the current stillness. Its length is set when it ends. */
  private still: Extract<Told, { type: 'still' }> | null = null;
  private locked: boolean;
  /** The browser has reported the current stillness. */
  private reported = true;
  /** Someone was there at the start. The first entry shows whether there was input. */
  private thereAtStart: boolean;
  private lookedAt = 0;
  private onAt = 0;

  constructor(
    { inputAtMs, presence }: State,
    startMs: number,
    private readonly events: Told[],
  ) {
    this.offSince = Math.floor((inputAtMs - startMs) / SECOND_MS);
    this.locked = presence.is === 'away' && presence.why === 'locked';
    this.thereAtStart = presence.is === 'present';
  }

  /** Adds what an entry shows. */
  follow({ seen, detectionSeconds }: LogEntry, at: number): void {
    const inputAt = this.inputAt(seen.quietSeconds, at);
    if (seen.idle === 'locked') this.lock(inputAt, at);
    else if (this.locked) this.unlock(inputAt, at);
    else if (inputAt === null) this.resume(this.returnedBy(at));
    else if (!this.goesOnFrom(inputAt)) this.stopAgain(inputAt);
    this.reported ||= seen.quietSeconds >= detectionSeconds;
    this.lookedAt = at;
  }

  /** The machine slept between `from` and an entry. */
  sleep({ seen }: LogEntry, from: number, at: number): void {
    const inputAt = this.inputAt(this.locked ? 0 : seen.quietSeconds, at);
    if (inputAt !== null && !this.goesOnFrom(inputAt)) this.resume(this.returnedBy(inputAt));
    this.outlast(from);
    this.still = null;
    this.offSince ??= from;
    this.events.push({ at: from, type: 'sleep' });
  }

  /** The earliest second at which stillness can have lasted this long. */
  earliest(quietSeconds: number): number {
    return (this.offSince ?? this.lookedAt) + quietSeconds;
  }

  end(at: number): void {
    this.outlast(at);
  }

  /** When the last input was; null if it was just now. */
  private inputAt(quietSeconds: number, at: number): number | null {
    const inputAt = quietSeconds > 0 ? at - quietSeconds : null;
    if (this.thereAtStart && (inputAt === null || !this.goesOnFrom(inputAt))) this.resume(0);
    this.thereAtStart = false;
    return inputAt;
  }

  /** Input before the start is unknown. */
  private goesOnFrom(inputAt: number): boolean {
    return this.offSince !== null && inputAt <= Math.max(0, this.offSince) + READING_ERROR_SECONDS;
  }

  /** The browser reports the end of a reported stillness. Any other ended soon after it was seen. */
  private returnedBy(at: number): number {
    return this.reported ? at : Math.min(at, this.lookedAt + 1);
  }

  private resume(at: number): void {
    if (this.offSince === null) return;
    this.onAt = Math.max(0, at, this.offSince);
    if (this.still !== null) this.still.seconds = this.onAt - this.still.at;
    else {
      this.outlast(this.onAt);
      this.events.push({ at: this.onAt, type: 'active' });
    }
    this.still = null;
    this.offSince = null;
    this.reported = false;
  }

  private stopAgain(at: number): void {
    this.resume(this.returnedBy(at));
    this.offSince = Math.max(at, this.onAt);
    this.still = { at: this.offSince, type: 'still', seconds: 0 };
    this.events.push(this.still);
  }

  private lock(inputAt: number | null, at: number): void {
    if (this.locked) return;
    if (inputAt === null) {
      if (!this.reported) this.resume(this.returnedBy(at));
    } else if (!this.goesOnFrom(inputAt)) this.stopAgain(inputAt);
    this.outlast(at);
    this.still = null;
    this.offSince ??= at;
    this.locked = true;
    this.events.push({ at, type: 'locked' });
  }

  private unlock(inputAt: number | null, at: number): void {
    this.locked = false;
    this.resume(Math.max(inputAt ?? at, this.lookedAt));
    if (inputAt !== null) this.stopAgain(inputAt);
  }

  private outlast(at: number): void {
    if (this.still !== null) this.still.seconds = at - this.still.at + 1;
  }
}
