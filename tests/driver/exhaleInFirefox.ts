import type { Page as Tab } from 'puppeteer-core';
import { distFolder } from '../../scripts/setup/builds.mjs';
import { findNeed } from '../../scripts/setup/system.mjs';
import { Exhale, INSIDE } from './exhale.ts';
import { Firefox, type Preferences } from './firefox.ts';
import { FirefoxPage } from './firefoxPage.ts';
import { stir } from './hands.ts';
import { site } from './site.ts';
import { type Patience, until } from './wait.ts';

declare const browser: typeof import('../../shell/browser.ts').browser;

/** A fixed one, so that addresses are known. */
const UUID = '6e2f1d0a-3c5b-4d7e-8f9a-1b2c3d4e5f60';
const ID = 'exhale@breathe.invalid';

/** A page that is not there after this time is gone to again. */
const GO_AGAIN_MS = 4000;

const PREFERENCES = {
  'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
  // The permission dialog is the browser's own. A click on our button is taken as a yes.
  'extensions.webextOptionalPermissionPrompts': false,
  // Without a desktop that shows notifications, Firefox draws its own.
  'alerts.useSystemBackend': false,
};

/** Firefox stops the background after half a minute without events; here after two seconds. */
export const STOPS_SOON = { 'extensions.background.idle.timeout': 2000 };

/** Exhale in a Firefox of its own, at a display, where idleness is real. */
export class ExhaleInFirefox extends Exhale {
  private within: Tab | undefined;

  private constructor(private readonly firefox: Firefox) {
    super();
  }

  /** As on the day of the install: its first seconds, with the welcome page. */
  static async install(preferences: Preferences = {}): Promise<ExhaleInFirefox> {
    const program = findNeed('firefox');
    if (program === null) throw new Error('there is no Firefox; npm run e2e installs one');
    await stir();
    const firefox = await Firefox.start(program, { ...PREFERENCES, ...preferences });
    await firefox.install(distFolder('firefox'));
    const exhale = new ExhaleInFirefox(firefox);
    await exhale.hasBegun();
    return exhale;
  }

  /** On some later day: a person reads a page. */
  static async start(preferences: Preferences = {}): Promise<ExhaleInFirefox> {
    const exhale = await ExhaleInFirefox.install(preferences);
    await exhale.page('welcome');
    await exhale.reset();
    return exhale;
  }

  /** As after `start`, in the same browser: one page, nothing stored, a background that has just begun. */
  async reset(): Promise<void> {
    const reading = await this.firefox.newTab();
    await reading.goto(await site('/reading'));
    await this.forget();
    // Loaded again, it is another session to Exhale.
    await this.evaluate(() => browser.runtime.reload());
    for (const tab of await this.firefox.tabs()) if (tab !== reading) await tab.close();
    this.within = undefined;
    await this.hasBegun();
    await reading.bringToFront();
    await this.begin();
  }

  private async hasBegun(): Promise<void> {
    await until('it has begun', async () => (await this.icon()) !== '');
  }

  url(path: string): string {
    return `moz-extension://${UUID}/${path}`;
  }

  protected stir(): Promise<void> {
    return stir();
  }

  async evaluate<A extends unknown[], R>(
    work: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> {
    this.within ??= await this.show(INSIDE);
    return this.within.evaluate(work as never, ...args) as Promise<R>;
  }

  /** Opens a file of the package in a tab. Firefox does so, but never says that it has arrived there. */
  private async show(path: string): Promise<Tab> {
    const tab = await this.firefox.newTab();
    const url = this.url(path);
    let wentAtMs = 0;
    await until(`${path} is open`, async () => {
      // While the extension is being loaded again, a page of it can't be opened.
      if (Date.now() > wentAtMs + GO_AGAIN_MS) {
        wentAtMs = Date.now();
        void tab.goto(url).catch(() => undefined);
      }
      return tab.evaluate(
        (url) => location.href === url && document.readyState === 'complete',
        url,
      );
    });
    return tab;
  }

  /** Opens one of its pages in a tab: `options`. */
  async open(name: string): Promise<FirefoxPage> {
    return new FirefoxPage(await this.show(`${name}.html`));
  }

  /** Opens a page of a person's work, and shows it. */
  async visit(path: Parameters<typeof site>[0]): Promise<FirefoxPage> {
    const tab = await this.firefox.newTab();
    await tab.goto(await site(path));
    // To extensions it has loaded a little later.
    await until('the page has loaded', () =>
      this.evaluate(async () => {
        const tabs = await browser.tabs.query({});
        return tabs.every(({ status }) => status === 'complete');
      }),
    );
    return new FirefoxPage(tab);
  }

  /** Waits for a page that Exhale opens: `prompt`, `break`, `welcome`. */
  async page(name: string, patience: Patience = {}): Promise<FirefoxPage> {
    const tab = await until(
      `${name}.html is open`,
      async () => {
        for (const tab of await this.firefox.tabs())
          if ((await pathOf(tab)) === `/${name}.html`) return tab;
        return undefined;
      },
      patience,
    );
    return new FirefoxPage(tab);
  }

  /** The documents of Exhale that there are, by their kind and name. */
  documents(): Promise<string[]> {
    return this.evaluate(async () => {
      const contexts = await browser.runtime.getContexts({});
      return contexts.map(({ contextType, documentUrl }) => {
        const name = new URL(documentUrl ?? '').pathname.replace(/^\/|\.html$/g, '');
        return `${contextType} ${name}`;
      });
    });
  }

  async isOpen(name: string): Promise<boolean> {
    return (await this.documents()).includes(`TAB ${name}`);
  }

  /** Waits for Firefox to stop the background, as it does when nothing has happened for a while. */
  async untilStopped(): Promise<void> {
    await until('the background is stopped', async () => {
      const documents = await this.documents();
      return !documents.some((document) => document.startsWith('BACKGROUND'));
    });
  }

  windowCount(): Promise<number> {
    return this.evaluate(async () => (await browser.windows.getAll()).length);
  }

  /** Of the one window: normal, maximized, fullscreen. */
  windowState(): Promise<string | undefined> {
    return this.evaluate(async () => (await browser.windows.getAll())[0]?.state);
  }

  /** The real popup, at the icon. */
  openPopup(): Promise<void> {
    return this.evaluate(() => browser.action.openPopup());
  }

  /** What can be read in it; empty until it is there. */
  popupText(): Promise<string> {
    return this.evaluate(() => {
      const views = browser.extension.getViews({ type: 'popup' }) as { document?: Document }[];
      const popup = views[0]?.document;
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden can't be read
      return popup?.body.innerText.replace(/\s+/g, ' ') ?? '';
    });
  }

  async describe(): Promise<unknown> {
    const { phase, silence } = await this.view();
    return { phase, silence, title: await this.title(), open: await this.documents() };
  }

  close(): Promise<void> {
    return this.firefox.close();
  }
}

/** Its path; a tab that is just closing has none any more. */
const pathOf = (tab: Tab): Promise<string> => tab.evaluate(() => location.pathname).catch(() => '');
