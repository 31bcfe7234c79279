import { describe, expect, it } from 'vitest';
import { remindEvery, shortestRhythm, triedRhythm } from '../../../core/engine/remindEvery.ts';
import { DEFAULT_SETTINGS, type Settings, withPatch } from '../../../core/records/settings.ts';

const { short, long } = DEFAULT_SETTINGS.rhythms as Record<
  'short' | 'long',
  Settings['rhythms'][string]
>;
const withRhythms = (rhythms: Settings['rhythms']): Settings => ({ ...DEFAULT_SETTINGS, rhythms });

describe('the rhythm of “Remind me every”', () => {
  it('is the shortest that is on', () => {
    expect(shortestRhythm(DEFAULT_SETTINGS)).toBe('short');
    expect(shortestRhythm(withRhythms({ short: { ...short, on: false }, long }))).toBe('long');
  });

  it('is the shortest inactive one, for switching it on', () => {
    const off = withRhythms({ long: { ...long, on: false }, short: { ...short, on: false } });
    expect(shortestRhythm(off, { on: false })).toBe('short');
  });

  it('is null when every rhythm is off', () => {
    const off = withRhythms({ short: { ...short, on: false } });
    expect(shortestRhythm(off)).toBeNull();
    expect(remindEvery(off, 20)).toEqual({});
  });
});

describe('a trial prompt', () => {
  it('is for the shortest rhythm, or for half an hour and a minute if none is on', () => {
    expect(triedRhythm(withRhythms({ short: { ...short, on: false }, long }))).toEqual(long);
    expect(triedRhythm(withRhythms({}))).toEqual({
      kind: 'breathing',
      intervalMinutes: 30,
      breakSeconds: 60,
    });
  });
});

describe('another interval', () => {
  it('changes only that rhythm while the others are longer', () => {
    expect(remindEvery(DEFAULT_SETTINGS, 45)).toEqual({
      rhythms: { short: { intervalMinutes: 45 } },
    });
  });

  it('moves a longer one that it would reach or overtake to twice its value', () => {
    for (const minutes of [60, 65])
      expect(remindEvery(DEFAULT_SETTINGS, minutes)).toEqual({
        rhythms: {
          short: { intervalMinutes: minutes },
          long: { intervalMinutes: 2 * minutes },
        },
      });
  });

  it('does not change rhythms that are off', () => {
    const settings = withRhythms({ short, long: { ...long, on: false } });
    expect(remindEvery(settings, 90)).toEqual({ rhythms: { short: { intervalMinutes: 90 } } });
  });

  it('makes a valid patch, up to the longest interval', () => {
    for (const minutes of [5, 30, 60, 120, 125, 240])
      expect(withPatch(DEFAULT_SETTINGS, remindEvery(DEFAULT_SETTINGS, minutes)).ok).toBe(true);
  });
});
