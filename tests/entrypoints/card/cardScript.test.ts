// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import script from '../../../entrypoints/card/index.ts';
import { click, happens, key, layOut, PROMPT, seeShadows } from '../../components/asking/onCard.ts';
import { speakEnglish } from '../../components/inEnglish.ts';

type Listener = (message: unknown, sender: unknown, respond: (reply: unknown) => void) => boolean;

let listeners: Listener[];
let sent: unknown[];
const { runtime } = browser;
const inPage = globalThis as { exhaleCard?: unknown };
let world: ReturnType<typeof layOut>;
let shadows: ReturnType<typeof seeShadows>;

beforeEach(() => {
  speakEnglish();
  world = layOut();
  shadows = seeShadows();
  listeners = [];
  sent = [];
  vi.spyOn(runtime.onMessage, 'addListener').mockImplementation((one) => {
    listeners.push(one as Listener);
  });
  vi.spyOn(runtime.onMessage, 'removeListener').mockImplementation((one) => {
    listeners = listeners.filter((other) => other !== one);
  });
  vi.spyOn(runtime, 'sendMessage').mockImplementation(async (message: unknown) => {
    sent.push(message);
    return { ok: true };
  });
  live('exhale');
});
afterEach(async () => {
  vi.useRealTimers();
  live('exhale');
  await tell(null);
  delete inPage.exhaleCard;
});

const live = (id: string | undefined) =>
  Object.defineProperty(runtime, 'id', { value: id, configurable: true });
const inject = () => script.main();
/** Like tabs.sendMessage(): the answer of the first listener. */
const tell = async (card: typeof PROMPT | null) => {
  const replies = listeners.map(
    (listener) =>
      new Promise((resolve) => {
        if (!listener({ card }, {}, resolve)) resolve(undefined);
      }),
  );
  return (await Promise.all(replies))[0];
};
const cards = () => document.querySelectorAll('html > div').length;

describe('the script in the page', () => {
  it('shows nothing by itself', () => {
    inject();
    expect(cards()).toBe(0);
  });

  it('shows the question, and says that it shows', async () => {
    inject();
    expect(await tell(PROMPT)).toEqual({ shown: true });
    expect(cards()).toBe(1);
  });

  it('listens once, however often it is put there, and shows a question once', async () => {
    inject();
    inject();
    expect(listeners).toHaveLength(1);
    await tell(PROMPT);
    const [card] = document.querySelectorAll('html > div');
    inject();
    expect(await tell(PROMPT)).toEqual({ shown: true });
    expect([...document.querySelectorAll('html > div')]).toEqual([card]);
  });

  it('replaces the last question by the next', async () => {
    inject();
    await tell(PROMPT);
    await tell({ ...PROMPT, key: 2 });
    expect(cards()).toBe(1);
  });

  it('leaves nothing when it is over, and can come again', async () => {
    inject();
    await tell(PROMPT);
    await tell(null);
    expect([cards(), listeners.length, inPage.exhaleCard]).toEqual([0, 0, undefined]);
    inject();
    expect(await tell(PROMPT)).toEqual({ shown: true });
  });

  it('says so when it is not visible, or fails', async () => {
    inject();
    const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    expect(await tell(PROMPT)).toEqual({ shown: false });
    visible.mockReturnValue('visible');
    vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(() => {
      throw new Error('no shadow');
    });
    expect(await tell(PROMPT)).toEqual({ shown: false });
    expect(cards()).toBe(0);
  });

  it('shows what it is told, and reads nothing that is stored', async () => {
    const get = vi.spyOn(browser.storage.local, 'get');
    inject();
    expect(await tell({ ...PROMPT, scheme: 'dark' })).toEqual({ shown: true });
    expect(get).not.toHaveBeenCalled();
  });

  it('says so when it was pressed unseen, and leaves nothing', async () => {
    inject();
    await tell(PROMPT);
    await new Promise((resolve) => setTimeout(resolve, 550));
    world.covered = true;
    happens(document.body, key('Escape'));
    expect(sent).toEqual([{ type: 'cardUnseen' }]);
    expect([cards(), listeners.length]).toEqual([0, 0]);
  });

  it('sends the answer', async () => {
    inject();
    await tell(PROMPT);
    await new Promise((resolve) => setTimeout(resolve, 550));
    happens(document.body, key('Escape'));
    expect(sent).toEqual([{ type: 'decline' }]);
    expect(cards()).toBe(0);
  });

  it('takes no notice of other messages', () => {
    inject();
    expect(listeners[0]?.({ other: 1 }, {}, () => {})).toBe(false);
    expect(listeners[0]?.(undefined, {}, () => {})).toBe(false);
  });
});

describe('a card that its page takes away', () => {
  const host = () => document.querySelector<HTMLElement>('html > div');
  const aMoment = () => vi.advanceTimersByTime(600);
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    inject();
  });

  it('is no answer. It comes again once, and then the question comes in another way', async () => {
    await tell(PROMPT);
    host()?.remove();
    aMoment();
    expect([cards(), sent]).toEqual([1, []]);
    host()?.remove();
    aMoment();
    expect([cards(), sent, listeners.length]).toEqual([0, [{ type: 'cardUnseen' }], 0]);
    aMoment();
    expect(sent).toHaveLength(1);
  });

  it('is no answer either if it goes with the dialog it is in', async () => {
    await tell(PROMPT);
    const before = host();
    vi.spyOn(Element.prototype, 'checkVisibility').mockImplementation(function (this: Element) {
      return (this.getRootNode() as ShadowRoot).host !== before;
    });
    aMoment();
    expect([cards(), sent]).toEqual([1, []]);
    expect(host()).not.toBe(before);
  });

  it('comes in another way at once if it can’t come again', async () => {
    await tell(PROMPT);
    host()?.remove();
    world.covered = true;
    aMoment();
    expect([cards(), sent]).toEqual([0, [{ type: 'cardUnseen' }]]);
  });

  it('may do so once for each question', async () => {
    for (const key of [1, 2]) {
      await tell({ ...PROMPT, key });
      host()?.remove();
      aMoment();
      expect([cards(), sent]).toEqual([1, []]);
    }
  });

  it('was answered if a person closed it', async () => {
    await tell(PROMPT);
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 1000);
    happens(document.body, key('Escape'));
    aMoment();
    expect(sent).toEqual([{ type: 'decline' }]);
  });

  it('comes again on the way back to the page, if it is told so', async () => {
    await tell(PROMPT);
    dispatchEvent(new Event('pagehide'));
    aMoment();
    expect([cards(), listeners.length, sent]).toEqual([0, 0, []]);
    inject();
    expect(await tell(PROMPT)).toEqual({ shown: true });
    expect(cards()).toBe(1);
  });
});

describe('a script whose Exhale is gone', () => {
  it('takes its card away without asking anybody', async () => {
    inject();
    await tell(PROMPT);
    live(undefined);
    await new Promise((resolve) => setTimeout(resolve, 550));
    happens(document.body, key('Escape'));
    expect(cards()).toBe(0);
    expect(sent).toEqual([]);
  });

  it('says nothing of an answer that was on its way', async () => {
    inject();
    await tell(PROMPT);
    vi.spyOn(runtime, 'sendMessage').mockImplementation(async () => {
      live(undefined);
      throw new Error('Extension context invalidated.');
    });
    await new Promise((resolve) => setTimeout(resolve, 550));
    const shadow = shadows();
    const later = [...shadow.querySelectorAll('button')].find((one) =>
      one.textContent?.startsWith('Later'),
    );
    happens(later as Element, click());
    await vi.waitFor(() => expect(cards()).toBe(0));
    expect(shadow.textContent).not.toContain('isn’t answering');
  });

  it('is removed by the script of the next, even if it is dead', async () => {
    inject();
    await tell(PROMPT);
    const shadow = shadows();
    const other = document.createElement('div');
    other.attachShadow({ mode: 'closed' });
    document.body.append(other);
    const [old] = document.querySelectorAll<HTMLElement>('html > div');
    old?.setAttribute('popover', 'manual');
    other.setAttribute('popover', 'manual');
    // Another world: it knows nothing of the old script.
    delete inPage.exhaleCard;
    const [dead] = listeners;
    listeners = [];
    const within = (element: HTMLElement) => (element === old ? shadow : null);
    Object.assign(browser, { dom: { openOrClosedShadowRoot: within } });
    inject();
    expect(await tell(PROMPT)).toEqual({ shown: true });
    Reflect.deleteProperty(browser, 'dom');
    expect([cards(), old?.isConnected, other.isConnected]).toEqual([1, false, true]);
    other.remove();
    dead?.({ card: null }, {}, () => {});
  });

  it('takes it away within a second by itself', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    inject();
    await tell(PROMPT);
    live(undefined);
    vi.advanceTimersByTime(1000);
    expect(cards()).toBe(0);
  });

  it('makes room for the next', async () => {
    inject();
    await tell(PROMPT);
    live(undefined);
    const [old] = listeners;
    inject();
    live('exhale');
    expect(cards()).toBe(0);
    listeners = listeners.filter((one) => one !== old);
    expect(await tell({ ...PROMPT, key: 2 })).toEqual({ shown: true });
    expect(cards()).toBe(1);
  });
});
