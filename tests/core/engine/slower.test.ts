import { describe, expect, it } from 'vitest';
import { nextAfterSkipMs } from '../../../core/engine/afterSkip.ts';
import type { Command, Event } from '../../../core/engine/event.ts';
import { slowerUntilMs } from '../../../core/engine/slower.ts';
import { step } from '../../../core/engine/step.ts';
import { alarmAtMs } from '../../../core/engine/surfaces.ts';
import { view } from '../../../core/engine/view.ts';
import type { Slower } from '../../../core/records/state.ts';
import type { Stored } from '../../../core/records/stored.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time.ts';
import { instantOf, localAt } from '../../../scripts/zone.ts';
import { AT, LOCAL, minutes, SEEN, stored, withSettings } from '../atNine.ts';
import { day, dayOfBoth } from './day.ts';

const EVENING = { until: 'evening' };

describe('half as often', () => {
  it('reminds after double the interval, counted from where the count stood', () => {
    const told = day().works(20).does('slow-down', { minutes: 120 });
    expect(told.nextBreakInMinutes).toBe(40);
    expect(told.works(39.5).prompts).toEqual([]);
    expect(told.works(1).prompts).toEqual([60]);
  });

  it('doubles every rhythm, also one added meanwhile', () => {
    const told = dayOfBoth().does('slow-down', { minutes: 300 }).works(60);
    expect(told.askedFor).toEqual(['short']);
    expect(told.works(60.5).askedFor.at(-1)).toBe('long');
    expect(told.of('prompt').at(-1)?.minute).toBe(120);
    const added = day().works(10).does('slow-down', { minutes: 300 });
    added.sets({ rhythms: { third: { intervalMinutes: 10, breakSeconds: 30 } } });
    expect(added.nextBreakInMinutes).toBe(10);
  });

  it('lasts an hour if nothing else is said, and no longer', () => {
    const told = day().does('slow-down').works(59);
    expect(told.prompts).toEqual([]);
    expect(told.works(32).prompts[0]).toBe(60);
    const later = day().does('slow-down').works(1).rests(60).works(31);
    expect(later.prompts).toEqual([91]);
  });

  it('takes back a reminder that shows, and asks for what is due all the same', () => {
    const told = day().works(30.2).does('slow-down');
    expect(told.phase).toBe('working');
    expect(told.withdrawn).toHaveLength(1);
    expect(told.entriesOf('reminder')).toMatchObject([{ ended: 'settings', times: 1 }]);
    const late = day().does('pause').works(61).does('slow-down').passes(1).does('resume').works(1);
    expect(late.prompts).toEqual([62]);
  });

  it('leaves a snooze as silence, and at its end asks only for what is due by then', () => {
    const told = day().works(30.2).does('snooze').works(1).does('slow-down');
    expect(told.phase).toBe('snoozed');
    expect(told.works(28).prompts).toEqual([30]);
  });

  it('moves the next break after a skip, too', () => {
    const at = { screenSinceMs: AT - minutes(61), countedFromMs: { short: AT - minutes(61) } };
    const slower: Slower = { is: 'timed', untilMs: AT + DAY_MS };
    const settings = withSettings({ rhythms: { long: { on: false } } });
    const before = stored({ settings, slower, state: at });
    expect(nextAfterSkipMs(before, AT, LOCAL)).toBe(AT + minutes(60));
  });

  it('changes no setting', () => {
    const before = stored();
    expect(step(before, { type: 'slowDown' }, SEEN).stored.settings).toBe(before.settings);
  });

  it('goes on during a pause, and a pause during it', () => {
    const told = day().works(1).does('slow-down', { minutes: 90 }).does('pause', { minutes: 10 });
    expect(told.works(5).phase).toBe('paused');
    expect(told.works(49).phase).toBe('working');
  });

  it('is counted once by a double click, and a second choice replaces the first', () => {
    const told = day().does('slow-down', { minutes: 60 }).passes(0.02);
    told.does('slow-down', { minutes: 1 }).works(40);
    expect(told.prompts).toEqual([]);
    const again = day().does('slow-down', { minutes: 60 }).works(1);
    expect(again.does('slow-down', { minutes: 1 }).works(30).prompts).toEqual([30]);
  });
});

describe('the end of half as often', () => {
  it('asks with patience for what is due by then, once', () => {
    const told = dayOfBoth({ patienceMinutes: 2 }).does('slow-down', { minutes: 45 }).works(46.8);
    expect(told.phase).toBe('due');
    expect(told.prompts).toEqual([]);
    told.works(4);
    expect(told.prompts).toEqual([47]);
    expect(told.askedFor).toEqual(['short']);
  });

  it('tells since when it is due: since then, not since half of the time', () => {
    const told = day({ patienceMinutes: 2 }).does('slow-down', { minutes: 45 }).works(60);
    const [reminder] = told.does('skip').entriesOf('reminder');
    const begin = instantOf('2026-03-02T09:00:00', 'Etc/UTC');
    expect(reminder?.fromMs).toBe(begin + minutes(45));
  });

  it('by hand is the same, and does nothing a second time', () => {
    const told = day({ patienceMinutes: 2 }).works(1).does('slow-down', { minutes: 90 }).works(40);
    told.does('end-slower');
    expect(told.phase).toBe('due');
    expect(told.works(1.5).prompts).toEqual([]);
    expect(told.works(1).prompts).toEqual([43]);
    const { state } = step(stored(), { type: 'endSlower' }, SEEN).stored;
    expect(state.lastAction).toBeNull();
  });

  it('does not count a fault', () => {
    const state = { screenSinceMs: AT - minutes(50), countedFromMs: { short: AT - minutes(50) } };
    const slower: Slower = { is: 'timed', untilMs: AT - minutes(9) };
    let now = stored({ state, slower });
    for (const minute of [0, 1, 2, 3])
      now = step(now, { type: 'looked' }, { ...SEEN, atMs: AT + minutes(minute) }).stored;
    expect(now.state.ask).not.toBeNull();
    expect(now.tally.faults).toBe(0);
  });

  it('wakes the background', () => {
    const slower: Slower = { is: 'timed', untilMs: AT + minutes(1.5) };
    expect(alarmAtMs(stored({ slower }), AT, LOCAL)).toBe(AT + minutes(1.5));
  });

  it('comes after a crash, with a damaged state, or a restart as if nothing had happened', () => {
    for (const damage of [undefined, 'garbage', 'missing', 'future-version', 'partial'] as const) {
      const told = day().works(10).does('slow-down', { minutes: 120 }).closes(1, damage).works(45);
      expect(told.prompts, damage).toEqual([]);
      expect(told.works(80).prompts[0], damage).toBeGreaterThanOrEqual(60);
    }
    expect(day().does('slow-down').works(20).killed().works(30).prompts).toEqual([]);
  });
});

describe('half as often until this evening', () => {
  const until = (of: Parameters<typeof stored>[0] = {}, command: Command = SLOW) =>
    step(stored(of), command, SEEN).stored.slower;
  const SLOW: Command = { type: 'slowDown', until: 'evening' };

  it('ends at the hour at which the evening begins', () => {
    const told = day({}, '2026-03-02T17:00:00').does('slow-down', EVENING).works(1).rests(170);
    // It is 19:51. The count began at zero, and from 20:00 on half an hour is enough.
    expect(told.works(29).prompts).toEqual([]);
    expect(told.works(2).prompts).toEqual([201]);
    expect(until({ settings: withSettings({ eveningHour: 18 }) })).toMatchObject({
      is: 'untilEvening',
      minuteOfDay: 18 * 60,
    });
  });

  it('does nothing in the evening and at night', () => {
    for (const start of ['20:00', '23:59', '04:59']) {
      const told = day({}, `2026-03-02T${start}:00`).does('slow-down', EVENING).works(31);
      expect(told.prompts, start).toEqual([30]);
    }
    expect(until({ settings: withSettings({ eveningHour: 9 }) })).toBeNull();
    expect(day({}, '2026-03-02T19:59:00').does('slow-down', EVENING).works(1.5).phase).toBe(
      'working',
    );
  });

  it('follows the person into another zone, for a day at most', () => {
    const zone = 'Europe/Berlin';
    const atMs = instantOf('2026-03-02T12:00:00', zone);
    const seen = { ...SEEN, atMs, local: localAt(atMs, zone) };
    const { stored: slow } = step(stored(), SLOW, seen);
    const endsIn = (place: string) => view(slow, atMs, localAt(atMs, place)).slowerUntilMs;
    expect(endsIn(zone)).toBe(atMs + 8 * HOUR_MS);
    expect(endsIn('America/New_York')).toBe(atMs + 14 * HOUR_MS);
    // There it is over.
    expect(endsIn('Pacific/Kiritimati')).toBeNull();
    const long = { ...slow, slower: { ...slow.slower, latestMs: atMs + HOUR_MS } as Slower };
    expect(view(long, atMs, localAt(atMs, zone)).slowerUntilMs).toBe(atMs + HOUR_MS);
  });
});

describe('half as often, with a clock that is set', () => {
  const looked = (before: Stored, atMs: number, event: Event = { type: 'looked' }) =>
    step(before, event, { ...SEEN, atMs, local: localAt(atMs, 'Etc/UTC') }).stored;

  it.each([
    ['for an hour', { type: 'slowDown', minutes: 60 }, HOUR_MS],
    ['until the evening', { type: 'slowDown', until: 'evening' }, DAY_MS],
  ] as const)('back, ends as late as it would have at most: %s', (_, command, longestMs) => {
    const farMs = AT + 400 * DAY_MS;
    let now = looked(stored({ state: { seenAtMs: farMs, inputAtMs: farMs } }), farMs, command);
    now = looked(now, AT);
    expect(now.slower).not.toBeNull();
    expect(looked(now, AT + longestMs).slower).toBeNull();
  });

  it('forward past its end, is over without a reminder at once', () => {
    const told = day().works(20).does('slow-down').works(15).clock(90).works(2);
    expect(told.prompts).toEqual([]);
  });
});

it('the settings page is told until when, and nothing once that is over', () => {
  const slower: Slower = { is: 'timed', untilMs: AT + MINUTE_MS };
  expect(slowerUntilMs(stored({ slower }), AT, LOCAL)).toBe(AT + MINUTE_MS);
  expect(slowerUntilMs(stored({ slower }), AT + MINUTE_MS, LOCAL)).toBeNull();
  expect(slowerUntilMs(stored(), AT, LOCAL)).toBeNull();
});
