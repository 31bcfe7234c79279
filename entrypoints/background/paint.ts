import type { Surfaces } from '../../core/surfaces.ts';
import { browser } from '../../shell/browser.ts';
import type { Told, World } from '../../shell/dispatch.ts';
import { type Memory, NOTHING_PAINTED, recall, remember } from '../../shell/memory.ts';
import { tooltip } from '../../shell/tooltip.ts';
import { number } from '../../shell/words.ts';
import { openBreak } from './breakPage.ts';
import { paintPrompt } from './prompt.ts';
import { watchWorld } from './watch.ts';

/** The one alarm: "look at the clock". */
export const ALARM = 'exhale';
const DECISIONS_KEPT = 40;
/** Alarms are set to whole milliseconds, and may come back rounded. */
const SAME_ALARM_MS = 1000;

/** Makes the world look as it should: what stands already is left alone. */
export const paint: World['paint'] = async (wanted, told) => {
  await Promise.all([paintAlarm(wanted.alarmAtMs), watchStillness(wanted.detectionSeconds)]);
  watchWorld(wanted.tooltip.due || wanted.breakPage !== null);
  const before = await recall();
  const memory: Memory = { ...(before ?? NOTHING_PAINTED) };
  await paintIcon(wanted, memory);
  await paintBreakPage(wanted, memory, before === null);
  await paintQuestion(wanted, memory);
  noteDecision(wanted, told, memory);
  if (before === null || changed(before, memory)) await remember(memory);
};

const changed = (before: Memory, after: Memory): boolean =>
  (Object.keys(after) as (keyof Memory)[]).some((key) => before[key] !== after[key]);

/** Asked for anew each time: alarms can vanish at any moment. */
async function paintAlarm(atMs: number | null): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (atMs === null) {
    if (alarm !== undefined) await browser.alarms.clear(ALARM);
    return;
  }
  if (alarm !== undefined && Math.abs(alarm.scheduledTime - atMs) < SAME_ALARM_MS) return;
  await browser.alarms.create(ALARM, { when: atMs });
}

async function watchStillness(seconds: number): Promise<void> {
  browser.idle.setDetectionInterval(seconds);
}

async function paintIcon({ icon, badgeMinutes, tooltip: now }: Surfaces, memory: Memory) {
  const title = tooltip(now);
  const badge = badgeMinutes === null ? '' : number(badgeMinutes);
  if (memory.icon !== icon)
    await browser.action.setIcon({
      path: { 16: `/icon/${icon}-16.png`, 32: `/icon/${icon}-32.png` },
    });
  if (memory.title !== title) await browser.action.setTitle({ title });
  if (memory.badge !== badge) await browser.action.setBadgeText({ text: badge });
  Object.assign(memory, { icon, title, badge });
}

/** In a new session of the browser a break that still runs goes on by the clock, without a page that jumps up. */
async function paintBreakPage({ breakPage }: Surfaces, memory: Memory, newSession: boolean) {
  const key = breakPage?.key ?? 0;
  // The first break moves its start when "Take care" has been read; its page is open then.
  const known = memory.breakPage !== 0 && key !== 0;
  if (breakPage !== null && !known && !newSession)
    Object.assign(memory, await openBreak(breakPage));
  memory.breakPage = key;
}

async function paintQuestion({ prompt }: Surfaces, memory: Memory) {
  const key = prompt?.key ?? 0;
  if (key === 0 && memory.prompt === 0) return;
  const shown = await paintPrompt(prompt, memory.prompt === key);
  memory.prompt = shown ? key : 0;
}

/** Each decision, with its reason, for whoever asks what Exhale sees. */
function noteDecision({ tooltip: now }: Surfaces, { records, seen }: Told, memory: Memory) {
  if (seen.quietSeconds > 0 || seen.idle !== 'active' || memory.quietSeenAtMs === 0)
    memory.quietSeenAtMs = seen.atMs;
  const why = now.silence?.reason ?? null;
  const what = records.map(({ type }) => type);
  const last = memory.decisions.at(-1);
  if (what.length === 0 && last !== undefined && last.why === why) return;
  memory.decisions = [...memory.decisions, { atMs: seen.atMs, what, why }].slice(-DECISIONS_KEPT);
}
