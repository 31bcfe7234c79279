import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../../core/time.ts';
import { resultOf } from '../../../core/trial/resultOf.ts';
import {
  answered,
  begun,
  corrected,
  isOver,
  letPass,
  mayToss,
  openAt,
  stopped,
  type Trial,
  tossed,
  unanswered,
} from '../../../core/trial/trial.ts';
import { runs } from '../../runs.ts';

const LENGTH_MS = 5 * MINUTE_MS;

/** What can happen next: a break begins, its page is answered or closed, time passes, days are changed by hand. */
const deed = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant('break' as const),
      coin: fc.boolean(),
      before: fc.nat(10),
      after: fc.nat(10),
      how: fc.constantFrom('answers', 'answers', 'answers', 'skips', 'closes'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant('passes' as const),
      ms: fc.constantFrom(MINUTE_MS, LENGTH_MS, 40 * MINUTE_MS, DAY_MS, DAY_MS),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('clock' as const),
      ms: fc.constantFrom(-DAY_MS, -3 * DAY_MS, 3 * DAY_MS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('corrects' as const), after: fc.nat(10) }) },
);

interface Life {
  trial: Trial;
  atMs: number;
  /** The end of the last break, which names the next one. */
  of: number;
  /** The days on which a coin fell. */
  coins: number[];
}

/** A break begins, as its page goes on from there. */
function meets(life: Life, coin: boolean, before: number, after: number, how: string): Life {
  const { atMs, of } = life;
  let { trial } = life;
  const day = Math.floor(atMs / DAY_MS);
  const at = { day, of, atMs };
  const ended = { ...life, of: atMs + LENGTH_MS, atMs: atMs + LENGTH_MS };
  const again = openAt(trial, at);
  if (again !== null && !again.withBreak) {
    // The second question comes before the break that was put off.
    trial =
      how === 'answers'
        ? answered(trial, { ...at, after })
        : how === 'skips'
          ? unanswered(trial)
          : trial;
    return { ...ended, trial };
  }
  if (!mayToss(trial, day)) return ended;
  if (how === 'skips') return { ...ended, trial: letPass(trial, day) };
  trial = tossed(trial, { day, of, before, coin, endsAtMs: atMs + LENGTH_MS });
  const coins = [...life.coins, day];
  // Without the break, work goes on, and the break keeps its name.
  if (!coin) return { ...life, trial, coins, atMs: atMs + MINUTE_MS };
  const then = { day, of, atMs: atMs + LENGTH_MS };
  if (how === 'answers') trial = answered(trial, { ...then, after });
  return { ...ended, trial, coins };
}

describe('the days of a trial, whatever happens on them', () => {
  it('never have two coins, never two answers, and never a look before the last one', () => {
    fc.assert(
      fc.property(
        fc.array(deed, { minLength: 20, maxLength: 120 }),
        fc.boolean(),
        (deeds, stops) => {
          let life: Life = {
            trial: { ...begun(2), needed: 12 },
            atMs: 20_000 * DAY_MS,
            of: 0,
            coins: [],
          };
          for (const next of deeds) {
            const { trial } = life;
            if (next.is === 'break')
              life = meets(life, next.coin, next.before, next.after, next.how);
            else if (next.is === 'corrects')
              life = {
                ...life,
                trial: corrected(trial, { day: Math.floor(life.atMs / DAY_MS), after: next.after }),
              };
            else life = { ...life, atMs: life.atMs + next.ms };

            const { pairs, open, missed, needed } = life.trial;
            const days = pairs.map(({ day }) => day);
            expect(new Set(days).size).toBe(days.length);
            expect(days.length).toBeLessThanOrEqual(needed);
            // Every coin is a pair, a day without the second answer, or open.
            const told = pairs.length + missed.withBreak + missed.without + (open === null ? 0 : 1);
            expect(told).toBe(life.coins.length);
            if (!isOver(life.trial))
              expect(Object.keys(resultOf(life.trial)).sort()).toEqual(['count', 'is', 'needed']);
          }
          if (stops)
            expect(resultOf(stopped(life.trial))).toMatchObject({
              stoppedEarly: !isOver(life.trial),
            });
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('have one coin a day as long as the clock is right', () => {
    const steady = fc.array(
      deed.filter(({ is }) => is !== 'clock'),
      { minLength: 20, maxLength: 120 },
    );
    fc.assert(
      fc.property(steady, (deeds) => {
        let life: Life = { trial: begun(1), atMs: 20_000 * DAY_MS, of: 0, coins: [] };
        for (const next of deeds) {
          if (next.is === 'break') life = meets(life, next.coin, next.before, next.after, next.how);
          else if (next.is === 'passes') life = { ...life, atMs: life.atMs + next.ms };
        }
        expect(new Set(life.coins).size).toBe(life.coins.length);
      }),
      { numRuns: runs(300) },
    );
  });
});
