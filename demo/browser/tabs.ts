import { Happening } from './happening.ts';
import { pageAt } from './page.ts';

/** The window in which the person works, and the tab in it. */
const WORK = { windowId: 1, tabId: 2 };

export interface Tab {
  id: number;
  windowId: number;
  url: string;
  active: boolean;
  status: 'loading' | 'complete';
}

interface OpenWindow {
  id: number;
  type: 'normal' | 'popup';
  state: string;
}

/** Windows and tabs: the person's own, and those that Exhale opens. */
export class Tabs {
  readonly onActivated = new Happening();
  readonly onUpdated = new Happening();
  readonly onRemoved = new Happening();
  readonly onFocusChanged = new Happening();
  all: Tab[] = [
    { id: WORK.tabId, windowId: WORK.windowId, url: '', active: true, status: 'complete' },
  ];
  private windows: OpenWindow[] = [{ id: WORK.windowId, type: 'normal', state: 'normal' }];
  private nextId = 3;

  constructor(private readonly changed: () => void) {}

  /** The open pages of Exhale, by tab. */
  pages(): { name: string; tab: Tab }[] {
    return this.all.flatMap((tab) => {
      const name = pageAt(tab.url);
      return name === null ? [] : [{ name, tab }];
    });
  }

  tab(id: number): Tab {
    const tab = this.all.find((each) => each.id === id);
    if (tab === undefined) throw new Error(`No tab with id: ${id}.`);
    return tab;
  }

  window(id: number) {
    const window = this.windows.find((each) => each.id === id);
    if (window === undefined) throw new Error(`No window with id: ${id}.`);
    // The person who tries Exhale has its page in front.
    return { ...window, focused: id === WORK.windowId, left: 0, top: 0, width: 1280, height: 800 };
  }

  allWindows() {
    return this.windows.map(({ id }) => this.window(id));
  }

  openWindow(url: string): number {
    const id = this.nextId++;
    this.windows.push({ id, type: 'popup', state: 'normal' });
    this.open(url, id);
    return id;
  }

  open(url: string, windowId = WORK.windowId, active = true): Tab {
    const tab: Tab = { id: this.nextId++, windowId, url, active: false, status: 'loading' };
    this.all.push(tab);
    if (active) this.activate(tab.id);
    this.changed();
    return tab;
  }

  /** Its page is there. */
  loaded(id: number): void {
    const tab = this.tab(id);
    tab.status = 'complete';
    this.onUpdated.fire(id, { status: 'complete' }, { ...tab });
  }

  activate(id: number): void {
    const { windowId } = this.tab(id);
    for (const tab of this.all) if (tab.windowId === windowId) tab.active = tab.id === id;
    this.onActivated.fire({ tabId: id, windowId });
    this.changed();
  }

  /** The person turns to another tab, which is a good moment for a reminder. */
  switchTask(): void {
    this.activate(WORK.tabId);
  }

  setState(windowId: number, state: string): void {
    Object.assign(this.windows.find(({ id }) => id === windowId) ?? {}, { state });
  }

  leaveFullScreen(): void {
    for (const window of this.windows) if (window.state === 'fullscreen') window.state = 'normal';
  }

  close(id: number): void {
    const { windowId, active } = this.tab(id);
    this.all = this.all.filter((tab) => tab.id !== id);
    const left = this.all.findLast((tab) => tab.windowId === windowId);
    if (left === undefined) this.windows = this.windows.filter((each) => each.id !== windowId);
    this.onRemoved.fire(id, { windowId, isWindowClosing: left === undefined });
    if (left !== undefined && active) this.activate(left.id);
    this.changed();
  }
}
