// Over 300 lines: every way of being away.
import { describe, expect, it } from 'vitest';
import { day, dayOfBoth } from './day.ts';

describe('what was not seen', () => {
  it('is a rest after a night, and nothing is asked when the lid opens', () => {
    const told = day().works(25).sleeps(480).works(29);
    expect(told.prompts).toEqual([]);
    expect(told.naturalRests).toEqual([480]);
    expect(told.screenMinutes).toBe(29);
  });

  it('is a short absence if it is a nap of three minutes', () => {
    const told = day().works(10).sleeps(3).works(5);
    expect(told.naturalRests).toEqual([]);
    expect(told.screenMinutes).toBeGreaterThanOrEqual(14.9);
    expect(told.screenMinutes).toBeLessThanOrEqual(17.5);
  });

  it('counts for one checkpoint at most, however many naps there are', () => {
    const told = day({ rhythms: { short: { intervalMinutes: 240 } } });
    for (let i = 0; i < 10; i++) told.works(10).sleeps(4);
    expect(told.screenMinutes).toBeGreaterThanOrEqual(100);
    expect(told.screenMinutes).toBeLessThanOrEqual(125);
  });

  it('counts for one checkpoint if the browser was closed, and is a rest from the threshold on', () => {
    const told = day().works(10).closes(7).works(1);
    // 2.5 min count as screen time, 4.5 do not.
    expect(told.screenMinutes).toBe(13.5);
    expect(told.naturalRests).toEqual([]);
    const longer = day().works(10).closes(7.5).works(1);
    expect(longer.screenMinutes).toBe(1);
    expect(longer.naturalRests).toEqual([5]);
  });

  it('counts in full if a restart took less than a checkpoint', () => {
    expect(day().works(10).closes(0.1).works(1).screenMinutes).toBe(11.1);
    expect(day().works(11).closes(1.4).works(1).screenMinutes).toBe(13.4);
    expect(day().works(11).closes(1.6).works(1).screenMinutes).toBeCloseTo(13.5, 5);
  });

  it('has a checkpoint of half the rest threshold, from one minute to two and a half', () => {
    const lost = (restMinutes: number) =>
      day({ restMinutes }).works(10).closes(0.9).closes(30).works(0).screenMinutes;
    expect(lost(60)).toBeGreaterThan(12);
    expect(lost(60)).toBeLessThanOrEqual(13.5);
    const three = day({ restMinutes: 3 }).works(6).closes(4).works(1);
    expect(three.screenMinutes).toBe(8.5);
    const one = day({ restMinutes: 2 }).works(4.8).closes(2.5).works(1);
    expect(one.screenMinutes).toBeCloseTo(6.8, 1);
  });

  it('follows the idle API if it knows of a longer absence', () => {
    const told = day().works(10).tells({ type: 'sleep' }).passes(4).tells({ type: 'wake' });
    expect(told.passes(0.5).screenMinutes).toBe(10);
    expect(told.passes(0.6).returns().naturalRests).toEqual([5.1]);
  });

  it('is followed by a minute without asks', () => {
    const told = day().works(29.9).sleeps(4).passes(0.9);
    expect(told.prompts).toEqual([]);
    expect(told.phase).toBe('due');
    expect(told.passes(0.1).prompts).toEqual([34.9]);
  });

  it('delays nothing if shorter than a minute', () => {
    expect(day().works(29.5).sleeps(0.6).passes(0.6).prompts).toEqual([30.1]);
  });

  it('is no screen time if the lid is opened without input', () => {
    const told = day().works(29).tells({ type: 'sleep' }).passes(60).tells({ type: 'wake' });
    told.passes(0.2).tells({ type: 'sleep' }).passes(60).tells({ type: 'wake' }).passes(2);
    expect(told.prompts).toEqual([]);
    expect(told.screenMinutes).toBe(0);
    expect(told.returns().naturalRests).toEqual([122.2]);
  });
});

describe('a sleep', () => {
  it('answers a visible prompt if it was a rest', () => {
    const told = day().works(30.2).sleeps(60);
    expect(told.withdrawn).toEqual([90.2]);
    expect(told.phase).toBe('working');
    expect(told.works(29.9).prompts).toEqual([30]);
  });

  it('of two or three minutes does not answer a visible prompt', () => {
    for (const minutes of [2, 3]) {
      const told = day().works(30.2).sleeps(minutes);
      expect(told.phase).toBe('prompted');
      expect(told.works(4).prompts).toEqual([30, 35]);
    }
  });

  it('ends a snooze only if it was a rest', () => {
    const rested = day().works(31).does('snooze').sleeps(60);
    expect(rested.phase).toBe('working');
    expect(rested.nextBreakInMinutes).toBe(30);
    expect(day().works(31).does('snooze').sleeps(3).phase).toBe('snoozed');
  });

  it('finishes a break', () => {
    const told = day().works(31).does('start-break').passes(0.2).sleeps(60);
    expect(told.finished).toEqual([91.2]);
    expect(told.screenMinutes).toBe(0);
    expect(told.naturalRests.length).toBe(1);
    expect(told.naturalRests[0]).toBeCloseTo(59.15, 1);
  });

  it('does not end a pause', () => {
    expect(day().works(10).does('pause').sleeps(480).phase).toBe('paused');
    expect(day().works(10).does('pause', { minutes: 30 }).sleeps(480).phase).toBe('working');
    expect(day().works(10).does('pause', { minutes: 30 }).sleeps(20).phase).toBe('paused');
  });
});

describe('late news', () => {
  it('withdraws an ask shown while the person was away, and does not count it as unanswered', () => {
    const told = day({ rhythms: { short: { intervalMinutes: 20 } } })
      .works(19.8)
      .leaves();
    told.passes(1.5);
    expect(told.prompts).toEqual([20]);
    expect(told.withdrawn.length).toBe(1);
    expect(told.phase).toBe('away');
    told.passes(1).returns().works(12);
    // The new ask has all three showings.
    expect(told.prompts.length).toBe(4);
  });

  it('reaches no farther back than the last break', () => {
    const told = day().works(31).does('start-break').passes(1.05).leaves().passes(2);
    expect(told.screenMinutes).toBe(0);
  });

  it('reaches no farther back than the last rest', () => {
    const told = day().works(10).rests(1.5).passes(-1).does('rested').passes(3);
    expect(told.screenMinutes).toBeLessThanOrEqual(3);
  });

  it('reaches no farther back than the last return', () => {
    const told = day().works(10).locks(2).leaves().passes(3);
    expect(told.screenMinutes).toBe(10);
    expect(told.returns().naturalRests).toEqual([]);
  });

  it('that there was input ends the absence at that input', () => {
    const told = day({ detectionSeconds: 15 }).works(29).rests(0.3).rests(0.5).works(2);
    expect(told.screenMinutes).toBeGreaterThanOrEqual(31);
  });
});

describe('a clock that is set back', () => {
  const phases = {
    working: () => day().works(11),
    due: () => day({ patienceMinutes: 20 }).works(31),
    prompted: () => day().works(30.5),
    snoozed: () => day().works(31).does('snooze', { minutes: 20 }),
    paused: () => day().works(11).does('pause', { minutes: 30 }),
    break: () => day().works(31).does('start-break', { seconds: 600 }),
    away: () => day().works(11).leaves().passes(2),
  };

  it.each(Object.entries(phases))('does not change the phase: %s', (phase, told) => {
    for (const minutes of [-0.1, -1.5, -60, -2880]) {
      const after = told().clock(minutes).passes(0.5);
      expect(after.phase, `${minutes}`).toBe(phase);
      expect(after.screenMinutes, `${minutes}`).toBeGreaterThanOrEqual(phase === 'break' ? 0 : 8.5);
    }
  });

  it('loses at most a checkpoint of real time', () => {
    for (const minutes of [-0.1, -1.5, -60, -2880]) {
      const told = day().works(11).clock(minutes).works(60);
      const [first = 0] = told.prompts;
      expect(first, `${minutes}`).toBeGreaterThanOrEqual(30);
      expect(first, `${minutes}`).toBeLessThanOrEqual(32.5);
    }
  });

  it('loses nothing if an alarm rings, since its time has come', () => {
    expect(day().works(11).clock(-60).works(30).prompts).toEqual([30, 35, 40]);
    expect(day().works(29.5).clock(-60).works(3).prompts).toEqual([30]);
    expect(day().works(29.9).clock(-0.05).works(3).prompts).toEqual([30]);
  });

  it('also moves a snooze, a break and a timed pause', () => {
    const snoozed = day().works(31).does('snooze', { minutes: 10 }).works(2).clock(-60).works(12);
    expect(snoozed.prompts[1]).toBeGreaterThanOrEqual(41);
    expect(snoozed.prompts[1]).toBeLessThanOrEqual(43.5);
    const paused = day().works(10).does('pause', { minutes: 10 }).passes(3).clock(-60);
    expect(paused.passes(6.9).phase).toBe('paused');
    expect(paused.passes(3).phase).toBe('working');
    const broken = day().works(31).does('start-break', { seconds: 300 }).passes(1).clock(-60);
    expect(broken.passes(3).phase).toBe('break');
    expect(broken.passes(4).finished.length).toBe(1);
  });

  it('forgets no ask of the last hour', () => {
    const told = day({ snoozeMinutes: 1 }).works(31);
    for (let i = 0; i < 6; i++) told.does('snooze').works(1.5).clock(-60).works(1.5);
    expect(told.prompts.length).toBeLessThanOrEqual(4);
  });

  it('does not move the end of a pause until tomorrow', () => {
    const told = day()
      .works(60)
      .does('pause', { until: 'tomorrow' })
      .clock(-1440)
      .passes(20 * 60);
    expect(told.phase).toBe('paused');
    expect(told.passes(24 * 60 + 5).phase).toBe('working');
  });
});

describe('a clock that is set forward', () => {
  it('by an hour is a rest, and the next ask comes after a full interval', () => {
    const told = day().works(25).clock(60).works(31);
    expect(told.prompts.length).toBe(1);
    expect(told.prompts[0]).toBeGreaterThanOrEqual(55);
    expect(told.prompts[0]).toBeLessThanOrEqual(57.5);
  });

  it('by a few minutes counts for one checkpoint at most', () => {
    const told = day().works(11).clock(4).works(2);
    expect(told.screenMinutes).toBeGreaterThanOrEqual(10);
    expect(told.screenMinutes).toBeLessThanOrEqual(15.5);
    expect(told.naturalRests).toEqual([]);
  });

  it('keeps a watching person present, without a jump in the count', () => {
    const told = day()
      .works(1)
      .begins('sound')
      .clock(400 / 60)
      .leaves()
      .passes(2);
    expect(told.phase).toBe('working');
    const before = told.screenMinutes;
    expect(told.passes(3).screenMinutes - before).toBeLessThanOrEqual(3.1);
  });

  it('brings no ask at once, whatever the phase', () => {
    for (const minutes of [0.5, 3, 10, 600]) {
      expect(day().works(20).clock(minutes).passes(3).prompts, `${minutes}`).toEqual([]);
      const snoozed = day({ restMinutes: 5 }).works(31).does('snooze', { minutes: 30 });
      expect(snoozed.clock(minutes).passes(3).prompts, `${minutes}`).toEqual([30]);
    }
  });

  it('ends a break and a timed pause by the clock', () => {
    const broken = day().works(31).does('start-break', { seconds: 300 }).clock(10).passes(6);
    expect(broken.finished.length).toBe(1);
    expect(broken.phase).toBe('working');
    const paused = day().works(10).does('pause', { minutes: 30 }).clock(60).passes(3);
    expect(paused.phase).toBe('working');
  });

  it('and back again changes next to nothing', () => {
    const told = day().works(10.5).clock(0.3).works(0.2).clock(-0.3).works(25);
    expect(told.prompts.length).toBe(2);
    expect(told.prompts[0]).toBeGreaterThanOrEqual(29.5);
    expect(told.prompts[0]).toBeLessThanOrEqual(32);
  });
});

describe('a time zone', () => {
  it('does not change the counts', () => {
    expect(day().works(20).travels('Asia/Tokyo').works(11).prompts).toEqual([30]);
    const told = day().works(31).does('snooze').travels('America/Los_Angeles').works(6);
    expect(told.prompts).toEqual([30, 36]);
  });

  it('that changes to summer time does not change the counts', () => {
    for (const [start, zone] of [
      ['2026-03-29T01:45:00', 'Europe/Berlin'],
      ['2026-10-25T02:45:00', 'Europe/Berlin'],
      ['2026-04-05T01:45:00', 'Australia/Lord_Howe'],
      ['2026-03-29T01:45:00', 'Asia/Kolkata'],
    ] as const)
      expect(day({}, start, zone).works(36).prompts, `${start} ${zone}`).toEqual([30, 35]);
  });
});

describe('a restart', () => {
  it.each([
    ['working', day().works(11)],
    ['due', day({ patienceMinutes: 20 }).works(31)],
    ['prompted', day().works(30.5)],
    ['snoozed', day().works(31).does('snooze', { minutes: 20 })],
    ['paused', day().works(11).does('pause', { minutes: 30 })],
    ['break', day().works(31).does('start-break', { seconds: 600 })],
    ['away', day().works(11).leaves().passes(2)],
  ])('of a few seconds does not change the phase: %s', (phase, told) => {
    expect(told.closes(0.1).phase).toBe(phase);
  });

  it('shows a prompt again at its old time', () => {
    expect(day().works(31).closes(2).works(10).prompts).toEqual([30, 35, 40]);
    expect(day().works(31).does('snooze').closes(2).works(10).prompts).toEqual([30, 36, 41]);
  });

  it('brings no ask and loses nothing, even four times in twenty seconds', () => {
    const told = day().works(20);
    for (let i = 0; i < 4; i++) told.closes(0.05).passes(0.03);
    expect(told.prompts).toEqual([]);
    expect(told.works(10).prompts.length).toBe(1);
  });

  it('lets the clock end a break', () => {
    const told = day().works(31).does('start-break').closes(0.5).passes(1);
    expect(told.finished.length).toBe(1);
    expect(told.left).toEqual([]);
    const late = day().works(31).does('start-break').closes(3);
    expect(late.finished).toEqual([34]);
  });

  it('never ends an open pause', () => {
    const told = day().works(10).does('pause').closes(600).works(60);
    expect(told.phase).toBe('paused');
    expect(told.prompts).toEqual([]);
  });

  it('during a sleep is noticed on waking', () => {
    const told = day().works(10).tells({ type: 'browser-closed' }).tells({ type: 'sleep' });
    told.tells({ type: 'browser-started' }).passes(0.5).tells({ type: 'wake' }).returns();
    expect(told.works(24).prompts.length).toBe(1);
  });
});

describe('a state that is damaged', () => {
  const kinds = ['garbage', 'missing', 'future-version', 'partial'] as const;

  it.each(kinds)('starts fresh, with the person present: %s', (stored) => {
    const told = dayOfBoth().works(31).closes(0.1, stored).works(1);
    expect(told.phase).toBe('working');
    expect(told.screenMinutes).toBe(1);
    expect(told.naturalRests).toEqual([]);
    expect(told.works(29.1).prompts.length).toBe(2);
  });

  it.each(kinds)('keeps the pause, the settings and the asks of the last hour: %s', (stored) => {
    const paused = day().works(10).does('pause').closes(0.1, stored).works(60);
    expect(paused.phase).toBe('paused');
    const told = day({ snoozeMinutes: 1 }).sets({ rhythms: { short: { intervalMinutes: 20 } } });
    told.works(20.1).does('snooze').works(1).does('snooze').works(1).does('snooze').works(1.1);
    expect(told.prompts.length).toBe(4);
    told.closes(0.1, stored).works(30);
    expect(told.prompts.length).toBe(4);
    expect(told.works(30).prompts.length).toBeGreaterThan(4);
  });

  it.each(kinds)('ends a break, a snooze and a prompt: %s', (stored) => {
    for (const action of ['start-break', 'snooze'] as const) {
      const told = day().works(31).does(action).closes(0.1, stored).passes(5);
      expect(told.phase).toBe('working');
      expect(told.finished).toEqual([]);
    }
    expect(day().works(30.5).closes(0.1, stored).phase).toBe('working');
  });

  it('starts away without input', () => {
    const told = day().works(10).leaves().passes(2).closes(1, 'garbage').passes(1);
    expect(told.phase).toBe('away');
    expect(told.passes(10).returns().naturalRests).toEqual([]);
  });
});
