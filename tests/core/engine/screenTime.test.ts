import { describe, expect, it } from 'vitest';
import { day, dayOfBoth } from './day.ts';

describe('screen time', () => {
  it('is zero until someone comes, and the arrival is no rest', () => {
    const told = day().passes(60);
    expect(told.phase).toBe('away');
    expect(told.screenMinutes).toBe(0);
    expect(told.works(1).naturalRests).toEqual([]);
    expect(told.screenMinutes).toBe(1);
    expect(told.phase).toBe('working');
  });

  it('grows with input', () => {
    const told = day().works(20);
    expect(told.screenMinutes).toBe(20);
    expect(told.nextBreakInMinutes).toBe(10);
  });

  it('stops in an absence shorter than a rest, but is not cleared', () => {
    const told = day().works(20).rests(4.9);
    expect(told.screenMinutes).toBe(20);
    expect(told.works(2).screenMinutes).toBe(22);
    expect(told.naturalRests).toEqual([]);
  });

  it('continues in stillness shorter than the detection interval', () => {
    expect(day().works(10).rests(0.9).screenMinutes).toBe(10.9);
    expect(day({ detectionSeconds: 15 }).works(10).rests(0.2).screenMinutes).toBe(10.2);
    expect(day({ detectionSeconds: 300 }).works(10).rests(4.9).screenMinutes).toBe(14.9);
  });

  it('is taken back to the last input once stillness counts as an absence', () => {
    const told = day().works(10).leaves();
    expect(told.passes(0.9).screenMinutes).toBe(10.9);
    expect(told.passes(0.1).screenMinutes).toBe(10);
    const close = day({ detectionSeconds: 15 }).works(10).leaves();
    expect(close.passes(0.3).screenMinutes).toBe(10);
    const wide = day({ detectionSeconds: 300 }).works(10).leaves();
    expect(wide.passes(4.9).screenMinutes).toBe(14.9);
    expect(wide.passes(0.1).screenMinutes).toBe(0);
  });

  it('is cleared only by a rest or a taken break', () => {
    expect(day().works(10).rests(5).works(1).screenMinutes).toBe(1);
    expect(day().works(31).does('start-break').passes(1.05).works(1).screenMinutes).toBe(1);
    expect(day().works(31).does('skip').works(1).screenMinutes).toBe(32);
    expect(day().works(31).does('snooze').works(1).screenMinutes).toBe(32);
    expect(day().works(10).does('pause').works(5).screenMinutes).toBe(15);
  });

  it('is shown in whole seconds', () => {
    expect(day().works(0.05).screenMinutes).toBe(0.05);
  });
});

describe('a phase', () => {
  it('is away after a minute without a sign, or at once with a lock', () => {
    const told = day().works(10).leaves().passes(0.98);
    expect(told.phase).toBe('working');
    expect(told.passes(0.02).phase).toBe('away');
    expect(day().works(10).tells({ type: 'locked' }).phase).toBe('away');
  });

  it('is away after a minute, whatever the detection interval', () => {
    for (const detectionSeconds of [15, 300]) {
      const told = day({ detectionSeconds }).works(10).leaves().passes(0.9);
      expect(told.phase).toBe('working');
      expect(told.passes(0.1).phase).toBe('away');
    }
  });

  it('is reported each time it changes, and only then', () => {
    const told = day().works(31).does('start-break').passes(2).does('pause').passes(1);
    told.does('resume').passes(1).leaves().passes(2).returns().passes(1);
    expect(told.of('phase').map(({ phase }) => phase)).toEqual([
      'working',
      'prompted',
      'break',
      'working',
      'paused',
      'working',
      'away',
      'working',
    ]);
  });

  it('prefers break to paused to prompted to away to snoozed to due to working', () => {
    const told = day({ patienceMinutes: 10 }).works(31);
    expect(told.phase).toBe('due');
    told.does('snooze').passes(1);
    expect(told.phase).toBe('snoozed');
    told.leaves().passes(2);
    expect(told.phase).toBe('away');
    const asked = day().works(31).leaves().passes(2);
    expect(asked.phase).toBe('prompted');
    expect(asked.does('pause').phase).toBe('paused');
    expect(asked.does('start-break').phase).toBe('break');
  });
});

describe('a rest', () => {
  it('is any absence as long as the threshold', () => {
    expect(day().works(10).rests(5).naturalRests).toEqual([5]);
    expect(day().works(10).locks(5).naturalRests).toEqual([5]);
    expect(day().works(10).sleeps(5).naturalRests).toEqual([5]);
    expect(day().works(10).leaves().closes(6).returns().naturalRests).toEqual([6]);
    expect(day({ restMinutes: 1 }).works(10).rests(1).naturalRests).toEqual([1]);
    expect(day({ restMinutes: 60 }).works(10).rests(59.9).naturalRests).toEqual([]);
    expect(day({ restMinutes: 60 }).works(10).rests(60).naturalRests).toEqual([60]);
  });

  it('takes at least the detection interval, even with a shorter threshold', () => {
    const told = day({ restMinutes: 1, detectionSeconds: 300 }).works(10);
    expect(told.rests(4.9).naturalRests).toEqual([]);
    expect(told.works(1).screenMinutes).toBe(15.9);
    expect(told.rests(5).naturalRests).toEqual([5]);
  });

  it('clears screen time, rhythms, prompt and snooze while it lasts', () => {
    const told = dayOfBoth().works(31).leaves().passes(4.9);
    expect(told.phase).toBe('prompted');
    told.passes(0.1);
    expect(told.phase).toBe('away');
    expect(told.screenMinutes).toBe(0);
    expect(told.nextBreakInMinutes).toBe(30);
    const snoozed = day().works(31).does('snooze', { minutes: 30 }).leaves().passes(5);
    expect(snoozed.nextBreakInMinutes).toBe(30);
    expect(snoozed.returns().works(1).phase).toBe('working');
  });

  it('is recorded on return, with its whole length', () => {
    const told = day().works(10).leaves().passes(25);
    expect(told.naturalRests).toEqual([]);
    expect(told.returns().naturalRests).toEqual([25]);
    expect(told.works(60).naturalRests).toEqual([25]);
  });

  it('begins with the first sign of an absence, even if a lock follows', () => {
    const told = day().works(10).leaves().passes(3).tells({ type: 'locked' }).passes(3).returns();
    expect(told.naturalRests).toEqual([6]);
  });

  it('is not made of short absences', () => {
    const told = day();
    for (let i = 0; i < 8; i++) told.works(4).rests(3);
    expect(told.naturalRests).toEqual([]);
    expect(told.prompts.length).toBe(1);
  });
});

describe('watching', () => {
  it('is sound without input', () => {
    const told = day().works(10).begins('sound').leaves().passes(15);
    expect(told.screenMinutes).toBe(25);
    expect(told.phase).toBe('working');
  });

  it('is a call', () => {
    expect(day().works(10).begins('call').leaves().passes(15).screenMinutes).toBe(25);
  });

  it('does not happen if watching does not count', () => {
    const told = day({ watchingCounts: false }).works(10).begins('sound').leaves().passes(4);
    expect(told.screenMinutes).toBe(10);
    expect(told.phase).toBe('away');
  });

  it('does not happen behind a lock', () => {
    expect(day().begins('call').works(10).tells({ type: 'locked' }).passes(4).screenMinutes).toBe(
      10,
    );
  });

  it('ends two hours after the last input', () => {
    const told = day({ rhythms: { short: { intervalMinutes: 240 } }, restMinutes: 30 });
    told.works(10).begins('sound').leaves().passes(119);
    expect(told.screenMinutes).toBe(129);
    told.passes(3);
    expect(told.screenMinutes).toBe(130);
    expect(told.passes(25).screenMinutes).toBe(130);
    expect(told.phase).toBe('away');
    expect(told.passes(5).screenMinutes).toBe(0);
    expect(told.returns().naturalRests).toEqual([32]);
  });

  it('keeps a person present who was there within the last minute', () => {
    const told = day({ detectionSeconds: 15 }).works(10).leaves().passes(0.8).begins('sound');
    expect(told.passes(10).screenMinutes).toBeGreaterThan(20);
  });

  it('does not end an absence', () => {
    const told = day().works(10).leaves().passes(1.2).begins('sound').passes(10);
    expect(told.screenMinutes).toBe(0);
    expect(told.returns().naturalRests).toEqual([11.2]);
    const locked = day().works(10).tells({ type: 'locked' }).begins('call').passes(3);
    expect(locked.screenMinutes).toBe(10);
  });

  it('keeps the person present until it ends', () => {
    const told = day().works(10).begins('sound').leaves().passes(10).ends('sound').passes(0.9);
    expect(told.phase).toBe('working');
    told.passes(0.3);
    expect(told.phase).toBe('away');
    expect(told.screenMinutes).toBe(20);
    expect(told.passes(4).returns().naturalRests).toEqual([5.2]);
  });
});

describe('the count of a rhythm', () => {
  it('is separate for each rhythm', () => {
    const told = dayOfBoth().works(31).does('start-break').passes(1.05);
    expect(told.nextBreakInMinutes).toBe(29);
    told.passes(29);
    expect(told.askedFor).toEqual(['short', 'long']);
  });

  it('restarts after a break as long as its own', () => {
    const told = dayOfBoth().works(20).does('start-break', { seconds: 60 }).passes(1.05).works(30);
    expect(told.prompts).toEqual([51.05]);
    expect(told.askedFor).toEqual(['short']);
  });

  it('continues after a break shorter than its own, without the time of that break', () => {
    const told = dayOfBoth({ rhythms: { short: { on: false } } }).works(20);
    told.does('start-break', { seconds: 120 }).passes(2.05).works(40);
    expect(told.prompts).toEqual([62.05]);
    expect(told.screenMinutes).toBe(40);
  });

  it('is cleared for every rhythm by a break as long as a rest', () => {
    const told = dayOfBoth({ rhythms: { long: { breakSeconds: 900 } } }).works(20);
    told.does('start-break', { seconds: 300 }).passes(5.05);
    expect(told.nextBreakInMinutes).toBe(30);
    expect(told.works(60).askedFor).toContain('long');
    const shorter = dayOfBoth({ rhythms: { long: { breakSeconds: 900 } } }).works(20);
    shorter.does('start-break', { seconds: 299 }).passes(5.05);
    shorter.sets({ rhythms: { short: { on: false } } });
    expect(shorter.nextBreakInMinutes).toBeCloseTo(40, 1);
  });

  it('decides the next break if it is closest to its interval', () => {
    const told = dayOfBoth().works(31).does('skip');
    expect(told.nextBreakInMinutes).toBe(29);
    expect(told.sets({ rhythms: { long: { on: false } } }).nextBreakInMinutes).toBe(30);
  });
});
