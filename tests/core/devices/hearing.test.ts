import { describe, expect, it } from 'vitest';
import { DEVICE, newsIn } from '../../../core/devices/hearing.ts';
import { tellingOf } from '../../../core/devices/telling.ts';
import { DEVICES, type Devices, MAX_DEVICES } from '../../../core/records/devices.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time.ts';
import { AT, minutes, stored } from '../atNine.ts';

const id = (nth: number) => `${String(nth).padStart(8, '0')}-0000-4000-8000-000000000000`;
const HERE: Devices = { ...DEVICES.atFirst, on: true, id: id(0) };

/** What a device wrote at an instant of its clock, where someone was then. */
const written = (wroteMs: number, rest = {}) => ({
  ...tellingOf(stored({ state: { inputAtMs: wroteMs } }).state, DEVICES.atFirst, wroteMs),
  seenMs: wroteMs,
  ...rest,
});
const from = (nth: number, item: unknown) => ({ [DEVICE + id(nth)]: item });

describe('news', () => {
  it('is heard once', () => {
    const items = from(1, written(AT));
    const { others, heard } = newsIn(items, HERE, AT);
    expect(others).toHaveLength(1);
    expect(newsIn(items, { ...HERE, heard }, AT + MINUTE_MS).others).toEqual([]);
  });

  it('of this device itself is none', () => {
    expect(newsIn(from(0, written(AT)), HERE, AT).others).toEqual([]);
  });

  it('that can’t be read is left out, and that of a newer Exhale is read as far as it is known', () => {
    const newer = { ...written(AT), mood: 'calm' };
    const items = {
      ...from(1, newer),
      ...from(2, { wroteMs: 'noon' }),
      [`${DEVICE}me`]: written(AT),
      other: 1,
    };
    const { others, heard } = newsIn(items, HERE, AT);
    expect(others).toHaveLength(1);
    expect(Object.keys(heard)).toEqual([id(1)]);
  });

  it('says until when the other knows of this one', () => {
    const { others } = newsIn(from(1, written(AT, { knows: { [id(0)]: AT - 5 } })), HERE, AT);
    expect(others[0]?.knowsMs).toBe(AT - 5);
  });

  it('of a device that told nothing for three months shows that it is gone', () => {
    const items = from(1, written(AT - 91 * DAY_MS));
    const known = { [id(1)]: { wroteMs: AT - 92 * DAY_MS, seenMs: AT, lateMs: [] } };
    expect(newsIn(items, { ...HERE, heard: known }, AT)).toEqual({
      others: [],
      heard: {},
      gone: Object.keys(items),
    });
  });

  it('of too many devices is kept of the latest', () => {
    const items = Object.assign(
      {},
      ...Array.from({ length: MAX_DEVICES + 3 }, (_, nth) => from(nth + 1, written(AT + nth))),
    );
    const { heard, others } = newsIn(items, HERE, AT + 100);
    expect(Object.keys(heard)).toHaveLength(MAX_DEVICES);
    expect(heard).not.toHaveProperty(id(1));
    expect(others).toHaveLength(MAX_DEVICES);
  });
});

/** When someone was last there, by this clock, after news that came this late. */
function seenAfter(...lateMs: number[]): number[] {
  let devices = HERE;
  return lateMs.map((ms, nth) => {
    const nowMs = AT + minutes(10 * nth);
    const { others, heard } = newsIn(from(1, written(nowMs - ms)), devices, nowMs);
    devices = { ...devices, heard };
    return nowMs - (others[0]?.seenMs ?? 0);
  });
}

describe('a clock', () => {
  it('that is an hour ahead is corrected at once', () => {
    expect(seenAfter(-HOUR_MS, -HOUR_MS)).toEqual([0, 0]);
  });

  it('that is an hour behind is corrected once three messages came an hour late', () => {
    expect(seenAfter(HOUR_MS, HOUR_MS, HOUR_MS, HOUR_MS)).toEqual([HOUR_MS, HOUR_MS, 0, 0]);
  });

  it('is right if any news came in time', () => {
    expect(seenAfter(HOUR_MS, minutes(1), HOUR_MS)).toEqual([HOUR_MS, minutes(1), HOUR_MS]);
  });

  it('is right again after it was set', () => {
    expect(seenAfter(-HOUR_MS, 0, 0, 0, 0, 0).slice(-1)).toEqual([0]);
  });

  it('is right at once after it was set back, which its next news shows', () => {
    expect(seenAfter(-HOUR_MS, 0)).toEqual([0, 0]);
  });

  it('is not corrected for a few minutes, which would add up', () => {
    expect(seenAfter(minutes(-5), minutes(6))).toEqual([minutes(-5), minutes(6)]);
  });

  it('is not what makes news half a day late', () => {
    const late = [12 * HOUR_MS, 12 * HOUR_MS, 12 * HOUR_MS];
    expect(seenAfter(...late)).toEqual(late);
  });
});
