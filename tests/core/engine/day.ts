import { logged } from '../../../core/engine/logged.ts';
import { view } from '../../../core/engine/view.ts';
import type { Entry, EntryOf } from '../../../core/records/entry.ts';
import { OUTBOX, type Outbox } from '../../../core/records/outbox.ts';
import { type Line, play, type Step } from '../../../core/simulate/play.ts';
import { parseScenario } from '../../../core/simulate/scenario.ts';
import { instantOf, isTimeZone, localAt } from '../../../scripts/zone.ts';

type Patch = Record<string, unknown>;
type What = 'sound' | 'full-screen' | 'call' | 'call-heard' | 'site' | 'front';
type Action =
  | 'start-break'
  | 'finish-break'
  | 'leave-break'
  | 'snooze'
  | 'skip'
  | 'pause'
  | 'resume'
  | 'present'
  | 'slow-down'
  | 'end-slower'
  | 'anyway'
  | 'dismiss'
  | 'decline'
  | 'take-after-all'
  | 'rested';

export interface Happened extends Line {
  /** Minutes since the day began. */
  minute: number;
}

interface Shown {
  phase: string;
  screenMinutes: number;
  /** null in a break, while paused, outside the hours, or without an active rhythm. */
  nextBreakInMinutes: number | null;
}

const ONE_RHYTHM: Patch = { rhythms: { long: { on: false } }, patienceMinutes: 0 };

const isPlain = (value: unknown): value is Patch =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const merged = (base: Patch, over: Patch): Patch => {
  const result = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    result[key] = isPlain(below) && isPlain(value) ? merged(below, value) : value;
  }
  return result;
};

/**
 * A day told in minutes and played by the simulator. Each call moves the clock. The getters at the end are
 * about the instant reached. Someone is at the screen from `works` on.
 */
class Day {
  private readonly events: Record<string, unknown>[] = [];
  private nowSeconds = 0;

  constructor(
    private readonly settings: Patch,
    private readonly start: string,
    private readonly timeZone: string,
  ) {}

  /** There is input for this long. */
  works(minutes: number): this {
    if (!this.events.some(({ type }) => type === 'active')) this.returns();
    return this.passes(minutes);
  }

  /** No input for this long, then input again. */
  rests(minutes: number): this {
    this.tells({ type: 'still', seconds: Math.round(minutes * 60) });
    return this.passes(minutes);
  }

  /** No more input. */
  leaves(): this {
    return this.tells({ type: 'still', seconds: 30 * 86_400 });
  }

  returns(): this {
    return this.tells({ type: 'active' });
  }

  locks(minutes: number): this {
    return this.tells({ type: 'locked' }).passes(minutes).returns();
  }

  /** The machine sleeps for this long. Opening the lid is input. */
  sleeps(minutes: number): this {
    return this.tells({ type: 'sleep' }).passes(minutes).tells({ type: 'wake' }).returns();
  }

  /** The browser is closed for this long. What is stored may be damaged. */
  closes(minutes: number, stored?: 'garbage' | 'missing' | 'future-version' | 'partial'): this {
    this.tells({ type: 'browser-closed', ...(stored === undefined ? {} : { stored }) });
    return this.passes(minutes).tells({ type: 'browser-started' });
  }

  killed(): this {
    return this.tells({ type: 'worker-killed' });
  }

  /** The wall clock is set forward or back. */
  clock(byMinutes: number): this {
    return this.tells({ type: 'clock-jump', bySeconds: Math.round(byMinutes * 60) });
  }

  travels(timeZone: string): this {
    return this.tells({ type: 'time-zone', timeZone });
  }

  begins(what: What): this {
    return this.tells({ type: what, on: true });
  }

  ends(what: What): this {
    return this.tells({ type: what, on: false });
  }

  switchesTab(): this {
    return this.tells({ type: 'tab-switch' });
  }

  switchesWindow(): this {
    return this.tells({ type: 'window-switch' });
  }

  loadsPage(): this {
    return this.tells({ type: 'page-loaded' });
  }

  does(action: Action, more: Record<string, unknown> = {}): this {
    return this.tells({ type: 'user', action, ...more });
  }

  sets(patch: Patch): this {
    return this.tells({ type: 'settings', patch });
  }

  /** Time passes, with or without input as before. */
  passes(minutes: number): this {
    this.nowSeconds += Math.round(minutes * 60);
    return this;
  }

  tells(event: Record<string, unknown>): this {
    this.events.push({ at: this.nowSeconds, ...event });
    return this;
  }

  /** All outcomes so far. */
  get records(): Happened[] {
    return this.lived()
      .filter(({ type }) => type !== 'observed')
      .map((line) => ({ ...line, minute: line.at / 60 }));
  }

  of(type: string): Happened[] {
    return this.records.filter((record) => record.type === type);
  }

  /** The minutes of all asks. */
  get prompts(): number[] {
    return this.minutesOf('prompt');
  }

  /** The rhythms of all asks. */
  get askedFor(): unknown[] {
    return this.of('prompt').map((line) => line.rhythm);
  }

  get withdrawn(): number[] {
    return this.minutesOf('prompt-withdrawn');
  }

  get finished(): number[] {
    return this.minutesOf('break-finished');
  }

  get left(): number[] {
    return this.minutesOf('break-left');
  }

  /** The minutes of each natural rest. */
  get naturalRests(): number[] {
    return this.of('natural-rest').map((line) => Number(line.seconds) / 60);
  }

  get refused(): unknown[] {
    return this.of('refused').map((line) => line.field);
  }

  /** What is kept of the day so far, in the order in which it was written. */
  get entries(): Entry[] {
    let outbox = OUTBOX.atFirst;
    this.lived((step) => {
      outbox = afterStep(outbox, step);
    });
    return outbox.entries as Entry[];
  }

  entriesOf<Is extends Entry['is']>(is: Is): EntryOf<Is>[] {
    return this.entries.filter((entry): entry is EntryOf<Is> => entry.is === is);
  }

  get phase(): string {
    return this.shown.phase;
  }

  get screenMinutes(): number {
    return this.shown.screenMinutes;
  }

  get nextBreakInMinutes(): number | null {
    return this.shown.nextBreakInMinutes;
  }

  private minutesOf(type: string): number[] {
    return this.of(type).map(({ minute }) => minute);
  }

  private get shown(): Shown {
    const seen = this.lived().at(-1) as Line;
    const next = seen.nextBreakInSeconds as number | null;
    return {
      phase: String(seen.phase),
      screenMinutes: Number(seen.screenTimeSeconds) / 60,
      nextBreakInMinutes: next === null ? null : next / 60,
    };
  }

  private lived(watch?: (step: Step) => void): Line[] {
    const day = {
      id: 'day',
      settings: this.settings,
      start: this.start,
      timeZone: this.timeZone,
      events: this.events,
      end: this.nowSeconds,
      observe: [this.nowSeconds],
    };
    return live(day, watch);
  }
}

/** Plays a day in the format of the simulator's files. */
function live(value: unknown, watch?: (step: Step) => void): Line[] {
  const parsed = parseScenario(value, isTimeZone);
  if (!parsed.ok) throw new Error(`malformed: ${parsed.refusal.field}`);
  const { start, timeZone } = parsed.scenario;
  return play(parsed.scenario, instantOf(start, timeZone), localAt, watch);
}

/** The outbox after one more step of a played day, as the background keeps it. */
export function afterStep(outbox: Outbox, step: Step): Outbox {
  const { stored, atMs, local } = step;
  return logged(outbox, { ...step, reason: view(stored, atMs, local).silence?.reason ?? null });
}

/** A Monday from nine o'clock, with only the short rhythm (30 min) and no patience, unless changed. */
export const day = (settings: Patch = {}, start = '2026-03-02T09:00:00', timeZone = 'Etc/UTC') =>
  new Day(merged(ONE_RHYTHM, settings), start, timeZone);

/** The same with the short and the long rhythm, every 30 and 60 minutes. */
export const dayOfBoth = (settings: Patch = {}) =>
  day(merged({ rhythms: { long: { on: true } } }, settings));
