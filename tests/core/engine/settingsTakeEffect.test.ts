import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { day, dayOfBoth } from './day.ts';

type Told = ReturnType<typeof day>;
const interval = (intervalMinutes: number) => ({ rhythms: { short: { intervalMinutes } } });

const phases: [string, () => Told][] = [
  ['working', () => day().works(11)],
  ['due', () => day({ patienceMinutes: 20 }).works(31)],
  ['prompted', () => day().works(30.5)],
  ['snoozed', () => day().works(31).does('snooze', { minutes: 20 })],
  ['paused', () => day().works(11).does('pause', { minutes: 30 })],
  ['break', () => day().works(31).does('start-break', { seconds: 600 })],
  ['away', () => day().works(11).leaves().passes(2)],
];

/** What may change when or whether an interval ends. */
type Decisive =
  | 'rhythms'
  | 'restMinutes'
  | 'snoozeMinutes'
  | 'puttingOff'
  | 'noticeSeconds'
  | 'patienceMinutes'
  | 'detectionSeconds'
  | 'hours'
  | 'presence';

/** Another value than the default for every other setting. */
const UNRELATED: Required<Omit<Settings, Decisive>> = {
  breathingSeconds: 90,
  stillnessSeconds: 300,
  watchingCounts: false,
  holdBack: { fullScreen: false, call: false, watching: false },
  callSites: ['meet.example'],
  quietSites: ['quiet.example'],
  eveningHour: 3,
  tensionQuestion: true,
  pattern: 'box',
  surprises: ['water'],
  surpriseLeans: false,
  lookBack: true,
  promptStyle: 'icon',
  askSound: true,
  askLoudness: 5,
  breakIn: 'window',
  motion: 'reduced',
  scheme: 'dark',
  iconMinutes: 'lastTen',
};
const unrelated = Object.entries(UNRELATED);

describe('a change of the settings', () => {
  it.each(unrelated)('%s to a value that is not the default', (name, value) => {
    expect(DEFAULT_SETTINGS).toHaveProperty(name);
    expect(value).not.toEqual(DEFAULT_SETTINGS[name as keyof Settings]);
    expect(day().sets({ [name]: value }).refused).toEqual([]);
  });

  it.each(phases)('changes nothing if it is unrelated: %s', (phase, told) => {
    const before = told();
    const { screenMinutes, nextBreakInMinutes } = before;
    before.passes(20);
    for (const [name, value] of unrelated) {
      const after = told().sets({ [name]: value });
      const is = {
        phase: after.phase,
        screenMinutes: after.screenMinutes,
        nextBreakInMinutes: after.nextBreakInMinutes,
        prompts: after.passes(20).prompts,
        finished: after.finished,
      };
      const { prompts, finished } = before;
      expect(is, name).toEqual({ phase, screenMinutes, nextBreakInMinutes, prompts, finished });
    }
  });

  it.each(phases)('never loses screen time: %s', (_, told) => {
    const before = told().screenMinutes;
    for (const patch of [
      interval(5),
      interval(240),
      { rhythms: { short: { on: false } } },
      { rhythms: { short: null } },
      { rhythms: { long: { on: true } } },
      { rhythms: { third: { intervalMinutes: 10, breakSeconds: 20 } } },
      { restMinutes: 10 },
    ])
      expect(told().sets(patch).screenMinutes).toBe(before);
  });

  it('that makes a break due now waits for patience first', () => {
    const told = day({ ...interval(60), patienceMinutes: 3 });
    told.works(45).sets(interval(20));
    expect(told.passes(2).prompts).toEqual([]);
    expect(told.phase).toBe('due');
    expect(told.passes(1).prompts).toEqual([48]);
  });

  it('that lets an ask return now waits for patience first', () => {
    const told = day({ snoozeMinutes: 20, patienceMinutes: 4 }).works(50);
    told.sets({ snoozeMinutes: 2 }).passes(3.9);
    expect(told.prompts).toEqual([34]);
    expect(told.passes(0.1).prompts).toEqual([34, 54]);
  });

  it('does not restart patience', () => {
    const told = day({ patienceMinutes: 4 }).works(32).sets({ iconMinutes: 'lastTen' }).works(2);
    expect(told.prompts).toEqual([34]);
  });
});

describe('a longer interval', () => {
  it('moves the break away', () => {
    expect(day().works(20).sets(interval(40)).works(20).prompts).toEqual([40]);
  });

  it('withdraws the ask, which does not count as unanswered', () => {
    const told = day().works(30.5).sets(interval(45));
    expect(told.withdrawn).toEqual([30.5]);
    expect(told.phase).toBe('working');
    expect(told.nextBreakInMinutes).toBe(14.5);
    expect(told.works(25).prompts).toEqual([30, 45, 50, 55]);
  });

  it('keeps a snooze silent, and then asks only for what is due', () => {
    const told = day().works(31).does('snooze', { minutes: 10 }).sets(interval(50)).works(5);
    expect(told.phase).toBe('snoozed');
    expect(told.nextBreakInMinutes).toBe(14);
    expect(told.works(13.9).prompts).toEqual([30]);
    expect(told.works(0.1).prompts).toEqual([30, 50]);
  });

  it('asks for the other rhythm if that is still due', () => {
    const told = dayOfBoth({ rhythms: { long: { intervalMinutes: 30 } } }).works(30.5);
    told.sets({ rhythms: { long: { intervalMinutes: 90 } } });
    expect(told.withdrawn).toEqual([30.5]);
    expect(told.phase).toBe('prompted');
    expect(told.works(5).askedFor).toEqual(['long', 'short']);
  });
});

describe('a shorter interval', () => {
  it('brings the break sooner if it has not passed yet', () => {
    expect(day().works(10).sets(interval(20)).works(11).prompts).toEqual([20]);
  });

  it('set during a snooze is asked once, when the snooze ends', () => {
    const told = day().works(31).does('snooze').sets(interval(10)).works(5);
    expect(told.prompts).toEqual([30, 36]);
  });
});

describe('a rhythm', () => {
  it('is silent if switched off', () => {
    const told = day()
      .works(10)
      .sets({ rhythms: { short: { on: false } } })
      .works(60);
    expect(told.prompts).toEqual([]);
    expect(told.phase).toBe('working');
    expect(told.nextBreakInMinutes).toBeNull();
    expect(told.screenMinutes).toBe(70);
  });

  it('withdraws its prompt if switched off or removed', () => {
    for (const short of [{ on: false }, null]) {
      const told = day().works(30.5).sets({ rhythms: { short } });
      expect(told.withdrawn).toEqual([30.5]);
      expect(told.phase).toBe('working');
    }
  });

  it('counts the screen time so far when switched on', () => {
    const told = day()
      .works(31)
      .does('skip')
      .works(9)
      .sets({ rhythms: { long: { on: true } } });
    expect(told.works(20).askedFor).toEqual(['short', 'long']);
    expect(told.prompts).toEqual([30, 60]);
  });

  it('counts the screen time so far when switched off and on again', () => {
    const told = day().works(31).does('skip').works(1);
    told.sets({ rhythms: { short: { on: false } } }).works(1);
    told.sets({ rhythms: { short: { on: true } } }).works(4);
    // After a skip nothing is asked for five minutes.
    expect(told.prompts).toEqual([30, 36]);
  });

  it('is on and counts the screen time so far when added', () => {
    const told = day()
      .works(10)
      .sets({ rhythms: { eyes: { intervalMinutes: 20, breakSeconds: 20 } } });
    expect(told.works(11).askedFor).toEqual(['eyes']);
    expect(told.prompts).toEqual([20]);
  });

  it('counts on after a break in which it was added', () => {
    const told = day().works(10).does('start-break').passes(0.5);
    told.sets({ rhythms: { stretch: { intervalMinutes: 20, breakSeconds: 100 } } }).passes(0.55);
    expect(told.nextBreakInMinutes).toBe(10);
  });
});

describe('a break that runs', () => {
  it('is not changed by settings', () => {
    const told = day().works(31).does('start-break').passes(0.2);
    told.sets({ rhythms: { short: { breakSeconds: 600 } } }).passes(0.85);
    expect(told.finished).toEqual([32.05]);
    expect(told.nextBreakInMinutes).toBe(30);
    const removed = day().works(31).does('start-break').passes(0.2);
    removed.sets({ rhythms: { short: null } }).passes(0.85);
    expect(removed.finished).toEqual([32.05]);
    const rest = dayOfBoth().works(31).does('start-break', { seconds: 200 }).passes(0.2);
    rest.sets({ restMinutes: 1, rhythms: { short: { on: false } } }).passes(4);
    expect(rest.nextBreakInMinutes).toBeLessThanOrEqual(29);
  });
});

describe('the rest threshold', () => {
  it('applies to the current absence', () => {
    const told = day().works(10).leaves().passes(3).sets({ restMinutes: 2 }).passes(0.1);
    expect(told.screenMinutes).toBe(0);
    expect(told.passes(1).returns().naturalRests).toEqual([4.1]);
  });
});

describe('the hours', () => {
  it('withdraw the ask when they end, and let it return when they begin', () => {
    const told = day().works(30.5).sets({ hours: {} });
    expect(told.withdrawn).toEqual([30.5]);
    expect(told.works(20).prompts).toEqual([30]);
    expect(told.sets({ hours: null }).prompts).toEqual([30, 50.5]);
  });
});

describe('a bad patch', () => {
  it.each(phases)(
    'is refused with the name of its field, and changes nothing: %s',
    (phase, told) => {
      const before = told().passes(20).prompts;
      const after = told().sets({ rhythms: { short: { intervalMinutes: 5 } }, snoozeMinutes: 90 });
      expect(after.refused).toEqual(['snoozeMinutes']);
      expect(after.phase).toBe(phase);
      expect(after.passes(20).prompts).toEqual(before);
    },
  );

  it('is refused each time', () => {
    const told = day().works(1).sets({ restMinutes: 0 }).sets({ restMinutes: 0 });
    expect(told.refused).toEqual(['restMinutes', 'restMinutes']);
  });
});
