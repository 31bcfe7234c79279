import { describe, expect, it } from 'vitest';
import { type BreakPreferences, DEFAULT_PREFERENCES } from '../../../core/breaks/preferences.ts';
import { phases } from '../../../core/patterns.ts';
import { NO_MASSAGE } from '../../../core/personal/massage.ts';
import { exportOf, importFrom } from '../../../core/personal/settingsFile.ts';
import { NEVER_ASKED, withOffered } from '../../../core/personal/tension.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';

const OWN: BreakPreferences = {
  ...DEFAULT_PREFERENCES,
  scene: 'night',
  paces: { even: 9 },
  ownPatterns: { 'own-a': { ...phases(4, 0, 2, 6, 0), name: 'Mine' } },
  ownBreaks: { 'own-b': { title: 'Window', steps: ['Open it.', 'Look out.'] } },
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
    });
  });

  it('has the tension diary and the massage beside it', () => {
    const tension = withOffered(NEVER_ASKED);
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

  it('that says less than everything gets the rest as it is at first', () => {
    expect(importFrom(withPreferences({ scene: 'paper' }))).toMatchObject({
      ok: true,
      preferences: { ...DEFAULT_PREFERENCES, scene: 'paper' },
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
