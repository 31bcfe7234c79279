// Over 300 lines: every command in every phase.
import { describe, expect, it } from 'vitest';
import { day, dayOfBoth } from './day.ts';

describe('snoozing', () => {
  it('asks again after the snooze, counted from now', () => {
    expect(day().works(30.5).does('snooze').works(5).prompts).toEqual([30, 35.5]);
    expect(day({ snoozeMinutes: 60 }).works(30.5).does('snooze').works(60).prompts).toEqual([
      30, 90.5,
    ]);
    const chosen = day().works(30.5).does('snooze', { minutes: 12 }).works(12);
    expect(chosen.prompts).toEqual([30, 42.5]);
  });

  it('waits for patience at its end', () => {
    const told = day({ patienceMinutes: 2 }).works(33).does('snooze').works(6.9);
    expect(told.phase).toBe('due');
    expect(told.prompts).toEqual([32]);
    expect(told.works(0.1).prompts).toEqual([32, 40]);
  });

  it('shows how much of it is left', () => {
    const told = day().works(31).does('snooze', { minutes: 10 }).works(4);
    expect(told.nextBreakInMinutes).toBe(6);
    expect(told.phase).toBe('snoozed');
  });

  it('silences every rhythm', () => {
    const told = dayOfBoth({ rhythms: { long: { intervalMinutes: 33 } } }).works(31);
    told.does('snooze', { minutes: 30 });
    expect(told.works(29.9).prompts).toEqual([30]);
    expect(told.works(0.1).askedFor).toEqual(['short', 'long']);
  });

  it('starts over if pressed again', () => {
    const told = day().works(31).does('snooze').works(3).does('snooze');
    expect(told.works(4.9).prompts).toEqual([30]);
    expect(told.works(0.1).prompts).toEqual([30, 39]);
  });

  it('does nothing when nothing is due, and nothing in a break', () => {
    const told = day().works(10).does('snooze', { minutes: 60 });
    expect(told.phase).toBe('working');
    expect(told.works(20).prompts).toEqual([30]);
    const broken = day().works(31).does('start-break').passes(0.2).does('snooze').passes(2);
    expect(broken.phase).toBe('working');
  });

  it('also postpones an ask that has not come yet', () => {
    const told = day({ patienceMinutes: 10 }).works(32).does('snooze');
    expect(told.works(14.9).prompts).toEqual([]);
    expect(told.works(0.1).prompts).toEqual([47]);
  });
});

describe('skipping', () => {
  it('restarts the rhythm', () => {
    const told = day().works(31).does('skip');
    expect(told.phase).toBe('working');
    expect(told.nextBreakInMinutes).toBe(30);
    expect(told.works(30).prompts).toEqual([30, 61]);
  });

  it('also restarts every other due rhythm with a break no longer', () => {
    const told = dayOfBoth({ rhythms: { long: { intervalMinutes: 30 } } })
      .works(31)
      .does('skip');
    expect(told.works(29.9).prompts).toEqual([30]);
    const equal = dayOfBoth({ rhythms: { long: { intervalMinutes: 30, breakSeconds: 60 } } });
    expect(equal.works(31).does('skip').nextBreakInMinutes).toBe(30);
  });

  it('does not restart what is not due', () => {
    expect(dayOfBoth().works(31).does('skip').nextBreakInMinutes).toBe(29);
    const long = dayOfBoth({ rhythms: { long: { intervalMinutes: 20 } } })
      .works(21)
      .does('skip');
    expect(long.nextBreakInMinutes).toBe(9);
  });

  it('ends a snooze', () => {
    const told = day().works(31).does('snooze').works(2).does('skip');
    expect(told.phase).toBe('working');
    expect(told.works(29.9).prompts).toEqual([30]);
  });

  it('skips what is due even before it is asked', () => {
    const told = day({ patienceMinutes: 10 }).works(32).does('skip');
    expect(told.nextBreakInMinutes).toBe(30);
  });

  it('does nothing when nothing is due, and nothing in a break', () => {
    expect(day().works(10).does('skip').nextBreakInMinutes).toBe(20);
    const told = dayOfBoth({ rhythms: { long: { intervalMinutes: 30 } } }).works(31);
    told.does('start-break', { rhythm: 'short' }).passes(0.2).does('skip').passes(2);
    expect(told.nextBreakInMinutes).toBe(0);
  });

  it('asks for a longer break that is due only after the length of a snooze', () => {
    const told = dayOfBoth({
      rhythms: { short: { intervalMinutes: 20 }, long: { intervalMinutes: 22 } },
      patienceMinutes: 2,
    });
    told.works(21).switchesTab().passes(1.5).does('skip');
    expect(told.passes(6.75).askedFor).toEqual(['short']);
    told.passes(0.25);
    expect(told.askedFor).toEqual(['short', 'long']);
    // Skipped at 22.5, quiet for five minutes, then two of patience.
    expect(told.prompts).toEqual([21, 29.5]);
  });

  it('restarts patience for what else is due', () => {
    const told = dayOfBoth({ rhythms: { long: { intervalMinutes: 40 } }, patienceMinutes: 9 });
    // Asked for the short one at 39; due for both from 40; its return would come from 44 on.
    told.works(45).does('skip').passes(13.9);
    expect(told.askedFor).toEqual(['short']);
    expect(told.passes(0.1).askedFor).toEqual(['short', 'long']);
  });
});

describe('closing the prompt by hand', () => {
  it('skips this break, which can be taken after all', () => {
    const told = day().works(30.3).does('decline');
    expect(told.phase).toBe('working');
    expect(told.nextBreakInMinutes).toBe(30);
    told.works(2).does('take-after-all').passes(2);
    expect(told.finished.length).toBe(1);
  });

  it('is “Later” where Skip is not offered yet', () => {
    const told = day({ puttingOff: 'wait' }).works(30.3).does('decline');
    expect(told.phase).toBe('snoozed');
    expect(told.works(6).prompts).toEqual([30, 35.3]);
  });

  it('does nothing if there is none', () => {
    expect(day().works(32).does('decline').phase).toBe('prompted');
    expect(day().works(10).does('decline').phase).toBe('working');
  });
});

describe('a lock of ten seconds', () => {
  it('only hides the prompt, which is back for the rest of its minute', () => {
    const told = day()
      .works(30.3)
      .locks(1 / 6)
      .works(0.2);
    expect(told.withdrawn).toEqual([]);
    expect(told.phase).toBe('prompted');
    expect(told.works(1).withdrawn).toEqual([31]);
  });

  it('takes it away when its minute is over', () => {
    const told = day()
      .works(30.9)
      .locks(1 / 6);
    expect(told.works(1).withdrawn.length).toBe(1);
    expect(told.prompts).toEqual([30]);
  });
});

describe('a prompt that goes without an answer', () => {
  it('has the same effect as its minute running out', () => {
    const told = day().works(30.3).does('dismiss');
    expect(told.withdrawn).toEqual([30.3]);
    expect(told.phase).toBe('prompted');
    expect(told.works(10).prompts).toEqual([30, 35, 40]);
    expect(told.withdrawn).toEqual([30.3, 36]);
  });

  it('restarts the rhythm after its last showing', () => {
    const told = day().works(40.3).does('dismiss');
    expect(told.phase).toBe('working');
    expect(told.nextBreakInMinutes).toBe(30);
    expect(told.withdrawn).toEqual([31, 36, 40.3]);
  });

  it('does nothing if there is none', () => {
    expect(day().works(32).does('dismiss').phase).toBe('prompted');
    expect(day().works(10).does('dismiss').withdrawn).toEqual([]);
  });
});

describe('pausing', () => {
  it('stops asking but not counting', () => {
    const told = day().works(10).does('pause').works(50);
    expect(told.phase).toBe('paused');
    expect(told.prompts).toEqual([]);
    expect(told.screenMinutes).toBe(60);
    expect(told.nextBreakInMinutes).toBeNull();
    expect(told.does('resume').phase).toBe('prompted');
  });

  it('ends by itself at its time', () => {
    const told = day().works(10).does('pause', { minutes: 30 }).works(29.9);
    expect(told.phase).toBe('paused');
    expect(told.works(0.1).prompts).toEqual([40]);
  });

  it('replaces the previous pause', () => {
    const told = day().works(10).does('pause', { minutes: 5 }).works(1);
    told.does('pause', { minutes: 30 }).works(20);
    expect(told.phase).toBe('paused');
    expect(told.works(10).phase).toBe('prompted');
  });

  it('until tomorrow ends at six, or when the hours of that day begin if that is later', () => {
    const at = (settings: Record<string, unknown>, start: string) =>
      day(settings, start).works(1).does('pause', { until: 'tomorrow' });
    const plain = at({}, '2026-03-02T22:59:00');
    expect(plain.works(6.9 * 60).phase).toBe('paused');
    expect(plain.works(0.2 * 60).phase).not.toBe('paused');
    const hours = {
      tue: [
        { from: '13:00', to: '17:00' },
        { from: '08:00', to: '12:00' },
      ],
    };
    const later = at({ hours }, '2026-03-02T22:59:00');
    expect(later.works(8.9 * 60).phase).toBe('paused');
    expect(later.works(0.2 * 60).phase).not.toBe('paused');
    const early = at({ hours: { tue: [{ from: '05:00', to: '17:00' }] } }, '2026-03-02T22:59:00');
    expect(early.works(6.9 * 60).phase).toBe('paused');
    const night = at({}, '2026-03-03T00:29:00');
    expect(night.works(6 * 60).phase).toBe('paused');
    expect(night.works(24 * 60).phase).not.toBe('paused');
  });

  it('until tomorrow follows the wall clock through summer time and into other zones', () => {
    const spring = day({}, '2026-03-28T22:59:00', 'Europe/Berlin').works(1);
    spring.does('pause', { until: 'tomorrow' });
    expect(spring.works(5.9 * 60).phase).toBe('paused');
    expect(spring.works(0.2 * 60).phase).not.toBe('paused');
    const autumn = day({}, '2026-10-24T22:59:00', 'Europe/Berlin').works(1);
    autumn.does('pause', { until: 'tomorrow' });
    expect(autumn.works(7.9 * 60).phase).toBe('paused');
    expect(autumn.works(0.2 * 60).phase).not.toBe('paused');
    const east = day({}, '2026-03-02T19:59:00').works(1).does('pause', { until: 'tomorrow' });
    east.travels('Asia/Tokyo');
    // Five in the morning there.
    expect(east.works(0.9 * 60).phase).toBe('paused');
    expect(east.works(0.2 * 60).phase).not.toBe('paused');
    const month = day({}, '2026-02-28T22:59:00').works(1).does('pause', { until: 'tomorrow' });
    expect(month.works(6.9 * 60).phase).toBe('paused');
    expect(month.works(0.2 * 60).phase).not.toBe('paused');
  });

  it('ends on time even while the person is away', () => {
    const told = day().works(10).does('pause', { minutes: 30 }).leaves().passes(40);
    expect(told.of('phase').map(({ phase, minute }) => [phase, minute])).toContainEqual([
      'away',
      40,
    ]);
  });
});

describe('resuming', () => {
  it('does nothing without a pause', () => {
    expect(day().works(31).does('resume').phase).toBe('prompted');
  });
});

describe('"I just rested"', () => {
  it('is a rest of the threshold that ends now', () => {
    const told = day().works(20).does('rested');
    expect(told.naturalRests).toEqual([5]);
    expect(told.screenMinutes).toBe(0);
    expect(told.works(29.9).prompts).toEqual([]);
    expect(day({ restMinutes: 12 }).works(20).does('rested').naturalRests).toEqual([12]);
  });

  it('answers the ask and ends a snooze', () => {
    const told = day().works(30.3).does('rested');
    expect(told.phase).toBe('working');
    expect(told.withdrawn).toEqual([]);
    expect(day().works(31).does('snooze').works(1).does('rested').phase).toBe('working');
  });

  it('does nothing in a break or without screen time', () => {
    expect(day().works(10).does('start-break').passes(0.2).does('rested').naturalRests).toEqual([]);
    expect(day().works(0).does('rested').naturalRests).toEqual([]);
    expect(day().works(20).does('rested').does('rested').naturalRests.length).toBe(1);
  });

  it('counts while paused', () => {
    const told = day().works(20).does('pause').does('rested');
    expect(told.naturalRests).toEqual([5]);
    expect(told.phase).toBe('paused');
  });

  it('without recent input, is not part of the absence that follows', () => {
    const told = day({ restMinutes: 1 }).works(30.3).rests(1.5).passes(-0.6).does('rested');
    told.passes(0.7);
    expect(told.naturalRests).toEqual([1]);
    const away = day().works(20).leaves().passes(3).does('rested').passes(4).returns();
    expect(away.naturalRests).toEqual([5]);
  });

  it('keeps later corrections from reaching back before it', () => {
    const told = day().works(20).does('rested').leaves().passes(2);
    expect(told.screenMinutes).toBe(0);
    expect(told.returns().works(1).screenMinutes).toBe(1);
  });
});

describe('every action', () => {
  it('happens once if pressed again within two seconds', () => {
    const twice = (
      told: ReturnType<typeof day>,
      action: 'snooze' | 'skip' | 'pause',
      gap: number,
    ) =>
      told
        .does(action, action === 'pause' ? { minutes: 30 } : {})
        .passes(gap)
        .does(action);
    expect(twice(day().works(31), 'snooze', 1 / 30).works(4.97).prompts).toEqual([30, 36]);
    expect(twice(day().works(31), 'snooze', 3 / 60).works(4.96).prompts).toEqual([30]);
    expect(twice(day().works(10), 'pause', 1 / 30).works(31).phase).toBe('prompted');
    expect(twice(day().works(10), 'pause', 3 / 60).works(31).phase).toBe('paused');
    const both = { rhythms: { short: { intervalMinutes: 20 }, long: { intervalMinutes: 21 } } };
    const skipped = twice(dayOfBoth(both).works(21.5), 'skip', 1 / 30);
    expect(skipped.nextBreakInMinutes).toBe(0);
  });

  it('does nothing within a second of a different answer', () => {
    const snoozed = day().works(31).does('snooze').does('skip').does('start-break').passes(1);
    expect(snoozed.phase).toBe('snoozed');
    const skipped = dayOfBoth({ rhythms: { long: { intervalMinutes: 31 } } }).works(31.5);
    skipped.does('skip').does('snooze').does('start-break').passes(0.5);
    expect(skipped.of('break-started')).toEqual([]);
    const begun = day().works(31).does('start-break').does('skip').does('snooze').passes(0.5);
    expect(begun.phase).toBe('break');
  });

  it('counts a second after a different answer', () => {
    const told = day()
      .works(31)
      .does('snooze')
      .passes(1 / 60)
      .does('skip');
    expect(told.phase).toBe('working');
    expect(
      day()
        .works(31)
        .does('snooze')
        .passes(1 / 60)
        .does('start-break').phase,
    ).toBe('break');
  });

  it('does nothing while the machine sleeps or the browser is closed', () => {
    const asleep = day().works(10).tells({ type: 'sleep' }).does('pause').passes(1).returns();
    expect(asleep.phase).toBe('working');
    const closed = day().works(10).tells({ type: 'browser-closed' }).does('pause').passes(0.2);
    expect(closed.tells({ type: 'browser-started' }).phase).toBe('working');
  });
});
