// Over 300 lines: every field with every value it refuses.

import { describe, expect, it } from 'vitest';
import { BREAK_KINDS } from '../../../core/kinds.ts';
import { PATTERN_IDS } from '../../../core/patternIds.ts';
import {
  CAREFUL,
  DEFAULT_SETTINGS,
  LIMITS,
  parseSettings,
  type Settings,
  withPatch,
} from '../../../core/records/settings.ts';
import { MARKUP } from '../../components/markup.ts';

const nested = (path: string, value: unknown): unknown =>
  path.split('.').reduceRight<unknown>((below, key) => ({ [key]: below }), value);

const fieldOf = (patch: unknown): string | null => {
  const before = structuredClone(DEFAULT_SETTINGS);
  const result = withPatch(DEFAULT_SETTINGS, patch);
  expect(DEFAULT_SETTINGS).toEqual(before);
  return result.ok ? null : result.refusal.field;
};

const problemOf = (patch: unknown): unknown => {
  const result = withPatch(DEFAULT_SETTINGS, patch);
  return result.ok ? null : result.refusal;
};

const patched = (patch: unknown, settings = DEFAULT_SETTINGS): Settings => {
  const result = withPatch(settings, patch);
  if (!result.ok) throw new Error(`${result.refusal.field}: ${result.refusal.problem}`);
  return result.settings;
};

const NUMBERS = {
  'rhythms.short.intervalMinutes': LIMITS.intervalMinutes,
  'rhythms.long.breakSeconds': LIMITS.breakSeconds,
  stillnessSeconds: LIMITS.stillnessSeconds,
  restMinutes: LIMITS.restMinutes,
  snoozeMinutes: LIMITS.snoozeMinutes,
  patienceMinutes: LIMITS.patienceMinutes,
  noticeSeconds: LIMITS.noticeSeconds,
  detectionSeconds: LIMITS.detectionSeconds,
  eveningHour: LIMITS.eveningHour,
  askLoudness: LIMITS.askLoudness,
} satisfies Record<Exclude<keyof typeof LIMITS, 'intervalMinutes' | 'breakSeconds'>, unknown> &
  Record<string, unknown>;
const FLAGS = [
  'rhythms.short.on',
  'watchingCounts',
  'askSound',
  'surpriseLeans',
  'lookBack',
  'tensionQuestion',
  'holdBack.fullScreen',
  'holdBack.call',
  'holdBack.watching',
];
const WORDS = {
  'rhythms.short.kind': [...BREAK_KINDS, 'own-tea', 'surprise'],
  promptStyle: ['smallWindow', 'notification', 'icon', 'tab', 'card'],
  breakIn: ['tab', 'window'],
  motion: ['system', 'full', 'reduced'],
  scheme: ['system', 'light', 'dark'],
  puttingOff: ['easy', 'wait', 'stay', 'firm'],
  iconMinutes: ['never', 'lastTen', 'always'],
  presence: ['idle', 'clock'],
};
const MAX_RHYTHMS = 8;
const SILLY = [Number.NaN, Number.POSITIVE_INFINITY, -1, 1e12, 7.5, '30', '', null, [], {}, true];

describe('the defaults', () => {
  it('are what they are said to be', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      rhythms: {
        short: { on: true, intervalMinutes: 30, breakSeconds: 60, kind: 'breathing' },
        long: { on: true, intervalMinutes: 60, breakSeconds: 300, kind: 'stillness' },
      },
      breathingSeconds: null,
      stillnessSeconds: 120,
      restMinutes: 5,
      snoozeMinutes: 5,
      patienceMinutes: 2,
      detectionSeconds: 60,
      watchingCounts: true,
      holdBack: { fullScreen: true, call: true, watching: true },
      eveningHour: 20,
      tensionQuestion: false,
      hours: null,
      pattern: 'longExhale',
      promptStyle: 'smallWindow',
      askSound: false,
      surpriseLeans: true,
      lookBack: false,
      askLoudness: 20,
      puttingOff: 'easy',
      iconMinutes: 'never',
    });
  });

  it('are themselves accepted, and so is the careful preset', () => {
    expect(parseSettings(DEFAULT_SETTINGS)).toEqual({ ok: true, settings: DEFAULT_SETTINGS });
    const { short, long } = patched(CAREFUL).rhythms;
    expect([short?.intervalMinutes, long?.intervalMinutes]).toEqual([25, 50]);
  });

  it('have the limits that they are said to have', () => {
    expect(LIMITS).toEqual({
      intervalMinutes: { min: 5, max: 240 },
      breakSeconds: { min: 10, max: 1800 },
      stillnessSeconds: { min: 10, max: 1800 },
      restMinutes: { min: 1, max: 60 },
      snoozeMinutes: { min: 1, max: 60 },
      patienceMinutes: { min: 0, max: 30 },
      noticeSeconds: { min: 0, max: 60 },
      detectionSeconds: { min: 15, max: 300 },
      eveningHour: { min: 0, max: 23 },
      askLoudness: { min: 0, max: 40 },
    });
  });
});

describe('a number', () => {
  it.each(Object.entries(NUMBERS))('may be as small or large as its limits: %s', (path, limits) => {
    expect(fieldOf(nested(path, limits.min))).toBeNull();
    expect(fieldOf(nested(path, limits.max))).toBeNull();
  });

  it.each(Object.entries(NUMBERS))('beyond them is refused, with the limit: %s', (path, limits) => {
    expect(problemOf(nested(path, limits.min - 1))).toEqual({
      field: path,
      problem: 'tooSmall',
      limit: limits.min,
    });
    expect(problemOf(nested(path, limits.max + 1))).toEqual({
      field: path,
      problem: 'tooLarge',
      limit: limits.max,
    });
  });

  it.each(Object.keys(NUMBERS))('must be a whole number: %s', (path) => {
    for (const value of SILLY) expect(fieldOf(nested(path, value)), `${value}`).toBe(path);
  });
});

describe('the length of breathing from the popup', () => {
  it('is the length of a break, or none', () => {
    const { min, max } = LIMITS.breakSeconds;
    for (const value of [null, min, max]) expect(fieldOf({ breathingSeconds: value })).toBeNull();
    for (const value of [min - 1, max + 1, 60.5, '60', true])
      expect(fieldOf({ breathingSeconds: value }), `${value}`).toBe('breathingSeconds');
  });
});

describe('a switch', () => {
  it.each(FLAGS)('is on or off, and nothing else: %s', (path) => {
    expect(fieldOf(nested(path, true))).toBeNull();
    expect(fieldOf(nested(path, false))).toBeNull();
    for (const value of [0, 1, 'true', null, [], {}])
      expect(fieldOf(nested(path, value)), `${value}`).toBe(path);
  });
});

describe('a choice', () => {
  it.each(Object.entries(WORDS))('is one of its words: %s', (path, words) => {
    for (const word of words) expect(fieldOf(nested(path, word)), word).toBeNull();
    for (const value of ['other', '', 'toString', 0, null, [words[0]]])
      expect(fieldOf(nested(path, value)), `${value}`).toBe(path);
  });
});

describe('the name of an own item', () => {
  it('is a short word after “own-”, as a kind and as a pattern', () => {
    const kind = (value: unknown) => fieldOf({ rhythms: { short: { kind: value } } });
    for (const id of ['own-a', 'own-0', 'own-abcdefghij012345']) {
      expect(kind(id), id).toBeNull();
      expect(fieldOf({ pattern: id }), id).toBeNull();
    }
    for (const id of [
      'own-',
      'own',
      'own-A',
      'own-a b',
      'own-abcdefghij0123456',
      ' own-a',
      'own-a\n',
    ]) {
      expect(kind(id), id).toBe('rhythms.short.kind');
      if (id !== 'own') expect(fieldOf({ pattern: id }), id).toBe('pattern');
    }
  });

  it('of a pattern is checked by form only: the pages know which exist', () => {
    for (const id of [...PATTERN_IDS, 'someNewPattern'])
      expect(fieldOf({ pattern: id })).toBeNull();
    for (const id of ['', 'hold your breath!', 'box-', 'a--b', '4-7-8', 7, null, ['box']])
      expect(fieldOf({ pattern: id }), `${id}`).toBe('pattern');
  });
});

describe('what a surprise is drawn from', () => {
  it('is any list of our kinds, also an empty one', () => {
    for (const surprises of [[], ['heart'], [...BREAK_KINDS]])
      expect(patched({ surprises }).surprises).toEqual(surprises);
    expect(DEFAULT_SETTINGS.surprises).toEqual(BREAK_KINDS.slice(0, 6));
  });

  it('is no own item, and no surprise', () => {
    for (const kind of ['own-tea', 'surprise', 'nap', 3, null])
      expect(fieldOf({ surprises: ['eyes', kind] })).toBe('surprises.1');
    for (const surprises of ['eyes', {}, null]) expect(fieldOf({ surprises })).toBe('surprises');
  });
});

describe('the hours', () => {
  it('are none, or spans by weekday', () => {
    expect(fieldOf({ hours: null })).toBeNull();
    expect(fieldOf({ hours: {} })).toBeNull();
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    for (const weekday of days)
      expect(fieldOf({ hours: { [weekday]: [{ from: '09:00', to: '18:00' }] } })).toBeNull();
    expect(fieldOf({ hours: { mon: [] } })).toBeNull();
  });

  it.each([
    ['00:00', '24:00'],
    ['23:59', '00:00'],
    ['22:00', '06:00'],
    ['00:00', '00:01'],
  ])('may be from %s to %s', (from, to) => {
    expect(fieldOf({ hours: { mon: [{ from, to }] } })).toBeNull();
  });

  it.each(['9:00', '24:00', '24:01', '25:00', '12:60', '12:5', '', ' 09:00', '09:00 ', 9, null])(
    'never begin at %s',
    (from) => {
      expect(fieldOf({ hours: { mon: [{ from, to: '18:00' }] } })).toBe('hours.mon.0.from');
    },
  );

  it.each(['9:00', '24:01', '30:00', '12:60', '', 18, null, undefined])('never end at %s', (to) => {
    const span = { from: '09:00', to };
    expect(fieldOf({ hours: { mon: [{ from: '08:00', to: '08:30' }, span] } })).toBe(
      'hours.mon.1.to',
    );
  });

  it('with equal ends are refused', () => {
    expect(fieldOf({ hours: { fri: [{ from: '09:00', to: '09:00' }] } })).toBe('hours.fri.0.to');
  });

  it.each([
    [{ mon: {} }, 'hours.mon'],
    [{ mon: 'always' }, 'hours.mon'],
    [{ mon: null }, 'hours.mon'],
    [{ mon: [null] }, 'hours.mon.0'],
    [{ monday: [] }, 'hours.monday'],
    [{ mon: [{ from: '09:00', to: '10:00', off: true }] }, 'hours.mon.0.off'],
    [{ mon: Array(7).fill({ from: '09:00', to: '10:00' }) }, 'hours.mon'],
    ['always', 'hours'],
    [[], 'hours'],
    [0, 'hours'],
  ])('are refused when they are %j', (hours, field) => {
    expect(fieldOf({ hours })).toBe(field);
  });

  it('may have six spans a day', () => {
    expect(fieldOf({ hours: { mon: Array(6).fill({ from: '09:00', to: '10:00' }) } })).toBeNull();
  });
});

describe('a rhythm', () => {
  it('is merged field by field', () => {
    const { rhythms } = patched({ rhythms: { short: { intervalMinutes: 45 } } });
    expect(rhythms).toEqual({
      ...DEFAULT_SETTINGS.rhythms,
      short: { on: true, intervalMinutes: 45, breakSeconds: 60, kind: 'breathing' },
    });
  });

  it('is removed by null, also one that is not there', () => {
    expect(Object.keys(patched({ rhythms: { short: null } }).rhythms)).toEqual(['long']);
    expect(patched({ rhythms: { short: null, long: null } }).rhythms).toEqual({});
    expect(patched({ rhythms: { other: null } })).toEqual(DEFAULT_SETTINGS);
  });

  it('that is new needs an interval and a length', () => {
    const eyes = patched({ rhythms: { eyes: { intervalMinutes: 20, breakSeconds: 20 } } }).rhythms;
    expect(eyes.eyes).toEqual({
      on: true,
      intervalMinutes: 20,
      breakSeconds: 20,
      kind: 'breathing',
    });
    expect(problemOf({ rhythms: { eyes: { breakSeconds: 20 } } })).toEqual({
      field: 'rhythms.eyes.intervalMinutes',
      problem: 'missing',
    });
    expect(fieldOf({ rhythms: { eyes: { intervalMinutes: 20 } } })).toBe(
      'rhythms.eyes.breakSeconds',
    );
  });

  it('can come seven times more, but no more often', () => {
    const many = (count: number) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `own${index}`,
          { intervalMinutes: 20, breakSeconds: 20 },
        ]),
      );
    expect(fieldOf({ rhythms: many(MAX_RHYTHMS - 2) })).toBeNull();
    expect(problemOf({ rhythms: many(MAX_RHYTHMS - 1) })).toEqual({
      field: 'rhythms',
      problem: 'tooLarge',
      limit: MAX_RHYTHMS,
    });
    expect(fieldOf({ rhythms: { short: null, long: null, ...many(MAX_RHYTHMS) } })).toBeNull();
  });

  it.each([
    [{ short: 30 }, 'rhythms.short'],
    [{ short: [] }, 'rhythms.short'],
    [{ '-x': { intervalMinutes: 20, breakSeconds: 20 } }, 'rhythms.-x'],
    [{ 'a b': { intervalMinutes: 20, breakSeconds: 20 } }, 'rhythms.a b'],
    [{ short: 'off' }, 'rhythms.short'],
    [{ short: { minutes: 5 } }, 'rhythms.short.minutes'],
    [{ '': { intervalMinutes: 20, breakSeconds: 20 } }, 'rhythms.'],
    [{ ['x'.repeat(33)]: { intervalMinutes: 20, breakSeconds: 20 } }, `rhythms.${'x'.repeat(33)}`],
    ['none', 'rhythms'],
    [[], 'rhythms'],
    [null, 'rhythms'],
  ])('is refused when it is %j', (rhythms, field) => {
    expect(fieldOf({ rhythms })).toBe(field);
  });
});

/** The names that every object has. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);

describe('a refusal', () => {
  it('quotes at most sixty characters of what was refused', () => {
    const field = fieldOf({ ['x'.repeat(990_000)]: true });
    expect(field).toBe(`${'x'.repeat(57)}...`);
    expect(fieldOf({ rhythms: { ['y'.repeat(990_000)]: null } })).toHaveLength(60);
  });
});

describe('a patch', () => {
  it('is all or nothing', () => {
    const patch = {
      restMinutes: 7,
      rhythms: { short: { intervalMinutes: 10 } },
      snoozeMinutes: 90,
    };
    expect(fieldOf(patch)).toBe('snoozeMinutes');
  });

  it('merges what belongs together field by field', () => {
    const settings = patched({ holdBack: { call: false } });
    expect(settings.holdBack).toEqual({ fullScreen: true, call: false, watching: true });
  });

  it('replaces hours whole', () => {
    const first = patched({ hours: { mon: [{ from: '09:00', to: '10:00' }] } });
    expect(patched({ hours: { tue: [] } }, first).hours).toEqual({ tue: [] });
    expect(patched({ hours: null }, first).hours).toBeNull();
  });

  it.each(INHERITED)('names no pattern %s', (name) => {
    expect(problemOf({ pattern: name })).toEqual({ field: 'pattern', problem: 'invalid' });
  });

  it('with nothing in it changes nothing', () => {
    expect(patched({})).toEqual(DEFAULT_SETTINGS);
    expect(patched({ rhythms: {}, holdBack: {} })).toEqual(DEFAULT_SETTINGS);
  });

  it.each([
    [{ intervalMinutes: 20 }, 'intervalMinutes'],
    [{ holdBack: { music: true } }, 'holdBack.music'],
    [{ holdBack: null }, 'holdBack'],
    [{ holdBack: [] }, 'holdBack'],
    [{ holdBack: true }, 'holdBack'],
    [{ sound: { bell: false } }, 'sound'],
    [{ restMinutes: undefined }, 'restMinutes'],
    [null, ''],
    [[], ''],
    ['{}', ''],
    [7, ''],
    [undefined, ''],
  ])('is refused when it is %j', (patch, field) => {
    expect(fieldOf(patch)).toBe(field);
  });

  it.each([...INHERITED, 'prototype'])('never reaches %s', (key) => {
    const evil = `{"${key}":{"polluted":1,"intervalMinutes":5,"breakSeconds":10}}`;
    for (const text of [
      evil,
      `{"rhythms":${evil}}`,
      `{"rhythms":{"short":${evil}}}`,
      `{"hours":${evil}}`,
      `{"hours":{"mon":[{"from":"09:00","to":"10:00",${evil.slice(1)}]}}`,
      `{"holdBack":${evil}}`,
      `{"rhythms":{"${key}":null}}`,
      `{"rhythms":{"${key}":{"intervalMinutes":5,"breakSeconds":10}}}`,
    ]) {
      const field = fieldOf(JSON.parse(text));
      expect(field, text).toContain(key);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    }
  });
});

describe('whole settings', () => {
  it('get their default for each field that is missing', () => {
    for (const key of Object.keys(DEFAULT_SETTINGS)) {
      const { [key as keyof Settings]: _, ...rest } = DEFAULT_SETTINGS;
      expect(parseSettings(rest)).toEqual({ ok: true, settings: DEFAULT_SETTINGS });
    }
  });

  it('have nothing besides', () => {
    expect(parseSettings({ ...DEFAULT_SETTINGS, colour: 'red' })).toEqual({
      ok: false,
      refusal: { field: 'colour', problem: 'unknown' },
    });
  });

  it('are no list anywhere', () => {
    for (const [key, field] of [
      ['rhythms', 'rhythms'],
      ['hours', 'hours'],
      ['holdBack', 'holdBack'],
    ] as const)
      expect(parseSettings({ ...DEFAULT_SETTINGS, [key]: [] })).toMatchObject({
        ok: false,
        refusal: { field },
      });
  });

  it('of an older version are filled from the defaults', () => {
    const old = { restMinutes: 9, holdBack: { call: false }, rhythms: {} };
    expect(parseSettings(old)).toEqual({
      ok: true,
      settings: {
        ...DEFAULT_SETTINGS,
        restMinutes: 9,
        rhythms: {},
        holdBack: { fullScreen: true, call: false, watching: true },
      },
    });
    expect(parseSettings({ holdBack: 3 })).toMatchObject({
      ok: false,
      refusal: { field: 'holdBack' },
    });
  });
});

describe('a site', () => {
  it.each([...MARKUP, 'bücher.example', '\u202eelpmaxe', 'a b', '', 'x'.repeat(254)])(
    'is named by the letters of an address only: %s',
    (site) => {
      expect(fieldOf({ quietSites: [site] })).toBe('quietSites.0');
      expect(fieldOf({ callSites: ['meet.example', site] })).toBe('callSites.1');
    },
  );
});
