import { expect } from 'vitest';
import type { FirefoxPage } from '../../driver/firefoxPage.ts';
import { AXE, findViolations, RULES } from '../axe.ts';

/** Checks the rules of WCAG 2.2 AA that a program can check, in the scheme in use. */
export async function isAccessible(page: FirefoxPage): Promise<void> {
  // The content security policy lets only the debugger add a script.
  await page.evaluate(new Function(`if (!globalThis.axe) {${AXE}}`) as () => void);
  await page.settle();
  expect(await page.evaluate(findViolations, RULES)).toEqual([]);
}
