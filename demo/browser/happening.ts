import type { Page } from './page.ts';

// biome-ignore lint/suspicious/noExplicitAny: each event has arguments of its own
type Listener = (...args: any[]) => unknown;

/** An event of the browser's API, and who listens to it. */
export class Happening {
  private readonly listeners = new Map<Listener, Page>();

  /** The event as a page sees it. */
  for(page: Page) {
    return {
      addListener: (listener: Listener) => void this.listeners.set(listener, page),
      removeListener: (listener: Listener) => void this.listeners.delete(listener),
    };
  }

  /** The listeners of a page that is gone are dropped. */
  fire(...args: unknown[]): void {
    for (const [listener, page] of [...this.listeners])
      if (page.isGone) this.listeners.delete(listener);
      else listener(...args);
  }
}
