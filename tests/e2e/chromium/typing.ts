import { equal, ok } from 'node:assert/strict';
import { type } from '../desk.ts';
import { site } from '../site.ts';
import type { Exhale } from './exhale.ts';
import type { Page } from './page.ts';

/** With figures in it: they are keys of Exhale's where they are not letters of somebody's text. */
const TEXT = 'From 1 to 4, the quick brown fox 23 jumps. '.repeat(5).slice(0, 200);

/** Types 200 characters into the field of a page while something opens: not one of them is lost. */
export async function typesWhile(
  exhale: Exhale,
  opens: (page: Page) => Promise<unknown>,
  everyMs = 15,
): Promise<void> {
  const page = await exhale.browser.open(await site('/typing'));
  let typed = false;
  const typing = type(TEXT, everyMs).then(() => {
    typed = true;
  });
  await opens(page);
  ok(!typed, 'it opened in mid-sentence');
  await typing;
  equal(await page.evaluate(() => document.querySelector('textarea')?.value), TEXT);
}
