import { seeded } from '../seeded.ts';

/** One event of a scenario, as the simulator takes it. */
export type DayEvent = { at: number; type: string } & Record<string, unknown>;

/** A range of seconds. Includes the first, not the last. */
export type Span = [from: number, to: number];

/** A day at the screen, and the facts about it. Times are seconds since its start. */
export interface WorkDay {
  events: DayEvent[];
  /** Switches of tab or window, page loads, and ends of sound, calls and full screen. */
  changes: number[];
  /** No input. */
  still: Span[];
  away: Span[];
  watching: Span[];
  calls: Span[];
  fullScreen: Span[];
  end: number;
}

const DAY_SECONDS = 8.5 * 3600;

/**
 * How long people stay with one thing. On a screen it is 47 s on average, and was two and a half minutes in
 * 2004 (Mark, Attention Span, 2023); a page is left after a little less than a minute (Nielsen, 2011, on Liu,
 * White and Dumais, SIGIR 2010). A person who browses does both, so that something changes each 26 s; the longer
 * figure stands for writing. The longer a person has stayed, the likelier they are to stay: Weibull with a shape
 * below 1 (Liu and others). The pauses, the shares of a day, its calls, films and absences are our own guesses.
 */
const SHAPE = 0.7;
const BROWSING_MEAN_SECONDS = 26;
const WRITING_MEAN_SECONDS = 150;
const PAUSE_EACH_SECONDS = 90;
const PAUSE_MEAN_SECONDS = 14;
/** Of Weibull's distribution: its mean is the scale times gamma(1 + 1 / shape). */
const GAMMA = 1.2658;

/** What comes next, with cumulative chances. */
const SHARES = [
  ['browses', 0.44],
  ['writes', 0.8],
  ['watches', 0.85],
  ['calls', 0.91],
  ['presents', 0.94],
  ['leaves', 1],
] as const;

/** A plausible day of work in a browser. The same seed gives the same day. */
export function workDay(seed: number): WorkDay {
  const random = seeded(seed);
  const day: WorkDay = {
    events: [{ at: 0, type: 'active' }],
    changes: [],
    still: [],
    away: [],
    watching: [],
    calls: [],
    fullScreen: [],
    end: DAY_SECONDS,
  };
  const between = (least: number, most: number) => Math.round(least + random() * (most - least));
  const dwell = (mean: number) =>
    Math.max(1, Math.round((mean / GAMMA) * (-Math.log(1 - random())) ** (1 / SHAPE)));
  const tell = (at: number, type: string, more: object = {}) =>
    void day.events.push({ at, type, ...more });
  const change = (at: number, type: string, more?: object) => {
    tell(at, type, more);
    day.changes.push(at);
  };
  /** Reading or thinking, without input. */
  const pause = (at: number, seconds: number) => {
    tell(at, 'still', { seconds });
    day.still.push([at, at + seconds]);
  };

  /** One task after another, with short pauses in input. */
  const stays = (from: number, to: number, meanSeconds: number) => {
    for (let at = from; ; ) {
      const leavesAt = at + dwell(meanSeconds);
      for (let next = at; ; ) {
        next += dwell(PAUSE_EACH_SECONDS);
        const seconds = dwell(PAUSE_MEAN_SECONDS);
        if (next + seconds >= Math.min(leavesAt, to)) break;
        pause(next, seconds);
        next += seconds;
      }
      at = leavesAt;
      if (at >= to) return;
      change(
        at,
        ['page-loaded', 'page-loaded', 'tab-switch', 'window-switch'][between(0, 3)] ?? '',
      );
    }
  };
  const lasting = (from: number, to: number, type: string, spans: Span[]) => {
    tell(from, type, { on: true });
    change(to, type, { on: false });
    spans.push([from, to]);
  };
  const doings = {
    browses: (from: number, to: number) => stays(from, to, BROWSING_MEAN_SECONDS),
    writes: (from: number, to: number) => stays(from, to, WRITING_MEAN_SECONDS),
    watches: (from: number, to: number) => {
      pause(from, to - from);
      lasting(from, to, 'sound', day.watching);
    },
    calls: (from: number, to: number) => lasting(from, to, 'call', day.calls),
    presents: (from: number, to: number) => lasting(from, to, 'full-screen', day.fullScreen),
    leaves: (from: number, to: number) => {
      tell(from, 'locked');
      tell(to, 'active');
      day.away.push([from, to]);
    },
  };
  const minutes = {
    browses: [4, 25],
    writes: [8, 40],
    watches: [3, 15],
    calls: [10, 45],
    presents: [5, 30],
    leaves: [2, 25],
  } as const;

  for (let at = 5; at < DAY_SECONDS; ) {
    const chance = random();
    const [doing] = SHARES.find(([, below]) => chance < below) ?? SHARES[0];
    const [least, most] = minutes[doing];
    const to = Math.min(DAY_SECONDS, at + between(least * 60, most * 60));
    doings[doing](at, to);
    at = to + 1;
  }
  day.events.sort((a, b) => a.at - b.at);
  return day;
}
