import { deepEqual, equal, ok } from 'node:assert/strict';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { press } from '../desk.ts';
import { never, test, until } from '../harness.ts';
import { site } from '../site.ts';
import { saying, word } from '../words.ts';
import { type Exhale, started } from './exhale.ts';
import type { Page } from './page.ts';
import { allowInDialog } from './permission.ts';
import { typesWhile } from './typing.ts';

const DUE = { minutesAtScreen: 30.1, settings: { promptStyle: 'card' } } as const;
const LATER = saying(word('common_later'));

/** Chooses the card as a person does: in the settings, and then in the browser's own dialog. */
async function allowed(): Promise<Exhale> {
  const exhale = await started();
  const page = await exhale.browser.open(exhale.url('options.html'));
  await until(
    'it is the way to ask',
    async () => {
      await page.click('radio', word('settings_ask_card'));
      await page.click('button', word('settings_ask_card_allow'));
      await allowInDialog(exhale);
      return (await exhale.stored()).settings.promptStyle === 'card';
    },
    { seconds: 30 },
  );
  await exhale.browser.devtools.send('Target.closeTarget', { targetId: page.targetId });
  return exhale;
}

/** The card, as assistive technology finds it: it looks through the shadow, which a page can't. */
const card = async (page: Page) => (await page.all('dialog', saying(word('extName'))))[0];
const cardIn = (page: Page) => until('the card is there', () => card(page));
/** The same, once it takes an answer: what is pressed just when it comes was meant for the page. */
async function readyIn(page: Page) {
  const found = await cardIn(page);
  const sinceMs = Date.now();
  await until('it takes an answer', () => Date.now() - sinceMs > SECOND_MS / 2);
  return found;
}
const goneFrom = (page: Page) => until('the card is gone', async () => !(await card(page)));

/** Everything of a page that a card could leave a trace in. */
const tracesIn = (page: Page) =>
  page.evaluate(() => ({
    markup: document.documentElement.outerHTML,
    globals: Object.getOwnPropertyNames(window).sort(),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
  }));

test('A card asks in the page once that is allowed: by the keyboard alone, and it leaves no trace', async () => {
  const exhale = await allowed();
  const page = await exhale.browser.open(await site('/typing'));
  const before = await tracesIn(page);
  await exhale.begin(DUE);
  await readyIn(page);
  ok(!(await exhale.opened('prompt')), 'no window besides');
  equal((await exhale.windows()).length, 1);

  await page.tabTo('button', LATER);
  await press('Return');
  await until('it is put off', async () => (await exhale.view()).phase === 'snoozed');
  await goneFrom(page);
  deepEqual(await tracesIn(page), before);
  equal((await page.find('textbox')).state.focused, true, 'the page has the keyboard again');

  await exhale.begin(DUE);
  await readyIn(page);
  await page.tabTo('button', saying(word('common_begin_breathing')));
  await press('3');
  await until('it is put off', async () => (await exhale.view()).phase === 'snoozed');
  const { silence } = await exhale.view();
  ok(Math.abs((silence?.untilMs ?? 0) - Date.now() - 10 * MINUTE_MS) < 10_000);
  await goneFrom(page);
  deepEqual(await tracesIn(page), before);
  equal(await page.evaluate(() => document.querySelector('textarea')?.value), '');
});

test('A page can neither look into a card nor answer in its place', async () => {
  const exhale = await allowed();
  const page = await exhale.browser.open(await site('/reading'));
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
  deepEqual(found, {
    root: null,
    isHost: true,
    children: 0,
    text: '',
    sends: 'undefined',
    caught: 0,
  });
  await never('it is answered', async () => (await exhale.view()).phase !== 'prompted', {
    seconds: 2,
  });
  deepEqual((await exhale.stored()).state?.ask, ask);
  ok(await card(page), 'it stands still');
});

test('A card goes after its minute, and leaves no trace', async () => {
  const exhale = await allowed();
  const page = await exhale.browser.open(await site('/reading'));
  const before = await tracesIn(page);
  await exhale.begin(DUE);
  await cardIn(page);
  const ask = (await exhale.stored()).state?.ask;
  ok(ask);
  const shownAtMs = Date.now() - MINUTE_MS - SECOND_MS;
  await exhale.begin({ ...DUE, state: { ask: { ...ask, shownAtMs }, phase: 'prompted' } });
  await goneFrom(page);
  deepEqual(await tracesIn(page), before);
  equal((await exhale.view()).silence?.reason, 'returning');
  equal(await exhale.icon(), 'due');
});

test('Not one letter is lost of what is typed while a card opens, and it covers none', async () => {
  const exhale = await allowed();
  await typesWhile(exhale, async (page) => {
    await exhale.begin(DUE);
    const { node } = await cardIn(page);
    const { node: field } = await page.find('textbox');
    const [over, under] = [await page.boxOf(node), await page.boxOf(field)];
    ok(over.left >= under.right || over.top >= under.bottom, JSON.stringify({ over, under }));
  });
  equal((await exhale.view()).phase, 'prompted');
});

test('A card lies where it should, whatever styles and rules the page has of its own', async () => {
  const exhale = await allowed();
  for (const path of ['/strict', '/loud'] as const) {
    await exhale.begin();
    const page = await exhale.browser.open(await site(path));
    await exhale.begin(DUE);
    const { node } = await readyIn(page);
    const { left, right, bottom } = await page.boxOf(node);
    const view = await page.evaluate(() => ({
      right: document.documentElement.clientWidth,
      bottom: innerHeight,
    }));
    ok(right - left > 380 && right - left < 420, `${path}: it is ${right - left} wide`);
    ok(right < view.right && right > view.right - 40, `${path}: it ends at ${right}`);
    ok(bottom < view.bottom && bottom > view.bottom - 40, `${path}: it ends at ${bottom}`);
    await page.click('button', LATER);
    await until('it is put off', async () => (await exhale.view()).phase === 'snoozed');
    await goneFrom(page);
  }
});

test('Over a page that nothing can be laid over, the small window asks instead', async () => {
  const exhale = await allowed();
  for (const url of ['chrome://version', exhale.url('options.html')]) {
    await exhale.begin();
    await until('nothing asks', async () => !(await exhale.opened('prompt')));
    await exhale.browser.open(url);
    await exhale.begin(DUE);
    const prompt = await exhale.page('prompt');
    await prompt.find('heading', word('prompt_howLong', '30 minutes'));
  }
});
