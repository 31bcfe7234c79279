import { setTimeout as sleep } from 'node:timers/promises';
import { click } from '../../tests/driver/hands.ts';
import type { Page } from '../../tests/driver/page.ts';
import { until } from '../../tests/driver/wait.ts';

/** How long a page needs to settle after it opens or scrolls. */
const CALM_MS = 700;

/** The number of matching elements, as soon as there is one. */
export function countOf(page: Page, selector: string, words = ''): Promise<number> {
  return until(`there is ${selector} ${words}`, () => page.evaluate(count, selector, words));
}

/**
 * Clicks on an element that contains the words. It is not found by its role, because that builds the
 * accessibility tree, which makes the page slower from then on.
 */
export async function pressElement(page: Page, selector: string, words = '', index = 0) {
  await countOf(page, selector, words);
  await page.evaluate(middleOf, selector, words, index);
  await sleep(CALM_MS);
  const at = await page.evaluate(middleOf, selector, words, index);
  const { x, y } = await page.origin();
  await click({ x: x + at.x, y: y + at.y });
}

function count(selector: string, words: string): number {
  const all = [...document.querySelectorAll(selector)];
  return all.filter(({ textContent }) => textContent?.includes(words)).length;
}

function middleOf(selector: string, words: string, index: number) {
  const all = [...document.querySelectorAll(selector)];
  const element = all.filter(({ textContent }) => textContent?.includes(words))[index];
  if (element === undefined) throw new Error(`there is no ${selector} ${words}`);
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
