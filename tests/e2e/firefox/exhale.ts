import { launch, type Page as Tab } from 'puppeteer-core';
import { type View, view } from '../../../core/engine/view.ts';
import { type Day, dayKey, EMPTY_DAY } from '../../../core/records/history.ts';
import type { SettingsPatch } from '../../../core/records/settings.ts';
import { decodeAll, type Loaded } from '../../../core/records/stored.ts';
import { localAt } from '../../../shell/clock.ts';
import type { Reply } from '../../../shell/messages.ts';
import { stir } from '../desk.ts';
import { type Patience, until } from '../harness.ts';
import { settingsWith, workedFor } from '../seed.ts';
import { Page } from './page.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

const given = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: npm run e2e sets it`);
  return value;
};

/** A fixed one, so that addresses are known. */
const UUID = '6e2f1d0a-3c5b-4d7e-8f9a-1b2c3d4e5f60';
const ID = 'exhale@breathe.invalid';
/** No page of the product: a picture out of the package, from which its storage can be reached. */
const INSIDE = 'icon/16.png';
/** Firefox shows a page of an extension, but never says that it has arrived there. */
const ARRIVES_MS = 1000;

const PREFERENCES = {
  'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
  // The permission dialog is the browser's own; who clicks our button is taken to agree.
  'extensions.webextOptionalPermissionPrompts': false,
  // Without a desktop that shows notifications, Firefox draws its own.
  'alerts.useSystemBackend': false,
};

/** Firefox stops the background after half a minute without events; here after two seconds. */
export const STOPS_SOON = { 'extensions.background.idle.timeout': 2000 };

type Past = Partial<Parameters<typeof workedFor>[0]> & { settings?: SettingsPatch };

/** Exhale in a Firefox of its own. With a display, where idleness is real. */
export class Exhale {
  private constructor(
    private readonly firefox: Awaited<ReturnType<typeof launch>>,
    private readonly inside: Tab,
  ) {}

  /** As on the day of the install: its first seconds. */
  static async installed(preferences: Record<string, unknown> = {}): Promise<Exhale> {
    await stir();
    const firefox = await launch({
      browser: 'firefox',
      executablePath: given('EXHALE_BROWSER'),
      headless: false,
      defaultViewport: null,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: { ...PREFERENCES, ...preferences },
    });
    const [first] = await firefox.pages();
    if (first === undefined) throw new Error('Firefox opened without a tab');
    await firefox.installExtension(given('EXHALE_DIST'));
    const exhale = new Exhale(firefox, first);
    running.add(exhale);
    await exhale.go(first, INSIDE);
    await until('it has begun', async () => (await exhale.raw()).state);
    return exhale;
  }

  /** Some time later. */
  static async started(past: Past = {}, preferences = {}): Promise<Exhale> {
    const exhale = await Exhale.installed(preferences);
    await exhale.begin(past);
    return exhale;
  }

  url(path: string): string {
    return `moz-extension://${UUID}/${path}`;
  }

  private async go(tab: Tab, path: string): Promise<void> {
    await tab.goto(this.url(path), { timeout: ARRIVES_MS }).catch(() => undefined);
    await until(`${path} is open`, () =>
      tab.evaluate(
        (url) => location.href === url && document.readyState === 'complete',
        this.url(path),
      ),
    );
  }

  async open(path: string): Promise<Page> {
    const tab = await this.firefox.newPage();
    await this.go(tab, path);
    return new Page(tab);
  }

  /** Opens a page of somebody's work, and shows it. */
  async visit(url: string): Promise<Page> {
    const tab = await this.firefox.newPage();
    await tab.goto(url);
    return new Page(tab);
  }

  /** Waits for a page that Exhale opens: `prompt`, `break`, `welcome`. */
  async page(name: string, patience: Patience = {}): Promise<Page> {
    const path = `/${name}.html`;
    const tab = await until(
      `${name}.html is open`,
      async () => {
        for (const page of await this.firefox.pages())
          if ((await pathOf(page)) === path) return page;
        return undefined;
      },
      patience,
    );
    return new Page(tab);
  }

  /** The documents of Exhale that there are, by their kind and name. */
  documents(): Promise<string[]> {
    return this.inside.evaluate(async () => {
      const contexts = await browser.runtime.getContexts({});
      return contexts.map(({ contextType, documentUrl }) => {
        const name = new URL(documentUrl ?? '').pathname.replace(/^\/|\.html$/g, '');
        return `${contextType} ${name}`;
      });
    });
  }

  /** Waits for Firefox to stop the background, as it does when nothing has happened for a while. */
  async untilStopped(): Promise<void> {
    await until('the background is stopped', async () => {
      const documents = await this.documents();
      return !documents.some((document) => document.startsWith('BACKGROUND'));
    });
  }

  async isOpen(name: string): Promise<boolean> {
    return (await this.documents()).includes(`TAB ${name}`);
  }

  raw(): Promise<Record<string, unknown>> {
    return this.inside.evaluate(() => browser.storage.local.get());
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
  tell(message: object): Promise<Reply> {
    return this.inside.evaluate(
      (told) => browser.runtime.sendMessage(told) as Promise<Reply>,
      message,
    );
  }

  /** Brings time forward, and has the settings taken over as an import does. */
  async begin({ settings: patch, minutesAtScreen = 0, ...past }: Past = {}): Promise<void> {
    await stir();
    const records = workedFor({ minutesAtScreen, ...past }, Date.now());
    await this.inside.evaluate((values) => browser.storage.local.set(values), records);
    const reply = await this.tell({ type: 'replaceSettings', settings: settingsWith(patch) });
    if (!reply.ok) throw new Error(`the settings were refused: ${JSON.stringify(reply)}`);
  }

  /** What the toolbar icon says. */
  title(): Promise<string> {
    return this.inside.evaluate(() => browser.action.getTitle({}));
  }

  /** When the one alarm rings. */
  async alarmAtMs(): Promise<number | undefined> {
    const alarms = await this.inside.evaluate(() => browser.alarms.getAll());
    if (alarms.length > 1) throw new Error(`${alarms.length} alarms`);
    return alarms[0]?.scheduledTime;
  }

  windowCount(): Promise<number> {
    return this.inside.evaluate(async () => (await browser.windows.getAll()).length);
  }

  /** Of the one window: normal, maximized, fullscreen. */
  windowState(): Promise<string | undefined> {
    return this.inside.evaluate(async () => (await browser.windows.getAll())[0]?.state);
  }

  /** The real popup, at the icon. */
  openPopup(): Promise<void> {
    return this.inside.evaluate(() => browser.action.openPopup());
  }

  /** What can be read in it; empty until it is there. */
  popupText(): Promise<string> {
    return this.inside.evaluate(() => {
      const views = browser.extension.getViews({ type: 'popup' }) as { document?: Document }[];
      const popup = views[0]?.document;
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden can't be read
      return popup?.body.innerText.replace(/\s+/g, ' ') ?? '';
    });
  }

  notifications(): Promise<string[]> {
    return this.inside.evaluate(async () =>
      Object.keys((await browser.notifications?.getAll()) ?? {}),
    );
  }

  close(): Promise<void> {
    return this.firefox.close();
  }
}

/** Its path; of a tab that is just closing there is none any more. */
const pathOf = (tab: Tab): Promise<string> => tab.evaluate(() => location.pathname).catch(() => '');

const running = new Set<Exhale>();

/** Closes what a test has opened. */
export async function closeAll(): Promise<void> {
  for (const exhale of running) await exhale.close();
  running.clear();
}

/** What there is to know when a test has failed. */
export async function scene(): Promise<string> {
  const [exhale] = running;
  if (exhale === undefined) return 'no Firefox runs';
  const { phase, silence } = await exhale.view();
  return JSON.stringify({
    phase,
    silence,
    title: await exhale.title(),
    open: await exhale.documents(),
  });
}
