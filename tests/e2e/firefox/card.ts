import { deepEqual, equal, ok } from 'node:assert/strict';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { press, type } from '../desk.ts';
import { test, until } from '../harness.ts';
import { site } from '../site.ts';
import { word } from '../words.ts';
import { Exhale } from './exhale.ts';
import type { Page } from './page.ts';

const DUE = { minutesAtScreen: 30.1, settings: { promptStyle: 'card' } } as const;
const TEXT = 'Not one of these 12 letters is lost. '.repeat(4);

/** Where somebody allowed the card in the settings, by its own button. */
async function allowed(): Promise<Exhale> {
  const exhale = await Exhale.started();
  const page = await exhale.open('options.html');
  await page.click('label', word('settings_ask_card'));
  await page.click('button', word('settings_ask_card_allow'));
  await until('it is chosen', async () => {
    return (await exhale.stored()).settings.promptStyle === 'card';
  });
  return exhale;
}

/** Nobody can look through the shadow: what can be seen is that something lies over the page's corner. */
const isThere = (page: Page) =>
  page.evaluate(() => {
    const top = document.elementFromPoint(innerWidth - 100, innerHeight - 60);
    return top !== null && top.parentElement === document.documentElement && top !== document.body;
  });

const hasKeyboard = (page: Page) =>
  page.evaluate(() => document.activeElement === document.documentElement.lastElementChild);

/** Everything of a page that a card could leave a trace in. */
const tracesIn = (page: Page) =>
  page.evaluate(() => ({
    markup: document.documentElement.outerHTML,
    globals: Object.getOwnPropertyNames(window).sort(),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    focused: document.activeElement?.tagName,
  }));

test('A card asks in the page once that is allowed: it takes no key away, answers to the keyboard, and leaves no trace', async () => {
  const exhale = await allowed();
  const page = await exhale.visit(await site('/typing'));
  const before = await tracesIn(page);
  equal(before.focused, 'TEXTAREA');
  const windows = await exhale.windowCount();

  const typing = type(TEXT, 30);
  await exhale.begin(DUE);
  await until('the card is there', () => isThere(page));
  await typing;
  equal(await page.evaluate(() => document.querySelector('textarea')?.value), TEXT);
  equal(await exhale.windowCount(), windows);
  ok(!(await exhale.isOpen('prompt')), 'no tab besides');

  // Out of the field and to its cross, the first of its buttons.
  await press('Tab');
  await until('it has the keyboard', () => hasKeyboard(page));
  await press('3');
  await until('it is put off', async () => (await exhale.view()).phase === 'snoozed');
  const { silence } = await exhale.view();
  ok(Math.abs((silence?.untilMs ?? 0) - Date.now() - 10 * MINUTE_MS) < 10 * SECOND_MS);
  await until('the card is gone', async () => !(await isThere(page)));
  deepEqual(await tracesIn(page), before);
  equal(await page.evaluate(() => document.querySelector('textarea')?.value), TEXT);

  await exhale.begin(DUE);
  await until('the card is there', () => isThere(page));
  await until('it is waved away', async () => {
    // What is pressed as soon as it has come is not meant for it.
    await press('Escape');
    return !(await isThere(page));
  });
  deepEqual(await tracesIn(page), before);
  await until('that is heard', async () => (await exhale.view()).silence !== null);
});
