import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { cardSender, ID } from './own.ts';
import { isAsked } from './stories.ts';
import { workerScript } from './worker.ts';

let script: Script;
let browser: FakeBrowser;

beforeAll(async () => {
  script = await workerScript();
}, 60_000);
beforeEach(() => {
  browser = new FakeBrowser(script);
  browser.data.permissions = ['scripting'];
});
afterEach(() => {
  vi.useRealTimers();
});

const withCard = () => isAsked(browser, { promptStyle: 'card' });
/** Opens a tab in front whose page takes no card. */
function openTabWithoutCard(): number {
  const takesNone = browser.openTab(1, 'chrome://newtab/');
  browser.fails = (name, [tabId]) =>
    name === 'scripting.executeScript' && tabId === takesNone ? new Error('chrome://') : null;
  return takesNone;
}
const card = () => browser.data.card;
const pages = () => browser.tabsAt('prompt.html').length;
const stored = () => decodeAll(browser.data.local).state;
const NOT_OURS = { ok: false, failed: 'notOurs' };

describe('a card in the page', () => {
  it('asks in the tab in view, and nowhere else', async () => {
    await withCard();
    expect(card()).toMatchObject({ tabId: browser.data.tabs[0]?.id, asks: { seconds: 60 } });
    expect(pages()).toBe(0);
  });

  it('goes when its minute is over', async () => {
    await withCard();
    await browser.passes(1.5);
    expect(card()).toBeNull();
  });

  it('is replaced by the small window without the permission, or on a page that allows none', async () => {
    browser.data.permissions = [];
    await withCard();
    expect([card(), pages()]).toEqual([null, 1]);

    browser = new FakeBrowser(script);
    browser.data.permissions = ['scripting'];
    browser.fails = (name) => (name === 'scripting.executeScript' ? new Error('chrome://') : null);
    await withCard();
    expect([card(), pages()]).toEqual([null, 1]);
  });

  it('is replaced if every corner would cover the text being typed', async () => {
    browser.fails = (name) => (name === 'tabs.sendMessage' ? new Error('gone') : null);
    await withCard();
    expect(pages()).toBe(1);
  });

  it('gets all that it shows by its message', async () => {
    await isAsked(browser, { promptStyle: 'card', scheme: 'dark', motion: 'reduced' });
    expect(card()?.asks).toMatchObject({ scheme: 'dark', motion: 'reduced' });
    expect(browser.callsTo('storage.local.setAccessLevel').map(({ args }) => args)).toEqual([
      [{ accessLevel: 'TRUSTED_CONTEXTS' }],
    ]);
  });

  it('that was pressed unseen gives way to a tab, for the same question', async () => {
    await withCard();
    const { ask } = stored() ?? {};
    const sender = cardSender(browser);
    // By then, its script has taken it away.
    browser.data.card = null;
    expect(await browser.sends({ type: 'cardUnseen' }, sender)).toEqual({ ok: true });
    expect([card(), pages()]).toEqual([null, 1]);
    expect(stored()?.ask).toEqual(ask);
    expect(await browser.sends({ type: 'cardUnseen' }, sender)).toEqual(NOT_OURS);
    await browser.passes(0.5);
    expect([card(), pages()]).toEqual([null, 1]);
    // The next question comes with a card again.
    await browser.sends({ type: 'skip' });
    await browser.passes(32.2);
    expect([card()?.tabId, pages()]).toEqual([browser.data.tabs[0]?.id, 0]);
  });

  it('may answer its question', async () => {
    await withCard();
    expect(await browser.sends({ type: 'snooze', minutes: 2 }, cardSender(browser))).toEqual({
      ok: true,
    });
    expect(stored()?.snoozedUntilMs).toBe(browser.data.nowMs + 120_000);
    expect(card()).toBeNull();
  });

  it.each([{ type: 'resume' }, { type: 'eraseEverything' }, { type: 'changeSettings', patch: {} }])(
    'may do nothing else: %o',
    async (message) => {
      await withCard();
      expect(await browser.sends(message, cardSender(browser))).toEqual(NOT_OURS);
    },
  );

  it('may answer only from the page itself, in its own tab, while it is there', async () => {
    await withCard();
    const sender = cardSender(browser);
    const skip = { type: 'skip' };
    expect(await browser.sends(skip, { ...sender, tab: { id: 99 } })).toEqual(NOT_OURS);
    expect(await browser.sends(skip, { ...sender, frameId: 3 })).toEqual(NOT_OURS);
    expect(await browser.sends(skip, { id: ID, url: 'https://example.org/' })).toEqual(NOT_OURS);
    expect(stored()?.ask?.showing).toBe(true);
    await browser.passes(1.5);
    expect(await browser.sends(skip, sender)).toEqual(NOT_OURS);
  });
});

describe('within its minute, a card', () => {
  const first = () => browser.data.tabs[0]?.id as number;
  const keyOf = () => (card()?.asks as { key: number } | undefined)?.key;
  const isShownOnceIn = (tabId: number) =>
    expect([card()?.tabId, keyOf(), pages(), stored()?.ask?.times]).toEqual([
      tabId,
      stored()?.ask?.shownAtMs,
      0,
      1,
    ]);

  it.each([
    ['loaded again', undefined],
    ['left for another', 'https://example.org/next'],
  ])('comes again when its page is %s', async (_, url) => {
    await withCard();
    browser.navigate(first(), url);
    expect(card()).toBeNull();
    await browser.settle();
    isShownOnceIn(first());
  });

  it('comes again on a page that was loaded while the worker was dead', async () => {
    await withCard();
    browser.kills();
    browser.navigate(first());
    await browser.settle();
    isShownOnceIn(first());
  });

  it('goes along to another tab, and back', async () => {
    await withCard();
    const second = browser.openTab(1, 'https://example.com/');
    await browser.settle();
    isShownOnceIn(second);
    browser.activate(1, first());
    await browser.settle();
    isShownOnceIn(first());
  });

  it('goes along from window to window', async () => {
    await withCard();
    for (const name of ['second', 'third']) {
      const tabId = browser.openTab(browser.openWindow('normal', {}), `https://${name}.example/`);
      await browser.settle();
      isShownOnceIn(tabId);
    }
    browser.focus(1);
    await browser.settle();
    isShownOnceIn(first());
  });

  it('lies nowhere while the page in view takes none, and opens nothing else', async () => {
    await withCard();
    const takesNone = openTabWithoutCard();
    await browser.settle();
    expect([card(), pages()]).toEqual([null, 0]);
    browser.navigate(takesNone, 'https://example.com/');
    browser.fails = () => null;
    await browser.settle();
    isShownOnceIn(takesNone);
  });

  it('is back with the tab it came from', async () => {
    await withCard();
    const takesNone = openTabWithoutCard();
    await browser.settle();
    await browser.closesTab(takesNone);
    browser.activate(1, first());
    await browser.settle();
    isShownOnceIn(first());
  });

  it('is not answered by closing its tab, and goes along to the next', async () => {
    await withCard();
    const second = browser.openTab(1, 'https://example.com/', false);
    const asked = first();
    await browser.closesTab(asked);
    browser.activate(1, second);
    await browser.settle();
    isShownOnceIn(second);
    expect(stored()?.phase).toBe('prompted');
  });

  it('may be answered only where it is now', async () => {
    await withCard();
    const before = cardSender(browser);
    browser.openTab(1, 'https://example.com/');
    await browser.settle();
    expect(await browser.sends({ type: 'skip' }, before)).toEqual(NOT_OURS);
    expect(await browser.sends({ type: 'skip' }, cardSender(browser))).toEqual({ ok: true });
    expect(card()).toBeNull();
  });

  it('stays away once it was answered, or its minute is over', async () => {
    await withCard();
    await browser.sends({ type: 'snooze', minutes: 10 }, cardSender(browser));
    browser.navigate(first());
    await browser.settle();
    expect([card(), pages()]).toEqual([null, 0]);

    browser = new FakeBrowser(script);
    browser.data.permissions = ['scripting'];
    await withCard();
    browser.openTab(1, 'https://example.com/');
    await browser.passes(1.5);
    browser.activate(1, first());
    await browser.settle();
    expect([card(), pages()]).toEqual([null, 0]);
  });

  it('does not go along once it was replaced', async () => {
    await withCard();
    const sender = cardSender(browser);
    browser.data.card = null;
    await browser.sends({ type: 'cardUnseen' }, sender);
    browser.openTab(1, 'https://example.com/');
    await browser.settle();
    expect([card(), pages()]).toEqual([null, 1]);
  });

  it('does not come besides a tab that was opened where none could be shown', async () => {
    browser.fails = (name) => (name === 'scripting.executeScript' ? new Error('chrome://') : null);
    await withCard();
    browser.fails = () => null;
    browser.openTab(1, 'https://example.com/');
    await browser.settle();
    expect([card(), pages()]).toEqual([null, 1]);
  });
});

describe('the break page, with the firm manner', () => {
  const warned = async () => {
    await isAsked(browser, { puttingOff: 'firm' });
    await browser.passes(22);
    browser.leaves();
    await browser.passes(0.3);
  };
  const breakTabs = () => browser.tabsAt('break.html').map(({ id }) => id);

  it('opens in front, remembers where to go back to, and then becomes the page of the break', async () => {
    await warned();
    const [tab] = breakTabs();
    expect(breakTabs()).toHaveLength(1);
    expect(browser.data.session.painted).toMatchObject({ returnTo: { tabId: 2 } });
    await browser.sends({ type: 'startBreak' });
    expect(breakTabs()).toEqual([tab]);
    expect(stored()?.break).not.toBeNull();
  });

  it('is a Later if closed by hand, since Skip is not offered yet', async () => {
    await warned();
    await browser.closesPage('break.html');
    expect(stored()).toMatchObject({ ask: null, unanswered: 0, skipped: null });
    expect(stored()?.snoozedUntilMs).not.toBeNull();
  });

  it('stays open when postponed, since the page closes itself', async () => {
    await warned();
    await browser.sends({ type: 'snooze' });
    expect(breakTabs()).toHaveLength(1);
    expect(stored()?.ask).toBeNull();
  });
});

describe('the morning after a pause without an end', () => {
  it('asks once in a background tab, and closes it after the answer', async () => {
    await isAsked(browser);
    await browser.sends({ type: 'pause' });
    await browser.passes(21 * 60);
    expect(pages()).toBe(1);
    await browser.sends({ type: 'dismiss' });
    expect(pages()).toBe(0);
    await browser.passes(24 * 60);
    expect(pages()).toBe(0);
  });
});
