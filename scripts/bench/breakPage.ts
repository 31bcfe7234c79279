import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_PREFERENCES } from '../../core/breaks/preferences.ts';
import { encode } from '../../core/records/envelope.ts';
import { type DevTools, Page } from './devTools.ts';
import { seed } from './seed.ts';

const READ = { holds: true, massage: true, movement: true, eyes: true };

export interface OpenedBreak {
  page: Page;
  startedAtMs: number;
  /** When the settling is over. */
  beginsAtMs: number;
  endsAtMs: number;
}

/** Opens the page of a break for somebody who has read every caution. */
export async function openBreak(
  devTools: DevTools,
  origin: string,
  wish: { kind: string; pattern?: string; seconds: number },
): Promise<OpenedBreak> {
  // Of ours, and without a script or an animation of its own.
  const asking = await Page.open(devTools, `${origin}/icon/128.png`);
  await seed(asking, 5);
  const preferences = encode({ ...DEFAULT_PREFERENCES, careRead: READ });
  await asking.evaluate(`chrome.storage.local.set(${JSON.stringify({ preferences })})`);
  const message = JSON.stringify({ type: 'startBreak', ...wish });
  await asking.evaluate(`chrome.runtime.sendMessage(${message})`);
  const { targetId } = await devTools.target(`${origin}/break.html`);
  const { startedAtMs, endsAtMs } = await asking.evaluate<OpenedBreak>(
    `chrome.storage.local.get('state').then(({ state }) => state.value.break)`,
  );
  await asking.close();
  const page = await Page.attach(devTools, targetId);
  await page.holds(`document.getAnimations().length > 0 && document.visibilityState === 'visible'`);
  await page.send('Performance.enable');
  return { page, startedAtMs, beginsAtMs: endsAtMs - wish.seconds * 1000, endsAtMs };
}

/** Until the wall says so. */
export const waitUntil = (atMs: number) => sleep(Math.max(0, atMs - Date.now()));

type Metric =
  | 'ScriptDuration'
  | 'LayoutDuration'
  | 'LayoutCount'
  | 'RecalcStyleDuration'
  | 'RecalcStyleCount'
  | 'ThreadTime';

/** What a page has used so far; what DevTools evaluates in it is no script of its own. */
export async function metricsOf(page: Page): Promise<Record<Metric, number>> {
  const answer = await page.send<{ metrics: { name: Metric; value: number }[] }>(
    'Performance.getMetrics',
  );
  return Object.fromEntries(answer.metrics.map(({ name, value }) => [name, value])) as Record<
    Metric,
    number
  >;
}
