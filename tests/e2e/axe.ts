import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The program that checks the rules of accessibility. */
export const AXE = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** WCAG 2.2 AA, as far as a program can check it. */
export const RULES = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};

interface Axe {
  run: (options: object) => Promise<{
    violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
  }>;
}

/** What breaks these rules. It runs in the page, where axe is loaded. */
export async function findViolations(runOnly: object) {
  const { axe } = globalThis as unknown as { axe: Axe };
  const found = await axe.run({ runOnly, resultTypes: ['violations'] });
  return found.violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
  }));
}
