// Over 300 lines: the rules by which two devices come to the same settings, each a few lines.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEVICE } from '../../../core/devices/hearing.ts';
import {
  itemsToTell,
  MOST_MARKS,
  newerIn,
  noteChanges,
  onceTold,
} from '../../../core/devices/sharedSettings.ts';
import { DEVICES, type Devices, MAX_DEVICES, type Telling } from '../../../core/records/devices.ts';
import { parsed } from '../../../core/records/envelope.ts';
import { newRhythmId } from '../../../core/records/rhythmIds.ts';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../../../core/records/settings.ts';
import { DAY_MS, WEEKDAYS } from '../../../core/time.ts';
import { AT, withSettings } from '../atNine.ts';

type Shared = Devices['shared'];
const FIRST = noteChanges({}, DEFAULT_SETTINGS, {}, 0);
const TOLD = onceTold(FIRST);
/** All that devices share before anything comes. */
const ITEMS = itemsToTell(FIRST);
const hears = (items: object, shared = TOLD, settings = DEFAULT_SETTINGS) =>
  newerIn({ ...ITEMS, ...items }, shared, settings, {}, AT);

describe('the settings that are told', () => {
  it('are those that were changed, at the time of the change', () => {
    const shared = noteChanges(TOLD, withSettings({ snoozeMinutes: 9 }), {}, AT);
    expect(itemsToTell(shared)).toEqual({ 'setting.snoozeMinutes': { atMs: AT, value: 9 } });
  });

  it('are none, and the same object, if nothing was changed', () => {
    expect(noteChanges(TOLD, DEFAULT_SETTINGS, {}, AT)).toBe(TOLD);
  });

  it('are each rhythm by itself, also one that was removed', () => {
    const rhythms = { long: null, own: { intervalMinutes: 20, breakSeconds: 30 } };
    const items = itemsToTell(noteChanges(TOLD, withSettings({ rhythms }), {}, AT));
    expect(Object.keys(items).sort()).toEqual(['setting.rhythms.long', 'setting.rhythms.own']);
    expect(items['setting.rhythms.long']).toEqual({ atMs: AT, value: null });
  });

  it('are later than what they replace, even if that came from a clock that is ahead', () => {
    const ahead = { ...TOLD, snoozeMinutes: { atMs: AT + 5, json: '7', told: true } };
    const shared = noteChanges(ahead, withSettings({ snoozeMinutes: 9 }), {}, AT);
    expect(shared.snoozeMinutes?.atMs).toBe(AT + 6);
  });

  it('are neither those of this machine, nor what an organization has locked, nor what is too long', () => {
    const quietSites = Array.from({ length: 90 }, (_, nth) => `${'a'.repeat(120)}${nth}.example`);
    const settings = withSettings({
      promptStyle: 'tab',
      presence: 'clock',
      scheme: 'dark',
      quietSites,
    });
    expect(itemsToTell(noteChanges(TOLD, settings, { scheme: 'dark' }, AT))).toEqual({});
  });
});

it('what is remembered of the longest settings can be read again', () => {
  const callSites = Array.from({ length: 100 }, (_, nth) => `${'a'.repeat(250)}${100 + nth}`);
  const shared = noteChanges(TOLD, withSettings({ callSites }), {}, AT);
  expect(parsed(DEVICES.schema, { ...DEVICES.atFirst, shared }).is).toBe('ok');
});

describe('settings from another device', () => {
  const nine = { 'setting.snoozeMinutes': { atMs: AT, value: 9 } };

  it('are taken over if they are newer', () => {
    const { settings, shared } = hears(nine);
    expect(settings).toEqual({ ...DEFAULT_SETTINGS, snoozeMinutes: 9 });
    expect(shared.snoozeMinutes).toEqual({ atMs: AT, json: '9', told: true });
  });

  it('are told again as they are here, if those are older', () => {
    const here = { ...TOLD, snoozeMinutes: { atMs: AT + 1, json: '5', told: true } };
    const { settings, shared } = hears(nine, here);
    expect(settings).toBeNull();
    expect(shared.snoozeMinutes?.told).toBe(false);
  });

  it.each([1, 9])('win over those that were there before sharing began: %d', (snoozeMinutes) => {
    const items = itemsToTell(noteChanges({}, withSettings({ snoozeMinutes }), {}, 0));
    expect(hears(items, FIRST).settings?.snoozeMinutes).toBe(snoozeMinutes);
  });

  describe('of the same instant', () => {
    const here: Shared = { ...TOLD, snoozeMinutes: { atMs: AT, json: '5', told: true } };
    const there = (value: number) => ({ 'setting.snoozeMinutes': { atMs: AT, value } });

    it('are taken over if their text is later in the alphabet', () => {
      expect(hears(there(9), here).settings?.snoozeMinutes).toBe(9);
    });

    it('are left otherwise, also while what is here is to be told again', () => {
      const { settings, shared } = hears(there(3), here);
      expect([settings, shared.snoozeMinutes?.told]).toEqual([null, false]);
      expect(hears(there(3), shared)).toEqual({ settings: null, shared, gone: [] });
    });
  });

  it.each([
    ['unknown', { 'setting.mood': { atMs: AT, value: 1 } }],
    ['out of range', { 'setting.snoozeMinutes': { atMs: AT, value: 1e9 } }],
    ['of another shape', { 'setting.rhythms.short': { atMs: AT, value: { every: 5 } } }],
    ['no setting', { 'setting.snoozeMinutes': 9, snoozeMinutes: { atMs: AT, value: 9 } }],
    ['named as what every object has', { 'setting.constructor': { atMs: AT, value: 9 } }],
    ['of this machine only', { 'setting.promptStyle': { atMs: AT, value: 'tab' } }],
    [
      'from a time that has not come',
      { 'setting.snoozeMinutes': { atMs: AT + 2 * DAY_MS, value: 9 } },
    ],
  ])('are left as they are if they are %s', (_, items) => {
    expect(hears(items)).toEqual({ settings: null, shared: TOLD, gone: [] });
  });

  it('of an older Exhale, which lacks a field, get its default', () => {
    const older = { intervalMinutes: 40, breakSeconds: 60 };
    const { settings, shared } = hears({ 'setting.rhythms.short': { atMs: AT, value: older } });
    expect(settings?.rhythms.short).toEqual({ ...older, on: true, kind: 'breathing' });
    // It is not taken for a change of the person.
    expect(noteChanges(shared, settings as Settings, {}, AT)).toBe(shared);
  });

  it('are taken although one of them is an object that can’t be made a text', () => {
    const odd = { a: { toString: 0 }, b: 0 };
    const { settings } = hears({
      'setting.breathingSeconds': { atMs: AT, value: odd },
      'setting.snoozeMinutes': { atMs: AT, value: 9 },
    });
    expect(settings).toEqual(withSettings({ snoozeMinutes: 9 }));
  });

  it('stay within what settings may be, whatever comes', () => {
    const key = fc.constantFrom(...Object.keys(FIRST).map((name) => `setting.${name}`));
    const item = fc.record({ atMs: fc.integer(), value: fc.jsonValue() });
    fc.assert(
      fc.property(fc.dictionary(key, item), (items) => {
        const { settings } = hears(items);
        expect(parseSettings(settings ?? DEFAULT_SETTINGS).ok).toBe(true);
      }),
    );
  });
});

describe('rhythms from another device', () => {
  const RHYTHM = { on: true, intervalMinutes: 20, breakSeconds: 30, kind: 'eyes' as const };
  const item = (id: string, value: object | null) => ({
    [`setting.rhythms.${id}`]: { atMs: AT, value },
  });
  const full = withSettings({
    rhythms: Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'zen'].map((id) => [id, RHYTHM])),
  });
  const noted = noteChanges(TOLD, full, {}, AT - 1);
  const shared = onceTold(noted);
  const all = itemsToTell(noted);
  const idsWith = (items: object) =>
    Object.keys(hears({ ...all, ...items }, shared, full).settings?.rhythms ?? {});

  it('take the room of one that is removed with the same news, whichever name comes first', () => {
    expect(idsWith({ ...item('own1', RHYTHM), ...item('zen', null) })).toContain('own1');
  });

  it('come in the order of their names, as far as there is room', () => {
    const items = { ...item('own3', RHYTHM), ...item('own1', RHYTHM), ...item('own2', RHYTHM) };
    const ids = idsWith({ ...items, ...item('zen', null), ...item('e', null) });
    expect(ids.filter((id) => id.startsWith('own'))).toEqual(['own1', 'own2']);
  });

  it('that find no room are neither noted here nor taken for removed', () => {
    const heard = hears({ ...all, ...item('own1', RHYTHM) }, shared, full);
    expect(heard).toEqual({ settings: null, shared, gone: [] });
    expect(noteChanges(heard.shared, full, {}, AT + 1)).toBe(heard.shared);
  });
});

describe('what is missing among all that devices share', () => {
  const { 'setting.snoozeMinutes': _, ...others } = ITEMS;
  const missing = newerIn(others, TOLD, DEFAULT_SETTINGS, {}, AT);

  it('is told again', () => {
    expect(missing.settings).toBeNull();
    expect(Object.keys(itemsToTell(missing.shared))).toEqual(['setting.snoozeMinutes']);
  });

  it('is not told if an organization has locked it since, and no mark is', () => {
    const shared = { ...TOLD, 'rhythms.own': { atMs: AT, json: 'null', told: true } };
    const locked = { snoozeMinutes: 5 };
    expect(newerIn(others, shared, DEFAULT_SETTINGS, locked, AT).shared).toEqual(shared);
  });
});

describe('marks of removed rhythms', () => {
  const mark = (nth: number, atMs: number) => ({
    [`setting.rhythms.own${nth}`]: { atMs, value: null },
  });
  const all = (count: number): object =>
    Object.assign({}, ...Array.from({ length: count }, (_, nth) => mark(nth, AT - nth)));
  const marksOf = (shared: Shared) =>
    Object.keys(shared).filter((name) => shared[name]?.json === 'null' && name !== 'hours');

  it('are forgotten if there are newer ones enough, here and in the account', () => {
    const { shared, gone } = hears(all(MOST_MARKS + 3));
    expect(marksOf(shared)).toContain('rhythms.own0');
    expect(gone.sort()).toEqual([32, 33, 34].map((nth) => `setting.rhythms.own${nth}`));
  });

  it('stay if they are of a rhythm that each device begins with', () => {
    const long = { 'setting.rhythms.long': { atMs: 2, value: null } };
    const { shared, gone } = hears({ ...all(MOST_MARKS), ...long });
    expect(shared['rhythms.long']?.json).toBe('null');
    expect(gone).toEqual([]);
  });

  it('leave room for all settings, however many come', () => {
    const { shared } = hears(all(500));
    expect(parsed(DEVICES.schema, { ...DEVICES.atFirst, shared }).is).toBe('ok');
  });

  it('and the longest settings of twelve devices fit into what browsers carry', () => {
    const own = (nth: number) => newRhythmId(AT + nth, 0.5);
    const rhythm = { intervalMinutes: 240, breakSeconds: 1800, kind: 'stillness' as const };
    const day = Array.from({ length: 6 }, () => ({ from: '09:00', to: '17:00' }));
    const sites = Array.from({ length: 50 }, (_, nth) => `${'a'.repeat(155)}${nth}`);
    const settings = withSettings({
      rhythms: Object.fromEntries([1, 2, 3, 4, 5, 6].map((nth) => [own(nth), rhythm])),
      hours: Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, day])),
      callSites: sites,
      quietSites: sites,
    });
    const byRhythm = <T>(value: T) =>
      Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((nth) => [own(nth), value]));
    const device = (nth: number) => `1f3c2a10-1b2c-4d3e-8f90-a1b2c3d4e5${10 + nth}`;
    const devices = Array.from({ length: MAX_DEVICES }, (_, nth) => device(nth));
    const telling: Telling = {
      wroteMs: AT,
      seenMs: AT,
      left: false,
      screenSinceMs: AT,
      counts: byRhythm({ fromMs: AT }),
      restarts: byRhythm({ atMs: AT }),
      breakEndedAtMs: AT,
      snoozedUntilMs: AT,
      knows: Object.fromEntries(devices.map((id) => [id, AT])),
    };
    const marks = Array.from({ length: MOST_MARKS }, (_, nth) => [
      `setting.rhythms.${own(10 + nth)}`,
      { atMs: AT, value: null },
    ]);
    const items = {
      ...itemsToTell(noteChanges({}, settings, {}, AT)),
      ...Object.fromEntries(marks),
      ...Object.fromEntries(devices.map((id) => [DEVICE + id, telling])),
    };
    const bytes = Object.entries(items).map(
      ([key, item]) => key.length + JSON.stringify(item).length,
    );
    expect(items).toHaveProperty(['setting.callSites']);
    expect(Math.max(...bytes)).toBeLessThan(8192);
    expect(bytes.length).toBeLessThan(512);
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(102_400);
  });
});

describe('devices', () => {
  it('come to the same settings, in whatever order they change, write and hear', () => {
    const change = fc.record({
      by: fc.nat({ max: 2 }),
      patch: fc.constantFrom(
        { snoozeMinutes: 7 },
        { snoozeMinutes: 9, restMinutes: 8 },
        { rhythms: { long: null } },
        { rhythms: { long: { on: false, intervalMinutes: 70, breakSeconds: 300 } } },
        { rhythms: { own: { intervalMinutes: 20, breakSeconds: 30 } } },
        { hours: { mon: [{ from: '09:00', to: '17:00' }] } },
      ),
      /** Those that write and hear after that, in order. */
      meeting: fc.array(fc.nat({ max: 2 }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const store: Record<string, unknown> = {};
        const devices = [0, 1, 2].map(() => ({ settings: DEFAULT_SETTINGS, shared: FIRST }));
        const meets = (nth: number, nowMs: number) => {
          const device = devices[nth] as (typeof devices)[number];
          const noted = noteChanges(device.shared, device.settings, {}, nowMs);
          const { settings, shared } = newerIn(store, noted, device.settings, {}, nowMs);
          device.settings = settings ?? device.settings;
          Object.assign(store, itemsToTell(shared));
          device.shared = onceTold(shared);
        };
        for (const [nth, { by, patch, meeting }] of changes.entries()) {
          const device = devices[by] as (typeof devices)[number];
          device.settings = withSettings({ ...patch });
          device.shared = noteChanges(device.shared, device.settings, {}, AT + nth);
          for (const one of meeting) meets(one, AT + nth);
        }
        for (const round of [1, 2, 3]) for (const nth of [0, 1, 2]) meets(nth, AT + 100 + round);
        const [first, ...others] = devices.map(({ settings }) => settings);
        for (const other of others) expect(other).toEqual(first);
      }),
    );
  });
});
