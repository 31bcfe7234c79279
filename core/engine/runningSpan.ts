import type { EntryOf } from '../records/entry.ts';
import type { Outbox } from '../records/outbox.ts';
import type { Stored } from '../records/stored.ts';
import { countedUntilMs } from './screenTime.ts';

/** The span at the screen that goes on, as far as it is certain; null if there is none. */
export function runningSpan(
  { span }: Pick<Outbox, 'span'>,
  { state, settings }: Pick<Stored, 'state' | 'settings'>,
  atMs: number,
): Pick<EntryOf<'span'>, 'fromMs' | 'toMs' | 'awaySeconds'> | null {
  if (span === null) return null;
  const { fromMs, awaySeconds } = span;
  const toMs = countedUntilMs(state, settings, atMs);
  return toMs > fromMs ? { fromMs, toMs, awaySeconds } : null;
}
