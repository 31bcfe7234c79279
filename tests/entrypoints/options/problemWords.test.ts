import { beforeEach, describe, expect, it } from 'vitest';
import type { Refusal } from '../../../core/records/envelope.ts';
import { DEFAULT_SETTINGS, withPatch } from '../../../core/records/settings.ts';
import {
  importProblemWords,
  problemWords,
  refusedWords,
} from '../../../entrypoints/options/problemWords.ts';
import { speakEnglish } from '../../components/inEnglish.ts';

beforeEach(speakEnglish);

function refusalOf(patch: unknown): Refusal {
  const result = withPatch(DEFAULT_SETTINGS, patch);
  if (result.ok) throw new Error('this was taken');
  return result.refusal;
}

describe('the words for a refused value', () => {
  it.each([
    [{ restMinutes: 0 }, 'At least 1.'],
    [{ restMinutes: 61 }, 'At most 60.'],
    [{ restMinutes: 'five' }, 'This is the wrong kind of value.'],
    [{ restMinutes: Number.NaN }, 'This is the wrong kind of value.'],
    [{ restMinutes: 5.5 }, 'This value doesn’t fit here.'],
    [{ unheard: 1 }, 'Exhale doesn’t know this value.'],
    [{ rhythms: { own1: { intervalMinutes: 30 } } }, 'A value is missing here.'],
    [
      { hours: { mon: [{ from: '09:00', to: '09:00' }] } },
      'These hours start and end at the same time.',
    ],
    [
      { hours: { mon: Array(7).fill({ from: '09:00', to: '10:00' }) } },
      'A day can have 6 spans of hours.',
    ],
    [{ hours: { mon: [{ from: '25:00', to: '10:00' }] } }, 'This value doesn’t fit here.'],
  ])('say what is wrong: %j', (patch, words) => {
    expect(problemWords(refusalOf(patch))).toBe(words);
  });

  it('say which value goes on being in use, with its unit', () => {
    expect(refusedWords(refusalOf({ restMinutes: 0 }), '5 min', (value) => `${value} min`)).toBe(
      'At least 1 min. 5 min stays in use until you change this.',
    );
  });

  it('name the field of a file', () => {
    const refusal = refusalOf({ rhythms: { short: { intervalMinutes: 1000 } } });
    expect(importProblemWords({ ok: false, problem: 'refused', refusal })).toBe(
      'rhythms.short.intervalMinutes: At most 240. Nothing was changed.',
    );
  });
});
