import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newRhythmId } from '../../../core/records/rhythmIds.ts';
import { DEFAULT_SETTINGS, withPatch } from '../../../core/records/settings.ts';
import { AT } from '../atNine.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const instant = fc.integer({ min: 0, max: Date.parse('2059-01-01') });

describe('the id of a new rhythm', () => {
  it('is one that settings take, whatever the clock and chance say', () => {
    fc.assert(
      fc.property(
        fc.oneof(instant, fc.integer(), fc.double({ noNaN: true, min: -1e12, max: 8e15 })),
        chance,
        (atMs, drawn) => {
          const rhythms = { [newRhythmId(atMs, drawn)]: { intervalMinutes: 20, breakSeconds: 30 } };
          expect(withPatch(DEFAULT_SETTINGS, { rhythms }).ok).toBe(true);
        },
      ),
    );
  });

  it('comes after those that were made before, by name', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 1e9 }),
        chance,
        chance,
        (atMs, laterMs, one, two) => {
          const ids = [newRhythmId(atMs + laterMs, one), newRhythmId(atMs, two)];
          expect(ids.sort()[0]).toBe(newRhythmId(atMs, two));
        },
      ),
    );
  });

  it('comes after those of older versions', () => {
    const made = newRhythmId(AT, 0);
    expect([made, 'own2', 'own1', 'own7'].sort()).toEqual(['own1', 'own2', 'own7', made]);
  });

  it('differs between two computers that make one in the same millisecond', () => {
    expect(newRhythmId(AT, 0.3)).not.toBe(newRhythmId(AT, 0.7));
  });
});
