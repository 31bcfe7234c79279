import { vi } from 'vitest';
import { ALARM } from '../../../shell/alarm.ts';
import { ORIGIN } from './own.ts';

/** Browsers ring no alarm sooner. */
const SHORTEST_ALARM_MS = 30_000;

/** Safari as MDN's compatibility data describe it: none of it was run. */
export type Flavour = 'chrome' | 'firefox' | 'safari';
export type Happening = [name: string, ...args: unknown[]];

interface FakeWindow {
  id: number;
  type: 'normal' | 'popup' | 'app';
  state: 'normal' | 'fullscreen' | 'maximized';
  left: number;
  top: number;
  width: number;
  height: number;
}

interface FakeTab {
  id: number;
  windowId: number;
  active: boolean;
  audible: boolean;
  muted: boolean;
  url: string;
  /** Its document exists. Only then is it one of our contexts. */
  loaded: boolean;
  discarded: boolean;
}

export interface AlarmWish {
  when?: number;
  delayInMinutes?: number;
  periodInMinutes?: number;
}

/** Everything that outlives a worker. */
export interface Data {
  nowMs: number;
  lastInputAtMs: number;
  typing: boolean;
  locked: boolean;
  /** The system claims input although there is none, as some do after a sleep. */
  seemsActive: boolean;
  reported: 'active' | 'idle' | 'locked';
  detectionSeconds: number;
  local: Record<string, unknown>;
  session: Record<string, unknown>;
  /** What has come from the account, and what goes there. */
  sync: Record<string, unknown>;
  /** What an organization has set. */
  managed: Record<string, unknown> | null;
  /** The databases by name, and their rows by id. */
  databases: Record<string, Record<string, unknown>>;
  alarms: { name: string; scheduledTime: number; periodInMinutes?: number }[];
  windows: FakeWindow[];
  tabs: FakeTab[];
  /** null while another program has the focus. */
  focusedId: number | null;
  lastFocusedId: number | null;
  nextId: number;
  notifications: Record<string, Record<string, unknown>>;
  permissions: string[];
  /** How it was installed; null: the browser never answers. */
  installType: string | null;
  /** The card in a tab, and its question. */
  card: { tabId: number; asks: unknown } | null;
  icon: string;
  title: string;
  badge: string;
  /** Until when the one page without a window is open. */
  offscreenUntilMs: number;
  /** The menu of the toolbar icon. */
  menu: { id: string; title: string; contexts: string[] }[];
  /** The events that start a sleeping worker. */
  wakesOn: string[];
}

/** The state of a browser, and how tabs, windows and alarms change it. Nothing runs here. */
export class FakeMachine {
  data: Data;
  screen = { width: 1280, height: 800 };
  /** Pages open and do not finish loading. */
  pagesHang = false;
  /** How large all pages are shown. */
  zoom = 1;
  /** Exhale’s popup is open. It has the focus while no window has. */
  popupOpen = false;
  protected readonly events: Happening[] = [];

  constructor(
    readonly flavour: Flavour,
    startMs: number,
  ) {
    this.data = {
      nowMs: startMs,
      lastInputAtMs: startMs,
      typing: true,
      locked: false,
      seemsActive: false,
      reported: 'active',
      detectionSeconds: 60,
      local: {},
      session: {},
      managed: null,
      sync: {},
      databases: {},
      alarms: [],
      windows: [],
      tabs: [],
      focusedId: null,
      lastFocusedId: null,
      nextId: 1,
      notifications: {},
      permissions: [],
      installType: 'normal',
      card: null,
      icon: '',
      title: '',
      badge: '',
      offscreenUntilMs: 0,
      menu: [],
      wakesOn: [],
    };
    vi.useFakeTimers({ toFake: ['Date'] });
    this.setClock(startMs);
    this.openTab(this.openWindow('normal', { width: 1200, height: 700 }), 'https://example.org/');
  }

  /** An event. It is delivered when the browser settles. */
  fire(...happening: Happening): void {
    this.events.push(happening);
  }

  setClock(atMs: number): void {
    this.data.nowMs = atMs;
    if (this.data.typing) this.data.lastInputAtMs = atMs;
    vi.setSystemTime(atMs);
  }

  get quietSeconds(): number {
    return Math.floor((this.data.nowMs - this.data.lastInputAtMs) / 1000);
  }

  protected nextAlarm() {
    return [...this.data.alarms].sort((a, b) => a.scheduledTime - b.scheduledTime)[0];
  }

  /** When the alarm for the next look rings. */
  get alarm(): number | null {
    return this.data.alarms.find(({ name }) => name === ALARM)?.scheduledTime ?? null;
  }

  setAlarm(
    name: string,
    {
      delayInMinutes = 0,
      when = this.data.nowMs + delayInMinutes * 60_000,
      periodInMinutes,
    }: AlarmWish,
  ): void {
    if (!Number.isFinite(when)) throw new TypeError('Invalid alarm time');
    const scheduledTime = Math.max(when, this.data.nowMs + SHORTEST_ALARM_MS);
    this.data.alarms = this.data.alarms.filter((other) => other.name !== name);
    this.data.alarms.push({ name, scheduledTime, ...(periodInMinutes && { periodInMinutes }) });
  }

  openWindow(type: FakeWindow['type'], bounds: Partial<FakeWindow>, focused = true): number {
    const id = this.data.nextId++;
    const whole = { left: 0, top: 0, ...this.screen, state: 'normal' as const };
    this.data.windows.push({ ...whole, ...bounds, id, type });
    if (focused) this.focus(id);
    return id;
  }

  openTab(windowId: number, url: string, active = true): number {
    const id = this.data.nextId++;
    const tab = {
      id,
      windowId,
      url,
      active: false,
      audible: false,
      muted: false,
      loaded: false,
      discarded: false,
    };
    this.data.tabs.push(tab);
    if (active) this.activate(windowId, id);
    return id;
  }

  /** Every page that was still loading has loaded. */
  protected load(): void {
    if (this.pagesHang) return;
    for (const tab of this.data.tabs.filter((each) => !each.loaded && !each.discarded)) {
      tab.loaded = true;
      const { active, windowId } = tab;
      this.fire('tabs.onUpdated', tab.id, { status: 'complete' }, { active, windowId });
    }
  }

  activate(windowId: number, tabId: number): void {
    for (const tab of this.data.tabs) {
      if (tab.windowId === windowId) tab.active = tab.id === tabId;
      // The browser loads a discarded tab again once it is in view.
      if (tab.active) tab.discarded = false;
    }
    this.fire('tabs.onActivated', { tabId, windowId });
  }

  focus(windowId: number | null): void {
    if (this.data.focusedId === windowId) return;
    this.data.focusedId = windowId;
    if (windowId !== null) this.data.lastFocusedId = windowId;
    this.fire('windows.onFocusChanged', windowId ?? -1);
  }

  /** A card goes with its page. */
  private leavesPage(tabId: number): void {
    if (this.data.card?.tabId === tabId) this.data.card = null;
  }

  /** The person reloads a page, or follows a link in it. It loads when the browser settles. */
  navigate(tabId: number, url?: string): void {
    this.leavesPage(tabId);
    const tab = this.data.tabs.find(({ id }) => id === tabId);
    Object.assign(tab ?? {}, { loaded: false }, url !== undefined && { url });
  }

  /** Unloads a page to save memory, and gives its tab another id. Returns that id. */
  discardTab(tabId: number): number {
    const tab = this.data.tabs.find(({ id }) => id === tabId);
    if (tab === undefined) throw new Error(`No tab with id: ${tabId}.`);
    this.leavesPage(tabId);
    Object.assign(tab, { id: this.data.nextId++, loaded: false, discarded: true });
    this.fire('tabs.onReplaced', tab.id, tabId);
    return tab.id;
  }

  /** Closes a tab; the last one also closes the window. */
  closeTab(tabId: number): void {
    const tab = this.data.tabs.find(({ id }) => id === tabId);
    if (tab === undefined) throw new Error(`No tab with id: ${tabId}.`);
    this.data.tabs = this.data.tabs.filter((other) => other !== tab);
    this.leavesPage(tabId);
    const { windowId } = tab;
    const left = this.data.tabs.filter((other) => other.windowId === windowId);
    const isWindowClosing = left.length === 0;
    this.fire('tabs.onRemoved', tabId, { windowId, isWindowClosing });
    const last = left.at(-1);
    if (last !== undefined && tab.active) last.active = true;
    if (!isWindowClosing) return;
    this.data.windows = this.data.windows.filter(({ id }) => id !== windowId);
    if (this.data.focusedId === windowId) this.focus(this.data.windows.at(-1)?.id ?? null);
    if (this.data.lastFocusedId === windowId)
      this.data.lastFocusedId = this.data.windows.at(-1)?.id ?? null;
  }

  closeNotification(id: string, byUser: boolean): boolean {
    if (!(id in this.data.notifications)) return false;
    delete this.data.notifications[id];
    // Firefox always reports that the person did it.
    this.fire('notifications.onClosed', id, this.flavour === 'firefox' || byUser);
    return true;
  }

  tabsAt(page: string): FakeTab[] {
    return this.data.tabs.filter(({ url }) => url.startsWith(ORIGIN + page));
  }
}
