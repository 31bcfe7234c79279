import { appendFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Writes the result of each test to a file as a line of JSON, so that they can be counted even if the run
 * breaks. scripts/setup/tally.mjs reads them.
 */
export class Results implements Reporter {
  constructor(private readonly file: string) {}

  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result();
    const flaky = test.diagnostic()?.flaky ?? false;
    const why = flaky ? ` (${errors?.[0]?.message.split('\n')[0]})` : '';
    if (state === 'passed' || state === 'failed') this.write(nameOf(test) + why, state, flaky);
  }

  /** A file that can't be loaded, or whose hook fails, has no test to report it. */
  onTestModuleEnd(module: TestModule): void {
    const suites = [module, ...module.children.allSuites()];
    if (suites.some((suite) => suite.errors().length > 0)) this.write(module.moduleId, 'failed');
  }

  onTestRunEnd(_: unknown, unhandled: readonly { message: string }[]): void {
    for (const { message } of unhandled) this.write(`unhandled: ${message}`, 'failed');
  }

  private write(name: string, state: 'passed' | 'failed', flaky = false): void {
    appendFileSync(this.file, `${JSON.stringify({ name, state, flaky })}\n`);
  }
}

const nameOf = (test: TestCase): string => `${test.project.name}: ${test.fullName}`;
