import type { Signal } from '../../core/engine/event.ts';
import { browser } from '../../shell/browser.ts';
import { wait } from '../../shell/clock.ts';
import { windowInUse } from '../../shell/prompt/workWindow.ts';

type Move = 'tabSwitched' | 'windowSwitched' | 'pageLoaded';

export interface WorldNews {
  /** Full screen or sound may have changed. */
  changed(): void;
  /** Perhaps a change of task. */
  moved(move: Move, windowId: number): void;
  tabRemoved(tabId: number): void;
  /** The browser gave a tab another id, as it does when it discards one. */
  tabReplaced(tabId: number, formerId: number): void;
}

/** On its way from one window to another, the focus is with none for a moment. */
const FOCUS_MOVES_MS = 200;

let news: WorldNews;
let watching = false;

const changed = () => news.changed();
const focused = async (windowId: number) => {
  // Not in the queue: an answer in the small window comes at the same time.
  if (windowId === browser.windows.WINDOW_ID_NONE) await wait(FOCUS_MOVES_MS);
  news.moved('windowSwitched', windowId);
};
const activated = ({ windowId }: { windowId: number }) => news.moved('tabSwitched', windowId);
const updated = (
  _: number,
  { audible, status }: { audible?: boolean; status?: string },
  { active, windowId }: { active: boolean; windowId?: number },
) => {
  if (audible !== undefined) news.changed();
  if (status === 'complete' && active && windowId !== undefined) news.moved('pageLoaded', windowId);
};
const tabRemoved = (tabId: number) => news.tabRemoved(tabId);
const tabReplaced = (tabId: number, formerId: number) => news.tabReplaced(tabId, formerId);

/**
 * Listens to events that matter only while a good moment is awaited, or a break is running. The worker calls this in its first
 * turn, so that none is missed. Otherwise, the listeners are removed, so that switching tabs does
 * not wake it.
 */
export function watchFromTheStart(told: WorldNews): void {
  news = told;
  watchWorld(true);
}

export function watchWorld(wanted: boolean): void {
  if (wanted === watching) return;
  watching = wanted;
  const verb = wanted ? 'addListener' : 'removeListener';
  browser.windows.onFocusChanged[verb](focused);
  // Firefox lacks it, and sees full screen at the next look.
  browser.windows.onBoundsChanged?.[verb](changed);
  browser.tabs.onActivated[verb](activated);
  browser.tabs.onUpdated[verb](updated);
  browser.tabs.onRemoved[verb](tabRemoved);
  browser.tabs.onReplaced?.[verb](tabReplaced);
}

let cameFromSmall = false;

/** A change of task in the focused window, unless to or from a small one. A window switch always needs a look. */
export async function movedTo(move: Move, windowId: number): Promise<Signal | null> {
  const isSwitch = move === 'windowSwitched';
  const window = await windowInUse().catch(() => null);
  const comesBack = isSwitch && cameFromSmall;
  if (window?.focused && window.id === windowId) {
    cameFromSmall = window.type !== 'normal';
    if (!cameFromSmall && !comesBack) return { type: move };
  }
  return isSwitch ? { type: 'looked' } : null;
}
