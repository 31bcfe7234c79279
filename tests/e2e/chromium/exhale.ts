import { type View, view } from '../../../core/engine/view.ts';
import { encode } from '../../../core/records/envelope.ts';
import { type Day, dayKey, EMPTY_DAY } from '../../../core/records/history.ts';
import type { Settings, SettingsPatch } from '../../../core/records/settings.ts';
import { decodeAll, type Loaded } from '../../../core/records/stored.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { localAt } from '../../../shell/clock.ts';
import type { Reply } from '../../../shell/messages.ts';
import { stir } from '../desk.ts';
import { type Patience, until } from '../harness.ts';
import { settingsWith, workedFor } from '../seed.ts';
import { site } from '../site.ts';
import { Browser, copyOf, freshProfile, keepInstalled, type Target } from './browser.ts';
import type { Page } from './page.ts';

declare const chrome: typeof import('../../../shell/browser.ts').browser;

const given = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: npm run e2e sets it`);
  return value;
};

/** No page of the product: a picture out of the package, from which its storage can be reached. */
const INSIDE = 'icon/16.png';

type Past = Partial<Parameters<typeof workedFor>[0]> & { settings?: SettingsPatch };

type Box = Record<'left' | 'top' | 'width' | 'height', number>;

export interface BrowserWindow extends Box {
  id: number;
  type: string;
  state: string;
  focused: boolean;
  tabs: { id: number; active: boolean; audible: boolean; mutedInfo: { muted: boolean } }[];
}

/** Exhale in a browser of its own. */
export class Exhale {
  private within: Promise<Page> | undefined;

  constructor(
    public browser: Browser,
    readonly id: string,
  ) {}

  url(path: string): string {
    return `chrome-extension://${this.id}/${path}`;
  }

  /** Waits for one of its pages: `popup`, `prompt`, `break`, `options`, `welcome`. */
  async page(name: string, patience: Patience = {}): Promise<Page> {
    const target = await until(`${name}.html is open`, () => this.opened(name), patience);
    return this.browser.lookAt(target.targetId);
  }

  opened(name: string): Promise<Target | undefined> {
    return this.browser.target(new RegExp(`^${this.url(`${name}.html`)}`));
  }

  inside(): Promise<Page> {
    this.within ??= this.browser.open(this.url(INSIDE), { background: true });
    return this.within;
  }

  /** The page is gone, as every page of an extension that is switched off. */
  forgetInside(): void {
    this.within = undefined;
  }

  /** Closes the page inside, so that nothing of Exhale is open. */
  async leaveInside(): Promise<void> {
    const { targetId } = await this.inside();
    await this.browser.devtools.send('Target.closeTarget', { targetId });
    this.within = undefined;
  }

  async raw(storageArea: 'local' | 'session' = 'local'): Promise<Record<string, unknown>> {
    const page = await this.inside();
    return (await page.send('Extensions.getStorageItems', { id: this.id, storageArea })).data;
  }

  async stored(): Promise<Loaded> {
    return decodeAll(await this.raw());
  }

  /** The breaks and rests of this day. */
  async today(): Promise<Day> {
    const raw = (await this.raw())[dayKey(localAt(Date.now()).date)];
    return (raw as { value: Day } | undefined)?.value ?? EMPTY_DAY;
  }

  /** What a popup that opened now would show. */
  async view(): Promise<View> {
    const stored = await this.stored();
    const { state } = stored;
    if (state === null) throw new Error('there is no state');
    const atMs = Date.now();
    return view({ ...stored, state }, atMs, localAt(atMs));
  }

  /** Sends a message as one of Exhale's pages. */
  async tell(message: unknown): Promise<Reply> {
    const page = await this.inside();
    return page.evaluate((told) => chrome.runtime.sendMessage(told) as Promise<Reply>, message);
  }

  /** Puts other records in the place of those that are stored. */
  async store(records: Record<string, unknown>): Promise<void> {
    const page = await this.inside();
    await page.evaluate((values) => chrome.storage.local.set(values), records);
  }

  /** Brings time forward, and has the settings taken over as an import does. */
  async begin({ settings: patch, minutesAtScreen = 0, ...past }: Past = {}): Promise<Settings> {
    const settings = settingsWith(patch);
    // What the records say must be so: there was input just now.
    await stir();
    const today = dayKey(localAt(Date.now()).date);
    const worked = workedFor({ minutesAtScreen, ...past }, Date.now());
    await this.store({ ...worked, [today]: encode(EMPTY_DAY) });
    const reply = await this.tell({ type: 'replaceSettings', settings });
    if (!reply.ok) throw new Error(`the settings were refused: ${JSON.stringify(reply)}`);
    return settings;
  }

  /** The break that runs has begun so much sooner. */
  async forward(seconds: number): Promise<void> {
    const { state } = await this.stored();
    if (!state?.break) throw new Error('no break runs');
    const startedAtMs = state.break.startedAtMs - seconds * SECOND_MS;
    const endsAtMs = state.break.endsAtMs - seconds * SECOND_MS;
    await this.store({
      state: encode({ ...state, break: { ...state.break, startedAtMs, endsAtMs } }),
    });
  }

  /** The real popup, at the icon. */
  async popup(): Promise<Page> {
    const page = await this.inside();
    await page.evaluate(() => chrome.action.openPopup());
    return this.page('popup');
  }

  /** The browser's windows, the one in use last at the end. */
  async windows(): Promise<BrowserWindow[]> {
    const page = await this.inside();
    return page.evaluate(async () => {
      const all = await chrome.windows.getAll({ populate: true });
      const last = await chrome.windows.getLastFocused();
      const order = ({ id }: { id?: number | undefined }) => (id === last.id ? 1 : 0);
      return all.sort((a, b) => order(a) - order(b)) as BrowserWindow[];
    });
  }

  /** Opens a window as a person does, and looks at nothing in it. */
  async openWindow(url: string): Promise<void> {
    const page = await this.inside();
    await page.evaluate((address) => chrome.windows.create({ url: address }), url);
  }

  /** The window and the tab that somebody is in. */
  async placeInUse(): Promise<{ windowId: number; tabId: number } | undefined> {
    const inUse = (await this.windows()).find(({ focused }) => focused);
    const tab = inUse?.tabs.find(({ active }) => active);
    return inUse && tab && { windowId: inUse.id, tabId: tab.id };
  }

  async title(): Promise<string> {
    const page = await this.inside();
    return page.evaluate(() => chrome.action.getTitle({}));
  }

  /** The browser does not tell which picture it shows; Exhale remembers. */
  async icon(): Promise<string> {
    return ((await this.raw('session')).painted as { icon: string }).icon;
  }

  async alarms(): Promise<{ name: string; scheduledTime: number }[]> {
    const page = await this.inside();
    return page.evaluate(() => chrome.alarms.getAll());
  }

  async moveWindow(id: number, to: Partial<Box>): Promise<void> {
    const page = await this.inside();
    await page.evaluate((...move) => chrome.windows.update(...move), id, to);
  }

  async worker(): Promise<Target | undefined> {
    const address = this.url('background.js');
    return (await this.browser.targets()).find(
      ({ type, url }) => type === 'service_worker' && url === address,
    );
  }

  /** Whatever is to happen next starts another one. */
  async killWorker(): Promise<void> {
    const worker = await this.worker();
    if (worker === undefined) return;
    const { devtools } = this.browser;
    const { targetId } = worker;
    let dead = false;
    const stop = devtools.on('Target.targetDestroyed', (gone) => {
      dead ||= gone.targetId === targetId;
    });
    await devtools.send('Target.closeTarget', { targetId });
    await until('the worker is dead', () => dead);
    stop();
  }

  /** The same profile in a new browser. */
  async restart(how: 'closed' | 'killed' = 'closed'): Promise<void> {
    this.within = undefined;
    await (how === 'closed' ? this.browser.close() : this.browser.kill());
    this.browser = await Browser.start(given('EXHALE_BROWSER'), this.browser.profile);
  }
}

const running = new Set<Exhale>();

/** What is known of every Exhale that runs, for whoever looks for the cause of a failure. */
export async function tellAll(): Promise<string> {
  const told = [...running].map(async (exhale) => {
    const targets = (await exhale.browser.targets()).map(({ type, url }) => `${type} ${url}`);
    const known = {
      state: (await exhale.stored()).state,
      painted: (await exhale.raw('session')).painted,
      windows: (await exhale.windows()).map(({ type, focused, state }) => ({
        type,
        focused,
        state,
      })),
      alarms: await exhale.alarms(),
      targets,
    };
    return JSON.stringify(known, null, 1);
  });
  return (await Promise.all(told)).join('\n');
}

/** Closes what a test has opened. */
export async function closeAll(): Promise<void> {
  for (const { browser } of running) await browser.kill();
  running.clear();
}

/** As on the day of the install: its first seconds. */
export async function installed(): Promise<Exhale> {
  const browser = await Browser.start(given('EXHALE_BROWSER'), freshProfile());
  const path = given('EXHALE_DIST');
  const { id } = await browser.devtools.send('Extensions.loadUnpacked', { path });
  const exhale = new Exhale(browser, id);
  running.add(exhale);
  return exhale;
}

let template: Promise<{ profile: string; id: string }> | undefined;

/** A profile in which Exhale was installed some time ago. */
async function settledProfile(): Promise<{ profile: string; id: string }> {
  const exhale = await installed();
  await until('it has begun', async () => (await exhale.raw()).state);
  await exhale.browser.close();
  running.delete(exhale);
  const { profile } = exhale.browser;
  keepInstalled(profile, exhale.id);
  return { profile, id: exhale.id };
}

/** On some later day: the browser has just started, and somebody reads a page in it. */
export async function started(
  past: Past = {},
  flags: string[] = [],
  environment: Record<string, string> = {},
): Promise<Exhale> {
  template ??= settledProfile();
  const { profile, id } = await template;
  const path = given('EXHALE_BROWSER');
  const browser = await Browser.start(path, copyOf(profile), flags, environment);
  const exhale = new Exhale(browser, id);
  running.add(exhale);
  // Before anything else: opening it later would raise its window above the prompt's.
  await browser.open(await site('/reading'));
  // What it does at the start of the browser would be written over what is put there now.
  await until('it has begun', async () => (await exhale.icon()) !== '');
  await exhale.begin(past);
  return exhale;
}
