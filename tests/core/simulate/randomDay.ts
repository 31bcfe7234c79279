import fc from 'fast-check';

type Told = Record<string, unknown>;

export interface RandomDay {
  id: string;
  settings: Record<string, unknown>;
  start: string;
  timeZone: string;
  events: (Told & { at: number; type: string })[];
  end: number;
}

/** Lengths around those that matter to a rule, but never exactly one. */
const lengths = [
  0, 1, 3, 5, 13, 17, 28, 33, 41, 57, 63, 82, 118, 131, 153, 200, 299, 303, 420, 700,
];
const length = fc.constantFrom(...lengths);
const pause = fc.constantFrom(...lengths, 900, 1300);
const coin = fc.boolean();

const settings = fc.record({
  rhythms: fc.record({
    short: fc.record({
      on: fc.constantFrom(true, true, true, false),
      intervalMinutes: fc.constantFrom(5, 10, 20),
      breakSeconds: fc.constantFrom(10, 30, 60),
    }),
    long: fc.record({
      on: coin,
      intervalMinutes: fc.constantFrom(20, 22, 40),
      breakSeconds: fc.constantFrom(120, 300),
    }),
  }),
  restMinutes: fc.constantFrom(5, 5, 1, 3, 10),
  snoozeMinutes: fc.constantFrom(5, 1, 3, 8),
  patienceMinutes: fc.constantFrom(0, 2, 4),
  askSound: fc.boolean(),
  detectionSeconds: fc.constantFrom(60, 60, 15, 30, 300),
  watchingCounts: fc.constantFrom(true, true, false),
  hours: fc.constantFrom(null, null, null, {
    mon: [
      { from: '09:40', to: '10:30' },
      { from: '11:00', to: '24:00' },
    ],
  }),
});

const patch = fc.constantFrom<Told>(
  { rhythms: { short: { intervalMinutes: 5 } } },
  { rhythms: { short: { intervalMinutes: 40 } } },
  { rhythms: { short: { on: false } } },
  { rhythms: { short: { on: true } } },
  { rhythms: { long: { on: true } } },
  { rhythms: { long: null } },
  { rhythms: { third: { intervalMinutes: 7, breakSeconds: 400 } } },
  { snoozeMinutes: 2 },
  { patienceMinutes: 1 },
  { restMinutes: 99 },
  { holdBack: { fullScreen: false } },
  { holdBack: { watching: false, call: false } },
);

const still = fc.record({
  type: fc.constant('still'),
  seconds: fc.constantFrom(...lengths.filter((seconds) => seconds > 0)),
});
const switches = fc.record({
  type: fc.constantFrom('tab-switch', 'tab-switch', 'window-switch', 'page-loaded'),
});
const shows = fc.record({
  type: fc.constantFrom('sound', 'full-screen', 'call', 'call-heard', 'site', 'front'),
  on: coin,
});
const changes = fc.record({ type: fc.constant('settings'), patch });
const acts = fc.oneof(
  fc.record({
    type: fc.constant('user'),
    action: fc.constantFrom(
      'start-break',
      'finish-break',
      'leave-break',
      'snooze',
      'skip',
      'dismiss',
      'rested',
      'pause',
      'resume',
      'end-slower',
    ),
  }),
  fc.record({
    type: fc.constant('user'),
    action: fc.constant('start-break'),
    seconds: fc.constantFrom(30, 100, 400),
  }),
  fc.record({
    type: fc.constant('user'),
    action: fc.constant('start-break'),
    rhythm: fc.constantFrom('short', 'long', 'other'),
  }),
  fc.record({
    type: fc.constant('user'),
    action: fc.constant('leave-break'),
    putsOff: coin,
  }),
  fc.record({
    type: fc.constant('user'),
    action: fc.constantFrom('pause', 'snooze'),
    minutes: fc.constantFrom(1, 3, 10),
  }),
  fc.record({
    type: fc.constant('user'),
    action: fc.constant('slow-down'),
    minutes: fc.constantFrom(4, 12, 30),
  }),
);

/** One event, or a few that belong together. Numbers between them are seconds. */
type Bit = (Told | number)[];
const alone = (event: fc.Arbitrary<Told>): fc.Arbitrary<Bit> => event.map((told) => [told]);
const locked = length.map((seconds): Bit => [{ type: 'locked' }, seconds, { type: 'active' }]);

const seen = fc.oneof(
  { weight: 4, arbitrary: alone(still) },
  { weight: 2, arbitrary: locked },
  { weight: 3, arbitrary: alone(switches) },
  { weight: 3, arbitrary: alone(shows) },
  { weight: 2, arbitrary: alone(changes) },
  { weight: 7, arbitrary: alone(acts) },
  { weight: 1, arbitrary: fc.constant<Bit>([{ type: 'active' }]) },
);

const slept = fc
  .tuple(fc.constantFrom(...lengths, 9000), coin, length)
  .map(
    ([seconds, wakes, later]): Bit =>
      wakes
        ? [{ type: 'sleep' }, seconds, { type: 'wake' }, later, { type: 'active' }]
        : [{ type: 'sleep' }, seconds, { type: 'active' }],
  );
const closed = fc
  .tuple(
    fc.constantFrom(...lengths, 9000),
    fc.constantFrom(null, null, 'garbage', 'missing', 'future-version', 'partial'),
  )
  .map(
    ([seconds, stored]): Bit => [
      { type: 'browser-closed', ...(stored === null ? {} : { stored }) },
      seconds,
      { type: 'browser-started' },
    ],
  );
const jumped = fc.record({
  type: fc.constant('clock-jump'),
  bySeconds: fc.constantFrom(-7200, -3600, -170, -40, -5, 5, 40, 170, 400, 3600),
});
const travelled = fc.record({
  type: fc.constant('time-zone'),
  timeZone: fc.constantFrom('Asia/Tokyo', 'America/New_York', 'Etc/UTC'),
});
const killed = fc.constant({ type: 'worker-killed' });

const unseen = fc.oneof(
  slept,
  closed,
  alone(jumped),
  alone(travelled),
  alone(killed),
  fc.constant<Bit>([{ type: 'locked' }]),
);

const told = (bit: fc.Arbitrary<Bit>, most: number): fc.Arbitrary<RandomDay> =>
  fc
    .tuple(
      settings,
      fc.array(fc.tuple(pause, bit), { minLength: 3, maxLength: most }),
      fc.constantFrom(10, 600, 2000, 4000),
    )
    .map(([chosen, bits, after]) => {
      const events: RandomDay['events'] = [{ at: 0, type: 'active' }];
      let at = 0;
      for (const [seconds, bit] of bits) {
        at += seconds;
        for (const piece of bit)
          if (typeof piece === 'number') at += piece;
          else events.push({ ...(piece as { type: string }), at });
      }
      return {
        id: 'random',
        settings: chosen,
        start: '2026-03-02T09:00:00',
        timeZone: 'Etc/UTC',
        events,
        end: at + after,
      };
    });

export const isDay = (value: unknown): value is RandomDay =>
  typeof value === 'object' && value !== null && 'events' in value && 'timeZone' in value;

/** A day on which everything can be seen: no sleep, no restart, no change of the clock. */
export const dayInSight = told(seen, 40);

/** A day on which anything may happen. */
export const wildDay = told(
  fc.oneof({ weight: 3, arbitrary: seen }, { weight: 2, arbitrary: unseen }),
  30,
);
