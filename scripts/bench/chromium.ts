import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { atEnd } from '../setup/command.mjs';
import { sandboxArgs } from '../setup/system.mjs';
import { DevTools } from './devTools.ts';

const ARGS = [
  '--remote-debugging-pipe',
  '--enable-unsafe-extension-debugging',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--window-position=0,0',
  '--window-size=1200,760',
];

/** What the parts of the bench run in. */
export interface Ground {
  /** The built extension. */
  dist: string;
  chromium: string;
  xdotool: string;
  env: NodeJS.ProcessEnv;
}

/** A browser with a profile of its own, which is thrown away at the end. */
export class Chromium {
  private constructor(
    readonly devTools: DevTools,
    private readonly child: ChildProcess,
    private readonly profile: string,
  ) {}

  static async open({ chromium, env }: Ground): Promise<Chromium> {
    const profile = mkdtempSync(join(tmpdir(), 'exhale-bench-'));
    const args = [`--user-data-dir=${profile}`, ...ARGS, ...sandboxArgs(), 'about:blank'];
    const child = spawn(chromium, args, {
      env,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    const [, , , orders, answers] = child.stdio;
    const devTools = new DevTools(orders as Writable, answers as Readable);
    const opened = new Chromium(devTools, child, profile);
    atEnd(() => opened.close());
    await devTools.send('Target.setDiscoverTargets', { discover: true });
    await devTools.target('about:blank');
    return opened;
  }

  get pid(): number {
    return this.child.pid ?? -1;
  }

  /** Loads an unpacked extension, anew if it is there already; gives its address. */
  async load(folder: string): Promise<string> {
    const { id } = await this.devTools.send<{ id: string }>('Extensions.loadUnpacked', {
      path: folder,
    });
    return `chrome-extension://${id}`;
  }

  /** Loads Exhale, and closes the page with which it greets. */
  async install(dist: string): Promise<string> {
    const origin = await this.load(dist);
    const { targetId } = await this.devTools.target(`${origin}/welcome.html`);
    await this.devTools.send('Target.closeTarget', { targetId });
    return origin;
  }

  async close(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const closed = once(this.child, 'close');
      this.child.kill();
      await closed;
    }
    // The browser's last helpers may still be writing when it has ended.
    await rm(this.profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
