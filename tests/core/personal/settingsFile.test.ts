import { describe, expect, it } from 'vitest';
import { type BreakPreferences, DEFAULT_PREFERENCES } from '../../../core/breaks/preferences.ts';
import { phases } from '../../../core/patterns.ts';
import { NO_MASSAGE } from '../../../core/personal/massage.ts';
import { exportOf, importFrom } from '../../../core/personal/settingsFile.ts';
import { NEVER_ASKED, type Tension } from '../../../core/personal/tension.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { NO_TRIAL } from '../../../core/trial/trial.ts';

const OWN: BreakPreferences = {
  ...DEFAULT_PREFERENCES,
  scene: 'night',
  paces: { even: 9 },
  ownPatterns: { 'own-a': { ...phases(4, 0, 2, 6, 0), name: 'Mine' } },
  ownBreaks: { 'own-b': { title: 'Window', steps: ['Open it.', 'Look out.'] } },
};

const IN_USE = {
  settings: DEFAULT_SETTINGS,
  preferences: DEFAULT_PREFERENCES,
  tension: NEVER_ASKED,
  massage: NO_MASSAGE,
  trial: NO_TRIAL,
};

const withPreferences = (preferences: unknown) =>
  JSON.stringify({ is: 'exhale-settings', version: 1, settings: DEFAULT_SETTINGS, preferences });

const refusedBy = (preferences: object) => {
  const imported = importFrom(withPreferences({ ...DEFAULT_PREFERENCES, ...preferences }));
  return imported.ok || imported.problem !== 'refused' ? imported : imported.refusal;
};

describe('the preferences in a file of settings', () => {
  it('comes back as it was saved', () => {
    expect(importFrom(exportOf(DEFAULT_SETTINGS, { preferences: OWN }))).toEqual({
      ok: true,
      settings: DEFAULT_SETTINGS,
      preferences: OWN,
      tension: null,
      massage: null,
      trial: null,
    });
  });

  it('has the tension diary and the massage beside it', () => {
    const pair = { date: '2026-03-02', atMs: 1, before: 6, after: 3, seconds: 300 };
    const tension: Tension = { ...NEVER_ASKED, pairs: [{ ...pair, kind: 'stillness' }] };
    const massage = { ...NO_MASSAGE, everyWeeks: 4 };
    expect(importFrom(exportOf(DEFAULT_SETTINGS, { tension, massage }))).toMatchObject({
      ok: true,
      preferences: null,
      tension,
      massage,
    });
    const damaged = { ...NO_MASSAGE, everyWeeks: 99 };
    expect(importFrom(exportOf(DEFAULT_SETTINGS, { massage: damaged }))).toMatchObject({
      refusal: { field: 'massage.everyWeeks' },
    });
  });

  it('may be missing: an older copy says nothing of it', () => {
    expect(importFrom(exportOf(DEFAULT_SETTINGS))).toMatchObject({ ok: true, preferences: null });
  });

  it('that says less than everything leaves the rest as it is', () => {
    const tea = { title: 'Tea', steps: [] };
    const named = { scene: 'paper', paces: { even: 8 }, ownBreaks: { 'own-tea': tea } };
    expect(importFrom(withPreferences(named), { ...IN_USE, preferences: OWN })).toMatchObject({
      ok: true,
      preferences: {
        ...OWN,
        scene: 'paper',
        paces: { even: 8 },
        ownBreaks: { ...OWN.ownBreaks, 'own-tea': tea },
      },
      tension: null,
      massage: null,
      trial: null,
    });
  });

  it('of a massage that says less leaves the rest as it is', () => {
    const massage = { ...NO_MASSAGE, everyWeeks: 4, lastDate: '2026-03-02' };
    const file = { is: 'exhale-settings', version: 2, massage: { everyWeeks: 6 } };
    expect(importFrom(JSON.stringify(file), { ...IN_USE, massage })).toMatchObject({
      settings: DEFAULT_SETTINGS,
      massage: { everyWeeks: 6, lastDate: '2026-03-02' },
    });
  });

  it.each<[string, object, object]>([
    [
      'an own breath that is too fast',
      { ownPatterns: { 'own-a': { ...phases(1, 0, 0, 2, 0), name: 'Fast' } } },
      { field: 'preferences.ownPatterns.own-a.outSeconds', problem: 'tooSmall', limit: 4 },
    ],
    [
      'a pause that is too long',
      { ownPatterns: { 'own-a': { ...phases(4, 0, 8, 6, 0), name: 'Long' } } },
      { field: 'preferences.ownPatterns.own-a.holdSeconds', problem: 'tooLarge', limit: 7 },
    ],
    [
      'a step of two lines',
      { ownBreaks: { 'own-b': { title: 'Two', steps: ['One', 'two\nlines'] } } },
      { field: 'preferences.ownBreaks.own-b.steps.1', problem: 'invalid' },
    ],
    [
      'a word that it does not know',
      { tune: 1 },
      { field: 'preferences.tune', problem: 'unknown' },
    ],
    [
      'a sound that is louder than soft',
      { sound: { bell: true, breathing: true, loudness: 90 } },
      { field: 'preferences.sound.loudness', problem: 'tooLarge', limit: 40 },
    ],
  ])('is refused by name with %s, and the settings with it', (_, preferences, refusal) => {
    expect(refusedBy(preferences)).toEqual(refusal);
  });

  it('is refused by its own name where it is no object', () => {
    expect(importFrom(withPreferences(null))).toEqual({
      ok: false,
      problem: 'refused',
      refusal: { field: 'preferences', problem: 'type' },
    });
  });
});

describe('what this person has read or been shown', () => {
  const READ = { holds: true, massage: true, movement: true, eyes: true };
  const SHOWN: Tension = {
    pairs: [],
    lastBefore: { rating: 4, atMs: 1, of: 1 },
    skipsInARow: 2,
    offered: true,
    today: { date: '2026-03-02', turn: 1, met: 1, of: 1, skipped: true },
  };

  it('is in no file', () => {
    const preferences = { ...DEFAULT_PREFERENCES, careRead: READ };
    const file = JSON.parse(exportOf(DEFAULT_SETTINGS, { preferences, tension: SHOWN }));
    const { careRead: _, ...others } = DEFAULT_PREFERENCES;
    expect(file.preferences).toEqual(others);
    expect(file.tension).toEqual({ pairs: [] });
    expect(JSON.stringify(file)).not.toMatch(/read(?!Aloud)|offered|skipsInARow/i);
  });

  it.each([1, 2])(
    'is left out of an old file of version %i: no safety note goes by it',
    (version) => {
      const preferences = { ...DEFAULT_PREFERENCES, scene: 'paper', careRead: READ };
      const file = { is: 'exhale-settings', version, settings: DEFAULT_SETTINGS };
      const text = JSON.stringify({ ...file, preferences, tension: SHOWN });
      expect(importFrom(text)).toMatchObject({
        ok: true,
        preferences: { ...DEFAULT_PREFERENCES, scene: 'paper' },
        tension: NEVER_ASKED,
      });
      const nonsense = JSON.stringify({
        ...file,
        preferences: { scene: 'night', careRead: 'all' },
      });
      expect(importFrom(nonsense)).toMatchObject({
        preferences: { ...DEFAULT_PREFERENCES, scene: 'night' },
      });
    },
  );

  it('stays as it is when a file is loaded', () => {
    const inUse = {
      ...IN_USE,
      preferences: { ...DEFAULT_PREFERENCES, careRead: READ },
      tension: SHOWN,
    };
    const copy = exportOf(DEFAULT_SETTINGS, { preferences: OWN, tension: NEVER_ASKED });
    expect(importFrom(copy, inUse)).toMatchObject({
      preferences: { ...OWN, careRead: READ },
      tension: SHOWN,
    });
  });
});
