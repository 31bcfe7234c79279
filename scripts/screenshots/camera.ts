import { writeFileSync } from 'node:fs';
import { ExhaleInChromium } from '../../tests/driver/exhaleInChromium.ts';
import { protocolInput } from '../../tests/driver/input.ts';
import type { Page } from '../../tests/driver/page.ts';
import { until } from '../../tests/driver/wait.ts';
import { type Flaw, flawsOfText } from './clipped.ts';
import { NOW_MS } from './moments.ts';
import { flagsOf, packageIn } from './package.ts';
import type { Screen, Size } from './screens.ts';

export const SCHEMES = ['light', 'dark'] as const;
export const MOTIONS = ['default', 'reduced'] as const;
export type Scheme = (typeof SCHEMES)[number];
export type Motion = (typeof MOTIONS)[number];
/** Those of Exhale, or the few that a person has chosen for everything. */
export type Colors = 'own' | 'forced';

/** Longer timers never fire within a picture. */
const SOON_MS = 1000;

/**
 * Stops the clock of a page, and chance, before its scripts run. Animations are told that the page has just started,
 * and the card gets an open shadow root.
 */
const stoppedAt = (nowMs: number) => `{
  Date.now = () => ${nowMs};
  performance.now = () => 0;
  crypto.getRandomValues = (bytes) => bytes.fill(0);
  const ring = setTimeout;
  // As after an install: the icon is not pinned.
  if (globalThis.chrome?.action) chrome.action.getUserSettings = async () => ({ isOnToolbar: false });
  globalThis.setTimeout = (work, ms = 0, ...rest) => ms > ${SOON_MS} ? 0 : ring(work, ms, ...rest);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) { return attach.call(this, { ...init, mode: 'open' }); };
}`;

const ALL_ALLOWED =
  'if (globalThis.chrome?.permissions) chrome.permissions.contains = async () => true;';

/** One tab of one browser. Every screen of a language is opened in it. */
export class Camera {
  private script: string | undefined;

  private constructor(
    private readonly exhale: ExhaleInChromium,
    private readonly page: Page,
    private readonly colors: Colors,
  ) {}

  static async in(
    language: string,
    chromium: string,
    { dist, colors }: { dist: string; colors: Colors },
  ): Promise<Camera> {
    const flags = ['--headless=new', '--hide-scrollbars', ...flagsOf(language)];
    const exhale = await ExhaleInChromium.install({
      ...{ program: chromium, flags, input: protocolInput },
      dist: packageIn(language, dist),
    });
    await exhale.inside();
    const page = await exhale.browser.open(exhale.url('icon/32.png'));
    await page.send('Page.enable');
    await page.send('Emulation.setTimezoneOverride', { timezoneId: 'UTC' });
    await page.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    return new Camera(exhale, page, colors);
  }

  /** Opens a screen in its first size, with or without motion. */
  async open(screen: Screen, motion: Motion): Promise<void> {
    // The screen before must not see what is stored for this one.
    await this.goTo('icon/32.png');
    const inside = await this.exhale.inside();
    await inside.evaluate(
      async (stored) => {
        const { storage } = (
          globalThis as unknown as { chrome: typeof import('../../shell/browser.ts').browser }
        ).chrome;
        for (const area of ['local', 'session'] as const) {
          await storage[area].clear();
          await storage[area].set(stored[area]);
        }
      },
      { local: screen.stored, session: screen.session ?? {} },
    );
    await this.page.prefer('light', motion, this.colors);
    const clock = stoppedAt(screen.nowMs ?? NOW_MS);
    await this.beforehand(screen.allowed ? clock + ALL_ALLOWED : clock);
    await this.resize(screen.sizes[0] ?? { width: 1280, height: 800 });
    await this.goTo(screen.page);
    await this.shows(screen.shows);
    for (const key of screen.presses ?? []) {
      await until(`${screen.name} has a button "${key}"`, () => this.press(key));
      await this.stand();
    }
  }

  /** The problems of the text that is shown now. */
  flaws(fits: boolean): Promise<Flaw[]> {
    return this.page.evaluate(flawsOfText, fits);
  }

  /** Looks for something else in the page. */
  look<R>(work: () => R): Promise<Awaited<R>> {
    return this.page.evaluate(work) as Promise<Awaited<R>>;
  }

  async resize({ width, height }: Size): Promise<void> {
    const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
    await this.page.send('Emulation.setDeviceMetricsOverride', metrics);
    await this.stand();
  }

  /** Makes the viewport as high as its content, so that the picture shows all of it. */
  async stretch({ width, height }: Size): Promise<void> {
    const whole = await this.page.evaluate(() => document.documentElement.scrollHeight);
    if (whole > height) await this.resize({ width, height: whole });
  }

  async prefer(scheme: Scheme, motion: Motion): Promise<void> {
    await this.page.prefer(scheme, motion, this.colors);
    await this.stand();
  }

  /** Saves what is in view. */
  async picture(file: string): Promise<void> {
    writeFileSync(file, await this.shot());
  }

  /** What is in view, as a PNG without transparency. */
  async shot(): Promise<Buffer> {
    const { data } = await this.page.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  /** Shows a page that is none of Exhale's. */
  async draw(html: string, size: Size): Promise<void> {
    await this.page.send('Page.navigate', { url: 'about:blank' });
    await until('an empty page is open', () =>
      this.page.evaluate(() => location.href === 'about:blank'),
    );
    const { frameTree } = await this.page.send('Page.getFrameTree');
    await this.page.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
    await this.page.evaluate(async () => {
      await Promise.all([...document.images].map((image) => image.decode()));
    });
    await this.resize(size);
  }

  close(): Promise<void> {
    return this.exhale.browser.close();
  }

  /** A script that runs in every page from now on, before the page's own. */
  private async beforehand(source: string): Promise<void> {
    const method = 'Page.addScriptToEvaluateOnNewDocument';
    const { identifier } = await this.page.send(method, { source });
    const before = this.script;
    this.script = identifier;
    if (before !== undefined)
      await this.page.send('Page.removeScriptToEvaluateOnNewDocument', { identifier: before });
  }

  private async goTo(path: string): Promise<void> {
    const url = this.exhale.url(path);
    await this.page.send('Page.navigate', { url });
    await until(`${path} is open`, () =>
      this.page.evaluate((url) => location.href === url && document.readyState === 'complete', url),
    );
  }

  private async shows(selector: string): Promise<void> {
    const selectors = selector.split(',');
    await until(`there is ${selector}`, () =>
      this.page.evaluate((each) => each.every((one) => document.querySelector(one)), selectors),
    );
    await this.stand();
  }

  /** Presses the element with a message on it; false if there is none yet. */
  private async press(key: string): Promise<boolean> {
    const words = await this.wordsOf(key);
    return this.page.evaluate((words) => {
      const controls = [...document.querySelectorAll<HTMLElement>('button, label, summary')];
      const named = controls.find(
        (control) => control.ariaLabel === words || control.textContent?.trim() === words,
      );
      const within = controls.find((control) => control.textContent?.includes(words));
      const control = named ?? within;
      control?.click();
      return control !== undefined;
    }, words);
  }

  /** A message as the page has it, from one of its two files. What is no key is on the element as it is. */
  private async wordsOf(key: string): Promise<string> {
    const message = (name: string) => `chrome.i18n.getMessage(${JSON.stringify(name)})`;
    const pageWords = `import('/words/' + ${message('common_language')} + '.js')`;
    const page = `(await ${pageWords}).default[${JSON.stringify(key)}]`;
    const { result } = await this.page.send('Runtime.evaluate', {
      expression: `(async () => ${message(key)} || (${page} ?? ${JSON.stringify(key)}))()`,
      awaitPromise: true,
      returnByValue: true,
    });
    return result.value;
  }

  /** Finishes transitions, and sets clock animations to this instant. */
  private async stand(): Promise<void> {
    await this.page.evaluate(async () => {
      const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      for (let time = 0; time < 2; time++) {
        await nextFrame();
        const shadows = [...document.documentElement.children].map(({ shadowRoot }) => shadowRoot);
        const trees = [document, ...shadows.filter((tree) => tree !== null)];
        for (const animation of trees.flatMap((tree) => tree.getAnimations())) {
          const { endTime } = animation.effect?.getComputedTiming() ?? {};
          const isStyle = animation instanceof CSSAnimation || animation instanceof CSSTransition;
          if (isStyle && Number.isFinite(endTime)) animation.finish();
          else if (animation.playState === 'running') {
            const { startTime } = animation;
            animation.pause();
            if (!isStyle && startTime !== null) animation.currentTime = -Number(startTime);
          }
        }
      }
      await nextFrame();
    });
  }
}
