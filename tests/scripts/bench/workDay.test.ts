import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../../core/simulate/scenario.ts';
import { type Span, workDay } from '../../../scripts/bench/workDay.ts';
import { isTimeZone } from '../../../scripts/zone.ts';

const days = Array.from({ length: 20 }, (_, seed) => workDay(seed));
const total = (spans: Span[]) => spans.reduce((sum, [from, to]) => sum + to - from, 0);
const each = (of: (day: (typeof days)[number]) => number) =>
  days.reduce((sum, day) => sum + of(day), 0) / days.length;

describe('a plausible working day', () => {
  it('is the same each time, and another for another seed', () => {
    expect(workDay(3)).toEqual(workDay(3));
    expect(workDay(3)).not.toEqual(workDay(4));
  });

  it('is one that the simulator takes', () => {
    for (const { events, end } of days) {
      const scenario = { id: 'day', start: '2026-03-02T09:00:00', timeZone: 'Europe/Berlin' };
      expect(parseScenario({ ...scenario, events, end, observe: [] }, isTimeZone)).toMatchObject({
        ok: true,
      });
    }
  });

  it('has a change of task in less than a minute on average, while the person works', () => {
    const atWork = each(
      (day) => day.end - total(day.away) - total(day.calls) - total(day.watching),
    );
    const seconds = atWork / each(({ changes }) => changes.length);
    expect(seconds).toBeGreaterThan(26);
    expect(seconds).toBeLessThan(60);
  });

  it('is spent at work for the most part, and has something of everything in its month', () => {
    expect(each(({ end, away }) => total(away) / end)).toBeLessThan(0.25);
    for (const kind of ['still', 'away', 'watching', 'calls', 'fullScreen'] as const)
      expect(each((day) => day[kind].length)).toBeGreaterThan(0.2);
  });
});
