// Over 300 lines: all functions of the API that the product uses, each a few lines.
import { CHIME_SECONDS } from '../../../components/sounds/bells.ts';
import messages from '../../../public/_locales/en/messages.json';
import { inOrderOfNames } from './account.ts';
import type { FakeBrowser, Flavour } from './fakeBrowser.ts';
import type { AlarmWish } from './fakeMachine.ts';
import type { Life } from './life.ts';
import { copy, ID, ORIGIN, pageSender } from './own.ts';

const MESSAGES = messages as Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;

/** Messages as a browser fills them: `$NAME$` by its placeholder, `$1` by position. */
function getMessage(key: string, gaps: string[] = []): string {
  const { message = '', placeholders = {} } = MESSAGES[key] ?? {};
  return message
    .replace(/\$(\w+)\$/g, (_, name: string) => placeholders[name.toLowerCase()]?.content ?? '')
    .replace(/\$(\d)/g, (_, place: string) => gaps[Number(place) - 1] ?? '');
}

const OPTIONS: Record<Flavour, string[]> = {
  chrome: ['type', 'iconUrl', 'title', 'message', 'buttons', 'silent', 'requireInteraction'],
  firefox: ['type', 'iconUrl', 'title', 'message'],
  safari: [],
};

/** Of what the background uses, by MDN's compatibility data of October 2026. */
export const SAFARI_LACKS = [
  'action.setBadgeTextColor',
  'idle',
  'management',
  'notifications',
  'offscreen',
  'runtime.getContexts',
  'runtime.onUpdateAvailable',
  'storage.local.setAccessLevel',
  'storage.managed',
  'tabs.getZoomSettings',
  'windows.onBoundsChanged',
] as const;

type Parts = Record<string, unknown>;

function asInSafari(api: Parts): object {
  for (const path of SAFARI_LACKS) {
    const names = path.split('.');
    const last = names.pop() as string;
    const part = names.reduce((within, name) => within[name] as Parts, api);
    if (!(last in part)) throw new Error(`no ${path}`);
    delete part[last];
  }
  return api;
}

function checkSeconds(seconds: number): void {
  if (!Number.isInteger(seconds) || seconds < 15)
    throw new TypeError(`Invalid detection interval: ${seconds}`);
}

type Bounds = Partial<Record<'left' | 'top' | 'width' | 'height', number>>;
interface WindowTypes {
  windowTypes?: string[];
}

interface NewWindow extends Bounds {
  url: string;
  type?: 'normal' | 'popup';
  focused?: boolean;
  state?: 'normal' | 'maximized';
}

/** The browser's API for one script. It has only what the product uses, so that a new use is noticed. */
export function apiFor(browser: FakeBrowser, life: Life): object {
  const data = () => browser.data;
  const firefox = browser.flavour === 'firefox';
  const call = <T>(name: string, args: unknown[], effect: () => T) => life.call(name, args, effect);
  const event = (name: string) => life.event(name);

  const area = (name: 'local' | 'session' | 'sync') => ({
    get: (keys: string | string[] | null) =>
      call(`storage.${name}.get`, [keys], () => {
        const stored = data()[name];
        const wanted = [keys ?? Object.keys(stored)].flat();
        return Object.fromEntries(
          wanted.flatMap((key) => (key in stored ? [[key, stored[key]]] : [])),
        );
      }),
    set: (items: Record<string, unknown>) =>
      call(`storage.${name}.set`, [items], () => {
        Object.assign(data()[name], JSON.parse(JSON.stringify(items)));
        browser.fire('storage.onChanged', items, name);
      }),
    remove: (keys: string | string[]) =>
      call(`storage.${name}.remove`, [keys], () => {
        for (const key of [keys].flat()) delete data()[name][key];
      }),
    clear: () =>
      call(`storage.${name}.clear`, [], () => {
        data()[name] = {};
        browser.fire('storage.onChanged', {}, name);
      }),
  });

  /** Whatever is stored there goes to the other browsers of the account. */
  const synced = area('sync');
  const travels = (changes: Record<string, unknown>) => {
    const told = Object.entries(changes).map(([key, newValue]) => [key, { newValue }]);
    browser.fire('storage.sync.onChanged', Object.fromEntries(told));
    browser.account?.takes(browser, copy(changes));
  };
  const goneFrom = (keys: string[]) => Object.fromEntries(keys.map((key) => [key, undefined]));
  const sync = {
    get: synced.get,
    set: (items: Record<string, unknown>) => {
      const tooLarge = browser.account?.refuses(items);
      if (tooLarge) return Promise.reject(new Error(tooLarge));
      const kept = inOrderOfNames(items);
      return synced.set(kept).then(() => travels(kept));
    },
    remove: (keys: string | string[]) =>
      synced.remove(keys).then(() => travels(goneFrom([keys].flat()))),
    clear: () => {
      const keys = Object.keys(data().sync);
      return synced.clear().then(() => travels(goneFrom(keys)));
    },
    onChanged: event('storage.sync.onChanged'),
  };

  const windowNow = (id: number) => {
    const window = data().windows.find((other) => other.id === id);
    if (window === undefined) throw new Error(`No window with id: ${id}.`);
    return { ...window, focused: data().focusedId === id };
  };
  const tabNow = (id: number) => {
    const tab = data().tabs.find((other) => other.id === id);
    if (tab === undefined) throw new Error(`No tab with id: ${id}.`);
    const { loaded, muted, url, ...rest } = tab;
    const status = loaded ? 'complete' : 'loading';
    // Without the permission, only our own addresses are visible.
    return { ...rest, status, mutedInfo: { muted }, ...(url.startsWith(ORIGIN) ? { url } : {}) };
  };

  const scripting = {
    executeScript: ({ target: { tabId } }: { target: { tabId: number } }) =>
      call('scripting.executeScript', [tabId], () => {
        if (tabNow(tabId).url !== undefined) throw new Error('Cannot access contents of the page.');
        data().card ??= { tabId, asks: null };
        return [{}];
      }),
  };

  const notifications = {
    create: (id: string, options: Record<string, unknown>) => {
      const unknown = Object.keys(options).find((key) => !OPTIONS[browser.flavour].includes(key));
      if (unknown !== undefined)
        throw new TypeError(`Type error for parameter options (Unexpected property "${unknown}")`);
      return call('notifications.create', [id, options], () => {
        for (const key of ['type', 'iconUrl', 'title', 'message'])
          if (typeof options[key] !== 'string') throw new TypeError(`Missing ${key}`);
        data().notifications[id] = copy(options);
        return id;
      });
    },
    clear: (id: string) =>
      call('notifications.clear', [id], () => browser.closeNotification(id, false)),
    onClicked: event('notifications.onClicked'),
    onButtonClicked: event('notifications.onButtonClicked'),
    onClosed: event('notifications.onClosed'),
  };

  const api = {
    runtime: {
      id: ID,
      getURL: (path: string) => ORIGIN + path.replace(/^\//, ''),
      getContexts: (filter: { contextTypes: string[] }) =>
        call('runtime.getContexts', [filter], () =>
          [
            ...data().tabs.flatMap(({ id: tabId, windowId, url: documentUrl, loaded }) =>
              loaded && documentUrl.startsWith(ORIGIN)
                ? [{ contextType: 'TAB', tabId, windowId, documentUrl }]
                : [],
            ),
            ...(browser.popupOpen ? [{ contextType: 'POPUP' }] : []),
          ].filter(({ contextType }) => filter.contextTypes.includes(contextType)),
        ),
      sendMessage: (message: unknown) =>
        new Promise((resolve, reject) => {
          const url = life.url ?? '';
          if (browser.worker === null && !data().wakesOn.includes('runtime.onMessage'))
            reject(new Error('Could not establish connection. Receiving end does not exist.'));
          else
            browser.fire(
              'runtime.onMessage',
              copy(message),
              pageSender(url.slice(ORIGIN.length)),
              resolve,
            );
        }),
      onMessage: event('runtime.onMessage'),
      onInstalled: event('runtime.onInstalled'),
      onStartup: event('runtime.onStartup'),
      onUpdateAvailable: event('runtime.onUpdateAvailable'),
      reload: () => void call('runtime.reload', [], () => undefined),
    },
    storage: {
      local: {
        ...area('local'),
        // Firefox lacks it.
        ...(firefox
          ? {}
          : {
              setAccessLevel: (level: object) =>
                call('storage.local.setAccessLevel', [level], () => undefined),
            }),
      },
      session: area('session'),
      sync,
      managed: {
        get: () =>
          call('storage.managed.get', [null], () => {
            if (firefox && data().managed === null)
              throw new Error('Managed storage manifest not found');
            return data().managed ?? {};
          }),
        // Firefox has none.
        ...(firefox ? {} : { onChanged: event('storage.managed.onChanged') }),
      },
      onChanged: event('storage.onChanged'),
    },
    alarms: {
      get: (name: string) =>
        call('alarms.get', [name], () => data().alarms.find((alarm) => alarm.name === name)),
      create: (name: string, alarm: AlarmWish) =>
        call('alarms.create', [name, alarm], () => browser.setAlarm(name, alarm)),
      clear: (name: string) =>
        call('alarms.clear', [name], () => {
          data().alarms = data().alarms.filter((alarm) => alarm.name !== name);
          return true;
        }),
      onAlarm: event('alarms.onAlarm'),
    },
    management: {
      getSelf: () =>
        data().installType === null
          ? new Promise(() => undefined)
          : call('management.getSelf', [], () => ({ installType: data().installType })),
    },
    commands: { onCommand: event('commands.onCommand') },
    get offscreen() {
      if (browser.flavour !== 'chrome') return undefined;
      return {
        createDocument: (wish: object) =>
          call('offscreen.createDocument', [wish], () => {
            if (data().nowMs < data().offscreenUntilMs)
              throw new Error('Only a single offscreen document may be created.');
            data().offscreenUntilMs = data().nowMs + CHIME_SECONDS * 1000;
          }),
      };
    },
    contextMenus: {
      removeAll: () =>
        call('contextMenus.removeAll', [], () => {
          data().menu = [];
        }),
      create: (item: { id: string; title: string; contexts: ['action'] }) => {
        void call('contextMenus.create', [item], () => {
          if (data().menu.some(({ id }) => id === item.id))
            throw new Error(`Cannot create item with duplicate id ${item.id}`);
          data().menu.push(item);
        });
      },
      onClicked: event('contextMenus.onClicked'),
    },
    idle: {
      queryState: (seconds: number) =>
        call('idle.queryState', [seconds], () => {
          checkSeconds(seconds);
          if (data().locked && !firefox) return 'locked';
          if (data().seemsActive) return 'active';
          return browser.quietSeconds >= seconds ? 'idle' : 'active';
        }),
      setDetectionInterval: (seconds: number) => {
        checkSeconds(seconds);
        void call('idle.setDetectionInterval', [seconds], () => {
          data().detectionSeconds = seconds;
        });
      },
      onStateChanged: event('idle.onStateChanged'),
    },
    action: {
      setIcon: (details: { path: Record<number, string> }) =>
        call('action.setIcon', [details], () => {
          data().icon = details.path[32] ?? '';
        }),
      setTitle: ({ title }: { title: string }) =>
        call('action.setTitle', [title], () => {
          data().title = title;
        }),
      setBadgeText: ({ text }: { text: string }) =>
        call('action.setBadgeText', [text], () => {
          data().badge = text;
        }),
      setBadgeBackgroundColor: (how: object) =>
        call('action.setBadgeBackgroundColor', [how], () => undefined),
      setBadgeTextColor: (how: object) => call('action.setBadgeTextColor', [how], () => undefined),
    },
    tabs: {
      query: (wanted: { active?: true; lastFocusedWindow?: true; windowId?: number }) =>
        call('tabs.query', [wanted], () => {
          const windowId = wanted.lastFocusedWindow ? data().lastFocusedId : wanted.windowId;
          const isAny = Object.keys(wanted).length === 0;
          return data()
            .tabs.filter((tab) => isAny || tab.windowId === windowId)
            .filter((tab) => !wanted.active || tab.active)
            .map(({ id }) => tabNow(id));
        }),
      getZoomSettings: () =>
        call('tabs.getZoomSettings', [], () => ({ defaultZoomFactor: browser.zoom })),
      create: (wanted: { url?: string; active?: boolean; windowId?: number }) =>
        call('tabs.create', [wanted], () => {
          const normal = data().windows.findLast(({ type }) => type === 'normal');
          const windowId = wanted.windowId ?? normal?.id;
          if (windowId === undefined) throw new Error('No current window');
          windowNow(windowId);
          return tabNow(browser.openTab(windowId, wanted.url ?? 'about:newtab', wanted.active));
        }),
      get: (tabId: number) => call('tabs.get', [tabId], () => tabNow(tabId)),
      update: (tabId: number, change: { active: true } | { url: string }) =>
        call('tabs.update', [tabId, change], () => {
          const { windowId } = tabNow(tabId);
          if ('url' in change)
            Object.assign(data().tabs.find(({ id }) => id === tabId) ?? {}, change);
          else browser.activate(windowId, tabId);
          return tabNow(tabId);
        }),
      sendMessage: (tabId: number, { card }: { card: unknown }) =>
        call('tabs.sendMessage', [tabId, card], () => {
          if (data().card?.tabId !== tabId) throw new Error('Receiving end does not exist.');
          data().card = card === null ? null : { tabId, asks: card };
          return { shown: card !== null };
        }),
      remove: (tabId: number) => call('tabs.remove', [tabId], () => browser.closeTab(tabId)),
      onActivated: event('tabs.onActivated'),
      onUpdated: event('tabs.onUpdated'),
      onRemoved: event('tabs.onRemoved'),
      // Firefox keeps a tab's id.
      ...(firefox ? {} : { onReplaced: event('tabs.onReplaced') }),
    },
    windows: {
      WINDOW_ID_NONE: -1,
      get: (id: number) => call('windows.get', [id], () => windowNow(id)),
      getAll: (wanted?: WindowTypes) =>
        call('windows.getAll', wanted ? [wanted] : [], () =>
          data()
            .windows.filter(({ type }) => wanted?.windowTypes?.includes(type) ?? true)
            .map(({ id }) => windowNow(id)),
        ),
      getLastFocused: (wanted?: WindowTypes) =>
        call('windows.getLastFocused', [wanted], () => {
          // Firefox ignores them.
          const types = firefox ? undefined : wanted?.windowTypes;
          const fitting = data().windows.filter(({ type }) => types?.includes(type) ?? true);
          const last = fitting.find(({ id }) => id === data().lastFocusedId) ?? fitting.at(-1);
          if (last === undefined) throw new Error('No last-focused window');
          return windowNow(last.id);
        }),
      create: ({ url, type = 'normal', focused = true, ...how }: NewWindow) =>
        call('windows.create', [{ url, type, focused, ...how }], () => {
          const { state, ...bounds } = how;
          if (state !== undefined && (Object.keys(bounds).length > 0 || !focused))
            throw new Error('Invalid value for state');
          const { left = 0, top = 0, width = 400, height = 200 } = bounds;
          const { screen } = browser;
          const inView =
            Math.max(0, Math.min(left + width, screen.width) - Math.max(0, left)) *
            Math.max(0, Math.min(top + height, screen.height) - Math.max(0, top));
          if (state === undefined && inView < (width * height) / 2)
            throw new Error(
              'Invalid value for bounds. Bounds must be at least 50% within visible screen space.',
            );
          // Firefox gives every new window the focus.
          const id = browser.openWindow(type, how, focused || firefox);
          const tabId = browser.openTab(id, url);
          return { ...windowNow(id), tabs: [tabNow(tabId)] };
        }),
      update: (windowId: number, change: { focused: true } | { state: string }) =>
        call('windows.update', [windowId, change], () => {
          windowNow(windowId);
          if ('focused' in change) browser.focus(windowId);
          else Object.assign(data().windows.find(({ id }) => id === windowId) ?? {}, change);
        }),
      onFocusChanged: event('windows.onFocusChanged'),
      ...(firefox ? {} : { onBoundsChanged: event('windows.onBoundsChanged') }),
    },
    permissions: {
      contains: ({ permissions }: { permissions: string[] }) =>
        call('permissions.contains', [permissions], () =>
          permissions.every((one) => data().permissions.includes(one)),
        ),
      onAdded: event('permissions.onAdded'),
    },
    get notifications() {
      return data().permissions.includes('notifications') ? notifications : undefined;
    },
    get scripting() {
      return data().permissions.includes('scripting') ? scripting : undefined;
    },
    i18n: { getMessage, getUILanguage: () => 'en' },
  };
  return browser.flavour === 'safari' ? asInSafari(api) : api;
}
