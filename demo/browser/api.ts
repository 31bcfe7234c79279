import type { DemoBrowser } from './browser.ts';
import { ORIGIN, type Page, pageAt } from './page.ts';

interface NewTab {
  url?: string;
  active?: boolean;
  windowId?: number;
}
interface Wanted {
  active?: boolean;
  windowId?: number;
  lastFocusedWindow?: boolean;
  audible?: boolean;
  muted?: boolean;
}
interface Types {
  windowTypes?: string[];
}

/** The browser's API as one page of Exhale finds it: what the popup, the reminder, the break and the background use. */
export function apiFor(browser: DemoBrowser, page: Page): object {
  return {
    ...recordsFor(browser, page),
    ...windowsFor(browser, page),
    runtime: runtimeFor(browser, page),
    idle: {
      queryState: async (seconds: number) => browser.idle.queryState(seconds),
      setDetectionInterval: (seconds: number) => browser.idle.setDetectionInterval(seconds),
      onStateChanged: browser.idle.onStateChanged.for(page),
    },
    action: {
      setIcon: async ({ path }: { path: Record<number, string> }) =>
        browser.setButton({ icon: path[32] ?? '' }),
      setTitle: async ({ title }: { title: string }) => browser.setButton({ title }),
      setBadgeText: async ({ text }: { text: string }) => browser.setButton({ badge: text }),
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
    },
    i18n: {
      getMessage: (key: string, gaps?: string | string[]) => browser.words.getMessage(key, gaps),
      getUILanguage: () => browser.words.language,
    },
    commands: { onCommand: browser.never.for(page), getAll: async () => [] },
    contextMenus: {
      removeAll: async () => undefined,
      create: () => undefined,
      onClicked: browser.never.for(page),
    },
    permissions: {
      contains: async () => false,
      request: async () => false,
      onAdded: browser.never.for(page),
      onRemoved: browser.never.for(page),
    },
  };
}

const recordsFor = ({ alarms, local, session, onStored, never }: DemoBrowser, page: Page) => ({
  storage: {
    local: local.for(page),
    session: session.for(page),
    managed: { get: async () => ({}), onChanged: never.for(page) },
    onChanged: onStored.for(page),
  },
  alarms: {
    get: async (name: string) => alarms.get(name),
    create: async (...wish: Parameters<typeof alarms.create>) => alarms.create(...wish),
    clear: async (name: string) => alarms.clear(name),
    onAlarm: alarms.onAlarm.for(page),
  },
});

const runtimeFor = ({ onMessage, tabs, never }: DemoBrowser, page: Page) => ({
  id: 'exhale',
  getURL: (path: string) => ORIGIN + path.replace(/^\//, ''),
  getManifest: () => ({}),
  getPlatformInfo: async () => ({ os: '' }),
  getContexts: async ({ contextTypes }: { contextTypes: string[] }) =>
    contextTypes.includes('TAB')
      ? tabs.pages().map(({ tab: { id: tabId, windowId, url: documentUrl } }) => ({
          contextType: 'TAB',
          tabId,
          windowId,
          documentUrl,
        }))
      : [],
  sendMessage: (message: unknown) =>
    new Promise((resolve) => {
      const sender = { id: 'exhale', url: `${ORIGIN}${page.name}.html` };
      onMessage.fire(structuredClone(message), sender, resolve);
    }),
  onMessage: onMessage.for(page),
  onInstalled: never.for(page),
  onStartup: never.for(page),
  onUpdateAvailable: never.for(page),
});

function windowsFor(browser: DemoBrowser, page: Page) {
  const { tabs, never } = browser;
  const windowOf = () =>
    tabs.window(page.tabId === null ? workWindow() : tabs.tab(page.tabId).windowId);
  const workWindow = () => tabs.allWindows()[0]?.id ?? 0;
  const told = (id: number) => ({ ...tabs.tab(id), audible: false, mutedInfo: { muted: false } });
  return {
    tabs: {
      query: async (wanted: Wanted) => {
        if (wanted.audible === true || wanted.muted === true) return [];
        const windowId = wanted.lastFocusedWindow ? workWindow() : wanted.windowId;
        return tabs.all
          .filter((tab) => windowId === undefined || tab.windowId === windowId)
          .filter((tab) => !wanted.active || tab.active)
          .map(({ id }) => told(id));
      },
      get: async (id: number) => told(id),
      getCurrent: async () => (page.tabId === null ? undefined : told(page.tabId)),
      getZoomSettings: async () => ({ defaultZoomFactor: 1 }),
      create: async ({ url = '', active, windowId }: NewTab) => {
        if (browser.shown.includes(pageAt(url) ?? '')) return tabs.open(url, windowId, active);
        browser.misses();
        return {};
      },
      update: async (id: number, { active }: { active?: boolean }) => {
        if (active) tabs.activate(id);
        return told(id);
      },
      remove: async (id: number) => tabs.close(id),
      onActivated: tabs.onActivated.for(page),
      onUpdated: tabs.onUpdated.for(page),
      onRemoved: tabs.onRemoved.for(page),
    },
    windows: {
      WINDOW_ID_NONE: -1,
      get: async (id: number) => tabs.window(id),
      // In a frame, the reminder can't judge how a small window fares on this desktop.
      getCurrent: async () => ({ ...windowOf(), type: 'normal' }),
      getAll: async ({ windowTypes }: Types = {}) =>
        tabs.allWindows().filter(({ type }) => windowTypes?.includes(type) ?? true),
      getLastFocused: async () => tabs.window(workWindow()),
      create: async ({ url }: { url: string }) => {
        const id = tabs.openWindow(url);
        return { ...tabs.window(id), tabs: tabs.all.filter((tab) => tab.windowId === id) };
      },
      update: async (id: number, { state }: { state?: string }) => {
        if (state !== undefined) await browser.setState(id, state);
        return tabs.window(id);
      },
      onFocusChanged: tabs.onFocusChanged.for(page),
      onBoundsChanged: never.for(page),
    },
  };
}
