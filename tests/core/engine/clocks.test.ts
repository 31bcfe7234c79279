import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Event, Seen } from '../../../core/engine/event.ts';
import { step } from '../../../core/engine/step.ts';
import { view } from '../../../core/engine/view.ts';
import { entryOf } from '../../../core/records/history.ts';
import { type Stored, StoredSchema } from '../../../core/records/stored.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { instantOf, localAt } from '../../../scripts/zone.ts';
import { runs } from '../../runs.ts';
import { AT, RUNNING, SEEN, stored, withSettings } from '../atNine.ts';
import { Desk, LOOKED } from './desk.ts';

const UNTIL_TOMORROW: Event = { type: 'pause', until: 'tomorrow' };

describe('“until tomorrow”, in a night in which the clock changes', () => {
  const nights = [
    ['Europe/Berlin', '2026-03-28'],
    ['Europe/Berlin', '2026-10-24'],
    ['America/New_York', '2026-03-07'],
    ['America/New_York', '2026-10-31'],
    ['Australia/Lord_Howe', '2026-04-04'],
    ['Australia/Lord_Howe', '2026-10-03'],
    // At midnight.
    ['America/Santiago', '2026-04-04'],
    ['America/Santiago', '2026-09-05'],
    // At ten in the evening.
    ['Pacific/Easter', '2026-04-04'],
    ['Pacific/Easter', '2026-09-05'],
  ] as const;
  const dayAfter = (date: string) => new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);

  it.each(nights)('says six, and ends then: %s, %s', (zone, date) => {
    const sixMs = instantOf(`${dayAfter(date)}T06:00:00`, zone);
    for (const hour of ['07', '12', '18', '21', '22', '23']) {
      const desk = new Desk(instantOf(`${date}T${hour}:30:20`, zone), zone).happens(UNTIL_TOMORROW);
      expect(desk.view.pausedUntilMs, hour).toBe(sixMs);
      // Nobody is there, so no other event corrects it.
      desk.locks().passes(20 * MINUTE_MS);
      expect(desk.alarm, hour).toBe(sixMs);
      const justBefore = view(desk.now, sixMs - 1, localAt(sixMs - 1, zone));
      expect(justBefore.phase, hour).toBe('paused');
      expect(desk.passes(sixMs - desk.atMs).now.pause, hour).toBeNull();
    }
  });

  it('says when the hours begin, if that is later', () => {
    const settings = withSettings({ hours: { sun: [{ from: '08:00', to: '12:00' }] } });
    const zone = 'Europe/Berlin';
    const desk = new Desk(instantOf('2026-03-28T20:00:00', zone), zone, stored({ settings }));
    desk.happens(UNTIL_TOMORROW);
    expect(desk.view.pausedUntilMs).toBe(instantOf('2026-03-29T08:00:00', zone));
    desk.happens({ type: 'resume' });
    expect(desk.view.silence?.untilMs).toBe(instantOf('2026-03-29T08:00:00', zone));
  });
});

describe('a pause of which the clock or the date is wrong', () => {
  const YEARS_MS = 3700 * DAY_MS;
  const PAUSES = {
    'until tomorrow': UNTIL_TOMORROW,
    'for an hour': { type: 'pause', minutes: 60 },
    'for a week': { type: 'pause', minutes: 7 * 24 * 60 },
  } satisfies Record<string, Event>;
  const longest = (event: Event) => ('minutes' in event ? event.minutes * MINUTE_MS : DAY_MS);

  it.each(Object.entries(PAUSES))('ends a day later at most, set years ahead: %s', (_, event) => {
    for (const byMs of [YEARS_MS, 40 * DAY_MS, 2 * DAY_MS]) {
      const desk = new Desk(AT + byMs).happens(event).passes(MINUTE_MS);
      desk.setsClock(-byMs).passes(longest(event) - 10 * MINUTE_MS);
      expect(desk.happens(LOOKED).now.pause, `${byMs}`).not.toBeNull();
      expect(desk.passes(11 * MINUTE_MS).happens(LOOKED).now.pause).toBeNull();
    }
  });

  it('asks a day later at most whether an open one goes on', () => {
    const desk = new Desk(AT + YEARS_MS).happens({ type: 'pause' }).passes(MINUTE_MS);
    desk.setsClock(-YEARS_MS).passes(DAY_MS).happens(LOOKED);
    expect(desk.now.pause?.is).toBe('asked');
  });

  it('ends a day later at most over the date line, and sooner by the morning there', () => {
    const east = new Desk(instantOf('2026-03-02T20:00:00', 'Pacific/Auckland'), 'Pacific/Auckland');
    east.happens(UNTIL_TOMORROW);
    // It is Sunday there.
    east.zone = 'Pacific/Honolulu';
    const morningMs = instantOf('2026-03-03T06:00:00', 'Pacific/Honolulu');
    expect(morningMs - east.atMs).toBeGreaterThan(DAY_MS);
    expect(east.view.pausedUntilMs).toBe(east.atMs + DAY_MS);
    expect(east.passes(DAY_MS).happens(LOOKED).now.pause).toBeNull();

    const west = new Desk(instantOf('2026-03-02T20:00:00', 'Pacific/Honolulu'), 'Pacific/Honolulu');
    west.happens(UNTIL_TOMORROW);
    west.zone = 'Pacific/Auckland';
    expect(west.happens(LOOKED).now.pause).toBeNull();
  });

  it('that was stored before it knew its end still ends in the morning', () => {
    const { pause } = v.parse(StoredSchema, {
      ...stored(),
      pause: { is: 'untilMorning', day: 20515, minuteOfDay: 360 },
    });
    const desk = new Desk(AT, 'Etc/UTC', stored({ pause }));
    expect(desk.view.pausedUntilMs).toBe(AT + 21 * HOUR_MS);
  });
});

describe('an alarm that rings at a wrong time', () => {
  const worked = {
    screenSinceMs: AT - 31 * MINUTE_MS,
    countedFromMs: { short: AT - 31 * MINUTE_MS },
  };
  const PHASES: Record<string, Stored> = {
    working: stored({ state: { screenSinceMs: AT - 10 * MINUTE_MS } }),
    waiting: stored({
      state: { ...worked, dueSinceMs: AT - MINUTE_MS, waitingSinceMs: AT - MINUTE_MS },
    }),
    snoozed: stored({ state: { ...worked, snoozedUntilMs: AT + 5 * MINUTE_MS } }),
    paused: stored({ pause: { is: 'timed', untilMs: AT + HOUR_MS } }),
    asked: stored({
      state: {
        ...worked,
        ask: { rhythm: 'short', shownAtMs: AT, times: 1, showing: true, inFullScreen: false },
      },
    }),
    'a break': stored({ state: { break: { ...RUNNING, seconds: 600, endsAtMs: AT + 600_000 } } }),
  };

  it.each(Object.entries(PHASES))('changes no more than a look: %s', (_, from) => {
    const afterwards = (event: Event, ms: number) => {
      const desk = new Desk(AT, 'Etc/UTC', from);
      desk.atMs += ms;
      return desk.happens(event).now;
    };
    for (const ms of [0, 1, 20_000, 50_000]) {
      const looked = afterwards(LOOKED, ms);
      for (const early of [HOUR_MS, 3 * HOUR_MS, 10 * MINUTE_MS])
        expect(afterwards({ type: 'alarmRang', dueAtMs: AT + ms + early }, ms)).toEqual(looked);
      // What it rang for was looked at since.
      for (const late of [2 * MINUTE_MS, HOUR_MS, 3 * DAY_MS])
        expect(afterwards({ type: 'alarmRang', dueAtMs: AT + ms - late }, ms)).toEqual(looked);
    }
  });
});

describe('a clock that was wrong by decades', () => {
  it('is no rest, and what was counted or set goes on', () => {
    const desk = new Desk(AT, 'Etc/UTC', stored({ pause: { is: 'timed', untilMs: AT + HOUR_MS } }));
    desk.passes(10 * MINUTE_MS).happens(LOOKED);
    const { pause, state, tally } = desk.now;
    expect(tally.lastRest).toBeNull();
    desk
      .setsClock(-AT)
      .passes(20 * SECOND_MS)
      .happens(LOOKED);
    desk.setsClock(AT);
    expect(desk.now.tally.lastRest).toBeNull();
    expect(desk.now.pause).toEqual(pause);
    expect(desk.view.screenTimeMs).toBeGreaterThanOrEqual(state.seenAtMs - state.screenSinceMs);
  });

  it('leaves what can be read, for every clock between 1970 and 2100', () => {
    const events = fc.constantFrom<Event>(
      LOOKED,
      { type: 'started' },
      { type: 'tabSwitched' },
      { type: 'startBreak' },
      { type: 'leaveBreak' },
      { type: 'snooze' },
      { type: 'skip' },
      { type: 'rested' },
      { type: 'pause' },
      UNTIL_TOMORROW,
      { type: 'pause', minutes: 60 },
      { type: 'pause', days: 300 },
      { type: 'slowDown' },
      { type: 'slowDown', until: 'evening' },
      { type: 'endSlower' },
      { type: 'careRead' },
    );
    const rings = fc.integer({ min: -HOUR_MS, max: HOUR_MS });
    const anywhere = fc.record({ atMs: fc.integer({ min: 0, max: Date.UTC(2100, 0) }) });
    const on = fc.record({
      byMs: fc.oneof(
        fc.integer({ min: -HOUR_MS, max: HOUR_MS }),
        fc.integer({ min: -364 * DAY_MS, max: 364 * DAY_MS }),
      ),
    });
    const idle = fc.constantFrom<Partial<Seen>>(
      {},
      {},
      { idle: 'idle', quietSeconds: 1_209_599 },
      { idle: 'idle', quietSeconds: 70 },
      { idle: 'locked' },
    );
    const moment = fc.tuple(fc.oneof(events, rings), fc.oneof(anywhere, on), idle);
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 60, size: 'max' }), (moments) => {
        let now = stored();
        let atMs = AT;
        for (const [event, clock, seen] of moments) {
          atMs = 'atMs' in clock ? clock.atMs : Math.max(0, atMs + clock.byMs);
          const { stored: after, outcomes } = step(
            now,
            typeof event === 'number' ? { type: 'alarmRang', dueAtMs: atMs + event } : event,
            { ...SEEN, ...seen, atMs, local: localAt(atMs, 'Europe/Berlin') },
          );
          now = after;
          expect(v.safeParse(StoredSchema, now).issues).toBeUndefined();
          for (const outcome of outcomes) {
            const seconds = Number(Object(entryOf(outcome)?.entry).seconds ?? 0);
            expect(seconds).toBeLessThan(366 * 24 * 60 * 60);
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });
});
