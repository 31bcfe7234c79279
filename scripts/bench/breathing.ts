import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../setup/command.mjs';
import { metricsOf, openBreak, waitUntil } from './breakPage.ts';
import { Chromium, type Ground } from './chromium.ts';
import type { Page } from './devTools.ts';
import { atMost, type Figure } from './figure.ts';
import { keepMoving } from './input.ts';

const MINUTE_MS = 60_000;
/** Longer than what is measured, so that neither its beginning nor its end is in it. */
const BREAK = { kind: 'breathing', pattern: 'longExhale', seconds: 120 };
const CATEGORIES = ['devtools.timeline', 'blink.user_timing'];

/** What the page does in a minute of breathing. */
export async function breathing(ground: Ground): Promise<Figure[]> {
  const browser = await Chromium.open(ground);
  const still = keepMoving(ground);
  try {
    const origin = await browser.install(ground.dist);
    const { page, beginsAtMs } = await openBreak(browser.devTools, origin, BREAK);
    await waitUntil(beginsAtMs + 2000);
    const { scriptMs, layoutMs, layouts, changes, unasked } = await watch(page);
    say(`  ${layouts} layouts, ${changes} changes of words or figures`);
    return [
      atMost(60, 'ms', 'A breathing minute: script on the page', scriptMs),
      atMost(20, 'ms', 'A breathing minute: layout', layoutMs),
      atMost(0, '', 'A breathing minute: layouts between two changes of a word or figure', unasked),
    ];
  } finally {
    still();
    await browser.close();
  }
}

interface TraceEvent {
  name: string;
  ts: number;
  pid: number;
  tid: number;
}

async function watch(page: Page) {
  const events: TraceEvent[] = [];
  const stop = page.devTools.on(({ method, params }) => {
    if (method === 'Tracing.dataCollected') events.push(...(params.value as TraceEvent[]));
  });
  await page.evaluate(MARK_CHANGES);
  await page.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  const before = await metricsOf(page);
  await sleep(MINUTE_MS);
  const after = await metricsOf(page);
  const complete = page.next('Tracing.tracingComplete');
  await page.send('Tracing.end');
  await complete;
  stop();
  return {
    scriptMs: (after.ScriptDuration - before.ScriptDuration) * 1000,
    layoutMs: (after.LayoutDuration - before.LayoutDuration) * 1000,
    layouts: after.LayoutCount - before.LayoutCount,
    ...inOrder(events),
  };
}

const MARK = 'words-changed';
/** The page tells the trace when a word or a figure has become another one. */
const MARK_CHANGES = `new MutationObserver(() => performance.mark('${MARK}'))
  .observe(document.body, { subtree: true, childList: true, characterData: true }), 0`;

/** Layouts that no change has asked for: between a change and the next, one is enough. */
function inOrder(events: TraceEvent[]): { changes: number; unasked: number } {
  const mark = events.find(({ name }) => name === MARK);
  if (mark === undefined) throw new Error('in a minute no word has changed');
  const told = events
    .filter(({ name, pid, tid }) => pid === mark.pid && tid === mark.tid && isTold(name))
    .sort((a, b) => a.ts - b.ts);
  const unasked = told.filter(
    ({ name }, index) => name === 'Layout' && told[index - 1]?.name === 'Layout',
  );
  return { changes: told.filter(({ name }) => name === MARK).length, unasked: unasked.length };
}

const isTold = (name: string) => name === MARK || name === 'Layout';
