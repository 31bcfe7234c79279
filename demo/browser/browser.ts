import * as databases from 'fake-indexeddb';
import { Alarms } from './alarms.ts';
import { apiFor } from './api.ts';
import { Area } from './area.ts';
import { nowMs, putForward } from './clock.ts';
import { Happening } from './happening.ts';
import { Idle } from './idle.ts';
import type { Page, Realm } from './page.ts';
import { Tabs } from './tabs.ts';
import type { Words } from './words.ts';

/** What the toolbar shows of Exhale. */
export interface Button {
  icon: string;
  title: string;
  badge: string;
}

export type News = 'passing' | 'passed' | 'missed' | null;

/** Time that is let pass comes in steps, each of which can be seen. */
const STEP_MS = 30_000;
const SHOWN_MS = 25;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Stands in for the browser: Exhale's background and pages run over it as they are. Nothing of it is stored, and
 * all of it ends with the page of the try-out.
 */
export class DemoBrowser {
  readonly onMessage = new Happening();
  readonly onStored = new Happening();
  /** Events of a browser that never happen here. */
  readonly never = new Happening();
  readonly local = new Area('local', this.onStored);
  readonly session = new Area('session', this.onStored);
  readonly alarms = new Alarms();
  readonly idle = new Idle();
  readonly tabs = new Tabs(() => this.changes({}));
  /** What there is to tell besides what can be seen. */
  news: News = null;
  button: Button = { icon: '', title: '', badge: '' };
  private pages: Page[] = [];

  constructor(
    readonly words: Words,
    /** The names of the pages that can be shown. */
    readonly shown: readonly string[],
    /** Calls back when something that can be seen has changed. */
    private readonly changed: () => void,
  ) {
    this.idle.watch(window);
    // The person may leave it by hand.
    document.addEventListener('fullscreenchange', () => {
      if (document.fullscreenElement === null) this.tabs.leaveFullScreen();
    });
  }

  setButton(change: Partial<Button>): void {
    this.changes({ button: { ...this.button, ...change } });
  }

  /** The person asked for a page that can't be shown. */
  misses(): void {
    this.changes({ news: 'missed' });
  }

  private changes(change: Partial<Pick<DemoBrowser, 'button' | 'news'>>): void {
    Object.assign(this, change);
    if (this.isOpen()) this.news = null;
    this.changed();
  }

  /** Whether a reminder or a break is there. */
  private isOpen(): boolean {
    return this.tabs.pages().length > 0;
  }

  /** Gives a page, before its scripts run, all that it would find in a browser. */
  enter(realm: Realm): void {
    const frame = realm.frameElement as HTMLElement;
    const { name = '', tab } = frame.dataset;
    const tabId = tab === undefined ? null : Number(tab);
    const page: Page = { name, realm, frame, tabId, isGone: false };
    this.pages.push(page);
    this.idle.watch(realm);
    realm.addEventListener('load', () => tabId !== null && this.tabs.loaded(tabId));
    realm.Date.now = nowMs;
    const given = {
      ...databases,
      browser: apiFor(this, page),
      close: () => tabId !== null && this.tabs.close(tabId),
      pageWords: async () => this.words.pageWords(),
    };
    for (const [key, value] of Object.entries(given))
      Object.defineProperty(realm, key, { value, configurable: true });
  }

  /** A page is no longer shown. */
  leave(frame: HTMLElement): void {
    for (const page of this.pages) if (page.frame === frame) page.isGone = true;
    this.pages = this.pages.filter(({ isGone }) => !isGone);
  }

  /** A window in full screen is this page in full screen. The browser may refuse it. */
  async setState(windowId: number, state: string): Promise<void> {
    if (state === 'fullscreen') await document.documentElement.requestFullscreen();
    else if (document.fullscreenElement !== null) await document.exitFullscreen();
    this.tabs.setState(windowId, state);
  }

  /** Lets time pass as if the person worked on, until Exhale opens something. */
  async letPass(minutes: number): Promise<void> {
    const untilMs = nowMs() + minutes * 60_000;
    this.changes({ news: 'passing' });
    while (nowMs() < untilMs && !this.isOpen()) {
      putForward(Math.min(STEP_MS, untilMs - nowMs()));
      this.idle.input();
      this.alarms.ring();
      // A page shows the time at once when it comes into view.
      for (const { realm } of this.pages)
        realm.document.dispatchEvent(new realm.Event('visibilitychange'));
      await wait(SHOWN_MS);
    }
    this.changes({ news: 'passed' });
    if (!this.isOpen()) this.tabs.switchTask();
  }
}
