import { browser } from '../../shell/browser.ts';

export interface WorldNews {
  /** Full screen, focus or sound is another than before. */
  changed(): void;
  tabRemoved(tabId: number): void;
}

let news: WorldNews;
let watching = false;

const changed = () => news.changed();
const audible = (_: number, change: { audible?: boolean }) => {
  if (change.audible !== undefined) news.changed();
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
  browser.windows.onFocusChanged[verb](changed);
  // Firefox has none: there full screen is seen at the next look.
  browser.windows.onBoundsChanged?.[verb](changed);
  browser.tabs.onUpdated[verb](audible);
  browser.tabs.onRemoved[verb](tabRemoved);
}
