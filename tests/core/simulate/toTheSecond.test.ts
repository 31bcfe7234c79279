import { describe, expect, it } from 'vitest';
import { dayFromLog } from '../../../core/simulate/fromLog.ts';
import { logOfDay } from '../../../scripts/logOfDay.ts';

const plain = { id: 'day', start: '2026-03-02T09:00:00', timeZone: 'Europe/Berlin' };
const WORKS = { at: 0, type: 'active' };

/** `{ at: 800, type: 'still', seconds: 70 }` in short: “still 800 70”. */
const inShort = ({ type, at, ...more }: { type: string; at: number }): string =>
  [type, at, ...Object.values(more).map((value) => JSON.stringify(value))].join(' ');

describe('a day made from a log is told to the second,', () => {
  it.each<[string, string[], string[]?]>([
    ['with hands that rest', ['still 300 200', 'still 800 70']],
    ['with a screen that is locked while someone types', ['locked 300', 'active 700']],
    [
      'with one that is locked while nobody does',
      ['still 300 200', 'locked 400', 'active 800'],
      ['still 300 101', 'locked 400', 'active 800'],
    ],
    [
      'with one that is locked before the stillness was reported',
      ['still 300 200', 'locked 330', 'active 800'],
      ['still 300 31', 'locked 330', 'active 800'],
    ],
    [
      'with a sleep of a locked screen',
      ['locked 500', 'sleep 600', 'active 5000'],
      ['locked 500', 'sleep 500', 'wake 5000', 'active 5000'],
    ],
    [
      'with a browser that was closed after its last look',
      ['browser-closed 500', 'browser-started 900'],
      ['browser-closed 480', 'browser-started 900'],
    ],
    [
      'with a clock that was set forward before the next alarm',
      ['clock-jump 500 900'],
      ['clock-jump 599 900'],
    ],
    ['with one that was set back', ['clock-jump 500 -900'], ['clock-jump 599 -900']],
    [
      'with one that was set forward while hands rest',
      ['still 300 400', 'clock-jump 500 900'],
      ['still 300 400', 'clock-jump 599 900'],
    ],
    [
      'with settings and moves',
      ['settings 200 {"restMinutes":7}', 'tab-switch 250', 'window-switch 260', 'page-loaded 270'],
    ],
    [
      'without a patch that was refused',
      ['settings 100 {"restMinutes":999}'],
      ['settings 100 null'],
    ],
  ])('%s', (_, were, are = were) => {
    const events = were.map((short) => {
      const [type = '', at, value] = short.split(' ');
      const named = { still: 'seconds', 'clock-jump': 'bySeconds', settings: 'patch' }[type];
      return { at: Number(at), type, ...(named && { [named]: JSON.parse(value as string) }) };
    });
    const { log } = logOfDay({ ...plain, events: [WORKS, ...events], end: 6000 });
    const day = dayFromLog(log);
    const told = day?.events.map(inShort).filter((one) => one !== 'active 0');
    expect(told?.slice(0, are.length)).toEqual(are);
    expect(day).toMatchObject({ id: 'log', start: '2026-03-02T09:00:00', timeZone: '+01:00' });
  });

  const sounds = [700, 800, 900, 1000].map((at, nth) => ({ at, type: 'sound', on: nth % 2 === 0 }));

  it.each([
    [
      'with hands that rest later',
      [WORKS, ...sounds, { at: 1040, type: 'still', seconds: 200 }, { at: 1300, type: 'locked' }],
      ['2026-03-02T09:16:40', 'active 0', 'still 40 200', 'locked 300'],
    ],
    [
      'with a locked screen',
      [WORKS, { at: 650, type: 'locked' }, ...sounds, { at: 1300, type: 'active' }],
      ['2026-03-02T09:11:40', 'sound 100 false', 'sound 200 true', 'sound 300 false', 'active 600'],
    ],
    [
      'with hands that rest already',
      [WORKS, { at: 600, type: 'idle' }, ...sounds, { at: 1300, type: 'active' }],
      ['2026-03-02T09:11:40', 'sound 100 false', 'sound 200 true', 'sound 300 false', 'active 600'],
    ],
  ])('from what was stored before its first entry: %s', (_, events, are) => {
    const { log } = logOfDay({ ...plain, events, end: 1500 }, 2);
    const day = dayFromLog(log);
    expect([day?.start, ...(day?.events.map(inShort) ?? [])]).toEqual(are);
  });
});
