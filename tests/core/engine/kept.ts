import * as v from 'valibot';
import type { Entry } from '../../../core/records/entry.ts';
import { OUTBOX, type Outbox } from '../../../core/records/outbox.ts';
import { type Line, play, type Step } from '../../../core/simulate/play.ts';
import { parseScenario } from '../../../core/simulate/scenario.ts';
import { instantOf, isTimeZone, localAt } from '../../../scripts/zone.ts';
import type { RandomDay } from '../simulate/randomDay.ts';
import { afterStep } from './day.ts';

export interface Kept {
  step: Step;
  outbox: Outbox;
}

/** The simulator's records of a day, and what is kept of it after each step. */
export function kept(day: RandomDay): { lines: Line[]; steps: Kept[]; entries: Entry[] } {
  const parsed = parseScenario({ ...day, observe: [] }, isTimeZone);
  if (!parsed.ok) throw new Error(`malformed: ${parsed.refusal.field}`);
  const steps: Kept[] = [];
  let outbox = OUTBOX.atFirst;
  const startMs = instantOf(day.start, day.timeZone);
  const lines = play(parsed.scenario, startMs, localAt, (step) => {
    outbox = v.parse(OUTBOX.schema, JSON.parse(JSON.stringify(afterStep(outbox, step))));
    steps.push({ step, outbox });
  });
  return { lines, steps, entries: outbox.entries as Entry[] };
}
