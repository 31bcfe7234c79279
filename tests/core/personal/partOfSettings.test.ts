import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../core/breaks/preferences.ts';
import { NO_MASSAGE } from '../../../core/personal/massage.ts';
import { exportOf, type InUse, importFrom } from '../../../core/personal/settingsFile.ts';
import { NEVER_ASKED } from '../../../core/personal/tension.ts';
import { VERSION } from '../../../core/records/envelope.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { NO_TRIAL } from '../../../core/trial/trial.ts';

const file = (change: object) =>
  JSON.stringify({ is: 'exhale-settings', version: VERSION, ...change });
const fileOf = (settings: unknown) => file({ settings });
const READ = { holds: true, massage: true, movement: true, eyes: true };
const TEA = { title: 'Tea', steps: ['Put the kettle on.'] };
/** Nothing here is as it is at first. */
const IN_USE: InUse = {
  settings: {
    ...DEFAULT_SETTINGS,
    rhythms: {
      short: { on: true, intervalMinutes: 25, breakSeconds: 30, kind: 'eyes' },
      long: { on: false, intervalMinutes: 80, breakSeconds: 400, kind: 'movement' },
      own1: { on: true, intervalMinutes: 120, breakSeconds: 600, kind: 'water' },
    },
    holdBack: { fullScreen: false, call: true, watching: false },
    snoozeMinutes: 12,
    puttingOff: 'firm',
    iconMinutes: 'always',
  },
  preferences: DEFAULT_PREFERENCES,
  tension: NEVER_ASKED,
  massage: NO_MASSAGE,
  trial: NO_TRIAL,
};

describe('a file of settings', () => {
  it.each<[string, string]>([
    ['no settings', fileOf({})],
    ['no settings at all', file({ settings: undefined })],
    ['an empty list of rhythms', fileOf({ rhythms: {}, holdBack: {} })],
    ['empty parts', file({ settings: {}, preferences: {}, tension: {}, massage: {} })],
    ['only what someone has read', file({ settings: {}, preferences: { careRead: READ } })],
    ['only what someone was shown', file({ settings: {}, tension: { offered: true } })],
    ['no settings in version 1', file({ version: 1, settings: {}, preferences: {} })],
  ])('that names %s is refused as empty', (_, text) => {
    expect(importFrom(text)).toEqual({ ok: false, problem: 'empty' });
  });

  it.each([1, VERSION])(
    'of version %i that names some settings leaves the others as they are',
    (version) => {
      const named = {
        restMinutes: 7,
        rhythms: { long: { intervalMinutes: 90 } },
        holdBack: { call: false },
      };
      expect(importFrom(file({ version, settings: named }), IN_USE)).toEqual({
        ok: true,
        settings: {
          ...IN_USE.settings,
          restMinutes: 7,
          rhythms: {
            ...IN_USE.settings.rhythms,
            long: { ...IN_USE.settings.rhythms.long, intervalMinutes: 90 },
          },
          holdBack: { fullScreen: false, call: false, watching: false },
        },
        preferences: null,
        tension: null,
        massage: null,
        trial: null,
      });
    },
  );

  it('that is a whole copy replaces all, rhythms and own items included', () => {
    const { settings } = IN_USE;
    const { own1, ...usual } = settings.rhythms;
    expect(own1).toBeDefined();
    const copy = exportOf({ ...settings, rhythms: usual }, { preferences: DEFAULT_PREFERENCES });
    const inUse = {
      ...IN_USE,
      preferences: { ...DEFAULT_PREFERENCES, ownBreaks: { 'own-a': TEA } },
    };
    expect(importFrom(copy, inUse)).toMatchObject({
      settings: { rhythms: usual },
      preferences: { ownBreaks: {} },
    });
  });
});
