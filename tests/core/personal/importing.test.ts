import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BREAK_KINDS, type KindWish } from '../../../core/kinds.ts';
import { PATTERN_IDS, type PatternId } from '../../../core/patternIds.ts';
import { exportOf, importFrom, LARGEST_IMPORT } from '../../../core/personal/settingsFile.ts';
import { encode, VERSION } from '../../../core/records/envelope.ts';
import { PUTTING_OFF } from '../../../core/records/puttingOff.ts';
import {
  DEFAULT_SETTINGS,
  ICON_MINUTES,
  LIMITS,
  MOTIONS,
  PROMPT_STYLES,
  SCHEMES,
  type Settings,
} from '../../../core/records/settings.ts';
import { decode } from '../../../core/records/stored.ts';
import { WEEKDAYS } from '../../../core/time.ts';

const nonsense = (length: number) =>
  'nonsense {[" '.repeat(Math.ceil(length / 13)).slice(0, length);
const file = (change: object) =>
  JSON.stringify({
    is: 'exhale-settings',
    version: VERSION,
    settings: DEFAULT_SETTINGS,
    ...change,
  });
const fileOf = (settings: unknown) => file({ settings });

describe('a file of settings', () => {
  it.each<[string, string, object]>([
    ['that is empty', '', { problem: 'notJson' }],
    ['that is no JSON', 'settings = 5', { problem: 'notJson' }],
    ['that was cut off', fileOf(DEFAULT_SETTINGS).slice(0, -20), { problem: 'notJson' }],
    ['in another encoding', '\u0000{\u0000"\u0000i\u0000', { problem: 'notJson' }],
    ['that is nothing', 'null', { problem: 'notExhale' }],
    ['that is a number', '5', { problem: 'notExhale' }],
    ['that is a list', '[]', { problem: 'notExhale' }],
    ['of another program', '{"name":"another","version":1}', { problem: 'notExhale' }],
    ['with only settings', JSON.stringify(DEFAULT_SETTINGS), { problem: 'notExhale' }],
    ['without a version', file({ version: undefined }), { problem: 'notExhale' }],
    ['with a version that is none', file({ version: 'one' }), { problem: 'notExhale' }],
    ['with something beside', file({ also: 1 }), { problem: 'notExhale' }],
    ['of a newer version', file({ version: VERSION + 1 }), { problem: 'newer' }],
    ['of a newer version and shape', file({ version: 9, shape: 'other' }), { problem: 'newer' }],
    ['that is too large', ' '.repeat(LARGEST_IMPORT + 1), { problem: 'tooLarge' }],
    [
      'without settings',
      file({ settings: null }),
      { problem: 'refused', refusal: { field: '', problem: 'type' } },
    ],
    [
      'with a setting out of its range',
      fileOf({ ...DEFAULT_SETTINGS, eveningHour: 24 }),
      { problem: 'refused', refusal: { field: 'eveningHour', problem: 'tooLarge', limit: 23 } },
    ],
    [
      'with an unknown setting of a very long name',
      fileOf({ ['x'.repeat(100_000)]: 1 }),
      { problem: 'refused', refusal: { field: `${'x'.repeat(57)}...`, problem: 'unknown' } },
    ],
    [
      'with an unknown preference of a very long name',
      file({ preferences: { ['x'.repeat(100_000)]: 1 } }),
      {
        problem: 'refused',
        refusal: { field: `preferences.${'x'.repeat(45)}...`, problem: 'unknown' },
      },
    ],
    [
      'with an unknown setting',
      fileOf({ ...DEFAULT_SETTINGS, tracking: true }),
      { problem: 'refused', refusal: { field: 'tracking', problem: 'unknown' } },
    ],
    [
      'with one bad field deep inside',
      fileOf({ hours: { mon: [{ from: '09:00', to: '25:00' }] } }),
      { problem: 'refused', refusal: { field: 'hours.mon.0.to', problem: 'invalid' } },
    ],
  ])('%s is refused by name', (_, text, problem) => {
    expect(importFrom(text)).toEqual({ ok: false, ...problem });
  });

  it('of ten million characters of nonsense is refused unread, within a second', () => {
    const text = nonsense(10_000_000);
    const parse = JSON.parse;
    let read = 0;
    JSON.parse = (...args) => {
      read += 1;
      return parse(...args);
    };
    try {
      expect(importFrom(text)).toEqual({ ok: false, problem: 'tooLarge' });
    } finally {
      JSON.parse = parse;
    }
    expect(read).toBe(0);
  });

  it('of the largest size allowed, full of nonsense, is refused too', () => {
    expect(importFrom(nonsense(LARGEST_IMPORT))).toEqual({ ok: false, problem: 'notJson' });
    const nested = `${'['.repeat(LARGEST_IMPORT / 2)}${']'.repeat(LARGEST_IMPORT / 2)}`;
    expect(importFrom(nested).ok).toBe(false);
  });

  it.each([
    '{"__proto__":{"polluted":1}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
    '{"rhythms":{"__proto__":{"on":true,"intervalMinutes":30,"breakSeconds":60,"kind":"breathing"}}}',
    '{"rhythms":{"constructor":{"on":true,"intervalMinutes":30,"breakSeconds":60,"kind":"breathing"}}}',
    '{"holdBack":{"__proto__":{"polluted":1}}}',
    '{"hours":{"__proto__":[]}}',
  ])('that reaches for a prototype is refused or does nothing: %s', (settings) => {
    const imported = importFrom(`{"is":"exhale-settings","version":1,"settings":${settings}}`);
    if (imported.ok) expect(imported.settings).toEqual(DEFAULT_SETTINGS);
    expect(({} as { polluted?: 1 }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(DEFAULT_SETTINGS.rhythms)).toBe(Object.prototype);
  });
});

const whole = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max });
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const span = fc
  .record({ from: time, to: fc.oneof(time, fc.constant('24:00')) })
  .filter(({ from, to }) => from !== to);
const rhythm = fc.record({
  on: fc.boolean(),
  intervalMinutes: whole(LIMITS.intervalMinutes),
  breakSeconds: whole(LIMITS.breakSeconds),
  kind: fc.constantFrom<KindWish>(...BREAK_KINDS, 'own-tea', 'surprise'),
});
/** The names that every object has. */
const inherited = fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype));
const isInherited = (name: string) => name in {};
const id = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,31}$/) },
  { weight: 1, arbitrary: inherited },
);
const sites = fc.array(fc.stringMatching(/^[a-z0-9]{1,9}\.[a-z]{2,5}$/), { maxLength: 100 });
const anySettings: fc.Arbitrary<Settings> = fc.record({
  rhythms: fc.dictionary(id, rhythm, { maxKeys: 8, noNullPrototype: true }),
  holdBack: fc.record({ fullScreen: fc.boolean(), call: fc.boolean(), watching: fc.boolean() }),
  breathingSeconds: fc.option(whole(LIMITS.breakSeconds)),
  stillnessSeconds: whole(LIMITS.stillnessSeconds),
  askSound: fc.boolean(),
  surpriseLeans: fc.boolean(),
  lookBack: fc.boolean(),
  askLoudness: whole(LIMITS.askLoudness),
  restMinutes: whole(LIMITS.restMinutes),
  snoozeMinutes: whole(LIMITS.snoozeMinutes),
  patienceMinutes: whole(LIMITS.patienceMinutes),
  puttingOff: fc.constantFrom(...PUTTING_OFF),
  noticeSeconds: whole(LIMITS.noticeSeconds),
  callSites: sites,
  quietSites: sites,
  detectionSeconds: whole(LIMITS.detectionSeconds),
  watchingCounts: fc.boolean(),
  eveningHour: whole(LIMITS.eveningHour),
  tensionQuestion: fc.boolean(),
  hours: fc.option(
    fc.record(Object.fromEntries(WEEKDAYS.map((day) => [day, fc.array(span, { maxLength: 6 })])), {
      requiredKeys: [],
      noNullPrototype: true,
    }) as fc.Arbitrary<NonNullable<Settings['hours']>>,
  ),
  pattern: fc.constantFrom<PatternId>(...PATTERN_IDS, 'own-mine'),
  surprises: fc.subarray([...BREAK_KINDS]),
  promptStyle: fc.constantFrom(...PROMPT_STYLES),
  breakIn: fc.constantFrom('tab', 'window'),
  motion: fc.constantFrom(...MOTIONS),
  scheme: fc.constantFrom(...SCHEMES),
  iconMinutes: fc.constantFrom(...ICON_MINUTES),
  presence: fc.constantFrom('idle', 'clock'),
});

describe('any settings', () => {
  it('come back from a file as they were saved, unless a rhythm has a name that every object has', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const read = importFrom(exportOf(settings));
        const wrong = Object.keys(settings.rhythms).filter(isInherited);
        if (wrong.length > 0) {
          const fields = wrong.map((name) => `rhythms.${name}`);
          const refusal = { field: expect.toBeOneOf(fields), problem: 'invalid' };
          expect(read).toEqual({ ok: false, problem: 'refused', refusal });
          return;
        }
        expect(read).toEqual({
          ok: true,
          settings,
          preferences: null,
          tension: null,
          massage: null,
          trial: null,
        });
      }),
    );
  });

  it('come back from the storage as they were written', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const stored = JSON.parse(JSON.stringify(encode(settings)));
        const wrong = Object.keys(settings.rhythms).some(isInherited);
        expect(decode('settings', stored)).toMatchObject(
          wrong ? { is: 'damaged' } : { is: 'ok', value: settings },
        );
      }),
    );
  });
});

describe('any text at all', () => {
  it('that claims to be settings is read without an error', () => {
    fc.assert(
      fc.property(fc.json(), (settings) => {
        const text = `{"is":"exhale-settings","version":1,"settings":${settings}}`;
        expect(() => importFrom(text)).not.toThrow();
      }),
    );
  });
});
