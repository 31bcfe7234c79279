import { expect } from 'vitest';
import type { Page } from '../../driver/page.ts';
import { AXE, findViolations, RULES } from '../axe.ts';

/** The rules about colors, which differ by scheme. */
const OF_COLORS = ['color-contrast', 'link-in-text-block'];

/**
 * Checks the rules of WCAG 2.2 AA that a program can check: all in the first scheme, those about colors in
 * the next.
 */
export async function isAccessible(
  page: Page,
  [first, ...others]: ('light' | 'dark')[] = ['light', 'dark'],
): Promise<void> {
  await page.add(`if (!globalThis.axe) (() => {${AXE}})()`);
  for (const scheme of [first ?? 'light', ...others]) {
    await page.prefer(scheme);
    await page.settle();
    const rules = scheme === first ? RULES : { type: 'rule', values: OF_COLORS };
    const violations = await page.evaluate(findViolations, rules);
    expect(violations, scheme).toEqual([]);
  }
}
