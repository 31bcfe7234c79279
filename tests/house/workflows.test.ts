import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textOf } from '../code.ts';

const FOLDER = '.github/workflows';
const lines = readdirSync(FOLDER).flatMap((file) =>
  textOf(`${FOLDER}/${file}`)
    .split('\n')
    .map((line) => ({ file, line })),
);

describe('a workflow', () => {
  it('takes each action by its hash, with its version beside it', () => {
    const uses = lines.filter(({ line }) => line.includes('uses:'));
    expect(uses.length).toBeGreaterThan(0);
    const loose = uses.filter(({ line }) => !/uses: [\w/-]+@[0-9a-f]{40} # v[\d.]+$/.test(line));
    expect(loose).toEqual([]);
  });

  it('fetches other programs by a fixed version', () => {
    const loose = lines.filter(
      ({ line }) => /\bnpx\b/.test(line) && !/@\d+\.\d+\.\d+\b/.test(line),
    );
    expect(loose).toEqual([]);
  });

  it('may only read the repository', () => {
    const may = lines.filter(({ line }) => /: write\b/.test(line));
    expect(may).toEqual([]);
    for (const file of readdirSync(FOLDER))
      expect(textOf(`${FOLDER}/${file}`)).toMatch(/^permissions:\n {2}contents: read$/m);
  });
});
