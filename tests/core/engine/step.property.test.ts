import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { withinHours } from '../../../core/engine/hours.ts';
import {
  checkpointMs,
  type RhythmNow,
  rhythmsNow,
  screenTimeMs,
} from '../../../core/engine/screenTime.ts';
import { alarmAtMs } from '../../../core/engine/surfaces.ts';
import { view } from '../../../core/engine/view.ts';
import type { Settings } from '../../../core/records/settings.ts';
import { AsksSchema, PauseSchema, SlowerSchema, StateSchema } from '../../../core/records/state.ts';
import type { Stored } from '../../../core/records/stored.ts';
import { TallySchema } from '../../../core/records/tally.ts';
import { type Line, play, type Step } from '../../../core/simulate/play.ts';
import { parseScenario, type Scenario } from '../../../core/simulate/scenario.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { instantOf, isTimeZone, localAt } from '../../../scripts/zone.ts';
import { runs } from '../../runs.ts';
import { dayInSight, type RandomDay, wildDay } from '../simulate/randomDay.ts';
import { Truth } from '../simulate/truth.ts';

const NEVER = Number.POSITIVE_INFINITY;
/** An alarm that was set again may ring this much earlier or later. */
const SHIFT_SECONDS = 90;

function live(
  day: RandomDay,
  observe: number[] = [],
): { lines: Line[]; steps: Step[]; scenario: Scenario } {
  const parsed = parseScenario({ ...day, observe }, isTimeZone);
  if (!parsed.ok) throw new Error(`malformed: ${parsed.refusal.field}`);
  const steps: Step[] = [];
  const { scenario } = parsed;
  const startMs = instantOf(day.start, day.timeZone);
  const lines = play(scenario, startMs, localAt, (taken) => steps.push(taken));
  return { lines, steps, scenario };
}

const everySeconds = (seconds: number, end: number): number[] =>
  Array.from({ length: Math.floor(end / seconds) + 1 }, (_, index) => index * seconds);

const records = (lines: Line[]): Line[] => lines.filter(({ type }) => type !== 'observed');

function always(name: string, day: fc.Arbitrary<RandomDay>, holds: (day: RandomDay) => void): void {
  it(name, () => fc.assert(fc.property(day, holds), { numRuns: runs(100) }));
}

/** What is wrong with the reasons that are shown for asking nothing. */
class Silence {
  readonly wrong: string[] = [];
  private patienceOverSinceMs: number | null = null;

  /** The time from one step to the next. */
  passes({ stored, atMs, local }: Step, untilMs: number): void {
    // A sleeping or closed browser shows nothing.
    const seen = untilMs >= atMs && untilMs - atMs <= checkpointMs(stored.settings);
    if (!seen) this.patienceOverSinceMs = null;
    for (let nowMs = atMs; seen && nowMs <= untilMs; nowMs += 10 * SECOND_MS)
      this.look(view(stored, nowMs, local), nowMs, stored.settings.patienceMinutes);
  }

  private look(shown: ReturnType<typeof view>, nowMs: number, patienceMinutes: number): void {
    if (shown.due && shown.phase !== 'break' && !shown.asking && shown.silence === null)
      this.wrong.push(`silent without a reason at ${nowMs}`);
    if (shown.silence?.reason === 'patience')
      this.wait((shown.silence.untilMs as number) - nowMs, nowMs, patienceMinutes);
    else this.patienceOverSinceMs = null;
    if (nowMs - (this.patienceOverSinceMs ?? nowMs) > 2 * MINUTE_MS)
      this.wrong.push(`patience was over two minutes before ${nowMs}`);
  }

  private wait(leftMs: number, nowMs: number, patienceMinutes: number): void {
    if (leftMs <= 0) this.patienceOverSinceMs ??= nowMs;
    if (leftMs > patienceMinutes * MINUTE_MS)
      this.wrong.push(`${leftMs} ms of patience left at ${nowMs}`);
  }
}

describe('on any day, whatever happens,', () => {
  always(
    'screen time is never negative, and at most a checkpoint too long for each gap',
    wildDay,
    (day) => {
      const { lines, steps, scenario } = live(day, everySeconds(20, day.end));
      const truth = new Truth(scenario);
      // Sitting still counts for the detection interval, whether it is seen or not.
      const detection = Math.max(60, Number(day.settings.detectionSeconds));
      const checkpoint = Math.max(
        checkpointMs({ restMinutes: 10 } as Settings) / SECOND_MS,
        detection,
      );
      /** A gap's checkpoint may be counted a while after it. */
      const late = 200;
      const allowed = (t: number) => checkpoint * (truth.gaps[Math.max(0, t)] ?? 0);
      const over = (at: number, seconds: number) => seconds - (truth.atScreen[at] as number);
      // An `expect` for each of a million instants would take too long.
      const wrong: string[] = [];
      for (const { at, type, screenTimeSeconds } of lines) {
        if (type !== 'observed') continue;
        const seconds = Number(screenTimeSeconds);
        const tooMuch = over(at, seconds) - allowed(at);
        if (seconds < 0 || tooMuch > 31) wrong.push(`${seconds} s at ${at}, too long: ${tooMuch}`);
      }
      // It does not jump between two looks either, except over stillness with sound.
      let least = 0;
      for (const { at, atMs, stored } of steps) {
        const more = over(at, screenTimeMs(stored.state, stored.settings, atMs) / SECOND_MS);
        const leap = more - allowed(at) - least;
        if (leap > 31 + detection) wrong.push(`leaps by ${leap} s at ${at}`);
        least = Math.min(least, more - (at < late ? 0 : allowed(at - late)));
      }
      expect(wrong).toEqual([]);
    },
  );

  always('what is stored is always valid', wildDay, (day) => {
    for (const { stored } of live(day).steps) {
      const kept = JSON.parse(JSON.stringify(stored)) as Stored;
      expect(kept).toEqual(stored);
      v.parse(StateSchema, kept.state);
      v.parse(PauseSchema, kept.pause);
      v.parse(SlowerSchema, kept.slower);
      v.parse(AsksSchema, kept.asks);
      v.parse(TallySchema, kept.tally);
    }
  });

  always(
    'the same day gives the same records, and killing the worker changes none',
    wildDay,
    (day) => {
      const { lines } = live(day);
      expect(live(day).lines).toEqual(lines);
      const events = day.events.filter(({ type }) => type !== 'worker-killed');
      expect(live({ ...day, events }).lines).toEqual(lines);
      const more = day.events.flatMap((event) => [event, { at: event.at, type: 'worker-killed' }]);
      expect(live({ ...day, events: more }).lines).toEqual(lines);
    },
  );

  always('at most one prompt is shown at a time', wildDay, (day) => {
    let showing = false;
    for (const { stored, outcomes, atMs } of live(day).steps) {
      const { ask, lastAction } = stored.state;
      // An answer removes the prompt without an outcome.
      if (lastAction?.atMs === atMs) showing = false;
      for (const { type } of outcomes) {
        if (type === 'prompt-withdrawn') showing = false;
        if (type === 'prompt') expect(showing).toBe(false);
        if (type === 'prompt') showing = true;
      }
      showing = ask?.showing === true;
    }
  });

  always('no break ends that did not start, and none ends twice', wildDay, (day) => {
    let running = false;
    for (const { type } of live(day).lines) {
      if (type === 'break-started') running = true;
      if (type !== 'break-finished' && type !== 'break-left') continue;
      expect(running).toBe(true);
      running = false;
    }
  });

  always('no hour has more asks than four, or than its rhythms make', wildDay, (day) => {
    const events = day.events.filter(({ type }) => type !== 'clock-jump');
    const { lines, steps } = live({ ...day, events });
    const allowed = Math.max(
      4,
      ...steps.map(({ stored }) =>
        Object.values(stored.settings.rhythms)
          .filter(({ on }) => on)
          .reduce((sum, { intervalMinutes }) => sum + Math.ceil(60 / intervalMinutes), 0),
      ),
    );
    const asked = lines.filter(({ type }) => type === 'prompt').map(({ at }) => at);
    for (const [index, at] of asked.entries())
      expect(
        asked.filter((other, i) => i >= index && other - at <= 3600).length,
      ).toBeLessThanOrEqual(allowed);
  });

  always('no ask comes in a bad moment', wildDay, (day) => {
    const { steps, scenario } = live(day);
    const truth = new Truth(scenario);
    for (const { at, stored, outcomes, local } of steps) {
      if (!outcomes.some(({ type }) => type === 'prompt')) continue;
      const { holdBack, hours, watchingCounts } = stored.settings;
      const news = scenario.events.some(
        (event) => event.at === at && (event.type === 'tab-switch' || event.type === 'page-loaded'),
      );
      const why = `at ${at}`;
      expect(stored.pause, why).toBeNull();
      expect(stored.state.break, why).toBeNull();
      expect(withinHours(hours, local), why).toBe(true);
      const sameSecond = scenario.events.some((event) => event.at === at);
      if (sameSecond) continue;
      expect(truth.locked[at], why).toBe(false);
      if (holdBack.call) expect(truth.call[at], why).toBe(false);
      expect(truth.site[at], why).toBe(false);
      expect(truth.front[at], why).toBe(true);
      if (holdBack.fullScreen) expect(truth.fullScreen[at] && !news, why).toBe(false);
      if (!watchingCounts) expect(truth.quiet[at], why).toBeLessThanOrEqual(60);
      expect(truth.backFor[at], why).toBeGreaterThanOrEqual(60);
    }
  });

  always('silence has a reason, and patience is one only while it lasts', wildDay, (day) => {
    const { steps } = live(day);
    const silence = new Silence();
    for (const [index, step] of steps.entries())
      silence.passes(step, steps[index + 1]?.atMs ?? step.atMs);
    expect(silence.wrong).toEqual([]);
  });

  always('two hours of work after it bring an ask', wildDay, (day) => {
    const at = day.events.at(-1)?.at ?? 0;
    const calm = [
      { type: 'wake' },
      { type: 'browser-started' },
      { type: 'active' },
      ...['sound', 'full-screen', 'call', 'call-heard', 'site'].map((type) => ({
        type,
        on: false,
      })),
      { type: 'front', on: true },
      { type: 'user', action: 'resume' },
      {
        type: 'settings',
        patch: { rhythms: { short: { on: true, intervalMinutes: 20 } }, hours: null },
      },
    ].map((event) => ({ ...event, at: at + 700 }));
    const { lines } = live({ ...day, events: [...day.events, ...calm], end: at + 700 + 7200 });
    const asked = lines.filter((line) => line.type === 'prompt' && line.at > at + 700);
    expect(asked.length).toBeGreaterThanOrEqual(1);
  });

  always('the alarm is set at least half a minute ahead', wildDay, (day) => {
    for (const { stored, atMs, local } of live(day).steps) {
      const alarm = alarmAtMs(stored, atMs, local);
      if (alarm !== null) expect(alarm - atMs).toBeGreaterThanOrEqual(30 * SECOND_MS);
      if (alarm !== null) expect(Number.isInteger(alarm)).toBe(true);
    }
  });
});

/** A question goes just as another rhythm falls due: a second decides whether that one starts over, too. */
function isTie({ before, outcomes, atMs }: Step): boolean {
  const isGone = outcomes.some(({ type }) => type === 'prompt-withdrawn');
  const isNear = ({ id, dueAtMs }: RhythmNow) =>
    id !== before.state.ask?.rhythm && Math.abs(dueAtMs - atMs) <= SHIFT_SECONDS * SECOND_MS;
  return isGone && rhythmsNow(before, atMs).some(isNear);
}

/** Asked while hands rest, which may be over before another alarm could ring. Else, patience decides. */
const isAtRest = ({ seen, outcomes }: Step): boolean =>
  seen.quietSeconds > 0 && outcomes.some(({ type }) => type === 'prompt');

describe('on a day that can be seen', () => {
  always('extra wake-ups move no record by more than an alarm can move', dayInSight, (whole) => {
    // The end of a break is noticed up to half a minute late, and an earlier answer still finds the break.
    const isBreak = (event: object) => 'action' in event && event.action === 'start-break';
    const day = { ...whole, events: whole.events.filter((event) => !isBreak(event)) };
    const told = (events: RandomDay['events']) => {
      const { lines, steps } = live({ ...day, events });
      const at = (is: (taken: Step) => boolean) => steps.filter(is).map((taken) => taken.at);
      const outcomes = records(lines).filter(({ type }) => type !== 'phase');
      return { outcomes, ties: at(isTie), atRest: at(isAtRest) };
    };
    const nothing = everySeconds(371, day.end).map((at) => ({ at, type: 'settings', patch: {} }));
    const before = told(day.events);
    const after = told([...day.events, ...nothing].sort((a, b) => a.at - b.at));
    // The last outcome of one day may come after the end of the other.
    const certain = ({ outcomes }: typeof before) =>
      outcomes.filter(({ at }) => at <= day.end - 2 * SHIFT_SECONDS).length;
    const count = Math.max(certain(before), certain(after));
    for (let nth = 0; nth < count; nth++) {
      const one = before.outcomes[nth];
      const other = after.outcomes[nth];
      const apart = Math.abs((one?.at ?? NEVER) - (other?.at ?? NEVER));
      if (one?.type === other?.type && apart <= SHIFT_SECONDS) continue;
      const at = Math.min(one?.at ?? NEVER, other?.at ?? NEVER);
      const isByChance =
        [...before.ties, ...after.ties].some((tieAt) => tieAt <= at) ||
        [...before.atRest, ...after.atRest].some((restAt) => [one?.at, other?.at].includes(restAt));
      // From here on, the days may differ.
      if (isByChance) return;
      expect(other).toEqual(one);
    }
  });
});
