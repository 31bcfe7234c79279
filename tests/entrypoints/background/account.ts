import { isObject } from '../../../core/own.ts';
import type { FakeBrowser } from './fakeBrowser.ts';
import { copy } from './own.ts';

/** What browsers allow. */
const MOST_BYTES_PER_ITEM = 8192;
const MOST_BYTES = 102_400;

/** Browsers return the fields of an object by name. */
export const inOrderOfNames = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    isObject(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/**
 * The account of a person, which carries `storage.sync` from browser to browser. Of two values under a key, the one
 * that came last stays. News waits until it arrives, so a test decides when.
 */
export class Account {
  readonly items: Record<string, unknown> = {};
  /** When each browser has written. */
  readonly writes = new Map<FakeBrowser, number[]>();
  private readonly waiting = new Map<FakeBrowser, Record<string, unknown>>();

  joins(browser: FakeBrowser): void {
    browser.account = this;
    browser.data.sync = inOrderOfNames(this.items);
    this.waiting.set(browser, {});
    this.writes.set(browser, []);
  }

  /** Why it refuses these; null if it takes them. */
  refuses(items: Record<string, unknown>): string | null {
    const bytes = (all: Record<string, unknown>) =>
      Object.entries(all).map(([key, value]) => key.length + JSON.stringify(value).length);
    if (Math.max(...bytes(items)) > MOST_BYTES_PER_ITEM)
      return 'QUOTA_BYTES_PER_ITEM quota exceeded';
    const sum = bytes({ ...this.items, ...items }).reduce((a, b) => a + b, 0);
    return sum > MOST_BYTES ? 'QUOTA_BYTES quota exceeded' : null;
  }

  takes(from: FakeBrowser, changes: Record<string, unknown>): void {
    this.writes.get(from)?.push(from.data.nowMs);
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) delete this.items[key];
      else this.items[key] = inOrderOfNames(value);
      for (const [browser, news] of this.waiting) if (browser !== from) news[key] = this.items[key];
    }
  }

  /** What waits for a browser arrives there. */
  async arrivesAt(browser: FakeBrowser): Promise<void> {
    const news = this.waiting.get(browser) ?? {};
    this.waiting.set(browser, {});
    const changes: Record<string, { newValue: unknown }> = {};
    for (const [key, value] of Object.entries(news)) {
      if (value === undefined) delete browser.data.sync[key];
      else browser.data.sync[key] = copy(value);
      changes[key] = { newValue: value };
    }
    if (Object.keys(changes).length > 0) await browser.happens('storage.sync.onChanged', changes);
  }
}
