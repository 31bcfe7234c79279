import { type Surfaces, surfaces } from '../../../core/engine/surfaces.ts';
import { ringsInTime } from '../../../core/engine/wake.ts';
import type { Entry } from '../../../core/records/entry.ts';
import { OUTBOX_KEY, type Outbox } from '../../../core/records/outbox.ts';
import { initialState } from '../../../core/records/state.ts';
import { decodeAll } from '../../../core/records/stored.ts';
import { ALARM, START_ALARM } from '../../../shell/alarm.ts';
import { localAt } from '../../../shell/clock.ts';
import { tooltipKey } from '../../../shell/words/tooltip.ts';
import type { FakeBrowser } from './fakeBrowser.ts';
import { ORIGIN } from './own.ts';

interface Painted {
  icon: string;
  title: string;
  badge: string;
  prompt: number;
  promptTab: number | null;
  breakPage: number;
  breakTab: number | null;
  returnTo: { tabId: number; windowId: number } | null;
}

/** Everything visible from outside, and everything stored, without ids that the browser assigns. */
export function worldOf(browser: FakeBrowser) {
  const { data } = browser;
  const urlOf = (id: number | undefined | null) =>
    data.tabs.find((tab) => tab.id === id)?.url.replace(ORIGIN, '') ?? null;
  const painted = data.session.painted as Painted | undefined;
  return {
    stored: sorted({ ...data.local, ...logIn(data) }),
    alarm: browser.alarm,
    icon: data.icon,
    title: data.title,
    badge: data.badge,
    watchesEvery: data.detectionSeconds,
    pages: data.tabs.map(({ id }) => urlOf(id)).sort(),
    inFront: urlOf(data.tabs.find((tab) => tab.windowId === data.focusedId && tab.active)?.id),
    notifications: data.notifications,
    card: data.card,
    wakesOn: [...data.wakesOn].sort(),
    painted: painted && {
      prompt: painted.prompt,
      breakPage: painted.breakPage,
      breakTab: urlOf(painted.breakTab),
      returnTo: urlOf(painted.returnTo?.tabId),
    },
  };
}

/** What is kept of the days, whether or not it was copied: each entry once, and what is still open. */
function logIn({ local, databases }: Pick<FakeBrowser['data'], 'local' | 'databases'>) {
  const outbox = (local[OUTBOX_KEY] as { value: Outbox } | undefined)?.value;
  if (outbox === undefined) return {};
  const copied = Object.values(databases).flatMap((rows) =>
    Object.values(rows as Record<string, { entry: Entry }>).map(({ entry }) => entry),
  );
  const { entries, begun: _, ...open } = outbox;
  const byId = new Map([...copied, ...(entries as Entry[])].map((entry) => [entry.id, entry]));
  // Their numbers may differ, where two end at once.
  const all = [...byId.values()].map(({ id: __, ...entry }) => JSON.stringify(sorted(entry)));
  return { [OUTBOX_KEY]: { ...open, entries: all.sort() } };
}

/** The number of visible questions. */
export function asksOf(browser: FakeBrowser): number {
  const { data } = browser;
  const pages = browser.tabsAt('prompt.html').filter(({ url }) => !url.endsWith('?test'));
  const { promptTab, prompt } = data.session.painted as Painted;
  const warns = browser.tabsAt('break.html').some(({ id }) => id === promptTab) && prompt !== 0;
  const cards = data.card !== null && data.card.asks !== null;
  return pages.length + Object.keys(data.notifications).length + Number(cards) + Number(warns);
}

/** With the icon alone, none. One that was shown before that was chosen stays. */
function wantedAsks(prompt: Surfaces['prompt'], asks: number): number {
  if (prompt === null) return 0;
  return prompt.style === 'icon' ? Math.min(1, asks) : 1;
}

/** An alarm less than a second from what is wanted, or that rings sooner than another could, is left as it is. */
function wantedAlarm(wantedMs: number | null, { alarm, data }: FakeBrowser): number | null {
  const isLeft =
    alarm !== null &&
    wantedMs !== null &&
    (Math.abs(alarm - wantedMs) < 1000 || ringsInTime(alarm, wantedMs, data.nowMs));
  return isLeft ? alarm : wantedMs;
}

/** How the browser looks, and how it should look by what is stored. */
export function soundnessOf(browser: FakeBrowser) {
  const { data } = browser;
  const { state, ...loaded } = decodeAll(data.local);
  const stored = { ...loaded, state: state ?? initialState(data.nowMs) };
  const wanted = surfaces(stored, data.nowMs, localAt(data.nowMs));
  const painted = data.session.painted as Painted;
  return {
    is: {
      notices: loaded.notices,
      alarm: browser.alarm,
      otherAlarms: data.alarms.filter(({ name }) => name !== ALARM && name !== START_ALARM),
      icon: data.icon,
      watchesEvery: data.detectionSeconds,
      asks: asksOf(browser),
      breakPages: Math.min(1, browser.tabsAt('break.html').length),
      remembers: painted.title,
    },
    wanted: {
      notices: [],
      alarm: wantedAlarm(wanted.alarmAtMs, browser),
      otherAlarms: [],
      icon: `/icon/${wanted.icon}-32.png`,
      watchesEvery: wanted.detectionSeconds,
      asks: wantedAsks(wanted.prompt, asksOf(browser)),
      // The page of an ended break stays open, because someone may be reading it.
      breakPages: browser.tabsAt('break.html').length,
      remembers: tooltipKey(wanted.tooltip),
    },
  };
}

/** The same for any order of keys. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
