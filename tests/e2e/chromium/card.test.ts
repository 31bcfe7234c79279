import { describe, expect } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { click, press } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { site, withoutCard } from '../../driver/site.ts';
import { never, until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { allow, card, cardIn, DUE, LATER, readyIn } from './inCard.ts';
import { it } from './it.ts';
import { typesWhile } from './typing.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

const goneFrom = (page: Page) => until('the card is gone', async () => !(await card(page)));
/** The same for a page that may be out of view, in which no accessibility tree is made. */
const takenFrom = (page: Page) =>
  until('the card is gone', () =>
    page.evaluate(() => document.querySelector('html > [popover]') === null),
  );
const focus = (exhale: ExhaleInChromium, windowId: number) =>
  exhale.evaluate(
    async (id) => void (await browser.windows.update(id, { focused: true })),
    windowId,
  );
const untilSnoozed = (exhale: ExhaleInChromium) =>
  expect.poll(() => exhale.phase()).toBe('snoozed');

/** Every place in a page where a card could leave a trace. */
const tracesIn = (page: Page) =>
  page.evaluate(() => ({
    markup: document.documentElement.outerHTML,
    globals: Object.getOwnPropertyNames(window).sort(),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
  }));

describe('a card over the page, once that is allowed,', () => {
  it('asks alone, answers to the keyboard, and leaves no trace', async ({ exhale }) => {
    await allow(exhale);
    const page = await exhale.visit('/typing');
    const before = await tracesIn(page);
    await exhale.begin(DUE);
    await readyIn(page);
    expect(await exhale.isOpen('prompt'), 'a window besides').toBe(false);
    expect(await exhale.windows()).toHaveLength(1);

    await page.tabTo('button', LATER);
    await press('Return');
    await untilSnoozed(exhale);
    await goneFrom(page);
    expect(await tracesIn(page)).toEqual(before);
    expect((await page.find('textbox')).state.focused, 'the page has the keyboard').toBe(true);

    await exhale.begin(DUE);
    await readyIn(page);
    await page.tabTo('button', saying(word('common_begin_breathing')));
    await press('3');
    await untilSnoozed(exhale);
    const { silence } = await exhale.view();
    expect(Math.abs((silence?.untilMs ?? 0) - Date.now() - 10 * MINUTE_MS)).toBeLessThan(10_000);
    await goneFrom(page);
    expect(await tracesIn(page)).toEqual(before);
    expect(await page.evaluate(() => document.querySelector('textarea')?.value)).toBe('');
  });

  it('lets no page look into it or answer for the person', async ({ exhale }) => {
    await allow(exhale);
    const page = await exhale.visit('/reading');
    await page.evaluate(() => {
      const caught: unknown[] = [];
      Object.assign(window, { caught });
      const attach = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        const shadow = attach.call(this, { ...init, mode: 'open' });
        caught.push(shadow);
        return shadow;
      };
      for (const type of ['keydown', 'click', 'focusin', 'message'])
        addEventListener(type, (event) => event.isTrusted && caught.push(type), true);
    });
    await exhale.begin(DUE);
    await readyIn(page);
    const { ask } = (await exhale.stored()).state ?? {};

    const found = await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const within = document.elementFromPoint(innerWidth - 100, innerHeight - 60);
      const keys = ['1', '2', 'Enter', ' ', 'Escape'];
      for (const at of [host, document.body, document, window]) {
        const options = { bubbles: true, composed: true, cancelable: true };
        for (const key of keys)
          for (const type of ['keydown', 'keyup'])
            at.dispatchEvent(new KeyboardEvent(type, { key, ...options }));
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
          at.dispatchEvent(new MouseEvent(type, { clientX: innerWidth - 100, ...options }));
      }
      host.click();
      for (const type of ['snooze', 'skip', 'startBreak', 'dismiss']) postMessage({ type }, '*');
      postMessage({ card: null }, '*');
      const { chrome } = window as { chrome?: { runtime?: { sendMessage?: unknown } } };
      return {
        root: host.shadowRoot,
        isHost: within === host,
        children: host.childNodes.length,
        text: host.textContent,
        sends: typeof chrome?.runtime?.sendMessage,
        caught: (window as unknown as { caught: unknown[] }).caught.filter(
          (one) => typeof one !== 'string',
        ).length,
      };
    });
    expect(found).toEqual({
      root: null,
      isHost: true,
      children: 0,
      text: '',
      sends: 'undefined',
      caught: 0,
    });
    await never('it is answered', async () => (await exhale.phase()) !== 'prompted');
    expect((await exhale.stored()).state?.ask).toEqual(ask);
    expect(await card(page), 'the card still stands').toBeDefined();
  });

  it('goes after its minute, and leaves no trace', async ({ exhale }) => {
    await allow(exhale);
    const page = await exhale.visit('/reading');
    const before = await tracesIn(page);
    await exhale.begin(DUE);
    await cardIn(page);
    const ask = await until('the ask is stored', async () => (await exhale.stored()).state?.ask);
    const shownAtMs = Date.now() - MINUTE_MS - SECOND_MS;
    await exhale.begin({ ...DUE, state: { ask: { ...ask, shownAtMs }, phase: 'prompted' } });
    await goneFrom(page);
    expect(await tracesIn(page)).toEqual(before);
    expect(await exhale.silence()).toBe('returning');
    expect(await exhale.icon()).toBe('due');
  });

  it('comes again when its page is loaded again, and goes along to the page in view', async ({
    exhale,
  }) => {
    await allow(exhale);
    const page = await exhale.visit('/reading');
    await exhale.openWindow(`${await site('/typing')}?another`);
    const another = await exhale.browser.lookAt(
      (await until('it opens', () => exhale.browser.target(/another$/))).targetId,
    );
    const [first = 0, second = 0] = (await exhale.windows()).map(({ id }) => id);
    await exhale.moveWindow(second, { left: 200 });
    await focus(exhale, first);
    await exhale.begin(DUE);
    await cardIn(page);
    const { ask } = (await exhale.stored()).state ?? {};

    await page.evaluate(() => document.body.setAttribute('id', 'before'));
    await page.send('Page.reload');
    await until('it is loaded again', () => page.evaluate(() => document.body?.id === ''));
    await cardIn(page);

    const next = await exhale.visit('/typing');
    await cardIn(next);
    await takenFrom(page);
    await next.close();
    await cardIn(page);

    await click({ x: 1180, y: 400 });
    await cardIn(another);
    await takenFrom(page);
    const taking = await exhale.browser.open('chrome://version');
    await takenFrom(another);
    await never('it asks in a tab besides', () => exhale.isOpen('prompt'));
    await taking.close();
    await cardIn(another);
    await click({ x: 100, y: 400 });
    await takenFrom(another);

    await readyIn(page);
    expect((await exhale.stored()).state?.ask).toEqual(ask);
    await page.tabTo('button', LATER);
    await press('Return');
    await untilSnoozed(exhale);
    await goneFrom(page);
  });

  it('covers no letter of what is typed while it opens, and loses none', async ({ exhale }) => {
    await allow(exhale);
    await typesWhile(exhale, async (page) => {
      await exhale.begin(DUE);
      const { node } = await cardIn(page);
      const { node: field } = await page.find('textbox');
      const [over, under] = [await page.boxOf(node), await page.boxOf(field)];
      const covers = over.left < under.right && over.top < under.bottom;
      expect(covers, JSON.stringify({ over, under })).toBe(false);
    });
    expect(await exhale.phase()).toBe('prompted');
  });

  it.for(['/strict', '/loud'] as const)(
    'lies in its corner of a page with rules and styles like %s',
    async (path, { exhale }) => {
      await allow(exhale);
      const page = await exhale.visit(path);
      await exhale.begin(DUE);
      const { node } = await readyIn(page);
      const { left, right, bottom } = await page.boxOf(node);
      const view = await page.evaluate(() => ({
        right: document.documentElement.clientWidth,
        bottom: innerHeight,
      }));
      expect(right - left).toBeGreaterThan(380);
      expect(right - left).toBeLessThan(420);
      expect(view.right - right).toBeGreaterThan(0);
      expect(view.right - right).toBeLessThan(40);
      expect(view.bottom - bottom).toBeGreaterThan(0);
      expect(view.bottom - bottom).toBeLessThan(40);
      await page.click('button', LATER);
      await untilSnoozed(exhale);
      await goneFrom(page);
    },
  );

  it('can be used in a page that the person has zoomed', async ({ exhale }) => {
    await allow(exhale);
    const page = await exhale.visit('/reading');
    const zoom = (factor: number) =>
      exhale.evaluate(async (to) => {
        const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
        await browser.tabs.setZoom(tab?.id, to);
      }, factor);
    for (const factor of [1.25, 0.75]) {
      await zoom(factor);
      await exhale.begin(DUE);
      await readyIn(page);
      await page.tabTo('button', LATER);
      await press('Return');
      await untilSnoozed(exhale);
      await goneFrom(page);
      await exhale.begin(DUE);
      await readyIn(page);
      const { node } = await page.find('button', LATER);
      const { left, top, right, bottom } = await page.boxOf(node);
      const corner = await page.evaluate(() => ({
        x: screenX,
        y: screenY + outerHeight - innerHeight * devicePixelRatio,
        ratio: devicePixelRatio,
      }));
      await click({
        x: corner.x + ((left + right) / 2) * corner.ratio,
        y: corner.y + ((top + bottom) / 2) * corner.ratio,
      });
      await untilSnoozed(exhale);
      await goneFrom(page);
    }
    await zoom(1);
  });

  it('lies over a PDF, too', async ({ exhale }) => {
    await allow(exhale);
    const page = await exhale.visit('/paper.pdf');
    await exhale.begin(DUE);
    await readyIn(page);
    await page.click('button', LATER);
    await untilSnoozed(exhale);
    await goneFrom(page);
  });

  it('gives way to a tab behind, within seconds, where nothing can be laid over the page', async ({
    exhale,
  }) => {
    await allow(exhale);
    for (const url of [
      'chrome://version',
      'chrome://newtab',
      exhale.url('options.html'),
      ...(await withoutCard()),
      'data:text/html,<p>Something.</p>',
    ]) {
      await exhale.begin();
      await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
      // Not attached: some of these never load, or run no script.
      await exhale.browser.devtools.send('Target.createTarget', { url });
      await exhale.begin(DUE);
      await until(`it asks beside ${url}`, () => exhale.isOpen('prompt'), { seconds: 5 });
      expect(await exhale.windows()).toHaveLength(1);
      expect((await exhale.stored()).state?.ask?.times).toBe(1);
    }
  });
});
