import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textOf } from '../code.ts';

const TEXT = textOf('docs/threat-model.md');
const tests = (text: string) =>
  [...text.matchAll(/`([\w/]+\.test\.tsx?)`/g)].map(([, file]) => `tests/${file}`);

describe('the threat model', () => {
  it('names only tests that exist', () => {
    expect(tests(TEXT).length).toBeGreaterThan(20);
    expect(tests(TEXT).filter((file) => !existsSync(file))).toEqual([]);
  });

  it('names a test for each thing that holds', () => {
    const rows = TEXT.split('\n').filter((line) => /^\| (?!-)/.test(line));
    const claims = rows.filter((line) => !line.includes('what holds'));
    expect(claims.length).toBeGreaterThan(10);
    expect(claims.filter((line) => tests(line).length === 0)).toEqual([]);
  });
});
