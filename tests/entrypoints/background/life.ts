import type { FakeBrowser } from './fakeBrowser.ts';
import { copy } from './own.ts';

type Listener = (...args: unknown[]) => unknown;

/** A promise of a browser that is gone. It never settles. */
const never = (): Promise<never> => new Promise(() => undefined);

/** One life of a script: the worker's or a page's. Once it is dead, none of its calls happen. */
export class Life {
  dead = false;
  private readonly listeners = new Map<string, Set<Listener>>();

  constructor(
    private readonly browser: FakeBrowser,
    /** The page it belongs to; undefined for the worker. */
    readonly url?: string,
  ) {}

  /** A call of the browser: counted, recorded, delayed, refused or fatal, as the test wants. */
  async call<T>(name: string, args: unknown[], effect: () => T): Promise<T> {
    const { browser } = this;
    if (this.dead) return never();
    const mortal = this.url === undefined ? browser.dies : null;
    const fatal = mortal !== null && --mortal.atCall === 0 ? mortal.effect : null;
    if (fatal !== null) browser.dies = null;
    if (fatal === 'before') browser.kills();
    for (let turns = browser.delay(name); turns > 0 && !this.dead; turns--) await null;
    if (this.dead) return never();
    browser.calls.push({ name, args: copy(args) });
    if (browser.hangs(name, args)) return never();
    const lagSeconds = browser.lags(name, args);
    if (lagSeconds > 0) await browser.after(lagSeconds * 1000, this);
    if (this.dead) return never();
    const refused = browser.fails(name, args);
    if (refused !== null) throw refused;
    const result = copy(effect());
    if (fatal === 'after') browser.kills();
    return this.dead ? never() : result;
  }

  event(name: string) {
    const own = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, own);
    return {
      addListener: (listener: Listener) => {
        if (this.dead) return;
        own.add(listener);
        const { wakesOn } = this.browser.data;
        if (this.url === undefined && !wakesOn.includes(name)) wakesOn.push(name);
      },
      removeListener: (listener: Listener) => {
        if (this.dead) return;
        own.delete(listener);
        const { data } = this.browser;
        if (this.url === undefined && own.size === 0)
          data.wakesOn = data.wakesOn.filter((other) => other !== name);
      },
      hasListener: (listener: Listener) => own.has(listener),
    };
  }

  /** Calls every listener and returns their results. */
  hear(name: string, args: unknown[]): unknown[] {
    return [...(this.listeners.get(name) ?? [])].map((listener) => listener(...args));
  }
}
