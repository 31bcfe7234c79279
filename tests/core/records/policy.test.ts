import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyPolicy,
  lockedIn,
  type Policy,
  readPolicy,
  withLocked,
} from '../../../core/records/policy.ts';
import { DEFAULT_SETTINGS, type Settings, withPatch } from '../../../core/records/settings.ts';

const NOTHING: Policy = { defaults: {}, locked: {}, welcome: true, rulesOut: [], ignored: [] };
const hourly = {
  hourly: { on: true, intervalMinutes: 60, breakSeconds: 120, kind: 'movement' },
} as const;

/** The settings after a policy was applied. */
function under(policy: unknown, settings: Settings = DEFAULT_SETTINGS, applied = {}) {
  const result = applyPolicy(settings, readPolicy(policy), applied);
  if (result.patch === null) return { ...result, settings };
  const changed = withPatch(settings, result.patch);
  if (!changed.ok) throw new Error(`refused: ${changed.refusal.field}`);
  return { ...result, settings: changed.settings };
}

describe('a policy', () => {
  it.each([undefined, {}])('that is %j asks for nothing', (raw) => {
    expect(readPolicy(raw)).toEqual(NOTHING);
    expect(under(raw)).toMatchObject({ patch: null, applied: {} });
  });

  it('presets and locks settings, keeps the welcome page shut, and rules out ways to remind', () => {
    expect(
      readPolicy({
        defaults: { restMinutes: 7 },
        locked: { puttingOff: 'firm' },
        welcome: false,
        card: false,
        notifications: false,
      }),
    ).toEqual({
      defaults: { restMinutes: 7 },
      locked: { puttingOff: 'firm' },
      welcome: false,
      rulesOut: ['card', 'notification'],
      ignored: [],
    });
  });

  it.each([
    ['no object', 'locked', ['']],
    ['a list', [], ['']],
    ['an unknown part', { lock: {} }, ['lock']],
    ['a switch that is none', { welcome: 'no', card: 0 }, ['welcome', 'card']],
    ['a group that is none', { locked: ['scheme'] }, ['locked']],
    [
      'an unknown setting',
      { locked: { toString: 1, sound: true } },
      ['locked.toString', 'locked.sound'],
    ],
    ['a value out of range', { defaults: { restMinutes: 1e9 } }, ['defaults.restMinutes']],
    ['a value of another type', { locked: { hours: 5 } }, ['locked.hours']],
    ['a rhythm with a bad name', { locked: { rhythms: { valueOf: {} } } }, ['locked.rhythms']],
  ])('with %s is ignored there and named', (_, raw, ignored) => {
    const policy = readPolicy(raw);
    expect(policy).toEqual({ ...NOTHING, ignored });
  });

  it('with one bad field keeps the others', () => {
    const policy = readPolicy({ locked: { scheme: 'dark', motion: 'never' }, welcome: false });
    expect(policy).toMatchObject({
      locked: { scheme: 'dark' },
      welcome: false,
      ignored: ['locked.motion'],
    });
  });

  it('names at most twenty things, each within 60 characters', () => {
    const many = Object.fromEntries([...Array(50).keys()].map((n) => [`${'x'.repeat(90)}${n}`, 1]));
    const { ignored } = readPolicy({ locked: many });
    expect(ignored).toHaveLength(20);
    expect(Math.max(...ignored.map((name) => name.length))).toBe(60);
  });

  it('of any shape is read, and what it asks for can be stored', () => {
    const group = fc.dictionary(
      fc.constantFrom(...Object.keys(DEFAULT_SETTINGS), '__proto__', 'toString'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ defaults: group, locked: group }, { requiredKeys: [] }),
        ),
        (raw) => {
          const once = under(raw);
          expect(under(raw, once.settings, once.applied).patch).toBeNull();
        },
      ),
    );
  });
});

describe('a default of a policy', () => {
  it('takes the place of Exhale’s own', () => {
    expect(under({ defaults: { restMinutes: 7 } }).settings.restMinutes).toBe(7);
  });

  it('leaves what the person chose before the policy came', () => {
    const chosen = { ...DEFAULT_SETTINGS, restMinutes: 9 };
    expect(under({ defaults: { restMinutes: 7 } }, chosen).patch).toBeNull();
  });

  it('is not applied again after the person went back to Exhale’s own', () => {
    const { applied } = under({ defaults: { restMinutes: 7 } });
    expect(under({ defaults: { restMinutes: 7 } }, DEFAULT_SETTINGS, applied).patch).toBeNull();
  });

  it('follows the policy while the person has not changed it', () => {
    const first = under({ defaults: { restMinutes: 7 } });
    const second = under({ defaults: { restMinutes: 8 } }, first.settings, first.applied);
    expect(second.settings.restMinutes).toBe(8);
    const chosen = { ...second.settings, restMinutes: 12 };
    expect(under({ defaults: { restMinutes: 6 } }, chosen, second.applied).patch).toBeNull();
  });

  it('replaces the rhythms as a whole', () => {
    expect(under({ defaults: { rhythms: hourly } }).settings.rhythms).toEqual(hourly);
  });
});

describe('a locked setting', () => {
  it('has its value, whatever the person chose', () => {
    const chosen = { ...DEFAULT_SETTINGS, scheme: 'light' } as const;
    expect(under({ locked: { scheme: 'dark' } }, chosen).settings.scheme).toBe('dark');
  });

  it('wins over a default of the same policy', () => {
    const raw = { defaults: { scheme: 'light' }, locked: { scheme: 'dark' } };
    expect(under(raw)).toMatchObject({ settings: { scheme: 'dark' }, applied: {} });
  });

  it('stays when a patch names another, and refuses a patch that would change it', () => {
    const { locked } = readPolicy({ locked: { scheme: 'dark', rhythms: hourly } });
    expect(lockedIn({ restMinutes: 6 }, locked)).toBeNull();
    expect(lockedIn({ scheme: 'dark' }, locked)).toBeNull();
    expect(lockedIn({ restMinutes: 6, scheme: 'light' }, locked)).toBe('scheme');
    expect(lockedIn({ rhythms: { hourly: { intervalMinutes: 30 } } }, locked)).toBe('rhythms');
    expect(lockedIn('scheme', locked)).toBeNull();
  });

  it('keeps its value when all settings are replaced', () => {
    const { locked } = readPolicy({ locked: { scheme: 'dark' } });
    expect(withLocked(DEFAULT_SETTINGS, locked)).toEqual({ ...DEFAULT_SETTINGS, scheme: 'dark' });
    expect(withLocked(['a file'], locked)).toEqual(['a file']);
  });

  it('is the person’s again, with its value, once the policy is gone', () => {
    const { settings } = under({ locked: { scheme: 'dark' } });
    expect(under({}, settings).patch).toBeNull();
    expect(lockedIn({ scheme: 'light' }, readPolicy({}).locked)).toBeNull();
  });
});
