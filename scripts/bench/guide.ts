import { setTimeout as sleep } from 'node:timers/promises';
import { ExhaleInChromium } from '../../tests/driver/exhaleInChromium.ts';
import { whileStirring } from '../../tests/driver/hands.ts';
import type { Page } from '../../tests/driver/page.ts';
import { until } from '../../tests/driver/wait.ts';
import { say } from '../setup/command.mjs';
import { atMost, type Row } from './budget.ts';
import type { Ground } from './ground.ts';

const CYCLE_MS = 10_000;
const BREAK = { type: 'startBreak', kind: 'breathing', pattern: 'longExhale', seconds: 300 };
/** During the third of the five minutes, another tab is in front. */
const HIDDEN_MS = { from: 120_000, to: 180_000 };
/** A tab that comes to the front gets frames again within this time. */
const ARRIVING_MS = 2000;
const SAMPLE_MS = 100;
/** A look that takes longer was interrupted, so its readings are from different times. */
const LOOK_MS = 3;

/** How far the guide is off the clock in five minutes, one of them out of view. */
export async function guide({ dist }: Ground): Promise<Row[]> {
  const exhale = await ExhaleInChromium.start({ dist });
  try {
    const samples = await whileStirring(watchBreak(exhale));
    say(`  ${samples.length} looks`);
    return [
      atMost(
        50,
        'ms',
        'Five guided minutes, one of them out of view: farthest from the clock',
        farthest(samples.map(({ phase }) => phase)),
      ),
      atMost(
        100,
        'ms',
        'Five guided minutes: word from movement',
        farthest(samples.map(({ apart }) => apart)),
      ),
    ];
  } finally {
    await exhale.close();
  }
}

/** Unlike `Math.max(…)`, this works for lists of any length. */
const farthest = (values: number[]) => values.reduce((most, value) => Math.max(most, value), 0);

interface Clock {
  startedAtMs: number;
  /** When the settling is over. */
  beginsAtMs: number;
  endsAtMs: number;
}

async function watchBreak(exhale: ExhaleInChromium): Promise<Sample[]> {
  await exhale.tell(BREAK);
  const page = await exhale.page('break');
  const { startedAtMs, endsAtMs } = (await exhale.stored()).state?.break ?? {};
  if (startedAtMs === undefined || endsAtMs === undefined) throw new Error('no break runs');
  const clock = { startedAtMs, endsAtMs, beginsAtMs: endsAtMs - BREAK.seconds * 1000 };
  await until('the guide moves', () => page.evaluate(() => document.getAnimations().length > 0));

  await waitUntil(clock.beginsAtMs + ARRIVING_MS);
  const before = await looks(page, clock, clock.beginsAtMs + HIDDEN_MS.from);
  const other = await exhale.visit('/reading');
  await waitUntil(clock.beginsAtMs + HIDDEN_MS.to);
  await other.close();
  const { targetId } = page;
  await exhale.browser.devtools.send('Target.activateTarget', { targetId });
  await sleep(ARRIVING_MS);
  return [...before, ...(await looks(page, clock, endsAtMs - 1000))];
}

const waitUntil = (atMs: number) => sleep(Math.max(0, atMs - Date.now()));

interface Sample {
  phase: number;
  apart: number;
}

/** Looks about ten times a second: how far is each animation from where it should be? */
async function looks(page: Page, clock: Clock, untilMs: number): Promise<Sample[]> {
  const samples: Sample[] = [];
  while (Date.now() < untilMs - SAMPLE_MS) {
    const looked = await page.evaluate(look);
    if (looked.lookedMs <= LOOK_MS) samples.push(sampleOf(looked, clock));
    await sleep(SAMPLE_MS);
  }
  if (samples.length === 0) throw new Error('every look at the guide was interrupted');
  return samples;
}

interface Look {
  atMs: number;
  lookedMs: number;
  moves: { shownMs: number; durationMs: number }[];
}

function sampleOf({ atMs, moves }: Look, { startedAtMs, beginsAtMs }: Clock): Sample {
  const errors = moves.map(({ shownMs, durationMs }) => {
    const isBreath = durationMs <= CYCLE_MS;
    return { isBreath, ms: atMs - shownMs - (isBreath ? beginsAtMs : startedAtMs) };
  });
  const breath = errors.filter(({ isBreath }) => isBreath).map(({ ms }) => ms);
  if (breath.length === 0) throw new Error('nothing breathes on the page');
  return {
    phase: Math.max(...errors.map(({ ms }) => Math.abs(ms))),
    apart: Math.max(...breath) - Math.min(...breath),
  };
}

/**
 * What each animation of the guide shows now. They are listed once, because listing makes the page recompute
 * its styles. An animation that has ended has no time, and counts as infinitely wrong.
 */
function look(): Look {
  const kept = globalThis as unknown as { guideMoves?: Animation[] };
  kept.guideMoves ??= document.getAnimations().filter((one) => one.constructor === Animation);
  const atMs = Date.now();
  const moves = kept.guideMoves.map(({ currentTime, effect }) => ({
    shownMs: Number(currentTime),
    durationMs: Number(effect?.getTiming().duration),
  }));
  return { atMs, lookedMs: Date.now() - atMs, moves };
}
