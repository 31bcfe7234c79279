import { describe, expect, it } from 'vitest';
import { piecesOf } from '../../../core/days/pieces.ts';
import type { Entry } from '../../../core/records/entry.ts';
import { DAY_MS } from '../../../core/time.ts';
import { at, MONDAY, reminder, rest, span, taken } from './entries.ts';

const clock = (atMs: number) => new Date(atMs).toISOString().slice(11, 16);
const pieces = (entries: Entry[], aheadHours = 0) =>
  piecesOf(entries, {
    fromMs: MONDAY * DAY_MS - aheadHours * 3_600_000,
    toMs: (MONDAY + 1) * DAY_MS - aheadHours * 3_600_000,
    offsetMinutesAt: () => aheadHours * 60,
  }).map(({ is, fromMs, toMs }) => [is, clock(fromMs), clock(toMs)]);

describe('the parts of a day’s picture', () => {
  it('are time at the screen, rests and breaks, in order', () => {
    const all = [
      taken('breathing', '2026-03-02T09:30'),
      span('2026-03-02T09:00', '2026-03-02T10:00'),
      rest('2026-03-02T10:00', '2026-03-02T10:10'),
      reminder(3),
    ];
    expect(pieces(all)).toEqual([
      ['screen', '09:00', '10:00'],
      ['break', '09:30', '09:31'],
      ['rest', '10:00', '10:10'],
    ]);
  });

  it('end at midnight, and those of other days are left out', () => {
    const all = [
      span('2026-03-01T23:00', '2026-03-02T01:00'),
      span('2026-03-02T23:30', '2026-03-03T00:30'),
      span('2026-03-03T00:00', '2026-03-03T00:10'),
    ];
    expect(pieces(all)).toEqual([
      ['screen', '00:00', '01:00'],
      ['screen', '23:30', '00:00'],
    ]);
  });

  it('are no nights, and no rest that a break was', () => {
    const all = [
      rest('2026-03-01T22:00', '2026-03-02T07:00'),
      rest('2026-03-02T10:00', '2026-03-02T10:06', { how: 'guided' }),
    ];
    expect(pieces(all)).toEqual([]);
  });

  it('stay at the time of day that the person had, in whichever zone they are looked at', () => {
    const inTokyo = span('2026-03-02T09:00', '2026-03-02T10:00', { ahead: 9 });
    expect(pieces([inTokyo])).toEqual([['screen', '09:00', '10:00']]);
    expect(clock(at('2026-03-02T09:00', 9))).toBe('00:00');
  });
});
