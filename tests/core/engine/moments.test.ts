import { describe, expect, it } from 'vitest';
import { day, dayOfBoth } from './day.ts';

const five = { rhythms: { short: { intervalMinutes: 5 } } };

describe('coming back', () => {
  it('after minutes without a sign gives a quiet minute, even if stillness counts for longer', () => {
    const told = day({ detectionSeconds: 300 }).works(34).rests(3);
    expect(told.screenMinutes).toBe(37);
    expect(told.passes(0.9).prompts).toEqual([30]);
    expect(told.passes(0.1).prompts).toEqual([30, 38]);
  });
});

describe('fifteen seconds without input', () => {
  it('count from the last input, even if the break fell due a moment after it', () => {
    const told = day({ patienceMinutes: 5 }).works(29.9).rests(0.5).passes(1);
    expect(told.prompts).toEqual([30.15]);
  });

  it('count as watching with sound in view, even if the break fell due a moment after the last input', () => {
    const told = day({ patienceMinutes: 1 }).begins('sound').works(29.9).rests(0.5).passes(0.5);
    expect(told.prompts).toEqual([]);
    expect(told.passes(0.2).prompts).toEqual([31]);
  });
});

describe('sound or a call', () => {
  it('keeps the person present until the lock', () => {
    const told = day({ restMinutes: 1 }).begins('call').works(31).rests(1).passes(-0.3).locks(1.1);
    expect(told.naturalRests).toEqual([1.1]);
  });

  it('keeps the person present until it ends, during stillness too', () => {
    const told = day().works(10).rests(1.1).passes(-1).begins('sound').passes(0.2).ends('sound');
    expect(told.passes(2).screenMinutes).toBe(12.3);
  });
});

describe('a lock', () => {
  it('ends a stillness that was not an absence yet, and counts from there', () => {
    const told = day({ detectionSeconds: 300 }).works(10).rests(4).passes(-1).locks(2);
    expect(told.screenMinutes).toBe(13);
  });

  it('during an absence does not change when it began', () => {
    const told = day().works(10).rests(20).passes(-17).locks(3);
    expect(told.naturalRests).toEqual([6]);
  });
});

describe('patience', () => {
  const waiting = () => day({ patienceMinutes: 4 }).works(30);

  it('is how long an ask waits once a break is due', () => {
    const told = waiting().works(3.9);
    expect(told.prompts).toEqual([]);
    expect(told.phase).toBe('due');
    expect(told.works(0.1).prompts).toEqual([34]);
  });

  it('may be zero, or half an hour', () => {
    expect(day({ patienceMinutes: 0 }).works(30).prompts).toEqual([30]);
    expect(day({ patienceMinutes: 30 }).works(59.9).prompts).toEqual([]);
    expect(day({ patienceMinutes: 30 }).works(60).prompts).toEqual([60]);
  });

  it('ends at a good moment', () => {
    expect(waiting().works(1).switchesTab().prompts).toEqual([31]);
    expect(waiting().works(1).switchesWindow().prompts).toEqual([31]);
    expect(waiting().works(1).loadsPage().prompts).toEqual([31]);
    expect(waiting().works(1).rests(0.3).prompts).toEqual([31.25]);
    expect(waiting().works(1).rests(0.2).prompts).toEqual([]);
  });

  it('does not end at a moment before the break is due', () => {
    expect(day({ patienceMinutes: 4 }).works(29.9).switchesTab().works(1).prompts).toEqual([]);
  });

  it('starts again when a bad moment ends', () => {
    const told = waiting().works(2).does('pause').works(1).does('resume');
    expect(told.works(3.9).prompts).toEqual([]);
    expect(told.works(0.1).prompts).toEqual([37]);
  });

  it('starts again after an absence of a minute or more, and a quiet minute', () => {
    const told = waiting().works(2).locks(1.5).works(4.9);
    expect(told.prompts).toEqual([]);
    expect(told.works(0.1).prompts).toEqual([38.5]);
  });

  it('is only interrupted by a shorter absence', () => {
    const told = waiting().works(2).locks(0.5);
    expect(told.works(1.9).prompts).toEqual([]);
    expect(told.works(0.1).prompts).toEqual([34.5]);
  });

  it('is not interrupted by stillness that counts as present', () => {
    const told = day({ patienceMinutes: 4, snoozeMinutes: 10 }).works(34);
    // Asked by stillness at once: the wait of its return goes through another one.
    expect(told.works(10.5).rests(0.2).works(3.3).prompts).toEqual([34, 48]);
  });
});

describe('the first minute after coming back', () => {
  it.each([
    ['a lock', (told: ReturnType<typeof day>) => told.locks(2)],
    ['a long nap', (told: ReturnType<typeof day>) => told.sleeps(4)],
  ])('is quiet: %s', (_, goes) => {
    const told = goes(day().works(29.9)).passes(0.2);
    const back = told.prompts.length;
    expect(back).toBe(0);
    told.switchesTab().passes(0.7);
    expect(told.prompts).toEqual([]);
    expect(told.passes(0.2).prompts.length).toBe(1);
  });

  it('is quiet, even if a snooze ended in the absence', () => {
    const told = day().works(31).does('snooze').works(4).rests(2).works(0.9);
    expect(told.prompts).toEqual([30]);
    expect(told.works(0.1).prompts).toEqual([30, 38]);
  });

  it('is not quiet after a shorter absence', () => {
    expect(day().works(29.4).locks(0.9).works(0.7).prompts).toEqual([30.9]);
  });

  it('is not quiet at the first start', () => {
    const told = day(five).passes(90).works(5);
    expect(told.prompts).toEqual([95]);
  });

  it('is not quiet after a break', () => {
    const told = dayOfBoth({ rhythms: { long: { intervalMinutes: 30 } } }).works(31);
    told.does('start-break', { seconds: 120 }).passes(2.1);
    expect(told.prompts.length).toBe(2);
  });
});

describe('full screen, calls and watching', () => {
  it.each([
    ['full-screen', 'fullScreen'],
    ['call', 'call'],
  ] as const)('hold an ask back, unless that is switched off: %s', (what, key) => {
    expect(day().begins(what).works(35).prompts).toEqual([]);
    expect(
      day({ holdBack: { [key]: false } })
        .begins(what)
        .works(31).prompts,
    ).toEqual([30]);
    const told = day()
      .works(29)
      .begins(what)
      .works(5)
      .sets({ holdBack: { [key]: false } });
    expect(told.prompts).toEqual([34]);
  });

  it.each(['full-screen', 'call', 'call-heard', 'site'] as const)(
    'hold an ask back for as long as they last, and then it comes once: %s',
    (what) => {
      const told = day().begins(what).works(180);
      expect(told.prompts).toEqual([]);
      expect(told.ends(what).works(4).prompts).toHaveLength(1);
    },
  );

  it('watching holds an ask back, unless that is switched off', () => {
    expect(day().begins('sound').works(20).leaves().passes(20).prompts).toEqual([]);
    const told = day({ holdBack: { watching: false } })
      .begins('sound')
      .works(20)
      .leaves();
    expect(told.passes(11).prompts).toEqual([30]);
  });

  it('does not count as watching while there is input', () => {
    expect(day().begins('sound').works(31).prompts).toEqual([30]);
  });

  it('ends when there is input again, and patience begins', () => {
    const told = day({ patienceMinutes: 3 })
      .begins('sound')
      .works(20)
      .leaves()
      .passes(15)
      .returns();
    expect(told.passes(2.9).prompts).toEqual([]);
    expect(told.passes(0.1).prompts).toEqual([38]);
  });
});

describe('another program in front', () => {
  const told = () => day({ patienceMinutes: 2 }).works(29).ends('front').works(10);

  it('holds an ask back, which comes once at the switch back', () => {
    expect(told().prompts).toEqual([]);
    const back = told().begins('front').works(6.5);
    expect(back.prompts).toEqual([39]);
    expect(back.withdrawn).toEqual([40]);
  });

  it('holds nothing back from a notification, which is seen there too', () => {
    expect(day({ promptStyle: 'notification' }).ends('front').works(31).prompts).toEqual([30]);
  });

  it('withdraws a prompt, which returns only in the browser', () => {
    const left = day().works(30.2).ends('front').works(10);
    expect(left.withdrawn).toEqual([30.2]);
    expect(left.prompts).toEqual([30]);
    expect(left.begins('front').works(0.5).prompts).toEqual([30, 40.2]);
  });

  it('is screen time like any other', () => {
    expect(told().screenMinutes).toBe(39);
  });

  it('does not count the prompts that it held back as unanswered', () => {
    const allDay = day().ends('front').works(150).begins('front').works(12);
    expect(allDay.prompts).toEqual([150, 155, 160]);
  });
});

describe('the hours', () => {
  const hours = { mon: [{ from: '09:00', to: '09:40' }], tue: [{ from: '09:00', to: '17:00' }] };

  it('stop asking but not counting', () => {
    const told = day({ hours, rhythms: { short: { intervalMinutes: 45 } } }).works(60);
    expect(told.prompts).toEqual([]);
    expect(told.screenMinutes).toBe(60);
    expect(told.nextBreakInMinutes).toBeNull();
    expect(told.phase).toBe('due');
  });

  it('allow starting a break at any time', () => {
    const told = day({ hours }).works(60).does('start-break').passes(2);
    expect(told.finished.length).toBe(1);
  });

  it('may cross midnight, and end with the day', () => {
    const night = { mon: [{ from: '22:00', to: '06:00' }] };
    expect(day({ hours: night }, '2026-03-02T23:50:00').works(31).prompts).toEqual([30]);
    expect(day({ hours: night }, '2026-03-03T05:00:00').works(31).prompts).toEqual([30]);
    expect(day({ hours: night }, '2026-03-03T05:40:00').works(31).prompts).toEqual([]);
    expect(day({ hours: night }, '2026-03-02T05:00:00').works(31).prompts).toEqual([]);
    const evening = { mon: [{ from: '22:00', to: '24:00' }] };
    expect(day({ hours: evening }, '2026-03-02T23:25:00').works(31).prompts).toEqual([30]);
    expect(day({ hours: evening }, '2026-03-02T23:35:00').works(60).prompts).toEqual([]);
  });

  it('follow the local clock, through daylight saving time and travel', () => {
    const four = { sun: [{ from: '04:00', to: '12:00' }] };
    const spring = day({ hours: four }, '2026-03-29T01:30:00', 'Europe/Berlin').works(92);
    expect(spring.prompts).toEqual([90]);
    const autumn = day({ hours: four }, '2026-10-25T01:30:00', 'Europe/Berlin').works(212);
    expect(autumn.prompts).toEqual([210]);
    const told = day({ hours }, '2026-03-02T01:00:00').works(31).travels('Asia/Tokyo').works(3);
    expect(told.prompts.length).toBe(0);
    const there = day({ hours: { mon: [{ from: '09:00', to: '17:00' }] } }, '2026-03-02T01:00:00');
    expect(there.works(31).travels('Asia/Tokyo').works(3).prompts.length).toBe(1);
  });
});
