import type { Frame, Page as Tab } from 'puppeteer-core';
import { fadesOver, SOON_MS } from './fadesOver.ts';
import { click, type Point } from './hands.ts';
import { until } from './wait.ts';

declare const mozInnerScreenX: number;
declare const mozInnerScreenY: number;

/** A click that has not arrived after this time has missed. */
const ARRIVES_SECONDS = 5;

/** A page of Firefox, or a frame in one: its content, positions, and clicks. */
export class FirefoxPage {
  constructor(private readonly tab: Tab | Frame) {}

  /** Its visible text. */
  text(): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden can't be read
    return this.tab.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));
  }

  isInView(): Promise<boolean> {
    return this.tab.evaluate(() => document.visibilityState === 'visible');
  }

  /** Runs a function in the page. It can use only its arguments. */
  evaluate<A extends unknown[], R>(work: (...args: A) => R, ...args: A): Promise<Awaited<R>> {
    return this.tab.evaluate(work as never, ...args);
  }

  /** Waits for fades and slides. */
  settle(): Promise<void> {
    return this.evaluate(fadesOver, SOON_MS);
  }

  /** Brings its tab to the front, as a click on the tab does. */
  async show(): Promise<void> {
    if ('bringToFront' in this.tab) await this.tab.bringToFront();
  }

  /**
   * Clicks the first match with the pointer, once it is there, no longer moves and nothing covers it. On a busy machine
   * a click can still miss, because the page has just moved it: then it is clicked again.
   */
  async click(selector: string, words = ''): Promise<void> {
    const what = `${selector} ${words}`;
    let before = '';
    await until(`${what} is clicked`, async () => {
      // On a busy machine, a tab that was opened before it may come to the front after it.
      if (!(await this.isInView())) await this.show();
      const found = await this.place(selector, words);
      const isStill = JSON.stringify(found) === before;
      before = JSON.stringify(found);
      if (found === null || !isStill) return false;
      const press = await this.awaitPress(selector, words);
      await click(found);
      return until(`the click arrives at ${what}`, press, { seconds: ARRIVES_SECONDS });
    });
  }

  /** Whether the pointer has been pressed on the first match since this call. */
  private async awaitPress(selector: string, words: string): Promise<() => Promise<boolean>> {
    const seen = await this.tab.evaluateHandle(
      (fitting, said) => {
        const pressed = { arrived: false };
        const all = [...document.querySelectorAll(fitting)];
        const wanted = all.find((element) => element.textContent?.includes(said));
        const notice = (event: Event) => {
          pressed.arrived ||= wanted?.contains(event.target as Node) ?? false;
        };
        addEventListener('pointerdown', notice, { capture: true });
        return pressed;
      },
      selector,
      words,
    );
    // A page that has gone was closed by the press, or left.
    return async () => {
      try {
        return await this.tab.evaluate(({ arrived }) => arrived, seen);
      } catch {
        return true;
      }
    };
  }

  /** The position of its middle on the display; null if it is not there, or something covers it. */
  private place(selector: string, words: string): Promise<Point | null> {
    return this.tab.evaluate(
      (fitting, said) => {
        const all = [...document.querySelectorAll(fitting)];
        const found = all.find((element) => element.textContent?.includes(said));
        if (found === undefined) return null;
        found.scrollIntoView({ block: 'center' });
        const box = found.getBoundingClientRect();
        const x = box.x + box.width / 2;
        const y = box.y + box.height / 2;
        if (!found.contains(document.elementFromPoint(x, y))) return null;
        return { x: mozInnerScreenX + x, y: mozInnerScreenY + y };
      },
      selector,
      words,
    );
  }
}
