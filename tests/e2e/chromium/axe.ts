import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import type { Page } from '../../driver/page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Axe {
  run: (options: object) => Promise<{
    violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
  }>;
}

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
  // The content security policy lets only the debugger add a script.
  await page.send('Runtime.evaluate', { expression: `globalThis.axe ?? (() => {${AXE}})()` });
  for (const scheme of [first ?? 'light', ...others]) {
    await page.prefer(scheme);
    await page.settle();
    const rules =
      scheme === first ? { type: 'tag', values: RULES } : { type: 'rule', values: OF_COLORS };
    const violations = await page.evaluate(async (runOnly) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const found = await axe.run({ runOnly, resultTypes: ['violations'] });
      return found.violations.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
      }));
    }, rules);
    expect(violations, scheme).toEqual([]);
  }
}
