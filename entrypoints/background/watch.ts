import type { Signal } from '../../core/event.ts';
import { browser } from '../../shell/browser.ts';

type Move = 'tabSwitched' | 'windowSwitched' | 'pageLoaded';

export interface WorldNews {
  /** Full screen, focus or sound is another than before. */
  changed(): void;
  /** Perhaps a change of task. */
  moved(move: Move, windowId: number): void;
  tabRemoved(tabId: number): void;
}

let news: WorldNews;
let watching = false;

const changed = () => news.changed();
const focused = (windowId: number) => news.moved('windowSwitched', windowId);
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

/**
 * Listens for what matters only while a break is due or runs. Called in the first turn of every life of the
 * worker, so that no event is missed; taken off again as soon as the state says so, so that
 * a day of tab switching wakes nobody.
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
  // Firefox has none: there full screen is seen at the next look.
  browser.windows.onBoundsChanged?.[verb](changed);
  browser.tabs.onActivated[verb](activated);
  browser.tabs.onUpdated[verb](updated);
  browser.tabs.onRemoved[verb](tabRemoved);
}

const NO_WINDOW = { id: undefined, focused: false, type: undefined };
let cameFromSmall = false;

/** The change of task, if it is one: in the window in view, which is none of our small ones. Another window in view is always worth a look. */
export async function movedTo(move: Move, windowId: number): Promise<Signal | null> {
  const { id, focused, type } = await browser.windows.getLastFocused().catch(() => NO_WINDOW);
  const comesBack = cameFromSmall && move === 'windowSwitched';
  const inView = focused && id === windowId;
  if (inView) cameFromSmall = type !== 'normal';
  if (inView && !cameFromSmall && !comesBack) return { type: move };
  return move === 'windowSwitched' ? { type: 'looked' } : null;
}
