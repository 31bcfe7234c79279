import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../setup/command.mjs';
import { metricsOf, type OpenedBreak, openBreak, waitUntil } from './breakPage.ts';
import { Chromium, type Ground } from './chromium.ts';
import { type DevTools, Page } from './devTools.ts';
import { atMost, type Figure } from './figure.ts';
import { keepMoving } from './input.ts';
import { startTrace, type TraceEvent } from './trace.ts';

const SECONDS = 300;
const CYCLE_MS = 10_000;
const BREAK = { kind: 'breathing', pattern: 'longExhale', seconds: SECONDS };
/** Another tab is in front for the third of the five minutes. */
const HIDDEN_MS = { from: 120_000, to: 180_000 };
/** The empty page has a turn before, amid and after. */
const TURN_MS = 30_000;
const SAMPLE_MS = 100;
/** A look that takes longer was interrupted. */
const LOOK_MS = 3;
/** One for each new line of the script, of which there is one in ten seconds at most, and a few for what comes and goes. */
const LAYOUTS = 40;
/** So long a tab takes to come into view; frames are counted when it is there. */
const ARRIVING_MS = 2000;

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
  'blink.user_timing',
];
const MARKS = { guide: 'exhale-guide', empty: 'exhale-empty' };
const UNWATCHED_SECONDS = 60;

/** Five guided minutes, one of them out of view, beside an empty page on which one thing moves. */
export async function guide(ground: Ground): Promise<Figure[]> {
  return [...(await fiveMinutes(ground)), ...(await minutes(ground))];
}

async function fiveMinutes(ground: Ground): Promise<Figure[]> {
  const browser = await Chromium.open(ground);
  const still = keepMoving(ground);
  try {
    const { devTools } = browser;
    const origin = await browser.install(ground.dist);
    const empty = await emptyPage(devTools);
    const stop = await startTrace(
      devTools,
      CATEGORIES,
      ({ name, ph }) =>
        name === 'Animation' ||
        (name === 'PipelineReporter' && ph === 'b') ||
        Object.values(MARKS).includes(name),
    );
    const seen: Record<keyof typeof MARKS, Spell[]> = { empty: [], guide: [] };
    await inView(empty, seen.empty, Date.now() + TURN_MS);

    const opened = await openBreak(devTools, origin, BREAK);
    const { page, beginsAtMs, endsAtMs } = opened;
    const samples: Sample[] = [];
    const watchUntil = async (atMs: number) => {
      const watched = sampled(opened, atMs);
      await inView(page, seen.guide, atMs, false);
      samples.push(...(await watched));
    };
    await waitUntil(beginsAtMs);
    const before = await metricsOf(page);
    await watchUntil(beginsAtMs + HIDDEN_MS.from);
    await inView(empty, seen.empty, beginsAtMs + HIDDEN_MS.to);
    await devTools.send('Target.activateTarget', { targetId: page.targetId });
    await watchUntil(endsAtMs - 1000);
    const after = await metricsOf(page);
    await inView(empty, seen.empty, Date.now() + TURN_MS);
    await page.evaluate(`performance.mark('${MARKS.guide}'), 0`);
    await empty.evaluate(`performance.mark('${MARKS.empty}'), 0`);

    const events = await stop();
    const pid = pidOf(events, MARKS.guide);
    const frames = {
      guide: framesOf(events, pid, seen.guide),
      empty: framesOf(events, pidOf(events, MARKS.empty), seen.empty),
    };
    const script = (after.ScriptDuration - before.ScriptDuration) * 1000;
    const layouts = after.LayoutCount - before.LayoutCount;
    const main = (after.ThreadTime - before.ThreadTime) * 1000;
    const styled = (after.RecalcStyleDuration - before.RecalcStyleDuration) * 1000;
    say(
      `  ${samples.length} looks; layout ${((after.LayoutDuration - before.LayoutDuration) * 1000).toFixed(1)} ms; ` +
        `style ${styled.toFixed(1)} ms in ${after.RecalcStyleCount - before.RecalcStyleCount} times; ` +
        `main thread ${main.toFixed(0)} ms, our looks included; frames dropped: ` +
        `guide ${toldFrames(frames.guide)}, empty page ${toldFrames(frames.empty)}`,
    );
    const onMain = onMainThread(events, pid);
    for (const name of onMain) say(`  not by the compositor: ${name}`);
    return [
      atMost(
        50,
        'ms',
        'Five guided minutes, one of them out of view: farthest from the clock',
        farthest(samples, 'phase'),
      ),
      atMost(100, 'ms', 'Likewise: word from movement', farthest(samples, 'apart')),
      atMost(300, 'ms', 'Likewise: script on the page', script),
      atMost(LAYOUTS, '', 'Likewise: layouts', layouts),
      atMost(0, '', 'Likewise: animations that the compositor does not run', onMain.length),
      atMost(
        1,
        'points',
        'Likewise: frames dropped of 100, more than of an empty page with one moving box',
        dropped(frames.guide) - dropped(frames.empty),
      ),
    ];
  } finally {
    still();
    await browser.close();
  }
}

/** While a page was in view, by the clock of the trace. */
type Spell = [fromUs: number, toUs: number];

/** Microseconds of the machine, by which traces tell the time. */
const traceUs = () => Number(process.hrtime.bigint() / 1000n);

async function inView(page: Page, seen: Spell[], untilMs: number, activate = true) {
  const { devTools, targetId } = page;
  if (activate) await devTools.send('Target.activateTarget', { targetId });
  await sleep(ARRIVING_MS);
  const fromUs = traceUs();
  await waitUntil(untilMs);
  seen.push([fromUs, traceUs()]);
}

/** A page with nothing on it but a box that one animation moves. */
async function emptyPage(devTools: DevTools): Promise<Page> {
  const page = await Page.open(devTools, 'about:blank');
  await page.evaluate(`{
    const box = document.createElement('div');
    Object.assign(box.style, { width: '100px', height: '100px', background: 'teal' });
    document.body.append(box);
    box.animate([{ transform: 'scale(.5)' }, { transform: 'scale(1)' }], {
      duration: 5000, iterations: Infinity, direction: 'alternate',
    });
  }`);
  return page;
}

interface Sample {
  phase: number;
  apart: number;
}

/** About ten looks a second: how far each animation is from where the break's start says it should be. */
async function sampled({ page, startedAtMs, beginsAtMs }: OpenedBreak, untilMs: number) {
  const samples: Sample[] = [];
  while (Date.now() < untilMs - SAMPLE_MS) {
    const { atMs, lookedMs, moves } = await page.evaluate<Look>(LOOK);
    // Whoever was interrupted while looking has seen two moments.
    if (lookedMs <= LOOK_MS) {
      const errors = moves.map(({ shownMs, durationMs }) => {
        const beganAtMs = durationMs > CYCLE_MS ? startedAtMs : beginsAtMs;
        const error = atMs - shownMs - beganAtMs;
        // The leaving word is one breath behind.
        return {
          isBreath: durationMs <= CYCLE_MS,
          ms: error > CYCLE_MS / 2 ? error - CYCLE_MS : error,
        };
      });
      const breath = errors.filter(({ isBreath }) => isBreath).map(({ ms }) => ms);
      if (breath.length === 0) throw new Error('nothing breathes on the page');
      samples.push({
        phase: Math.max(...errors.map(({ ms }) => Math.abs(ms))),
        apart: Math.max(...breath) - Math.min(...breath),
      });
    }
    await sleep(SAMPLE_MS);
  }
  return samples;
}

interface Look {
  atMs: number;
  lookedMs: number;
  moves: { shownMs: number; durationMs: number }[];
}

/**
 * What each animation of the guide shows now. They are asked for once: to list them lets the page reckon
 * its styles anew. One that has gone meanwhile shows no time, and is as far from the clock as can be.
 */
const LOOK = `{
  globalThis.guideMoves ??= document.getAnimations().filter((one) => one.constructor === Animation);
  const atMs = Date.now();
  const moves = guideMoves.map((one) => ({
    shownMs: one.currentTime,
    durationMs: one.effect.getTiming().duration,
  }));
  ({ atMs, lookedMs: Date.now() - atMs, moves });
}`;

const farthest = (samples: Sample[], what: keyof Sample) =>
  samples.reduce((most, sample) => Math.max(most, sample[what]), 0);

/** The process of a page, by a mark that it left in the trace. */
function pidOf(events: TraceEvent[], mark: string): number {
  const event = events.find(({ name }) => name === mark);
  if (event === undefined) throw new Error(`the trace has no ${mark}`);
  return event.pid;
}

/** What an animation moves that the main thread has to draw. */
function onMainThread(events: TraceEvent[], pid: number): string[] {
  const mine = events.filter((event) => event.name === 'Animation' && event.pid === pid);
  const nodes = new Map<string | undefined, string | undefined>();
  const failed = new Set<string>();
  for (const { ph, id2, args } of mine) {
    if (ph === 'b') nodes.set(id2?.local, args.data?.nodeName);
    if (args.data?.compositeFailed) failed.add(nodes.get(id2?.local) ?? 'unknown');
  }
  if (nodes.size === 0) throw new Error('the trace has no animation');
  return [...failed];
}

interface Frames {
  dropped: number;
  all: number;
}

/** The frames that were wanted while the page was in view; those in which nothing was to be drawn are none. */
function framesOf(events: TraceEvent[], pid: number, seen: Spell[]): Frames {
  const states = events
    .filter((event) => event.name === 'PipelineReporter' && event.pid === pid)
    .filter(({ ts }) => seen.some(([fromUs, toUs]) => ts >= fromUs && ts <= toUs))
    .map(({ args }) => args.frame_reporter)
    .filter((frame) => frame !== undefined && frame.state !== 'STATE_NO_UPDATE_DESIRED');
  const lost = states.filter((frame) => frame?.state === 'STATE_DROPPED');
  return { dropped: lost.length, all: states.length };
}

const dropped = ({ dropped, all }: Frames) => (dropped / all) * 100;
const toldFrames = (frames: Frames) =>
  `${frames.dropped} of ${frames.all} (${dropped(frames).toFixed(2)} of 100)`;

/** What a minute costs the page where nobody looks: of the breath, and of the figures that are drawn beside words. */
async function minutes(ground: Ground): Promise<Figure[]> {
  const found: Figure[] = [];
  for (const kind of ['breathing', 'neck', 'movement']) {
    const browser = await Chromium.open(ground);
    const still = keepMoving(ground);
    try {
      const origin = await browser.install(ground.dist);
      const wish = { kind, seconds: UNWATCHED_SECONDS + 20 };
      const { page, beginsAtMs } = await openBreak(browser.devTools, origin, wish);
      await waitUntil(beginsAtMs);
      const before = await metricsOf(page);
      await waitUntil(beginsAtMs + UNWATCHED_SECONDS * 1000);
      const after = await metricsOf(page);
      say(`  ${kind}: ${after.LayoutCount - before.LayoutCount} layouts`);
      const mainMs = (after.ThreadTime - before.ThreadTime) * 1000;
      found.push(
        atMost(1500, 'ms', `A minute of a ${kind} break: main thread of the page`, mainMs),
      );
    } finally {
      still();
      await browser.close();
    }
  }
  return found;
}
