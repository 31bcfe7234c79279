import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../core/records/entry.ts';
import { madeUp, weekInLog } from '../../../core/simulate/weekInLog.ts';
import { at, MONDAY, reminder, rest, span, taken } from '../days/entries.ts';

const week = (...entries: Entry[]) => weekInLog(entries, MONDAY + 7);
/** What happened, each with its minutes after nine on Monday. */
const factsOf = (...entries: Entry[]): string[] =>
  week(...entries).facts.map(({ is, atMs }) => `${is} ${(atMs - at('2026-03-02T09:00')) / 60_000}`);

describe('what a person did in a week', () => {
  it('is in order, whatever the order of the entries', () => {
    const facts = ['came 0', 'left 30', 'came 60', 'left 90'];
    const [first, second] = [
      span('2026-03-02T09:00', '2026-03-02T09:30'),
      span('2026-03-02T10:00', '2026-03-02T10:30'),
    ];
    expect(factsOf(first, second)).toEqual(facts);
    expect(factsOf(second, first)).toEqual(facts);
  });

  it('has one time at the screen for times that touch or overlap', () => {
    expect(
      factsOf(
        span('2026-03-02T09:00', '2026-03-02T09:30'),
        span('2026-03-02T09:30', '2026-03-02T10:00'),
        span('2026-03-02T09:10', '2026-03-02T09:20'),
        span('2026-03-02T09:50', '2026-03-02T09:50'),
        span('2026-03-02T10:30', '2026-03-02T10:30'),
      ),
    ).toEqual(['came 0', 'left 60']);
  });

  it('adds up the short absences of such times, in parts that are no rest', () => {
    const facts = factsOf(
      span('2026-03-02T09:00', '2026-03-02T09:30', { awaySeconds: 30 }),
      span('2026-03-02T09:30', '2026-03-02T10:00', { awaySeconds: 60 }),
    );
    expect(facts).toEqual([
      'came 0',
      'left 19.5',
      'came 20.25',
      'left 39.75',
      'came 40.5',
      'left 60',
    ]);
  });

  it('has no absences where they were the whole time', () => {
    const away = span('2026-03-02T09:00', '2026-03-02T09:30', { awaySeconds: 1800 });
    expect(factsOf(away)).toEqual(['came 0', 'left 30']);
  });

  it('has the breaks that they began and took themselves, and the rests that they told', () => {
    const ten = { toMs: at('2026-03-02T10:02') };
    expect(factsOf(taken('eyes', '2026-03-02T10:00', { ...ten, begun: 'byHand' }))).toEqual([
      'breakBegan 60',
      'breakEnded 62',
    ]);
    expect(
      factsOf(taken('eyes', '2026-03-02T10:00', { ...ten, begun: 'byHand', taken: false })),
    ).toEqual([]);
    expect(factsOf(rest('2026-03-02T10:00', '2026-03-02T10:20', { how: 'told' }))).toEqual([
      'rested 80',
    ]);
    expect(factsOf(rest('2026-03-02T10:00', '2026-03-02T10:20'))).toEqual([]);
  });

  it('counts a break that a reminder brought about as time at the screen', () => {
    const toMs = at('2026-03-02T10:02');
    expect(factsOf(taken('eyes', '2026-03-02T10:00', { toMs }))).toEqual(['came 60', 'left 62']);
  });

  it('has a command before the person leaves or comes at the same instant', () => {
    const toMs = at('2026-03-02T09:30');
    expect(
      factsOf(
        span('2026-03-02T09:00', '2026-03-02T09:30'),
        rest('2026-03-02T09:20', '2026-03-02T09:30', { how: 'told' }),
        taken('eyes', '2026-03-02T09:25', { toMs, begun: 'byHand' }),
      ),
    ).toEqual(['came 0', 'breakBegan 25', 'breakEnded 30', 'rested 30', 'left 30']);
  });
});

describe('a week', () => {
  it('has the days with an hour or more at the screen', () => {
    const { days } = week(
      span('2026-03-02T09:00', '2026-03-02T09:30'),
      span('2026-03-02T10:00', '2026-03-02T10:30'),
      span('2026-03-03T09:00', '2026-03-03T09:59:59'),
      span('2026-03-04T09:00', '2026-03-04T11:00'),
    );
    expect(days).toEqual([MONDAY, MONDAY + 2]);
  });

  it('has the middle wait for a good moment, of reminders that were shown once', () => {
    const waited = (patience: number, times = 1) => reminder(20, { held: { patience }, times });
    expect(week(waited(90), waited(10), waited(40)).waitedMs).toBe(40_000);
    expect(week(waited(90), waited(10), waited(40), waited(500)).waitedMs).toBe(40_000);
    expect(week(waited(90), waited(10, 2), waited(20, 2)).waitedMs).toBe(90_000);
    expect(week(reminder(20)).waitedMs).toBe(0);
    expect(week(span('2026-03-02T09:00', '2026-03-02T10:00')).waitedMs).toBe(0);
  });

  it('has the middle time until a yes, less than a reminder shows', () => {
    expect(week(reminder(20), reminder(5), reminder(12)).answeredMs).toBe(12_000);
    expect(week(reminder(58)).answeredMs).toBe(50_000);
  });

  it('has ten seconds until a yes if there was none', () => {
    const others = [reminder(20, { ended: 'skip' }), reminder(20, { shownAtMs: null })];
    expect(week(...others).answeredMs).toBe(10_000);
    expect(madeUp([]).answeredMs).toBe(10_000);
    expect(madeUp([]).waitedMs).toBe(0);
  });
});
