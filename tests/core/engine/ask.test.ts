// Over 300 lines: asking, returning and giving up belong together.
import { describe, expect, it } from 'vitest';
import { day, dayOfBoth } from './day.ts';

const five = { rhythms: { short: { intervalMinutes: 5 } } };

describe('an unanswered ask', () => {
  it('withdraws to the icon after a minute and stays asked', () => {
    const told = day().works(30.9);
    expect(told.withdrawn).toEqual([]);
    told.works(0.1);
    expect(told.withdrawn).toEqual([31]);
    expect(told.phase).toBe('prompted');
    expect(told.nextBreakInMinutes).toBe(0);
  });

  it('returns after each snooze interval from its last showing, twice at most', () => {
    expect(day().works(70).prompts).toEqual([30, 35, 40]);
    expect(day({ snoozeMinutes: 12 }).works(70).prompts).toEqual([30, 42, 54]);
    expect(day({ snoozeMinutes: 1 }).works(60).prompts).toEqual([30, 31, 32]);
  });

  it('waits for patience at each showing', () => {
    expect(day({ patienceMinutes: 3 }).works(70).prompts).toEqual([33, 41, 49]);
  });

  it('restarts the rhythm a minute after its last showing', () => {
    const told = day().works(41);
    expect(told.phase).toBe('working');
    expect(told.nextBreakInMinutes).toBe(30);
    expect(told.screenMinutes).toBe(41);
    expect(told.works(30).prompts).toEqual([30, 35, 40, 71]);
  });

  it('makes the next asks come once each, until one is answered', () => {
    const told = day().works(41 + 31 * 2);
    expect(told.prompts).toEqual([30, 35, 40, 71, 102]);
    told.works(30).does('skip').works(41);
    expect(told.prompts).toEqual([30, 35, 40, 71, 102, 133, 163, 168, 173]);
  });

  it('is answered by a break, a snooze, a skip, or a rest during it', () => {
    const returns = (answered: ReturnType<typeof day>) => {
      const from = answered.prompts.length;
      return answered.works(45).prompts.length - from;
    };
    const single = () => day().works(71.1);
    expect(returns(single().does('start-break').passes(1.05))).toBe(3);
    expect(returns(single().does('snooze'))).toBe(3);
    expect(returns(single().does('skip'))).toBe(3);
    expect(returns(single().rests(5))).toBe(3);
  });

  it('is not answered by closing it, by a pause, or by a later rest or break', () => {
    const comes = (told: ReturnType<typeof day>) => {
      const from = told.prompts.length;
      return told.works(45).prompts.length - from;
    };
    const single = () => day().works(71.1);
    expect(comes(single().does('dismiss'))).toBe(1);
    expect(comes(single().does('pause').passes(1).does('resume'))).toBe(1);
    expect(comes(day().works(45).rests(6))).toBe(1);
    expect(comes(day().works(45).does('start-break').passes(1.05))).toBe(1);
  });

  it('is not given up if the person left during its last minute and may be resting', () => {
    const told = day().works(40.5).rests(4.9);
    expect(told.phase).toBe('working');
    // A rest is an answer, so the ask returns as soon as the limit allows.
    const rested = day().works(40.5).rests(5).works(54);
    expect(rested.prompts.map(Math.floor)).toEqual([30, 35, 40, 75, 90, 95]);
  });

  it('does not count the absence in which its minute ended', () => {
    const told = day(five).works(21.5).rests(3);
    expect(told.prompts).toEqual([5, 10, 15, 21]);
    expect(told.phase).toBe('working');
    expect(told.nextBreakInMinutes).toBe(5);
  });

  it('stays one ask after a restart', () => {
    expect(day().works(32).closes(0.2).works(30).prompts).toEqual([30, 35, 40]);
  });
});

describe('the limit', () => {
  it('is four asks in any hour', () => {
    const told = day({ snoozeMinutes: 1 }).works(30);
    for (let i = 0; i < 3; i++) told.passes(0.1).does('snooze').passes(0.9);
    told.passes(0.1).does('snooze').passes(56.8);
    expect(told.prompts).toEqual([30, 31.1, 32.1, 33.1]);
    expect(told.passes(1).prompts[4]).toBeCloseTo(90, 1);
  });

  it('is higher if the rhythms make more asks', () => {
    const told = day({ ...five, snoozeMinutes: 1 }).works(5);
    for (let i = 0; i < 30; i++) told.passes(0.1).does('snooze').passes(1.9);
    expect(told.prompts.filter((minute) => minute <= 65).length).toBe(12);
  });

  it('rounds up the asks of each rhythm that is on', () => {
    const rhythms = { short: { intervalMinutes: 25 }, long: { intervalMinutes: 40, on: true } };
    const asked = (patch: Record<string, unknown>) => {
      const told = day({ rhythms, snoozeMinutes: 1, ...patch }).works(25);
      for (let i = 0; i < 20; i++) told.passes(0.1).does('snooze').passes(2.4);
      return told.prompts.filter((minute) => minute <= 85).length;
    };
    expect(asked({})).toBe(5);
    expect(asked({ rhythms: { ...rhythms, long: { intervalMinutes: 40, on: false } } })).toBe(4);
  });

  it('holds an ask back, but does not forget it', () => {
    const told = day({ snoozeMinutes: 1 }).works(30);
    for (let i = 0; i < 4; i++) told.passes(0.1).does('snooze').passes(1.9);
    const from = told.prompts.length;
    expect(told.phase).toBe('due');
    told.switchesTab().passes(1).switchesTab();
    expect(told.prompts.length).toBe(from);
    expect(told.works(60).prompts.length).toBeGreaterThan(from);
  });
});

describe('a prompt that meets a bad moment', () => {
  it.each([
    ['full screen', (told: ReturnType<typeof day>) => told.begins('full-screen')],
    ['a call', (told: ReturnType<typeof day>) => told.begins('call')],
    ['a pause', (told: ReturnType<typeof day>) => told.does('pause')],
    ['the end of the hours', (told: ReturnType<typeof day>) => told.sets({ hours: {} })],
  ])('goes at once: %s', (_, meets) => {
    const told = meets(day().works(30.3));
    expect(told.withdrawn).toEqual([30.3]);
    expect(told.passes(9).prompts).toEqual([30]);
  });

  it('goes after fifteen seconds without input when there is sound', () => {
    const told = day().begins('sound').works(30.1).leaves().passes(0.5);
    expect(told.withdrawn).toEqual([30.35]);
  });

  it('stays with music', () => {
    expect(day().begins('sound').works(31).withdrawn).toEqual([31]);
  });

  it('goes after a minute without a sign', () => {
    const told = day().works(29.5).leaves().passes(2);
    expect(told.prompts).toEqual([30]);
    expect(told.withdrawn).toEqual([30.5]);
  });

  it('returns as an unanswered one does, never into a bad moment', () => {
    const told = day().works(30.3).begins('call').works(9).ends('call').works(8);
    expect(told.prompts).toEqual([30, 39.3, 44.3]);
    const brief = day().works(30.3).begins('call').works(1).ends('call').works(5);
    expect(brief.prompts).toEqual([30, 35]);
  });

  it('does not return if it comes only once', () => {
    const told = day().works(71.3).begins('call').works(1).ends('call').works(20);
    expect(told.prompts).toEqual([30, 35, 40, 71]);
    expect(told.phase).toBe('working');
  });
});

describe('an ask that was held back', () => {
  it.each(['full-screen', 'call', 'sound'] as const)('comes when %s ends, once', (what) => {
    const told = day({ patienceMinutes: 5 }).works(29).begins(what);
    if (what === 'sound') told.leaves();
    told.passes(10);
    expect(told.prompts).toEqual([]);
    told.ends(what).passes(0.5);
    // Silence ends a film after 20 s. The alarm that sees it rings after 30.
    const atMinute = what === 'sound' ? 39.5 : 39;
    expect(told.prompts).toEqual([atMinute]);
    expect(told.passes(4).prompts).toEqual([atMinute]);
  });

  it('comes when the last of several bad moments ends', () => {
    const told = day({ patienceMinutes: 5 }).works(29).begins('call').begins('full-screen');
    told.works(5).ends('call').works(1);
    expect(told.prompts).toEqual([]);
    expect(told.ends('full-screen').prompts).toEqual([35]);
  });

  it('counts the person as present for a minute after a film without input', () => {
    const told = day({ patienceMinutes: 5 }).works(20).begins('sound').leaves().passes(20);
    told.ends('sound').passes(0.5);
    expect(told.prompts).toEqual([40.5]);
    expect(told.passes(1).withdrawn).toEqual([41]);
    expect(told.phase).toBe('prompted');
  });

  it('counts the person as away if watching does not count', () => {
    const told = day({ patienceMinutes: 5, watchingCounts: false }).works(30);
    told.begins('sound').leaves().passes(4).ends('sound').passes(0.5);
    expect(told.prompts).toEqual([]);
  });

  it('comes after patience when the hours begin', () => {
    const hours = { mon: [{ from: '10:00', to: '11:00' }] };
    expect(day({ hours }).works(59.9).prompts).toEqual([]);
    expect(day({ hours }).works(62).prompts).toEqual([60]);
    expect(day({ hours, patienceMinutes: 3 }).works(64).prompts).toEqual([63]);
  });

  it('comes after patience when a pause ends', () => {
    const told = day({ patienceMinutes: 3 }).works(10).does('pause').works(40).does('resume');
    expect(told.works(2.9).prompts).toEqual([]);
    expect(told.works(0.1).prompts).toEqual([53]);
  });
});

describe('working in full screen', () => {
  const presented = (patienceMinutes = 2) =>
    day({ patienceMinutes }).works(10).begins('full-screen').works(20);

  it('lets a tab switch or a page load bring the ask, from fifteen minutes after due', () => {
    const told = presented().works(14.9).switchesTab().loadsPage();
    expect(told.prompts).toEqual([]);
    expect(presented().works(15).switchesTab().prompts).toEqual([45]);
    expect(presented().works(15).loadsPage().prompts).toEqual([45]);
    expect(presented().works(15).switchesWindow().prompts).toEqual([]);
    expect(presented(0).works(60).prompts).toEqual([]);
  });

  it('keeps the prompt in full screen until its minute is over, and lets it return the same way', () => {
    const told = presented().works(15).switchesTab().passes(0.9);
    expect(told.withdrawn).toEqual([]);
    expect(told.passes(0.1).withdrawn).toEqual([46]);
    expect(told.passes(5).prompts).toEqual([45]);
    expect(told.switchesTab().prompts).toEqual([45, 51]);
  });

  it('still withdraws the prompt for a call', () => {
    const told = presented().works(15).switchesTab().passes(0.2).begins('call');
    expect(told.withdrawn).toEqual([45.2]);
  });

  it('brings no ask during a call', () => {
    const told = presented().works(15).begins('call').switchesTab().loadsPage();
    expect(told.prompts).toEqual([]);
  });

  it('counts from the end of a snooze', () => {
    const told = day().works(31).does('snooze', { minutes: 10 }).begins('full-screen').works(24.9);
    expect(told.switchesTab().prompts).toEqual([30]);
    expect(told.works(0.2).switchesTab().prompts).toEqual([30, 56.1]);
  });

  it('ends when full screen ends, so full screen that comes back withdraws the prompt', () => {
    const told = presented().works(15).switchesTab().passes(0.2).ends('full-screen');
    expect(told.passes(0.1).begins('full-screen').withdrawn).toEqual([45.3]);
  });
});

describe('two rhythms', () => {
  it('make one ask if due together, for the longest break', () => {
    const told = dayOfBoth({ rhythms: { long: { intervalMinutes: 30 } } }).works(45);
    expect(told.askedFor).toEqual(['long', 'long', 'long']);
    expect(told.prompts).toEqual([30, 35, 40]);
  });

  it('stay one ask, which is for the long one from its next showing on', () => {
    const told = dayOfBoth({ rhythms: { long: { intervalMinutes: 33 } } }).works(60);
    expect(told.prompts.slice(0, 3)).toEqual([30, 35, 40]);
    expect(told.askedFor.slice(0, 3)).toEqual(['short', 'long', 'long']);
  });

  it('ask for the long one after a snooze of the short one', () => {
    const told = dayOfBoth({ rhythms: { long: { intervalMinutes: 33 } } })
      .works(31)
      .does('snooze');
    expect(told.works(5).askedFor).toEqual(['short', 'long']);
  });

  it('ask for the longer interval if their breaks are equal', () => {
    const told = dayOfBoth({ rhythms: { long: { intervalMinutes: 31, breakSeconds: 60 } } });
    expect(told.works(36).askedFor).toEqual(['short', 'long']);
  });

  it('restart together if the long one is skipped, but not if the short one is', () => {
    const both = { rhythms: { long: { intervalMinutes: 30 } } };
    const skipped = dayOfBoth(both).works(31).does('skip');
    expect(skipped.nextBreakInMinutes).toBe(30);
    const later = dayOfBoth({ rhythms: { long: { intervalMinutes: 31 } } })
      .works(30.5)
      .does('skip');
    expect(later.nextBreakInMinutes).toBe(0.5);
  });
});

describe('a rest taken while asked', () => {
  it('clears the ask and is natural', () => {
    const told = day().works(30.5).rests(6);
    expect(told.naturalRests).toEqual([6]);
    expect(told.phase).toBe('working');
    expect(told.works(29.9).prompts).toEqual([30]);
  });

  it('clears the ask even while paused, and the pause stays', () => {
    const told = day().works(30.5).does('pause').rests(6);
    expect(told.naturalRests).toEqual([6]);
    expect(told.phase).toBe('paused');
    expect(told.does('resume').works(29.9).prompts).toEqual([30]);
  });

  it('counts only from the threshold on', () => {
    const told = day().works(30.5).rests(4.9);
    expect(told.phase).toBe('prompted');
    expect(told.works(2).prompts.length).toBe(2);
  });
});
