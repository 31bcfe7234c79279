import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MASSAGE,
  type Massage,
  massageDone,
  massageDue,
  massageEvery,
  massageLater,
  massageOn,
  NO_MASSAGE,
} from '../../../core/personal/massage.ts';
import { encode } from '../../../core/records/envelope.ts';
import { decodePageRecord } from '../../../core/records/pageRecord.ts';
import { dateOf } from '../../../core/time.ts';

const MONTHLY: Massage = { ...NO_MASSAGE, everyWeeks: 4, nextDate: '2026-03-20' };

describe('a massage', () => {
  it('is due from a week before, on its day, and after it', () => {
    expect(massageDue(MONTHLY, '2026-03-12')).toBe(false);
    expect(massageDue(MONTHLY, '2026-03-13')).toBe(true);
    expect(massageDue(MONTHLY, '2026-03-20')).toBe(true);
    expect(massageDue(MONTHLY, '2026-05-01')).toBe(true);
  });

  it('is never due where it is off, or has no date', () => {
    expect(massageDue({ ...MONTHLY, everyWeeks: 0 }, '2026-03-20')).toBe(false);
    expect(massageDue({ ...MONTHLY, nextDate: null }, '2026-03-20')).toBe(false);
    expect(massageDue(NO_MASSAGE, '2026-03-20')).toBe(false);
  });

  it('comes the chosen number of weeks after the last one', () => {
    expect(massageDone(MONTHLY, '2026-03-21')).toEqual({
      everyWeeks: 4,
      lastDate: '2026-03-21',
      nextDate: '2026-04-18',
      laterUntilDate: null,
    });
  });

  it('says nothing for a week after “later”', () => {
    const later = massageLater(MONTHLY, '2026-03-14');
    expect(massageDue(later, '2026-03-20')).toBe(false);
    expect(massageDue(later, '2026-03-21')).toBe(true);
    expect(later.nextDate).toBe('2026-03-20');
  });

  it('is counted from the last one when the weeks change, and never into the past', () => {
    const had = { ...MONTHLY, lastDate: '2026-02-20' };
    expect(massageEvery(had, 6, '2026-03-02').nextDate).toBe('2026-04-03');
    expect(massageEvery(had, 1, '2026-03-02').nextDate).toBe('2026-03-02');
    expect(massageEvery(NO_MASSAGE, 2, '2026-03-02').nextDate).toBe('2026-03-16');
    expect(massageEvery(had, 0, '2026-03-02').nextDate).toBeNull();
  });

  it('is on the chosen day, which ends “later”', () => {
    const moved = massageOn(massageLater(MONTHLY, '2026-03-14'), '2026-03-16');
    expect(massageDue(moved, '2026-03-15')).toBe(true);
  });

  it('is not due again at once when it is done, however often it comes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 52 }),
        fc.integer({ min: 0, max: 40_000 }),
        (everyWeeks, day) => {
          const done = massageDone({ ...NO_MASSAGE, everyWeeks }, dateOf(day));
          expect(massageDue(done, dateOf(day))).toBe(false);
          expect(massageDue(done, dateOf(day + everyWeeks * 7))).toBe(true);
          expect(decodePageRecord(MASSAGE, encode(done)).is).toBe('ok');
        },
      ),
    );
  });

  it.each([[53], [-1], [1.5], ['4']])('every %s weeks is refused', (everyWeeks) => {
    expect(decodePageRecord(MASSAGE, encode({ ...NO_MASSAGE, everyWeeks })).is).toBe('damaged');
  });
});
