import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { STORIES, type Story } from './stories.ts';
import { workerScript } from './worker.ts';
import { soundnessOf, worldOf } from './world.ts';

let script: Script;

beforeAll(async () => {
  script = await workerScript();
});
afterEach(() => {
  vi.useRealTimers();
});

type Next = (browser: FakeBrowser) => Promise<unknown>;

/** What comes of a story, whether or not the worker dies in it, and of what wakes the worker next. */
class Telling {
  private readonly browser = new FakeBrowser(script);
  private start = this.browser.snapshot();
  private endsAtMs = 0;
  calls = 0;

  constructor(
    private readonly story: Story,
    private readonly next: Next,
  ) {}

  async begin(): Promise<void> {
    await this.story.before(this.browser);
    this.start = this.browser.snapshot();
    this.browser.restore(this.start);
    await this.story.event(this.browser);
    this.endsAtMs = this.browser.data.nowMs;
    this.calls = this.browser.calls.length;
  }

  async told(dies: FakeBrowser['dies']): Promise<FakeBrowser> {
    this.browser.restore(this.start);
    this.browser.dies = dies;
    await this.story.event(this.browser);
    return this.goesOn();
  }

  /** As if the event had not been. */
  async untold(): Promise<FakeBrowser> {
    this.browser.restore(this.start);
    this.story.unheard?.(this.browser);
    return this.goesOn();
  }

  private async goesOn(): Promise<FakeBrowser> {
    this.browser.dies = null;
    this.browser.setClock(this.endsAtMs);
    await this.next(this.browser);
    return this.browser;
  }

  /** Every instant at which the worker can die. */
  deaths(): NonNullable<FakeBrowser['dies']>[] {
    return Array.from({ length: this.calls }, (_, index) => index + 1).flatMap((atCall) => [
      { atCall, effect: 'before' as const },
      { atCall, effect: 'after' as const },
    ]);
  }
}

/** What wakes the worker next, and changes nothing by itself. */
const NEXT: Record<string, Next> = {
  'an idle report': (browser) => browser.happens('idle.onStateChanged', browser.data.reported),
  'a message': (browser) => browser.sends({ type: 'changeSettings', patch: {} }),
};

describe.each(STORIES)('when the worker dies while $name', (story) => {
  it.each(Object.keys(NEXT))('%s sets all right, at whichever call it died', async (next) => {
    const telling = new Telling(story, NEXT[next] as Next);
    await telling.begin();
    expect(telling.calls).toBeGreaterThan(1);
    const done = worldOf(await telling.told(null));
    const right = story.byTime ? [done] : [done, worldOf(await telling.untold())];
    const fits = new Set(right.map((world) => JSON.stringify(world)));
    for (const dies of telling.deaths()) {
      const world = worldOf(await telling.told({ ...dies }));
      if (!fits.has(JSON.stringify(world))) expect({ dies, ...world }).toEqual({ dies, ...done });
    }
  });

  it('a lock leaves nothing stale, at whichever call it died', async () => {
    const telling = new Telling(story, (browser) => browser.locks());
    await telling.begin();
    for (const dies of telling.deaths()) {
      const { is, wanted } = soundnessOf(await telling.told({ ...dies }));
      expect({ dies, ...is }).toEqual({ dies, ...wanted });
    }
  });
});
