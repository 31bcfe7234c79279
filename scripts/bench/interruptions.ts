import { view } from '../../core/engine/view.ts';
import { play } from '../../core/simulate/play.ts';
import { parseScenario } from '../../core/simulate/scenario.ts';
import { SECOND_MS } from '../../core/time.ts';
import { seeded } from '../seeded.ts';
import { say } from '../setup/command.mjs';
import { instantOf, isTimeZone, localAt } from '../zone.ts';
import { atMost, percentile, type Row } from './budget.ts';
import { type DayEvent, type Span, type WorkDay, workDay } from './workDay.ts';

const WEEKS = 4;
const START = '2026-03-02T09:00:00';
const ZONE = 'Europe/Berlin';
/** The default settings. */
const PATIENCE_SECONDS = 120;
const STILL_SECONDS = 15;
/** No reminder comes for this long after an absence of a minute or more. */
const PEACE_SECONDS = 60;
/** How long people take to answer. */
const ANSWER_SECONDS = 8;

/** The first showing of an ask. */
interface Ask {
  dueAt: number;
  at: number;
  /** It waited for the limit per hour, not for a good moment. */
  limited: boolean;
}

/** When Exhale interrupts in simulated weeks, compared with a plain timer. */
export async function interruptions(): Promise<Row[]> {
  const days = Array.from({ length: WEEKS * 5 }, (_, index) => {
    const day = workDay(index + 1);
    return { truth: new Truth(day), asks: asksOf(day, seeded(1000 + index)), end: day.end };
  });
  const asked = days.flatMap(({ truth, asks }) => asks.map((ask) => ({ truth, ...ask })));
  const all = asked.filter(({ limited }) => !limited);
  const waits = all.map(({ truth, dueAt, at }) => truth.waited(dueAt, at));
  const hours = days.reduce((sum, { end }) => sum + end / 3600, 0);
  const share = (part: unknown[]) => `${Math.round((100 * part.length) / all.length)} %`;
  const missed = all.filter(
    ({ truth, dueAt, at }) => !truth.isGood(at) && truth.couldBeGood(dueAt),
  );
  const bad = asked.filter(({ truth, at }) => truth.isBad(at));
  say(`  ${asked.length} asks in ${WEEKS} weeks, ${asked.length - all.length} of them put off by the limit of an hour
  at a good moment: ${share(all.filter(({ truth, at }) => truth.isGood(at)))}; a timer: ${share(all.filter(({ truth, dueAt }) => truth.isGood(dueAt)))}
  in a bad moment: ${share(bad)}; a timer: ${share(all.filter(({ truth, dueAt }) => truth.isBad(dueAt)))}`);
  return [
    atMost(0, '', `Asks in a bad moment, in ${WEEKS} simulated weeks`, bad.length),
    atMost(0, '', 'Asks at another moment although a good one came within patience', missed.length),
    atMost(30, 's', 'From due to the ask, bad moments left out: p50', percentile(waits, 50)),
    atMost(PATIENCE_SECONDS, 's', 'From due to the ask, likewise: p95', percentile(waits, 95)),
    atMost(4, '', 'Asks in an hour', asked.length / hours),
  ];
}

/** One day of a person who answers reminders. Each answer changes the rest of the day. */
function asksOf(day: WorkDay, random: () => number): Ask[] {
  const answers: DayEvent[] = [];
  for (;;) {
    const asks = played(day, answers);
    const unanswered = asks[answers.length];
    if (unanswered === undefined) return asks;
    answers.push({ at: unanswered.at + ANSWER_SECONDS, ...answered(random()) });
  }
}

/** Most take the break. Some postpone or skip it, some do nothing. */
function answered(chance: number): { type: string } & Record<string, unknown> {
  if (chance < 0.6) return { type: 'user', action: 'start-break' };
  if (chance < 0.75) return { type: 'user', action: 'snooze' };
  if (chance < 0.85) return { type: 'user', action: 'skip' };
  return { type: 'worker-killed' };
}

function played(day: WorkDay, answers: DayEvent[]): Ask[] {
  const events = [...day.events, ...answers].sort((a, b) => a.at - b.at);
  const parsed = parseScenario(
    { id: 'day', start: START, timeZone: ZONE, events, end: day.end, observe: [] },
    isTimeZone,
  );
  if (!parsed.ok) throw new Error(`not a day: ${parsed.refusal.field}`);
  const startMs = instantOf(START, ZONE);
  const asks: Ask[] = [];
  let limited = false;
  play(parsed.scenario, startMs, localAt, ({ at, atMs, local, stored, outcomes }) => {
    const { ask, dueSinceMs } = stored.state;
    limited ||= view(stored, atMs, local).silence?.reason === 'limit';
    if (!outcomes.some(({ type }) => type === 'prompt')) return;
    if (ask?.times === 1 && dueSinceMs !== null)
      asks.push({ at, dueAt: (dueSinceMs - startMs) / SECOND_MS, limited });
    limited = false;
  });
  return asks;
}

/** Facts about the moments of a day, computed without the core. */
class Truth {
  private readonly bad: Span[];

  constructor(private readonly day: WorkDay) {
    this.bad = [
      ...day.away.map(([from, to]): Span => [from, to + PEACE_SECONDS]),
      ...day.watching.map(([from, to]): Span => [from + STILL_SECONDS, to]),
      ...day.calls,
      ...day.fullScreen,
    ];
  }

  isBad(at: number): boolean {
    return this.bad.some(([from, to]) => at >= from && at < to);
  }

  /** A change of task in this second, or no input for a while. */
  isGood(at: number): boolean {
    return (
      this.day.changes.some((change) => change <= at && at < change + 1) ||
      this.day.still.some(([from, to]) => at >= from + STILL_SECONDS && at <= to)
    );
  }

  /** Seconds between two moments, without bad moments. */
  waited(from: number, to: number): number {
    let seconds = 0;
    for (let at = Math.ceil(from); at < to; at++) if (!this.isBad(at)) seconds++;
    return seconds;
  }

  couldBeGood(dueAt: number): boolean {
    let waited = 0;
    for (let at = Math.ceil(dueAt); waited <= PATIENCE_SECONDS && at < this.day.end; at++) {
      if (this.isBad(at)) continue;
      if (this.isGood(at)) return true;
      waited++;
    }
    return false;
  }
}
