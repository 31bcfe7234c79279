import { setTimeout as sleep } from 'node:timers/promises';
import { DEFAULT_SETTINGS } from '../../core/records/settings.ts';
import { ALARM } from '../../shell/alarm.ts';
import type { Target } from '../../tests/driver/browser.ts';
import type { Past } from '../../tests/driver/exhale.ts';
import { ExhaleInChromium } from '../../tests/driver/exhaleInChromium.ts';
import { stir } from '../../tests/driver/hands.ts';
import type { Page } from '../../tests/driver/page.ts';
import { newProfile } from '../../tests/driver/profile.ts';
import { until } from '../../tests/driver/wait.ts';
import { focusWindow, windowsNamed } from '../../tests/driver/windows.ts';
import { extensionId } from '../setup/builds.mjs';
import { emptyExtension } from './emptyExtension.ts';
import { CHANNEL, type Mark, SEEN, withProbe } from './probe.ts';
import { extensionProcesses } from './processes.ts';
import type { Side } from './rounds.ts';

declare const browser: typeof import('../../shell/browser.ts').browser;

/** Chromium ends an extension's process some time after its last page and worker. */
const DEATH_SECONDS = 60;
/** Then Chromium prepares a spare process. */
const CALM_MS = 500;
/** The browser looks for input once a second. */
const INPUT_SEEN_MS = 1500;
const EVENT_MS = 1000;
/** Long enough to close the pages that set the alarms. */
const WAKE_MS = 6000;
const APART_MS = 2000;

/** Exhale and the empty extension, in one browser. */
export class Both {
  private constructor(
    readonly exhale: ExhaleInChromium,
    private readonly ids: Record<Side, string>,
  ) {}

  static async start(dist: string): Promise<Both> {
    const exhaleFolder = withProbe(dist, 'probed');
    const emptyFolder = withProbe(emptyExtension(dist), 'probed-empty');
    const profile = newProfile(extensionId(exhaleFolder), extensionId(emptyFolder));
    const exhale = await ExhaleInChromium.start({ dist: exhaleFolder, profile });
    const load = { path: emptyFolder };
    const { id } = await exhale.browser.devtools.send('Extensions.loadUnpacked', load);
    return new Both(exhale, { exhale: exhale.id, empty: id });
  }

  url(side: Side, path: string): string {
    return `chrome-extension://${this.ids[side]}/${path}`;
  }

  /** Seeds the past of a person at work, with the default settings. */
  async work(past: Past): Promise<void> {
    // Without a window manager, no window gets the focus when another closes.
    const [work] = await windowsNamed('reading');
    if (work) await focusWindow(work.id);
    await this.exhale.begin({ ...past, settings: { ...DEFAULT_SETTINGS, ...past.settings } });
  }

  /** Opens a background tab in which the extension's API can be called. */
  inside(side: Side): Promise<Page> {
    if (side === 'exhale') return this.exhale.inside();
    return this.exhale.browser.open(this.url('empty', 'icon/16.png'), { background: true });
  }

  /** Presses the icon in the toolbar. */
  async pressIcon(side: Side): Promise<void> {
    const { devtools } = this.exhale.browser;
    const { targetInfos } = await devtools.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const inFront = (targetInfos as Target[]).find(({ url }) => url.endsWith('/reading'));
    await devtools.send('Extensions.triggerAction', {
      id: this.ids[side],
      targetId: inFront?.targetId,
    });
  }

  /** Sets an alarm of an extension. Returns when it rings. */
  async alarm(side: Side, name: string, atMs: number): Promise<number> {
    const inside = await this.inside(side);
    await inside.evaluate((alarm, when) => browser.alarms.create(alarm, { when }), name, atMs);
    return atMs;
  }

  /** Sets an alarm of an extension that rings again and again. */
  async ringEach(side: Side, periodInMinutes: number): Promise<void> {
    const inside = await this.inside(side);
    await inside.evaluate((period) => {
      void browser.alarms.create('again', { periodInMinutes: period });
    }, periodInMinutes);
  }

  /** The time of the next mark that the extension's pages send to its page `inside`. */
  hear(inside: Page, mark: Mark): Promise<number> {
    return inside.evaluate(nextMark, mark, CHANNEL);
  }

  /** When a page painted its main content. The probe writes it into the title. */
  async seen(side: Side, path: string): Promise<number> {
    const address = this.url(side, path);
    return until(`${path} of ${side} is painted`, async () => {
      const targets = (await this.exhale.browser.targets()) as (Target & { title: string })[];
      const { title = '' } = targets.find(({ url }) => url.startsWith(address)) ?? {};
      return title.startsWith(SEEN) && Number(title.slice(SEEN.length));
    });
  }

  /** Waits until a page of an extension is open, and attaches to it. */
  async page(side: Side, path: string): Promise<Page> {
    const address = this.url(side, path);
    const { browser } = this.exhale;
    const target = await until(`${path} is open`, async () =>
      (await browser.targets()).find(({ url }) => url.startsWith(address)),
    );
    return browser.lookAt(target.targetId);
  }

  /** Stops both workers, but closes no page. */
  async stopWorkers(): Promise<void> {
    await until('the workers have stopped', async () => {
      const workers = (await this.own()).filter(({ type }) => type === 'service_worker');
      for (const { targetId } of workers) await this.exhale.browser.closeTarget(targetId);
      // A worker with an event to handle starts again at once. It needs time for it.
      if (workers.length > 0) await sleep(EVENT_MS);
      return workers.length === 0;
    });
  }

  /** Closes the pages and stops the workers of both, and waits until their processes are gone. */
  async makeCold(): Promise<void> {
    const { browser } = this.exhale;
    this.exhale.forgetInside();
    for (const { targetId, type } of await this.own())
      if (type === 'page') await browser.closeTarget(targetId);
    await this.stopWorkers();
    const gone = () => extensionProcesses(browser.pid).length === 0;
    await until('the processes of both are gone', gone, { seconds: DEATH_SECONDS });
    await sleep(CALM_MS);
  }

  /**
   * Wakes both by alarms after their processes are gone. Returns the process of the empty one, which wakes
   * first: only the order tells the two apart.
   */
  async wakeCold(): Promise<number> {
    // Without input, the browser would report stillness, and Exhale would set its alarm to another time.
    await stir();
    await sleep(INPUT_SEEN_MS);
    const atMs = Date.now() + WAKE_MS;
    await this.alarm('empty', 'nothing', atMs);
    await this.alarm('exhale', ALARM, atMs + APART_MS);
    await this.makeCold();
    const processes = () => extensionProcesses(this.exhale.browser.pid);
    await until('the empty extension is awake', () => processes().length > 0);
    const [empty] = processes();
    if (empty === undefined || Date.now() >= atMs + APART_MS)
      throw new Error('the machine is too slow to tell the two processes apart');
    await until('Exhale is awake', () => processes().length === 2);
    return empty.pid;
  }

  /** The pages and workers of both. */
  private async own(): Promise<Target[]> {
    const addresses = (['exhale', 'empty'] as const).map((side) => this.url(side, ''));
    return (await this.exhale.browser.targets()).filter(({ url }) =>
      addresses.some((address) => url.startsWith(address)),
    );
  }

  close(): Promise<void> {
    return this.exhale.close();
  }
}

function nextMark(wanted: Mark, channel: string): Promise<number> {
  return new Promise((resolve) => {
    new BroadcastChannel(channel).addEventListener('message', ({ data: [mark, atMs] }) => {
      if (mark === wanted) resolve(atMs);
    });
  });
}

/** Starts both for some work, and then closes the browser. */
export async function withBoth<T>(dist: string, work: (both: Both) => Promise<T>): Promise<T> {
  const both = await Both.start(dist);
  try {
    return await work(both);
  } finally {
    await both.close();
  }
}
