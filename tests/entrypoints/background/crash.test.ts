import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { STORIES, type Story } from './stories.ts';
import { workerScript } from './worker.ts';
import { soundnessOf, worldOf } from './world.ts';

let script: Script;

beforeAll(async () => {
  script = await workerScript();
}, 60_000);
afterEach(() => {
  vi.useRealTimers();
});

type Dies = NonNullable<FakeBrowser['dies']>;
type Next = (browser: FakeBrowser) => Promise<unknown>;

/**
 * The result of a story, with and without a death of the worker in it, and with what wakes the worker next.
 */
class Telling {
  private readonly browser = new FakeBrowser(script);
  private start = this.browser.snapshot();
  private endsAtMs = 0;
  calls = 0;

  constructor(private readonly story: Story) {}

  async begin(): Promise<void> {
    await this.story.before(this.browser);
    this.start = this.browser.snapshot();
    this.browser.restore(this.start);
    await this.story.event(this.browser);
    this.endsAtMs = this.browser.data.nowMs;
    this.calls = this.browser.calls.length;
  }

  async told(dies: Dies | null, next: Next): Promise<FakeBrowser> {
    this.browser.restore(this.start);
    this.browser.dies = dies && { ...dies };
    await this.story.event(this.browser);
    return this.goesOn(next);
  }

  /** As if the event had not happened. */
  async untold(next: Next): Promise<FakeBrowser> {
    this.browser.restore(this.start);
    this.story.unheard?.(this.browser);
    return this.goesOn(next);
  }

  private async goesOn(next: Next): Promise<FakeBrowser> {
    this.browser.dies = null;
    this.browser.setClock(this.endsAtMs);
    await next(this.browser);
    return this.browser;
  }

  /** Every instant at which the worker can die: before and after each call took effect. */
  deaths(): Dies[] {
    return Array.from({ length: this.calls }, (_, index) => index + 1).flatMap((atCall): Dies[] => [
      { atCall, effect: 'before' },
      { atCall, effect: 'after' },
    ]);
  }
}

/** Wakes the worker at the same instant and changes nothing by itself. */
const NEXT: Record<Dies['effect'], Next> = {
  before: (browser) => browser.happens('idle.onStateChanged', browser.data.reported),
  after: (browser) => browser.sends({ type: 'changeSettings', patch: {} }),
};

/** Wakes it at another instant, or changes something. */
const LATER: Record<Dies['effect'], Next> = {
  before: (browser) => browser.locks(),
  after: (browser) =>
    browser.alarm === null ? browser.reports('active') : browser.passesToAlarm(),
};

describe.each(STORIES)('when the worker dies while $name', { timeout: 60_000 }, (story) => {
  it('the next report or message corrects everything, whichever call it died at', async () => {
    const telling = new Telling(story);
    await telling.begin();
    expect(telling.calls).toBeGreaterThan(1);
    const outcomes = async (next: Next) => {
      const done = worldOf(await telling.told(null, next));
      const right = story.byTime ? [done] : [done, worldOf(await telling.untold(next))];
      return { done, fits: new Set(right.map((world) => JSON.stringify(world))) };
    };
    const right = { before: await outcomes(NEXT.before), after: await outcomes(NEXT.after) };
    for (const dies of telling.deaths()) {
      const world = worldOf(await telling.told(dies, NEXT[dies.effect]));
      const { done, fits } = right[dies.effect];
      if (!fits.has(JSON.stringify(world))) expect({ dies, ...world }).toEqual({ dies, ...done });
    }
  });

  it('a lock or the next alarm leaves nothing stale, whichever call it died at', async () => {
    const telling = new Telling(story);
    await telling.begin();
    for (const dies of telling.deaths()) {
      const { is, wanted } = soundnessOf(await telling.told(dies, LATER[dies.effect]));
      expect({ dies, ...is }).toEqual({ dies, ...wanted });
    }
  });
});
