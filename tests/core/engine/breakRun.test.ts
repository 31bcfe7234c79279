import { describe, expect, it } from 'vitest';
import { day, dayOfBoth } from './day.ts';

type Told = ReturnType<typeof day>;
const SETTLING = 0.05;

describe('a break', () => {
  it('lasts three seconds of settling and its length, and ends by itself', () => {
    const told = day()
      .works(31)
      .does('start-break')
      .passes(1 + SETTLING - 1 / 60);
    expect(told.phase).toBe('break');
    expect(told.nextBreakInMinutes).toBeNull();
    expect(told.passes(1 / 60).finished).toEqual([32.05]);
    expect(told.phase).toBe('working');
    expect(told.screenMinutes).toBe(0);
    expect(told.works(30).prompts).toEqual([30, 62.05]);
  });

  it('belongs to the rhythm asked for, else the longest due, else the next due', () => {
    const startedFor = (told: Told) => told.does('start-break').of('break-started')[0]?.rhythm;
    const long = (intervalMinutes: number) =>
      dayOfBoth({ rhythms: { long: { intervalMinutes } }, patienceMinutes: 10 });
    expect(startedFor(day().works(31))).toBe('short');
    // Asked for the short break; the long one has been due since.
    const asked = dayOfBoth({ rhythms: { long: { intervalMinutes: 31 } } }).works(31.5);
    expect(startedFor(asked)).toBe('short');
    expect(startedFor(long(31).works(32))).toBe('long');
    expect(startedFor(long(20).works(25))).toBe('long');
    expect(startedFor(long(60).works(10))).toBe('short');
    expect(startedFor(long(20).works(10))).toBe('long');
    const none = day({ rhythms: { short: { on: false } } }).works(1);
    expect(startedFor(none)).toBeNull();
    expect(none.passes(2 + SETTLING).finished).toEqual([3.05]);
  });

  it('can be for a chosen rhythm, even one that is off', () => {
    const told = day().works(31).does('start-break', { rhythm: 'long' }).passes(4);
    expect(told.of('break-started')[0]?.rhythm).toBe('long');
    expect(told.phase).toBe('break');
    const unknown = day().works(31).does('start-break', { rhythm: 'never' });
    expect(unknown.of('break-started')[0]?.rhythm).toBe('short');
  });

  it('clears rhythms by its own length, whatever its rhythm', () => {
    const cut = dayOfBoth().works(50).does('start-break', { rhythm: 'long', seconds: 60 });
    cut.passes(1 + SETTLING).sets({ rhythms: { short: { on: false } } });
    expect(cut.nextBreakInMinutes).toBe(10);
    const whole = dayOfBoth().works(50).does('start-break', { rhythm: 'short', seconds: 300 });
    whole.passes(5 + SETTLING).sets({ rhythms: { short: { on: false } } });
    expect(whole.nextBreakInMinutes).toBe(60);
  });

  it.each([
    ['working', () => day().works(10)],
    ['due', () => day({ patienceMinutes: 20 }).works(31)],
    ['prompted', () => day().works(30.5)],
    ['snoozed', () => day().works(31).does('snooze').works(1)],
    ['paused', () => day().works(10).does('pause')],
    ['in full screen', () => day().works(10).begins('full-screen')],
    ['in a call', () => day().works(10).begins('call')],
    ['outside the hours', () => day({ hours: {} }).works(10)],
  ])('may begin at any time: %s', (_, told) => {
    const begun = told().does('start-break').passes(0.5);
    expect(begun.phase).toBe('break');
    expect(begun.passes(0.6).finished.length).toBe(1);
    expect(begun.screenMinutes).toBeLessThanOrEqual(0.05);
  });

  it('does not end a pause', () => {
    const told = day().works(10).does('pause').works(1).does('start-break').passes(2);
    expect(told.phase).toBe('paused');
    expect(told.works(60).prompts).toEqual([]);
  });

  it('ends the prompt and the snooze', () => {
    const told = day().works(30.5).does('start-break').passes(2);
    expect(told.withdrawn).toEqual([]);
    expect(day().works(31).does('snooze').does('start-break').passes(0).phase).toBe('snoozed');
    const snoozed = day().works(31).does('snooze').passes(1).does('start-break').passes(2);
    expect(snoozed.nextBreakInMinutes).toBeGreaterThan(28);
  });

  it('keeps a snooze if a longer break is still due', () => {
    const told = dayOfBoth({ rhythms: { long: { intervalMinutes: 30 } } }).works(31);
    told.does('snooze', { minutes: 20 }).passes(1).does('start-break', { rhythm: 'short' });
    told.passes(2);
    expect(told.phase).toBe('snoozed');
    expect(told.passes(17).askedFor).toEqual(['long', 'long']);
    expect(told.prompts).toEqual([30, 51]);
  });

  it('continues through a kill, a restart and a sleep', () => {
    const begun = () => day().works(31).does('start-break', { seconds: 300 }).passes(1);
    expect(begun().killed().passes(3).phase).toBe('break');
    expect(begun().closes(1).passes(2).phase).toBe('break');
    expect(begun().closes(1).passes(3.1).finished).toEqual([36.05]);
    expect(begun().sleeps(2).phase).toBe('break');
    expect(begun().sleeps(20).finished).toEqual([52]);
    expect(begun().closes(20).finished).toEqual([52]);
  });

  it('runs once, however often it is started', () => {
    const told = day().works(31).does('start-break').does('start-break').passes(0.1);
    told.does('start-break').passes(3);
    expect(told.of('break-started').length).toBe(1);
    expect(told.finished.length).toBe(1);
  });

  it('may be as short as ten seconds or as long as half an hour', () => {
    const short = day().works(31).does('start-break', { seconds: 10 }).passes(1);
    expect(short.finished.length).toBe(1);
    const long = day().works(31).does('start-break', { seconds: 1800 }).passes(30);
    expect(long.phase).toBe('break');
    expect(long.passes(0.05).finished).toEqual([61.05]);
  });
});

describe('leaving or finishing a break early', () => {
  const endedAfter = (seconds: number, action: 'leave-break' | 'finish-break') =>
    day()
      .works(31)
      .does('start-break', { seconds: 120 })
      .passes(seconds / 60)
      .does(action);

  it.each(['leave-break', 'finish-break'] as const)(
    'counts as taken from half of it: %s',
    (action) => {
      expect(endedAfter(62, action).left.length).toBe(1);
      expect(endedAfter(62, action).finished).toEqual([]);
      expect(endedAfter(63, action).finished.length).toBe(1);
      expect(endedAfter(63, action).left).toEqual([]);
    },
  );

  it('counts as neither screen time nor rest if left before half', () => {
    const told = day().works(10).does('start-break', { seconds: 1800 }).passes(10);
    told.does('leave-break').works(1);
    expect(told.screenMinutes).toBe(11);
    expect(told.naturalRests).toEqual([]);
    expect(told.nextBreakInMinutes).toBe(19);
  });

  it('asks again after a snooze if left before half and a break was due', () => {
    expect(endedAfter(10, 'leave-break').phase).toBe('snoozed');
    expect(endedAfter(10, 'leave-break').works(5).prompts).toEqual([30, 36 + 10 / 60]);
    const early = day().works(10).does('start-break').passes(0.1).does('leave-break');
    expect(early.phase).toBe('working');
    expect(early.works(19.9).prompts).toEqual([]);
  });

  it('happens once', () => {
    const told = endedAfter(10, 'leave-break').does('leave-break').does('finish-break');
    expect(told.left.length).toBe(1);
    expect(told.finished).toEqual([]);
    expect(day().works(10).does('leave-break').does('finish-break').left).toEqual([]);
  });

  it('counts as an answer, so the next ask returns', () => {
    const told = day().works(71.2).does('start-break').passes(0.2).does('leave-break').works(30);
    expect(told.prompts.length).toBeGreaterThanOrEqual(7);
  });
});

describe('putting a break off by its own length', () => {
  const putOff = () =>
    day()
      .works(31)
      .does('start-break', { seconds: 300 })
      .passes(0.5)
      .does('leave-break', { putsOff: true });

  it('offers it again after the time it would have taken', () => {
    expect(putOff().phase).toBe('snoozed');
    expect(putOff().works(5).prompts).toEqual([30]);
    expect(putOff().works(5.1).prompts).toEqual([30, 31.5 + 5.05]);
  });

  it('counts the time until then as screen time', () => {
    expect(putOff().works(5).screenMinutes).toBe(36);
  });

  it('is neither a break that was taken nor one that was left', () => {
    const told = putOff().works(1);
    expect([told.left, told.finished]).toEqual([[], []]);
    expect(told.entriesOf('break')).toEqual([]);
    const late = day().works(31).does('start-break').passes(0.9);
    expect(late.does('leave-break', { putsOff: true }).finished).toEqual([]);
  });

  it('needs that it was due: another one is left as usual', () => {
    const told = day().works(10).does('start-break', { seconds: 300 }).passes(0.5);
    told.does('leave-break', { putsOff: true });
    expect(told.left.length).toBe(1);
    expect(told.phase).toBe('working');
  });

  it('is followed by the same break: taken then, it counts', () => {
    const told = putOff().works(6).does('start-break', { seconds: 300 }).leaves().passes(5.1);
    expect(told.finished.length).toBe(1);
    expect(told.entriesOf('break')).toMatchObject([{ taken: true, begun: 'asked' }]);
  });
});

describe('after a break', () => {
  it('screen time restarts when the break is finished early', () => {
    const told = day().works(31).does('start-break').passes(0.75).does('finish-break').passes(1);
    expect(told.screenMinutes).toBe(1);
    expect(told.phase).toBe('working');
    expect(told.passes(29).prompts).toEqual([30, 61.75]);
  });

  it('screen time continues if the break was left', () => {
    const told = day().works(10).does('start-break').passes(0.25).does('leave-break').passes(2);
    expect(told.screenMinutes).toBe(12);
    expect(told.left).toEqual([10.25]);
  });

  it('patience restarts for what is still due', () => {
    const told = dayOfBoth({
      rhythms: { long: { intervalMinutes: 30 } },
      patienceMinutes: 2,
    });
    told.works(33).does('start-break', { rhythm: 'short' }).passes(3);
    expect(told.finished).toEqual([34.05]);
    expect(told.prompts).toEqual([32]);
    expect(told.passes(1).prompts).toEqual([32, 36.05]);
    expect(told.askedFor).toEqual(['long', 'long']);
  });

  it('count and patience begin with the first input', () => {
    const told = day().works(31).does('start-break').leaves().passes(3);
    expect(told.phase).toBe('away');
    expect(told.screenMinutes).toBe(0);
    told.returns().works(10);
    expect(told.screenMinutes).toBe(10);
    expect(told.naturalRests).toEqual([]);
  });

  it('the person is away only after a minute without a sign', () => {
    const told = day().works(10).does('start-break', { seconds: 20 }).leaves().passes(0.9);
    expect(told.phase).toBe('working');
    expect(told.passes(0.2).phase).toBe('away');
  });

  it('a further absence is a rest if both together reach the threshold', () => {
    const long = (told: Told) => told.sets({ rhythms: { short: { on: false } } });
    const told = dayOfBoth().works(31).does('start-break').leaves().passes(4.9).returns();
    expect(long(told).nextBreakInMinutes).toBe(29);
    const rested = dayOfBoth().works(31).does('start-break').leaves().passes(5).returns();
    expect(rested.naturalRests).toEqual([]);
    expect(long(rested).nextBreakInMinutes).toBe(60);
    const locked = dayOfBoth().works(31).does('start-break').tells({ type: 'locked' }).passes(5);
    expect(long(locked.returns()).nextBreakInMinutes).toBe(60);
  });

  it('an absence that reaches the threshold on its own is recorded as natural', () => {
    const told = day().works(31).does('start-break').leaves().passes(6).returns();
    expect(told.naturalRests).toEqual([]);
    const natural = day().works(31).does('start-break').leaves().passes(6.05).returns();
    expect(natural.naturalRests).toEqual([5]);
  });

  it('the time of a break that was left is not part of a rest', () => {
    const told = dayOfBoth().works(31).does('start-break', { seconds: 600 }).leaves().passes(4);
    told
      .does('leave-break')
      .passes(2)
      .returns()
      .sets({ rhythms: { short: { on: false } } });
    expect(told.nextBreakInMinutes).toBe(29);
  });
});
