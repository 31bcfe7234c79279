import { withDecision } from '../core/engine/log.ts';
import type { Log } from '../core/engine/logSchema.ts';
import { view } from '../core/engine/view.ts';
import type { Outcome } from '../core/records/outcome.ts';
import { play } from '../core/simulate/play.ts';
import { parseScenario } from '../core/simulate/scenario.ts';
import { instantOf, isTimeZone, localAt } from './zone.ts';

/** An outcome with the second since the start in which it came, and with what the clock showed then. */
export interface Came {
  at: number;
  atMs: number;
  outcome: Outcome;
}

/** Plays a day, and logs it as the background would. */
export function logOfDay(day: unknown, most?: number): { log: Log; came: Came[] } {
  const parsed = parseScenario(day, isTimeZone);
  if (!parsed.ok) throw new Error(`malformed: ${parsed.refusal.field}`);
  const { start, timeZone } = parsed.scenario;
  let log: Log = [];
  const came: Came[] = [];
  play(parsed.scenario, instantOf(start, timeZone), localAt, (step) => {
    const { at, atMs, local, stored, outcomes } = step;
    const reason = view(stored, atMs, local).silence?.reason ?? null;
    log = withDecision(log, { ...step, reason }, most);
    for (const outcome of outcomes) came.push({ at, atMs, outcome });
  });
  return { log, came };
}
