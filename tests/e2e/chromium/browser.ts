import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { until } from '../harness.ts';
import { type Answer, DevTools } from './devtools.ts';
import { Page } from './page.ts';

/** Smaller than the display: without a window manager a raised window would cover what lies at its edge. */
export const WINDOW = { left: 40, top: 20, width: 1000, height: 700 };
/** By its preferences: the flags for it would give every other window that opens the same place. */
const PLACEMENT = {
  left: WINDOW.left,
  top: WINDOW.top,
  right: WINDOW.left + WINDOW.width,
  bottom: WINDOW.top + WINDOW.height,
  maximized: false,
};

/** Marks an extension that a debugger has loaded: at the next start the browser would take it out again. */
const UNTIL_NEXT_START = 1 << 15;

export interface Target {
  targetId: string;
  type: string;
  url: string;
}

/** A Chromium with a profile of its own. */
export class Browser {
  private constructor(
    private readonly process: ChildProcess,
    private readonly closed: Promise<unknown>,
    readonly devtools: DevTools,
    readonly profile: string,
  ) {}

  static async start(
    path: string,
    profile: string,
    flags: string[] = [],
    environment: Record<string, string> = {},
  ): Promise<Browser> {
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
      '--disable-features=Translate',
      // It refuses to run as root inside its sandbox; nobody else goes without.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...flags,
      'about:blank',
    ];
    const env = { ...process.env, LANGUAGE: 'en', LANG: 'en_US.UTF-8', ...environment };
    const chromium = spawn(path, args, {
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const closed = new Promise((resolve) => chromium.on('close', resolve));
    const [, , , orders, answers] = chromium.stdio as unknown as [
      null,
      null,
      null,
      Writable,
      Readable,
    ];
    const browser = new Browser(chromium, closed, new DevTools(orders, answers), profile);
    await browser.devtools.send('Target.setDiscoverTargets', { discover: true });
    await until('the browser has a window', () => browser.target(/^about:blank/), { seconds: 30 });
    return browser;
  }

  async targets(): Promise<Target[]> {
    return (await this.devtools.send('Target.getTargets')).targetInfos;
  }

  async target(url: RegExp): Promise<Target | undefined> {
    return (await this.targets()).find((target) => url.test(target.url));
  }

  /** Waits for a page at such an address, and looks at it. */
  async page(url: RegExp, seconds = 10): Promise<Page> {
    const target = await until(`a page ${url} is open`, () => this.target(url), { seconds });
    return this.lookAt(target.targetId);
  }

  async lookAt(targetId: string): Promise<Page> {
    const order = { targetId, flatten: true };
    const { sessionId } = await this.devtools.send('Target.attachToTarget', order);
    const page = new Page(this.devtools, targetId, sessionId);
    await until('the page is there', () =>
      page.evaluate(() => document.readyState === 'complete' && location.href !== 'about:blank'),
    );
    return page;
  }

  /** Opens a tab, and looks at it. */
  async open(url: string, { background = false } = {}): Promise<Page> {
    const { targetId } = await this.devtools.send('Target.createTarget', { url, background });
    return this.lookAt(targetId);
  }

  /** Closes as a person does, so that everything is written down. */
  async close(): Promise<void> {
    await this.devtools.send('Browser.close').catch(() => undefined);
    await this.closed;
  }

  /** As by a power cut. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.closed;
  }
}

/** A folder that goes when the tests end. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'exhale-e2e-'));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];
process.on('exit', () => {
  for (const folder of folders)
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

export function freshProfile(): string {
  const profile = freshFolder();
  mkdirSync(join(profile, 'Default'));
  writePreferences(profile, {
    browser: { window_placement: PLACEMENT },
    extensions: { ui: { developer_mode: true } },
  });
  return profile;
}

/** A copy of a profile in which no browser runs. */
export function copyOf(profile: string): string {
  const copy = freshFolder();
  cpSync(profile, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** Makes an extension that was loaded for once stay, with its icon beside the address. */
export function keepInstalled(profile: string, id: string): void {
  const preferences = readPreferences(profile);
  preferences.extensions.settings[id].creation_flags &= ~UNTIL_NEXT_START;
  preferences.extensions.pinned_extensions = [id];
  writePreferences(profile, preferences);
}

const preferencesOf = (profile: string) => join(profile, 'Default/Preferences');
const readPreferences = (profile: string): Answer =>
  JSON.parse(readFileSync(preferencesOf(profile), 'utf8'));
const writePreferences = (profile: string, preferences: object) =>
  writeFileSync(preferencesOf(profile), JSON.stringify(preferences));
