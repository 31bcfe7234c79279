import fc from 'fast-check';
import { expect, it } from 'vitest';
import { play } from '../../../core/simulate/play.ts';
import { parseScenario } from '../../../core/simulate/scenario.ts';
import { instantOf, isTimeZone, localAt } from '../../../scripts/zone.ts';
import { runs } from '../../runs.ts';
import { dayInSight, type RandomDay } from './randomDay.ts';
import { SecondReading } from './secondReading.ts';

function read(day: RandomDay): string[] {
  const observe = Array.from({ length: Math.ceil(day.end / 10) }, (_, index) => index * 10);
  const parsed = parseScenario({ ...day, observe }, isTimeZone);
  if (!parsed.ok) throw new Error(`malformed: ${parsed.refusal.field}`);
  const startMs = instantOf(day.start, day.timeZone);
  const lines = play(parsed.scenario, startMs, localAt);
  return new SecondReading(parsed.scenario, lines, startMs, localAt).read();
}

it('the core and a second reading of the rules agree on any day that can be seen', () => {
  fc.assert(
    fc.property(dayInSight, (day) => {
      expect(read(day).slice(0, 3)).toEqual([]);
    }),
    { numRuns: runs(150) },
  );
});
