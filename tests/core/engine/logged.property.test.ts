import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { runningSpan } from '../../../core/engine/runningSpan.ts';
import { restAtMs } from '../../../core/engine/screenTime.ts';
import { view } from '../../../core/engine/view.ts';
import { type Entry, EntrySchema } from '../../../core/records/entry.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { runs } from '../../runs.ts';
import { dayInSight, type RandomDay, wildDay } from '../simulate/randomDay.ts';
import { type Kept, kept } from './kept.ts';

function always(name: string, day: fc.Arbitrary<RandomDay>, holds: (day: RandomDay) => void): void {
  it(name, () => fc.assert(fc.property(day, holds), { numRuns: runs(100) }));
}

const lengthMs = ({
  fromMs,
  toMs,
  awaySeconds,
}: {
  fromMs: number;
  toMs: number;
  awaySeconds: number;
}) => toMs - fromMs - awaySeconds * SECOND_MS;

/** Screen time since the last rest or taken break, by the log alone. */
function screenTimeMs({ outbox, step }: Kept, entries: Entry[]): number {
  const { stored, atMs } = step;
  const restAt = restAtMs(stored.state, stored.settings);
  if (restAt !== null && atMs >= restAt && stored.state.break === null) return 0;
  let sum = 0;
  for (const entry of entries) {
    if (entry.is === 'span') sum += lengthMs(entry);
    if (entry.is === 'rest' || (entry.is === 'break' && entry.taken)) sum = 0;
  }
  const running = runningSpan(outbox, stored, atMs);
  return sum + (running === null ? 0 : lengthMs(running));
}

const number = (of: { type: string }[], type: string) =>
  of.filter((line) => line.type === type).length;

describe('the log of any day', () => {
  always('has the screen time that the popup shows, to the second', wildDay, (day) => {
    const { steps } = kept(day);
    const wrong: string[] = [];
    let lost = 0;
    for (const one of steps) {
      const { stored, atMs, local, at, before } = one.step;
      const entries = one.outbox.entries as Entry[];
      // After a loss of the state, the count begins at zero.
      const { presence } = before.state;
      if (presence.is === 'away' && presence.why === 'start') lost = entries.length;
      const shown = view(stored, atMs, local).screenTimeMs;
      const inLog = screenTimeMs(one, entries.slice(lost));
      if (Math.abs(shown - inLog) > 2 * SECOND_MS) wrong.push(`${inLog} of ${shown} ms at ${at}`);
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  always('has every rest, break and reminder that the simulator tells of', wildDay, (day) => {
    const { lines, entries, steps } = kept(day);
    const of = <Is extends Entry['is']>(is: Is) =>
      entries.filter((entry): entry is Extract<Entry, { is: Is }> => entry.is === is);
    // The simulator tells a rest when the person is back, and none that a break ended.
    const ended = steps.flatMap(({ step }) => step.absences.filter(({ why }) => why === 'break'));
    const rests = of('rest').filter(
      ({ how, fromMs, toMs }) =>
        how !== 'guided' && !ended.some((one) => one.fromMs === fromMs && one.toMs === toMs),
    );
    expect(rests.map(({ fromMs, toMs }) => Math.round((toMs - fromMs) / SECOND_MS))).toEqual(
      lines.filter(({ type }) => type === 'natural-rest').map(({ seconds }) => seconds),
    );
    expect(of('break').map(({ taken }) => taken)).toEqual(
      lines.flatMap(({ type }) =>
        type === 'break-finished' || type === 'break-left' ? [type === 'break-finished'] : [],
      ),
    );
    const shown = of('reminder').reduce((sum, { times }) => sum + times, 0);
    const open = steps.at(-1)?.outbox.reminder?.times ?? 0;
    expect(shown + open).toBe(number(lines, 'prompt'));
  });

  always('has entries that can be read again, each with an id of its own', wildDay, (day) => {
    const { entries } = kept(day);
    for (const entry of entries) expect(v.parse(EntrySchema, entry)).toEqual(entry);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const { fromMs, toMs } of entries) expect(toMs).toBeGreaterThanOrEqual(fromMs);
  });

  always('is the same however often the worker was killed', wildDay, (day) => {
    const more = day.events.flatMap((event) => [event, { at: event.at, type: 'worker-killed' }]);
    expect(kept({ ...day, events: more }).entries).toEqual(kept(day).entries);
  });

  always('never changes an entry once it is written', wildDay, (day) => {
    const { steps, entries } = kept(day);
    for (const { outbox } of steps)
      expect(outbox.entries).toEqual(entries.slice(0, outbox.entries.length));
  });
});

describe('the log of a day that can be seen', () => {
  always('has spans, breaks and absences one after the other', dayInSight, (day) => {
    const { entries } = kept(day);
    let lastMs = Number.NEGATIVE_INFINITY;
    const seen = entries.filter(
      (entry) =>
        entry.is === 'span' ||
        entry.is === 'break' ||
        (entry.is === 'rest' && entry.how === 'natural'),
    );
    for (const { fromMs, toMs } of seen.sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs)) {
      expect(fromMs).toBeGreaterThanOrEqual(lastMs);
      lastMs = toMs;
    }
  });

  always('has a minute or more between two spans, or a break', dayInSight, (day) => {
    const { entries } = kept(day);
    const spans = entries.filter((entry) => entry.is === 'span' || entry.is === 'break');
    for (const [index, entry] of spans.entries()) {
      const next = spans[index + 1];
      if (entry.is !== 'span' || next?.is !== 'span') continue;
      const isApart = next.fromMs - entry.toMs >= MINUTE_MS;
      // A break that was put off leaves no entry.
      expect(isApart || entry.ended === 'rested' || entry.ended === 'break').toBe(true);
    }
  });

  always('charges what held a reminder back for no longer than it was due', dayInSight, (day) => {
    for (const entry of kept(day).entries) {
      if (entry.is !== 'reminder') continue;
      const held = Object.values(entry.held).reduce((sum, seconds) => sum + seconds, 0);
      // Stillness is known after 15 seconds, and a rest dates from its begin.
      expect(held).toBeLessThanOrEqual((entry.toMs - entry.fromMs) / SECOND_MS + 15);
    }
  });
});
