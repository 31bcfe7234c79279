import { view } from '../../../core/engine/view.ts';
import { decodeAll } from '../../../core/records/stored.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { localAt } from '../../../shell/clock.ts';
import { Account } from './account.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { begins } from './stories.ts';

export const AT = Date.parse('2026-03-02T09:00:00Z');

/** A person with several computers, of which they sit at one, or at none. */
export class Person {
  readonly account = new Account();
  readonly browsers: FakeBrowser[] = [];

  /** Each shares. `clocksMs`: how far the clock of each is ahead. */
  static async with(script: Script, ...clocksMs: number[]): Promise<Person> {
    const person = new Person();
    for (const aheadMs of clocksMs) {
      const browser = new FakeBrowser(script, 'chrome', AT + aheadMs);
      person.browsers.push(browser);
      browser.data.typing = false;
      await begins(browser);
      person.account.joins(browser);
      await browser.sends({ type: 'shareWithDevices', on: true });
    }
    await person.newsArrives();
    return person;
  }

  /** Time passes at all of them. Input comes to one. */
  async passes(minutes: number, at: FakeBrowser | null, { newsArrives = true } = {}) {
    const apartMs = this.browsers.map(({ data }) => data.nowMs);
    for (let minute = 0; minute < minutes; minute++)
      for (const [nth, browser] of this.browsers.entries()) {
        const nowMs = (apartMs[nth] ?? 0) + minute * MINUTE_MS;
        browser.data.typing = false;
        browser.setClock(nowMs);
        if (browser === at) await browser.returns();
        await browser.passes(1);
        if (newsArrives) await this.newsArrives();
      }
  }

  async newsArrives(): Promise<void> {
    for (const browser of this.browsers) {
      browser.setClock(browser.data.nowMs);
      await this.account.arrivesAt(browser);
    }
  }

  /** Something that a browser does, by its own clock. */
  async does<T>(browser: FakeBrowser, work: () => Promise<T>): Promise<T> {
    browser.setClock(browser.data.nowMs);
    return work();
  }

  sends(browser: FakeBrowser, message: object) {
    return this.does(browser, () => browser.sends(message));
  }
}

export const settingsOf = (browser: FakeBrowser) => decodeAll(browser.data.local).settings;

export function viewOf({ data }: FakeBrowser) {
  const { state, ...stored } = decodeAll(data.local);
  if (state === null) throw new Error('no state');
  return view({ ...stored, state }, data.nowMs, localAt(data.nowMs));
}

export const minutesAt = (browser: FakeBrowser): number => viewOf(browser).screenTimeMs / MINUTE_MS;
export const isAsked = (browser: FakeBrowser) => viewOf(browser).phase === 'prompted';
