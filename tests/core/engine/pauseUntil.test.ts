import { describe, expect, it } from 'vitest';
import { step } from '../../../core/engine/step.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { DAY_MS, dayNumber, MINUTE_MS } from '../../../core/time.ts';
import { instantOf } from '../../../scripts/zone.ts';
import { AT, LOCAL, minutes, SEEN, stored, withSettings } from '../atNine.ts';
import { Desk, LOOKED } from './desk.ts';

describe('a pause until a date', () => {
  const zone = 'Europe/Berlin';
  const daysTo = (from: string, until: string) => dayNumber(until) - dayNumber(from);
  const paused = (from: string, until: string) =>
    new Desk(instantOf(from, zone), zone).happens({ type: 'pause', days: daysTo(from, until) });
  const begun = (days: number, settings = DEFAULT_SETTINGS) =>
    step(stored({ settings }), { type: 'pause', days }, SEEN).stored.pause;

  it('lasts until the morning of a date', () => {
    expect(begun(14)).toEqual({
      is: 'untilMorning',
      day: LOCAL.day + 14,
      minuteOfDay: 360,
      latestMs: AT + minutes(15 * 1440),
    });
  });

  it('lasts until the hours of that date begin', () => {
    const settings = withSettings({ hours: { fri: [{ from: '09:30', to: '17:00' }] } });
    expect(begun(11, settings)).toMatchObject({ minuteOfDay: 570 });
    expect(begun(12, settings)).toMatchObject({ minuteOfDay: 360 });
  });

  it.each([
    ['in the same season', '2026-03-02T00:30:00', '2026-03-14'],
    ['over the change to summer time', '2026-03-20T22:00:00', '2026-04-07'],
    ['over the change to winter time', '2026-10-20T11:00:00', '2026-11-02'],
    ['over both, a year ahead', '2026-03-20T10:00:00', '2027-03-20'],
  ])('ends at six of that morning: %s', (_, from, until) => {
    const sixMs = instantOf(`${until}T06:00:00`, zone);
    const desk = paused(from, until);
    desk.atMs = sixMs - 1;
    expect(desk.happens(LOOKED).now.pause).not.toBeNull();
    desk.atMs = sixMs;
    expect(desk.happens(LOOKED).now.pause).toBeNull();
  });

  it('ends by its alarm at most an hour late if nothing else happens', () => {
    for (const [from, until] of [
      ['2026-03-20T22:00:00', '2026-04-07'],
      ['2026-10-20T11:00:00', '2026-11-02'],
    ] as const) {
      const desk = paused(from, until).locks();
      const lateMs = instantOf(`${until}T07:00:00`, zone) - desk.atMs;
      expect(desk.passes(lateMs).now.pause, until).toBeNull();
    }
  });

  it('ends a day late at most if the clock was years ahead', () => {
    const desk = new Desk(AT + 3700 * DAY_MS);
    desk.happens({ type: 'pause', days: 10 }).passes(MINUTE_MS);
    desk.setsClock(-3700 * DAY_MS).passes(10 * DAY_MS);
    expect(desk.happens(LOOKED).now.pause).not.toBeNull();
    expect(desk.passes(DAY_MS).happens(LOOKED).now.pause).toBeNull();
  });

  it('does not end over the date line before the morning there', () => {
    const desk = paused('2026-03-02T09:00:00', '2026-03-09');
    desk.zone = 'Pacific/Honolulu';
    expect(desk.view.pausedUntilMs).toBe(instantOf('2026-03-09T06:00:00', 'Pacific/Honolulu'));
  });
});
