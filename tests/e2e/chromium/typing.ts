import { expect } from 'vitest';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { type } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { until } from '../../driver/wait.ts';

/** With digits, which are Exhale's keys outside of a text. */
const TEXT = 'From 1 to 4, the quick brown fox 23 jumps. '.repeat(5).slice(0, 200);

/** Types 200 characters into a field of a page while something opens, and finds all of them there. */
export async function typesWhile(
  exhale: ExhaleInChromium,
  opens: (page: Page) => Promise<unknown>,
  everyMs = 45,
): Promise<void> {
  const page = await exhale.visit('/typing');
  await until('the field has the keyboard', () =>
    page.evaluate(() => document.hasFocus() && document.activeElement?.tagName === 'TEXTAREA'),
  );
  let typed = false;
  const typing = type(TEXT, everyMs).then(() => {
    typed = true;
  });
  await opens(page);
  expect(typed, 'it was typed before anything opened').toBe(false);
  await typing;
  const text = await page.evaluate(() => document.querySelector('textarea')?.value);
  expect(text).toBe(TEXT);
}
