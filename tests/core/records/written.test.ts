import { describe, expect, it } from 'vitest';
import { encode, VERSION } from '../../../core/records/envelope.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import {
  afterStart,
  everythingLost,
  toTell,
  WRITTEN,
  type Written,
  withWritten,
} from '../../../core/records/written.ts';
import { begun, NO_TRIAL } from '../../../core/trial/trial.ts';

const DAY = 'day:2026-03-02';
const SETTINGS = encode(DEFAULT_SETTINGS);
const PAUSED = encode({ is: 'timed', untilMs: 5 });
const STORED = {
  state: encode({}),
  settings: SETTINGS,
  pause: PAUSED,
  slower: encode({ is: 'timed', untilMs: 5 }),
  [DAY]: encode({ breaks: [], rests: [] }),
  preferences: encode({}),
  trial: encode({ current: begun(1) }),
};
const NOTED = withWritten(WRITTEN.atFirst, STORED);
const without = (...keys: string[]) =>
  Object.fromEntries(Object.entries(STORED).filter(([key]) => !keys.includes(key)));
const NOW_MS = 1000;
const lostIn = (written: Written) => [written.lost, written.lostAtMs];

describe('what was written', () => {
  it('is noted once, for the records that a person would miss', () => {
    expect(NOTED.keys.sort()).toEqual(
      [DAY, 'pause', 'preferences', 'settings', 'slower', 'trial'].sort(),
    );
    expect(withWritten(NOTED, STORED)).toBe(NOTED);
    expect(withWritten(NOTED, { state: encode({}) })).toBe(NOTED);
  });

  it('has the newest day only', () => {
    const next = withWritten(NOTED, { 'day:2026-03-03': encode({}), 'day:2025-01-01': encode({}) });
    expect(next.keys.filter((key) => key.startsWith('day:'))).toEqual(['day:2026-03-03']);
  });

  it('has no pause that is over', () => {
    const resumed = withWritten(NOTED, { pause: encode(null) });
    expect(resumed.keys).not.toContain('pause');
    expect(afterStart(resumed, { ...STORED, pause: undefined }, NOW_MS).lost).toEqual([]);
    expect(afterStart(WRITTEN.atFirst, { pause: encode(null) }, NOW_MS).keys).toEqual([]);
  });

  it('has no trial if none was begun', () => {
    const stored = { trial: encode(NO_TRIAL) };
    expect(afterStart(WRITTEN.atFirst, stored, NOW_MS).keys).toEqual([]);
    expect(afterStart(NOTED, { ...STORED, ...stored }, NOW_MS)).toMatchObject({ lost: [] });
  });
});

describe('a start of the browser', () => {
  it('finds nothing lost where all is there, and writes nothing', () => {
    expect(afterStart(NOTED, STORED, NOW_MS)).toBe(NOTED);
  });

  it('notes what pages wrote meanwhile', () => {
    const { keys, lost } = afterStart(NOTED, { ...STORED, tension: encode({}) }, NOW_MS);
    expect(keys).toContain('tension');
    expect(lost).toEqual([]);
  });

  it.each([
    ['settings', ['settings']],
    ['pause', ['pause']],
    ['slower', ['slower']],
    [DAY, ['day']],
    ['preferences', ['preferences']],
    ['trial', ['trial']],
  ])('finds a record that is gone or damaged: %s', (key, lost) => {
    for (const stored of [without(key), { ...STORED, [key]: 'garbage' }])
      expect(lostIn(afterStart(NOTED, stored, NOW_MS))).toEqual([lost, NOW_MS]);
  });

  it.each([
    ['settings', { restMinutes: 'many' }],
    ['pause', 'long'],
    ['slower', { untilMs: 'noon' }],
  ])('finds a record whose content can’t be used: %s', (key, value) => {
    const stored = { ...STORED, [key]: encode(value) };
    expect(afterStart(NOTED, stored, NOW_MS).lost).toEqual([key]);
  });

  it('does not find the same loss again', () => {
    const found = afterStart(NOTED, without('pause'), NOW_MS);
    expect(afterStart(found, without('pause'), 2 * NOW_MS)).toBe(found);
  });

  it('takes records of a newer Exhale for what they are', () => {
    const newer = { version: VERSION + 1, value: 'of tomorrow' };
    expect(afterStart(NOTED, { ...STORED, settings: newer }, NOW_MS).lost).toEqual([]);
  });

  it('begins to note without a loss where an older Exhale stored', () => {
    const begun = afterStart(WRITTEN.atFirst, STORED, NOW_MS);
    expect(begun.lost).toEqual([]);
    expect(new Set(begun.keys)).toEqual(new Set(NOTED.keys));
  });
});

it('is told until it was told', () => {
  const found = afterStart(NOTED, without('pause', 'settings'), NOW_MS);
  expect(toTell(found, null)).toEqual(['settings', 'pause']);
  expect(toTell(found, NOW_MS)).toEqual([]);
  expect(toTell(everythingLost(NOW_MS), null)).toEqual(['everything']);
  expect(toTell(WRITTEN.atFirst, null)).toEqual([]);
});
