import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { sandboxArgs } from '../../scripts/setup/system.mjs';
import { DevTools } from './devTools.ts';
import { type Input, xInput } from './input.ts';
import { Page } from './page.ts';
import { WINDOW } from './profile.ts';
import { until } from './wait.ts';

/** A page, a worker or a popup, as the browser lists them. */
export interface Target {
  targetId: string;
  type: string;
  url: string;
}

/** No test needs these, and the browser's spare pages take half of its time. */
const WITHOUT = [
  'MediaRouter',
  'OptimizationHints',
  'PreloadTopChromeWebUI',
  'Translate',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
];

export interface BrowserWish {
  /** The path of Chromium, Chrome or Edge. */
  program: string;
  profile: string;
  flags?: string[];
  environment?: Record<string, string>;
  /** How pages are clicked. The default is the X server. */
  input?: Input;
}

/** Whether a page takes input. Chromium drops everything before the first paint. */
function isThere(): boolean {
  if (document.readyState !== 'complete' || location.href === 'about:blank') return false;
  return document.hidden || performance.getEntriesByType('paint').length > 0;
}

/**
 * A Chromium with its own profile. It ends when this process ends, even after a crash, because its pipe
 * closes.
 */
export class Browser {
  private constructor(
    private readonly process: ChildProcess,
    private readonly closed: Promise<unknown>,
    readonly devtools: DevTools,
    readonly wish: BrowserWish,
  ) {}

  static async start(wish: BrowserWish): Promise<Browser> {
    const { program, profile, flags = [], environment } = wish;
    const args = [
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
      '--enable-unsafe-extension-debugging',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      `--disable-features=${WITHOUT.join(',')}`,
      ...sandboxArgs(),
      ...flags,
      'about:blank',
    ];
    const env = { ...process.env, LANGUAGE: 'en', LANG: 'en_US.UTF-8', ...environment };
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;
    const chromium = spawn(program, args, { env, stdio: [...stdio] });
    const closed = new Promise((resolve, reject) => {
      chromium.on('close', resolve);
      chromium.on('error', reject);
    });
    const [, , , orders, answers] = chromium.stdio as unknown as [
      null,
      null,
      null,
      Writable,
      Readable,
    ];
    const browser = new Browser(chromium, closed, new DevTools(orders, answers), wish);
    await browser.devtools.send('Target.setDiscoverTargets', { discover: true });
    await until('the browser has a window', () => browser.target(/^about:blank/), { seconds: 60 });
    return browser;
  }

  get pid(): number {
    return this.process.pid ?? -1;
  }

  get profile(): string {
    return this.wish.profile;
  }

  get input(): Input {
    return this.wish.input ?? xInput;
  }

  async targets(): Promise<Target[]> {
    return (await this.devtools.send('Target.getTargets')).targetInfos;
  }

  async target(url: RegExp): Promise<Target | undefined> {
    return (await this.targets()).find((target) => url.test(target.url));
  }

  /** Attaches to an existing page. */
  async lookAt(targetId: string): Promise<Page> {
    const order = { targetId, flatten: true };
    const { sessionId } = await this.devtools.send('Target.attachToTarget', order);
    const page = new Page(this.devtools, targetId, sessionId, this.input);
    await until('the page is there', () => page.evaluate(isThere));
    return page;
  }

  /** Opens a tab and attaches to it. */
  async open(url: string, { background = false } = {}): Promise<Page> {
    const { targetId } = await this.devtools.send('Target.createTarget', { url, background });
    return this.lookAt(targetId);
  }

  /** Opens a page in a new window at the usual place, and closes everything else. */
  async openAlone(url: string): Promise<Page> {
    const wish = { url, newWindow: true, ...WINDOW };
    const { targetId } = await this.devtools.send('Target.createTarget', wish);
    await this.closeAllBut([targetId]);
    return this.lookAt(targetId);
  }

  /** Closes every page but these. */
  async closeAllBut(targetIds: string[]): Promise<void> {
    const others = async () =>
      (await this.targets()).filter(
        ({ type, targetId }) => type === 'page' && !targetIds.includes(targetId),
      );
    for (const { targetId } of await others()) await this.closeTarget(targetId);
    await until('all other pages are closed', async () => (await others()).length === 0);
  }

  /** Whether a page exists, in a window at the usual place and of the usual size. */
  async isInPlace(targetId: string): Promise<boolean> {
    const { bounds } = await this.devtools
      .send('Browser.getWindowForTarget', { targetId })
      .catch(() => ({ bounds: {} }));
    return bounds.windowState === 'normal' && isDeepStrictEqual({ ...bounds, ...WINDOW }, bounds);
  }

  /** Closes a page, or stops a worker. It may be gone already. */
  async closeTarget(targetId: string): Promise<void> {
    await this.devtools.send('Target.closeTarget', { targetId }).catch(() => undefined);
  }

  /** Closes as a person does, so that everything is saved. */
  async close(): Promise<void> {
    await this.devtools.send('Browser.close').catch(() => undefined);
    await this.closed;
  }

  /** Ends it as a power failure does. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.closed;
  }
}
