import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Tally } from '../../../scripts/setup/tally.mjs';

let folder: string;
let tally: Tally;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'exhale-tally-'));
  tally = new Tally();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A stage whose tests had these results. */
function tested(title: string, ...results: object[]) {
  const file = join(folder, `${title}.jsonl`);
  writeFileSync(file, results.map((result) => `${JSON.stringify(result)}\n`).join(''));
  return tally.begin(title, file);
}

const PASSED = { name: 'breathes', state: 'passed', flaky: false };
const FLAKY = { name: 'asks', state: 'passed', flaky: true };
const FAILED = { name: 'rests', state: 'failed', flaky: false };

describe('the last line of a run', () => {
  it('counts tests, and a stage without tests as one', () => {
    tally.begin('Types').ended = true;
    tested('Unit', PASSED, PASSED).ended = true;
    expect(tally.lastLine()).toBe('3 passed, 0 failed');
    expect(tally.failed).toBe(0);
    expect(tally.remarks()).toEqual([]);
  });

  it('counts what fails, and names it', () => {
    Object.assign(tally.begin('Types'), { ended: true, problem: 'exit code 2' });
    tested('Unit', PASSED, FAILED).ended = true;
    expect(tally.lastLine()).toBe('1 passed, 2 failed');
    expect(tally.failed).toBe(2);
    expect(tally.remarks()).toEqual(['Failed: Types (exit code 2)', 'Failed: Unit', '  rests']);
  });

  it('counts a flaky test as passed, and names it', () => {
    tested('Unit', PASSED, FLAKY).ended = true;
    expect(tally.lastLine()).toBe('2 passed, 0 failed');
    expect(tally.remarks()).toEqual(['1 flaky: asks']);
  });

  it('counts a stage that was stopped as failed, and what had passed in it as passed', () => {
    tested('Unit', PASSED, PASSED);
    expect(tally.lastLine()).toBe('2 passed, 1 failed');
    expect(tally.remarks()).toEqual(['Failed: Unit (stopped)']);
  });

  it('counts a stage whose runner broke although no test failed', () => {
    Object.assign(tested('Unit', PASSED), { ended: true, problem: 'killed by SIGKILL' });
    expect(tally.lastLine()).toBe('1 passed, 1 failed');
    expect(tally.remarks()).toEqual(['Failed: Unit (killed by SIGKILL)']);
  });

  it('counts a run that was stopped between its stages as failed, and says why', () => {
    tally.begin('Types').ended = true;
    tally.stop('Stopped by SIGTERM.');
    expect(tally.lastLine()).toBe('1 passed, 1 failed');
    expect(tally.remarks()).toEqual(['Stopped by SIGTERM.']);
  });

  it('counts a stage of which no test has ended yet', () => {
    tally.begin('Unit', join(folder, 'none.jsonl'));
    expect(tally.lastLine()).toBe('0 passed, 1 failed');
  });
});
