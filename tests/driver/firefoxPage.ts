import type { Page as Tab } from 'puppeteer-core';
import { fadesOver, SOON_MS } from './fadesOver.ts';
import { click } from './hands.ts';
import { until } from './wait.ts';

declare const mozInnerScreenX: number;
declare const mozInnerScreenY: number;

/** A page of Firefox: its content, positions, and clicks. */
export class FirefoxPage {
  constructor(private readonly tab: Tab) {}

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
  show(): Promise<void> {
    return this.tab.bringToFront();
  }

  /** Clicks the first match with the pointer, once it is there and no longer moves. */
  async click(selector: string, words = ''): Promise<void> {
    let before = '';
    const at = await until(`there is ${selector} ${words}`, async () => {
      const found = await this.place(selector, words);
      const same = JSON.stringify(found) === before;
      before = JSON.stringify(found);
      return same && found;
    });
    await click(at);
  }

  /** The position of its middle on the display. */
  private place(selector: string, words: string) {
    return this.tab.evaluate(
      (fitting, said) => {
        const found = [...document.querySelectorAll(fitting)].find((element) =>
          element.textContent?.includes(said),
        );
        found?.scrollIntoView({ block: 'center' });
        const box = found?.getBoundingClientRect();
        return (
          box && {
            x: mozInnerScreenX + box.x + box.width / 2,
            y: mozInnerScreenY + box.y + box.height / 2,
          }
        );
      },
      selector,
      words,
    );
  }
}
