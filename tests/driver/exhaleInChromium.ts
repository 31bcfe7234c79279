import { distFolder, extensionId } from '../../scripts/setup/builds.mjs';
import { findNeed } from '../../scripts/setup/system.mjs';
import { Browser, type BrowserWish, type Target } from './browser.ts';
import { Exhale, INSIDE } from './exhale.ts';
import type { Page } from './page.ts';
import { isWritten, keepInstalled, newProfile } from './profile.ts';
import { site } from './site.ts';
import { type Patience, until } from './wait.ts';

declare const browser: typeof import('../../shell/browser.ts').browser;

type Box = Record<'left' | 'top' | 'width' | 'height', number>;

export interface BrowserWindow extends Box {
  id: number;
  type: string;
  state: string;
  focused: boolean;
  tabs: { id: number; active: boolean; audible: boolean; mutedInfo: { muted: boolean } }[];
}

/** The options. The defaults are the result of `npm run build` and the installed Chromium. */
export type Wish = Partial<BrowserWish> & { dist?: string };

/** Exhale in a Chromium of its own. */
export class ExhaleInChromium extends Exhale {
  private within: Promise<Page> | undefined;
  private reading: Page | undefined;

  private constructor(
    public browser: Browser,
    readonly id: string,
  ) {
    super();
  }

  /** The day of the install: the first seconds, with the welcome page. */
  static async install({ dist = distFolder('chromium'), ...wish }: Wish = {}) {
    const program = wish.program ?? findNeed('chromium');
    if (program === null) throw new Error('there is no Chromium; npm run e2e installs one');
    const profile = wish.profile ?? newProfile(extensionId(dist));
    const started = await Browser.start({ ...wish, program, profile });
    const { id } = await started.devtools.send('Extensions.loadUnpacked', { path: dist });
    return new ExhaleInChromium(started, id);
  }

  /** A later day: the person reads a page in the only window. */
  static async start(wish: Wish = {}): Promise<ExhaleInChromium> {
    const exhale = await ExhaleInChromium.install(wish);
    await exhale.page('welcome');
    await exhale.reset();
    return exhale;
  }

  /** The state after `start`, in the same browser: one window, nothing stored, a new worker. */
  async reset(): Promise<void> {
    await this.tidy();
    // After the closed tabs have been handled.
    await this.forget();
    // Without a memory, the next worker begins a new session.
    await this.killWorker();
    // A look that was cut in two by the forgetting may have played a sound.
    await until('no sound plays', async () => (await this.offscreen()).length === 0);
    await this.begin();
    await this.hasBegun();
  }

  /** Leaves only the person's page in front, and the tab for `evaluate`. */
  async tidy(): Promise<void> {
    const reading = this.reading?.targetId ?? '';
    const inside = (await this.within)?.targetId ?? '';
    const { browser } = this;
    const places = await Promise.all([reading, inside].map((id) => browser.isInPlace(id)));
    if (places.includes(false)) {
      this.reading = await browser.openAlone(await site('/reading'));
      this.within = undefined;
    } else {
      await browser.closeAllBut([reading, inside]);
      await browser.devtools.send('Target.activateTarget', { targetId: reading });
    }
  }

  /** The addresses of the pages without a window. */
  offscreen(): Promise<(string | undefined)[]> {
    return this.evaluate(async () => {
      const wanted = { contextTypes: ['OFFSCREEN_DOCUMENT' as never] };
      return (await browser.runtime.getContexts(wanted)).map(({ documentUrl }) => documentUrl);
    });
  }

  /** Waits until Exhale has noticed the new browser or worker. */
  async hasBegun(): Promise<void> {
    await until('it has begun', async () => (await this.icon()) !== '');
  }

  url(path: string): string {
    return `chrome-extension://${this.id}/${path}`;
  }

  protected stir(): Promise<void> {
    return this.browser.input.stir();
  }

  async evaluate<A extends unknown[], R>(
    work: (...args: A) => R | Promise<R>,
    ...args: A
  ): Promise<R> {
    const page = await this.inside();
    return page.evaluate(work, ...args);
  }

  /** A tab in the background, for `evaluate`. */
  inside(): Promise<Page> {
    this.within ??= this.openInside();
    return this.within;
  }

  private async openInside(): Promise<Page> {
    const page = await this.browser.open(this.url(INSIDE), { background: true });
    if (await page.evaluate(() => typeof browser !== 'undefined')) return page;
    // The extension is being reloaded, and the tab shows an error.
    this.within = undefined;
    await page.close();
    throw new Error('Exhale is not there yet');
  }

  /** Its tab is gone, like every page of a disabled extension. */
  forgetInside(): void {
    this.within = undefined;
  }

  /** Closes that tab, so that no page of Exhale is open. */
  async leaveInside(): Promise<void> {
    await (await this.inside()).close();
    this.within = undefined;
  }

  /** Opens one of its pages in a tab: `options`, `days`. */
  open(name: string): Promise<Page> {
    return this.browser.open(this.url(`${name}.html`));
  }

  /** Opens one of the person's pages in a tab. */
  async visit(path: Parameters<typeof site>[0]): Promise<Page> {
    return this.browser.open(await site(path));
  }

  /** Waits for a page that Exhale opens: `popup`, `prompt`, `break`, `options`, `welcome`. */
  async page(name: string, patience: Patience = {}): Promise<Page> {
    const target = await until(`${name}.html is open`, () => this.targetOf(name), patience);
    return this.browser.lookAt(target.targetId);
  }

  async isOpen(name: string): Promise<boolean> {
    return (await this.targetOf(name)) !== undefined;
  }

  private targetOf(name: string): Promise<Target | undefined> {
    return this.browser.target(new RegExp(`^${this.url(`${name}.html`)}`));
  }

  /** The real popup, at the toolbar icon. */
  async popup(): Promise<Page> {
    await this.evaluate(() => browser.action.openPopup());
    return this.page('popup');
  }

  /** The browser's windows, the last used one at the end. */
  windows(): Promise<BrowserWindow[]> {
    return this.evaluate(async () => {
      const all = await browser.windows.getAll({ populate: true });
      const last = await browser.windows.getLastFocused();
      const order = ({ id }: { id?: number | undefined }) => (id === last.id ? 1 : 0);
      return all.sort((a, b) => order(a) - order(b)) as BrowserWindow[];
    });
  }

  /** Opens a window as a person does, without attaching to it. */
  async openWindow(url: string): Promise<void> {
    await this.evaluate((address) => browser.windows.create({ url: address }), url);
  }

  /** The person's window and tab. */
  async placeInUse(): Promise<{ windowId: number; tabId: number } | undefined> {
    const inUse = (await this.windows()).find(({ focused }) => focused);
    const tab = inUse?.tabs.find(({ active }) => active);
    return inUse && tab && { windowId: inUse.id, tabId: tab.id };
  }

  async moveWindow(id: number, to: Partial<Box>): Promise<void> {
    await this.evaluate((...move) => browser.windows.update(...move), id, to);
  }

  async worker(): Promise<Target | undefined> {
    const address = this.url('background.js');
    return (await this.browser.targets()).find(
      ({ type, url }) => type === 'service_worker' && url === address,
    );
  }

  /** Kills the worker. The next event starts another one. */
  async killWorker(): Promise<void> {
    const worker = await this.worker();
    if (worker === undefined) return;
    let dead = false;
    const stop = this.browser.devtools.on('Target.targetDestroyed', ({ targetId }) => {
      dead ||= targetId === worker.targetId;
    });
    await this.browser.closeTarget(worker.targetId);
    await until('the worker is dead', () => dead);
    stop();
  }

  /** Stores records while no background runs: one that is handling an event would write its own over them. */
  async storeAsleep(records: Record<string, unknown>): Promise<void> {
    await this.inside();
    await this.killWorker();
    await this.store(records);
  }

  /** The same profile in a new browser. */
  async restart(how: 'closed' | 'killed' = 'closed'): Promise<void> {
    this.within = undefined;
    if (how === 'closed') await this.browser.close();
    else {
      // One that is killed writes nothing more.
      await until('the install is written', () => isWritten(this.browser.profile, this.id));
      await this.browser.kill();
    }
    keepInstalled(this.browser.profile, this.id);
    this.browser = await Browser.start(this.browser.wish);
  }

  async describe(): Promise<unknown> {
    const targets = (await this.browser.targets()).map(({ type, url }) => `${type} ${url}`);
    const windows = (await this.windows()).map(({ type, focused, state }) => ({
      type,
      focused,
      state,
    }));
    const { state } = await this.stored();
    const { painted } = await this.raw('session');
    return { state, painted, windows, alarms: await this.alarms(), targets };
  }

  close(): Promise<void> {
    return this.browser.kill();
  }
}
