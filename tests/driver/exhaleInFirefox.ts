import { setTimeout as sleep } from 'node:timers/promises';
import type { Page as Tab } from 'puppeteer-core';
import { FIREFOX_ID } from '../../scripts/identity.ts';
import { distFolder } from '../../scripts/setup/builds.mjs';
import { findNeed } from '../../scripts/setup/system.mjs';
import { Exhale, INSIDE } from './exhale.ts';
import { Firefox, type Preferences } from './firefox.ts';
import { FirefoxPage } from './firefoxPage.ts';
import { click, stir } from './hands.ts';
import { WINDOW } from './profile.ts';
import { site } from './site.ts';
import { type Patience, until } from './wait.ts';

declare const browser: typeof import('../../shell/browser.ts').browser;

/** The window of the popup, with what only Firefox tells. */
interface PopupView {
  document: Document;
  mozInnerScreenX: number;
  mozInnerScreenY: number;
}

/** A fixed one, so that addresses are known. */
const UUID = '6e2f1d0a-3c5b-4d7e-8f9a-1b2c3d4e5f60';

/** After this time, a page has begun to load. */
const GOES_MS = 1500;
/** After this time without the page, open it again. */
const GO_AGAIN_MS = 4000;

const PREFERENCES = {
  'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: UUID }),
  // The permission dialog belongs to the browser. A click on our button counts as yes.
  'extensions.webextOptionalPermissionPrompts': false,
  // On a desktop without notifications, Firefox draws its own.
  'alerts.useSystemBackend': false,
};

/** Firefox stops the background after half a minute without events; here, after two seconds. */
export const STOPS_SOON = { 'extensions.background.idle.timeout': 2000 };

/** Exhale in its own Firefox, on a display with real idle times. */
export class ExhaleInFirefox extends Exhale {
  private within: Tab | undefined;

  private constructor(private readonly firefox: Firefox) {
    super();
  }

  /** The day of the install: the first seconds, with the welcome page. */
  static async install(
    preferences: Preferences = {},
    program = findNeed('firefox'),
  ): Promise<ExhaleInFirefox> {
    if (program === null) throw new Error('there is no Firefox; npm run e2e installs one');
    await stir();
    const firefox = await Firefox.start(program, { ...PREFERENCES, ...preferences });
    await firefox.install(distFolder('firefox'));
    const exhale = new ExhaleInFirefox(firefox);
    await exhale.hasBegun();
    return exhale;
  }

  /** A later day: the person reads a page. */
  static async start(preferences: Preferences = {}): Promise<ExhaleInFirefox> {
    const exhale = await ExhaleInFirefox.install(preferences);
    // Just started, a browser is slow, and so are the others that start beside it.
    await exhale.page('welcome', { seconds: 60 });
    await exhale.reset();
    return exhale;
  }

  /** The state after `start`, in the same browser: one page, nothing stored, a new background. */
  async reset(): Promise<void> {
    const reading = await this.firefox.newTab();
    await reading.goto(await site('/reading'));
    await this.forget();
    // After a reload, Exhale begins a new session.
    await this.update();
    for (const tab of await this.firefox.tabs()) if (tab !== reading) await tab.close();
    await this.hasBegun();
    await reading.bringToFront();
    // A window that opens after a small one is as small.
    await this.evaluate(async (place) => {
      const { id = 0 } = await browser.windows.getLastFocused();
      await browser.windows.update(id, place);
    }, WINDOW);
    await this.begin();
  }

  /** For the browser, loading an extension again is an update. It closes every page of the old one. */
  async update(): Promise<void> {
    const old = await this.inside();
    await this.evaluate(() => browser.runtime.reload());
    this.within = undefined;
    await until('the old one has ended', async () => !(await this.firefox.isOpen(old)));
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
    const page = await this.inside();
    return page.evaluate(work as never, ...args) as Promise<R>;
  }

  private async inside(): Promise<Tab> {
    this.within ??= await this.show(INSIDE);
    return this.within;
  }

  /** Opens a file of the package in a tab. Firefox never reports that it has arrived. */
  private async show(path: string): Promise<Tab> {
    const tab = await this.firefox.newTab();
    const url = this.url(path);
    let wentAtMs = 0;
    await until(`${path} is open`, async () => {
      // While the extension is reloaded, its pages can't be opened.
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

  /** Opens one of the person's pages and shows it. */
  async visit(path: Parameters<typeof site>[0]): Promise<FirefoxPage> {
    const tab = await this.firefox.newTab();
    await tab.goto(await site(path));
    // Extensions see it as loaded a little later.
    await until('the page has loaded', () =>
      this.evaluate(async () => {
        const tabs = await browser.tabs.query({});
        return tabs.every(({ status }) => status === 'complete');
      }),
    );
    return new FirefoxPage(tab);
  }

  /** Goes to any address in a new tab. Some never finish loading. */
  async go(url: string): Promise<void> {
    const tab = await this.firefox.newTab();
    void tab.goto(url).catch(() => undefined);
    await sleep(GOES_MS);
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

  /** The open documents of Exhale, by kind and name. */
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

  /** Waits until Firefox stops the background for lack of events. */
  async untilStopped(): Promise<void> {
    await until('the background is stopped', async () => {
      const documents = await this.documents();
      return !documents.some((document) => document.startsWith('BACKGROUND'));
    });
  }

  windowCount(): Promise<number> {
    return this.evaluate(async () => (await browser.windows.getAll()).length);
  }

  /** The state of the only window: normal, maximized, fullscreen. */
  windowState(): Promise<string | undefined> {
    return this.evaluate(async () => (await browser.windows.getAll())[0]?.state);
  }

  /** The real popup, at the toolbar icon. */
  openPopup(): Promise<void> {
    return this.evaluate(() => browser.action.openPopup());
  }

  /** Clicks a button of the popup with the pointer, once it no longer moves. */
  async clickInPopup(words: string): Promise<void> {
    let before = '';
    const at = await until(`the popup has the button ${words}`, async () => {
      const found = await this.evaluate((said) => {
        const [view] = browser.extension.getViews({ type: 'popup' }) as unknown as PopupView[];
        const button = [...(view?.document.querySelectorAll('button') ?? [])].find((one) =>
          one.textContent?.includes(said),
        );
        button?.scrollIntoView({ block: 'center' });
        const box = button?.getBoundingClientRect();
        return (
          view &&
          box && {
            x: view.mozInnerScreenX + box.x + box.width / 2,
            y: view.mozInnerScreenY + box.y + box.height / 2,
          }
        );
      }, words);
      const isStill = JSON.stringify(found) === before;
      before = JSON.stringify(found);
      return isStill && found;
    });
    await click(at);
  }

  /** Its text; empty until it is open. */
  popupText(): Promise<string> {
    return this.evaluate(() => {
      const views = browser.extension.getViews({ type: 'popup' }) as { document?: Document }[];
      const popup = views[0]?.document;
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden can't be read
      return popup?.body.innerText.replace(/\s+/g, ' ') ?? '';
    });
  }

  closePopup(): Promise<void> {
    return this.evaluate(() => {
      const views = browser.extension.getViews({ type: 'popup' }) as unknown as { close(): void }[];
      for (const view of views) view.close();
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

/** The path of a tab; empty if it is closing. */
const pathOf = (tab: Tab): Promise<string> => tab.evaluate(() => location.pathname).catch(() => '');
