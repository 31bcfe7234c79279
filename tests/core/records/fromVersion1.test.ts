import { describe, expect, it } from 'vitest';
import { PREFERENCES } from '../../../core/breaks/preferences.ts';
import { NO_MASSAGE } from '../../../core/personal/massage.ts';
import { importFrom } from '../../../core/personal/settingsFile.ts';
import { NEVER_ASKED } from '../../../core/personal/tension.ts';
import { upgradeOf } from '../../../core/personal/upgrade.ts';
import { VERSION } from '../../../core/records/envelope.ts';
import { checkedDay } from '../../../core/records/history.ts';
import { decodePageRecord } from '../../../core/records/pageRecord.ts';
import { PUTTING_OFF, RULES_OF } from '../../../core/records/puttingOff.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { decode, type Stored } from '../../../core/records/stored.ts';
import { NO_TRIAL } from '../../../core/trial/trial.ts';
import v1 from '../../fixtures/stored-v1.json';

const first = (value: unknown) => ({ version: 1, value });
function upgraded<K extends keyof Stored>(key: K, value: unknown): Stored[K] {
  const decoded = decode(key, first(value));
  if (decoded.is !== 'ok') throw new Error(JSON.stringify(decoded));
  return decoded.value;
}
const settingsOf = (old: object): Settings => upgraded('settings', old);

describe('how hard a break was to put off', () => {
  const EASY = { skipAfterSeconds: 0, skipAfterSnoozes: 0, strict: false, firm: false };

  it.each<[object, Settings['puttingOff']]>([
    [{}, 'easy'],
    [{ skipAfterSeconds: 10 }, 'wait'],
    [{ skipAfterSeconds: 30 }, 'wait'],
    [{ skipAfterSeconds: 31 }, 'stay'],
    [{ skipAfterSnoozes: 1 }, 'stay'],
    [{ strict: true }, 'stay'],
    [{ strict: true, skipAfterSeconds: 60 }, 'stay'],
    [{ skipAfterSnoozes: 2 }, 'firm'],
    [{ skipAfterSnoozes: 1, skipAfterSeconds: 10 }, 'firm'],
    [{ firm: true }, 'firm'],
    [{ skipAfterSnoozes: 5, skipAfterSeconds: 60, strict: true, firm: true }, 'firm'],
  ])('%j becomes %s', (old, choice) => {
    expect(settingsOf({ ...EASY, ...old }).puttingOff).toBe(choice);
    // A file may name only some of them.
    expect(settingsOf(old).puttingOff).toBe(choice);
  });

  it('gets stricter from choice to choice', () => {
    const strictness = PUTTING_OFF.map((choice) => {
      const { skipAfterSeconds, skipAfterSnoozes, staysForHalf, opensBreak } = RULES_OF[choice];
      return [skipAfterSnoozes * 60 + skipAfterSeconds, Number(staysForHalf), Number(opensBreak)];
    });
    for (const [index, rules] of strictness.entries())
      for (const [rule, value] of (strictness[index - 1] ?? []).entries())
        expect(rules[rule]).toBeGreaterThanOrEqual(value);
  });

  it('is refused by name if it was no such value', () => {
    expect(decode('settings', first({ strict: 'yes' }))).toMatchObject({
      is: 'damaged',
      refusal: { field: 'strict' },
    });
    expect(decode('settings', first(['easy'])).is).toBe('damaged');
  });
});

describe('other settings of version 1', () => {
  it('keep the minutes on the icon', () => {
    expect(settingsOf({ badge: true }).iconMinutes).toBe('lastTen');
    expect(settingsOf({ badge: false }).iconMinutes).toBe('never');
  });

  it('have one mind about films: whether they count', () => {
    const films = (watchingCounts: boolean, watching: boolean) => {
      const settings = settingsOf({ watchingCounts, holdBack: { call: false, watching } });
      expect(settings.holdBack.call).toBe(false);
      return [settings.watchingCounts, settings.holdBack.watching];
    };
    expect(films(true, true)).toEqual([true, true]);
    expect(films(true, false)).toEqual([true, true]);
    expect(films(false, true)).toEqual([false, false]);
    expect(films(false, false)).toEqual([false, false]);
    expect(settingsOf({ watchingCounts: false }).holdBack.watching).toBe(false);
  });

  it('keep both settings apart if a patch of today sets them apart', () => {
    const value = { ...DEFAULT_SETTINGS, watchingCounts: false };
    expect(decode('settings', { version: VERSION, value })).toEqual({ is: 'ok', value });
  });

  it('call the small window by its name', () => {
    expect(settingsOf({ promptStyle: 'window' }).promptStyle).toBe('smallWindow');
  });
});

describe('a pattern that became a pace', () => {
  it.each([
    ['coherent', 'even', 11],
    ['softBox', 'box', 12],
    ['softFourSevenEight', 'fourSevenEight', 9.5],
  ])('%s is %s at %s s, in settings and preferences', (old, now, seconds) => {
    const raw = { settings: first({ pattern: old }), preferences: first({ paces: { easy: 8 } }) };
    expect(upgradeOf(raw)).toMatchObject({
      settings: { version: VERSION, value: { pattern: now } },
      preferences: { version: VERSION, value: { paces: { easy: 8, [now]: seconds } } },
    });
  });

  it('keeps its own pace', () => {
    const preferences = first({ paces: { coherent: 12.5, even: 8 } });
    expect(upgradeOf({ settings: first({ pattern: 'coherent' }), preferences })).toMatchObject({
      preferences: { value: { paces: { even: 12.5 } } },
    });
  });

  it('changes no pace while another pattern is in use', () => {
    const preferences = first({ paces: { coherent: 12.5, even: 8, box: 9, noticing: 7 } });
    expect(decodePageRecord(PREFERENCES, preferences)).toMatchObject({
      is: 'ok',
      value: { paces: { even: 8 } },
    });
  });

  it('has its new name in a running break, the last break, the patterns taken, and old days', () => {
    const running = { ...v1.state.value, break: { ...v1.state.value.break, pattern: 'softBox' } };
    expect(upgraded('state', running).break?.pattern).toBe('box');
    const { lastBreak } = v1.tally.value;
    const tally = upgraded('tally', {
      lastBreak: { ...lastBreak, pattern: 'coherent' },
      patternsTaken: ['coherent', 'even', 'own-a'],
    });
    expect(tally.lastBreak?.pattern).toBe('even');
    expect(tally.patternsTaken).toEqual(['even', 'own-a']);
    const entry = { atMs: 1, kind: 'breathing', pattern: 'coherent', seconds: 60, taken: true };
    expect(checkedDay({ breaks: [entry], rests: [] }).breaks).toEqual([
      { ...entry, pattern: 'even' },
    ]);
  });
});

describe('sound and announcements, which were settings once', () => {
  const sound = { bell: false, breathing: true, loudness: 30 };
  const settings = { ...v1.settings.value, sound, announcePhases: true };

  it('move to the preferences', () => {
    const writes = upgradeOf({ settings: first(settings) });
    expect(writes.preferences).toMatchObject({ value: { sound, announcePhases: true } });
    expect(writes.settings).toMatchObject({ version: VERSION, value: { restMinutes: 5 } });
  });

  it('do not replace those that the preferences have', () => {
    const writes = upgradeOf({ settings: first(settings), preferences: v1.preferences });
    expect(writes.preferences).toMatchObject({ value: { sound: v1.preferences.value.sound } });
  });

  it('come along in an old file, and leave other preferences in use', () => {
    const inUse = { ...PREFERENCES.atFirst, scene: 'night' as const, paces: { box: 13 } };
    const old = { ...settings, pattern: 'softBox' };
    const file = JSON.stringify({ is: 'exhale-settings', version: 1, settings: old });
    expect(
      importFrom(file, {
        settings: DEFAULT_SETTINGS,
        preferences: inUse,
        tension: NEVER_ASKED,
        massage: NO_MASSAGE,
        trial: NO_TRIAL,
      }),
    ).toMatchObject({
      ok: true,
      preferences: { scene: 'night', sound, announcePhases: true, paces: { box: 12 } },
    });
  });
});

describe('an upgrade', () => {
  it('writes nothing for what is of this version, newer, damaged or missing', () => {
    const now = { version: VERSION, value: DEFAULT_SETTINGS };
    const newer = { version: VERSION + 1, value: {} };
    for (const settings of [now, newer, first({ restMinutes: 'x' }), undefined, 'garbage'])
      expect(upgradeOf({ settings, preferences: v1.preferences })).toEqual({});
  });

  it('leaves newer or damaged preferences alone', () => {
    for (const preferences of [{ version: VERSION + 1, value: {} }, first({ scene: 'noon' }), 5])
      expect(upgradeOf({ settings: v1.settings, preferences })).toEqual({
        settings: expect.anything(),
      });
  });
});

describe('a file of version 1', () => {
  it('is imported with its preferences in the shape of today', () => {
    const file = {
      is: 'exhale-settings',
      version: 1,
      settings: { ...v1.settings.value, pattern: 'softFourSevenEight' },
      preferences: v1.preferences.value,
    };
    expect(importFrom(JSON.stringify(file))).toMatchObject({
      ok: true,
      settings: { puttingOff: 'firm', pattern: 'fourSevenEight' },
      preferences: { cue: 'bell', paces: { even: 9.5, fourSevenEight: 9.5 } },
    });
  });
});
