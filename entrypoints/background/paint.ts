import type { Decision } from '../../core/engine/log.ts';
import type { Surfaces } from '../../core/engine/surfaces.ts';
import type { View } from '../../core/engine/view.ts';
import { ringsInTime } from '../../core/engine/wake.ts';
import { ALARM, clearStartAlarm } from '../../shell/alarm.ts';
import { browser } from '../../shell/browser.ts';
import { nowMs } from '../../shell/clock.ts';
import type { World } from '../../shell/dispatch.ts';
import { NoAnswer } from '../../shell/limits.ts';
import { whenLoaded } from '../../shell/pages.ts';
import { hideCard } from '../../shell/prompt/card.ts';
import { followCard } from '../../shell/prompt/showPrompt.ts';
import {
  type Memory,
  NOTHING_PAINTED,
  recall,
  remember,
  rememberAlso,
} from '../../shell/storage/session.ts';
import type { CannotSave } from '../../shell/storage/unsaved.ts';
import { setToolbarIcon } from '../../shell/toolbarIcon.ts';
import { number, t } from '../../shell/words/t.ts';
import { tooltip, tooltipKey } from '../../shell/words/tooltip.ts';
import { announce } from './announce.ts';
import { openBreak, whereFrom } from './breakPage.ts';
import { showLookBack } from './lookBack.ts';
import { noteCard, paintPrompt } from './prompt.ts';
import { updateIfQuiet } from './update.ts';
import { watchWorld } from './watch.ts';

/** The alarm repeats after this, in case a look fails or the worker dies. */
const AGAIN_MINUTES = 0.5;
/** Alarms are set to whole milliseconds, and may come back rounded. */
const SAME_ALARM_MS = 1000;

/** The icon waits no longer for a page. */
const LOADING_MS = 500;

/** Equals nothing that could be wanted, so all of it is painted again. */
const UNSURE_LOOK = { icon: '', title: '', badge: '?' } satisfies Partial<Memory>;
const UNSURE = { ...UNSURE_LOOK, prompt: -1 } satisfies Partial<Memory>;

/** What was painted last could not be noted. */
let isUnnoted = false;
/** How many late calls may have replaced something newer, and how many of them were painted over. */
let replaced = 0;
let paintedOver = 0;

/** Paints what should be visible. What is already right is left alone. */
export const paint: World['paint'] = async (wanted, decision, cannotSave) => {
  watchWorld(wanted.awaitsMoment);
  // Nothing that is seen waits for these.
  const unseen = Promise.all([
    tried(paintAlarm(wanted.alarmAtMs).then(clearStartAlarm)),
    tried(watchStillness(wanted.detectionSeconds)),
  ]);
  const before = await recall();
  const memory: Memory = {
    ...(before ?? NOTHING_PAINTED),
    ...(replaced !== paintedOver && UNSURE_LOOK),
    ...(isUnnoted && UNSURE),
  };
  const paintsOver = replaced;
  const look = lookOf(wanted, cannotSave);
  const paints = changed(look, memory);
  const asksOn = look.prompt === memory.prompt;
  if (paints) await paintLook(wanted, look, opensBreak(wanted, decision, before), memory);
  if (asksOn) await tried(paintCard(wanted, memory));
  const { idle, atMs } = decision.seen;
  if (idle !== 'active' || memory.quietSeenAtMs === 0) memory.quietSeenAtMs = atMs;
  const news = before === null ? memory : newsOf(memory, before);
  if (paints || Object.keys(news).length > 0) {
    isUnnoted = true;
    // Another turn may have noted something while this one was late.
    const others = (await recall()) ?? memory;
    const painted = { ...(paints && lookIn(memory)), ...news };
    const isReplaced = replaced !== paintsOver;
    await remember({ ...others, ...painted, ...(isReplaced && UNSURE_LOOK) });
    isUnnoted = false;
    paintedOver = paintsOver;
  }
  // Where it can't be stored, it could come again.
  if (cannotSave === null && decision.outcomes.some(({ type }) => type === 'look-back'))
    await tried(showLookBack());
  await unseen;
  // A reload would lose what is kept for the session.
  if (cannotSave === null) await updateIfQuiet(wanted, memory);
};

/** What has changed. */
const newsOf = (memory: Memory, before: Memory): Partial<Memory> =>
  Object.fromEntries(
    Object.entries(memory).filter(([key, value]) => before[key as keyof Memory] !== value),
  );

/** What was unsure while it was painted. */
const lookIn = ({ icon, title, badge, prompt, cardTab }: Memory) => ({
  icon,
  title,
  badge,
  prompt,
  cardTab,
});

/** Paints what has changed, and notes in `memory` what was painted. */
async function paintLook(
  wanted: Surfaces,
  look: Look,
  opens: boolean,
  memory: Memory,
): Promise<void> {
  if (!opens) memory.breakPage = look.breakPage;
  await choosePlace(wanted, opens, memory);
  const before = { ...memory };
  // Sent first. If the worker dies from here on, the next one paints all of it again.
  const noted = tried(remember({ ...memory, ...UNSURE }));
  if (opens) await tried(paintBreakPage(wanted, memory));
  const question = tried(paintQuestion(wanted, memory));
  if (wanted.prompt !== null) await question;
  // The icon's picture and words keep the processor busy for some 40 ms. A page that opens comes first.
  const opened = newPages(before, memory);
  if (opened.length > 0)
    await Promise.all([
      tried(remember({ ...memory, ...UNSURE })),
      ...opened.map((tabId) => whenLoaded(tabId, LOADING_MS)),
    ]);
  await Promise.all([noted, question, tried(paintIcon(look, wanted.tooltip, memory))]);
}

const newPages = ({ promptTab, breakTab }: Memory, now: Memory): number[] =>
  [now.promptTab, now.breakTab].filter(
    (tab): tab is number => tab !== null && tab !== promptTab && tab !== breakTab,
  );

/** Removes an old card, and notes where to go back to after a break. */
async function choosePlace({ prompt }: Surfaces, opens: boolean, memory: Memory): Promise<void> {
  const asksAnew = (prompt?.key ?? 0) !== memory.prompt;
  if (asksAnew && memory.cardTab !== null) {
    await hideCard(memory.cardTab);
    memory.cardTab = null;
  }
  if (opens || (asksAnew && prompt?.style === 'page'))
    memory.returnTo = (await whereFrom(memory.returnTo)) ?? memory.returnTo;
}

/** If the browser refuses this, the rest is still painted. The next look tries again. */
const tried = (painting: Promise<void>): Promise<void> => painting.catch(() => undefined);

/** Calls that show the icon. If one comes late, it may replace a newer one, so the next look paints all again. */
async function show(calls: (Promise<void> | false | undefined)[]): Promise<void> {
  for (const call of calls.filter((one) => one instanceof Promise))
    call.catch((error: unknown) => {
      if (error instanceof NoAnswer) error.late.then(noteReplaced).catch(() => undefined);
    });
  await Promise.all(calls);
}

/** Stored, too: the worker may die before the next look. */
function noteReplaced(): Promise<void> {
  replaced++;
  return rememberAlso(UNSURE_LOOK);
}

const lookOf = (
  { icon, badgeMinutes, tooltip: now, prompt, breakPage }: Surfaces,
  cannotSave: CannotSave,
) => ({
  icon,
  title: cannotSave ?? tooltipKey(now),
  badge: badgeMinutes === null ? '' : `${badgeMinutes}`,
  prompt: prompt?.key ?? 0,
  breakPage: breakPage?.key ?? 0,
});

type Look = ReturnType<typeof lookOf>;

const changed = (look: Partial<Memory>, memory: Memory): boolean =>
  (Object.keys(look) as (keyof Memory)[]).some((key) => look[key] !== memory[key]);

/** Checks each time, since alarms can vanish at any moment. */
async function paintAlarm(atMs: number | null): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (atMs === null) {
    if (alarm !== undefined) await browser.alarms.clear(ALARM);
    return;
  }
  if (alarm !== undefined && isKept(alarm.scheduledTime, atMs)) return;
  await browser.alarms.create(ALARM, { when: atMs, periodInMinutes: AGAIN_MINUTES });
}

const isKept = (setForMs: number, wantedMs: number): boolean =>
  Math.abs(setForMs - wantedMs) < SAME_ALARM_MS || ringsInTime(setForMs, wantedMs, nowMs());

async function watchStillness(seconds: number): Promise<void> {
  browser.idle?.setDetectionInterval(seconds);
}

async function paintIcon({ icon, title, badge }: Look, now: View, memory: Memory) {
  const before = { ...memory };
  // A part of it may be painted although the rest is refused.
  Object.assign(memory, UNSURE_LOOK);
  await show([
    before.icon !== icon && setToolbarIcon(icon),
    before.title !== title && browser.action.setTitle({ title: titleOf(title, now) }),
    ...(before.badge === badge ? [] : showBadge(badge)),
  ]);
  Object.assign(memory, { icon, title, badge });
}

const titleOf = (title: string, now: View): string =>
  title === 'space' || title === 'disk' || title === 'failed'
    ? t(`tooltip_unsaved_${title}`)
    : tooltip(now);

/** Without colours of its own, Firefox’s is red. */
const BADGE_COLOURS = { background: '#1f6478', text: '#ffffff' };

/** More than an hour is told in whole hours, since a badge holds about four letters. */
const badgeWords = (minutes: number): string =>
  minutes <= 60 ? number(minutes) : t('icon_hours', number(Math.floor(minutes / 60)));

function showBadge(minutes: string) {
  const { background, text } = BADGE_COLOURS;
  return [
    browser.action.setBadgeText({ text: minutes && badgeWords(Number(minutes)) }),
    minutes !== '' && browser.action.setBadgeBackgroundColor({ color: background }),
    minutes !== '' && browser.action.setBadgeTextColor?.({ color: text }),
  ];
}

/**
 * After a restart of the browser, a running break goes on without opening its page. Reading a safety note
 * gives the break a new start; its page is already open then.
 */
const opensBreak = (
  { breakPage }: Surfaces,
  { outcomes }: Decision,
  before: Memory | null,
): boolean =>
  breakPage !== null &&
  (before?.breakPage === 0 || outcomes.some(({ type }) => type === 'break-started'));

async function paintBreakPage({ breakPage }: Surfaces, memory: Memory) {
  if (breakPage === null) return;
  memory.breakTab = await openBreak(breakPage, memory.returnTo);
  memory.breakPage = breakPage.key;
}

async function paintQuestion({ prompt, sound }: Surfaces, memory: Memory) {
  if ((prompt?.key ?? 0) === memory.prompt) return;
  await paintAsk(prompt, memory);
  // It may still wait for a window to show it.
  if (sound === null || memory.prompt !== prompt?.key || memory.sounded === sound.key) return;
  memory.sounded = sound.key;
  // Noted first. If the worker dies now, the next one does not play it again.
  await rememberAlso({ sounded: sound.key });
  void announce(sound.loudnessPercent).catch(() => undefined);
}

/** The card of a question that goes on. */
async function paintCard({ prompt }: Surfaces, memory: Memory) {
  if (memory.cardTab !== null && prompt !== null && 'kind' in prompt)
    memory.cardTab = await followCard(prompt, memory.cardTab, noteCard);
}

async function paintAsk(prompt: Surfaces['prompt'], memory: Memory) {
  const { promptTab, breakTab } = memory;
  if (prompt?.style === 'page') {
    memory.promptTab = memory.breakTab = await openBreak(prompt, memory.returnTo);
    memory.prompt = prompt.key;
    return;
  }
  // The break page closes itself.
  if (promptTab === breakTab) memory.promptTab = null;
  Object.assign(memory, await paintPrompt(prompt, memory));
}
