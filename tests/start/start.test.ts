import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { PICTURE_FILES } from '../../scripts/pictures.ts';
import { ensureSystem } from '../../scripts/setup/system.mjs';
import { type BareMachine, bareMachine } from './bareMachine.ts';
import { readPng } from './png.ts';

let machine: BareMachine;
let ended: { status: number | null; output: string };

beforeAll(async () => {
  await ensureSystem(['chromium', 'Xvfb']);
  machine = bareMachine();
  const { clone, environment, uncommitted } = machine;
  if (uncommitted.length > 0)
    console.warn(`Tried is the last commit, without ${uncommitted.length} uncommitted changes.`);
  const { status, stdout, stderr } = spawnSync('npm', ['start'], {
    cwd: clone,
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  ended = { status, output: `${stdout}\n${stderr}` };
});

describe('npm start in a fresh clone on a machine without a display', () => {
  it('ends well, and says that Exhale works', () => {
    expect(ended.status, ended.output).toBe(0);
    expect(ended.output).toContain(`Exhale works: ${PICTURE_FILES.length} pictures`);
  });

  it.for(PICTURE_FILES)(
    'saves $file, of its size and with colors',
    ({ file, width, leastHeight }) => {
      const picture = readPng(join(machine.clone, 'screenshots', file));
      expect(picture.width).toBe(width);
      expect(picture.height).toBeGreaterThanOrEqual(leastHeight);
      expect(picture.colors).toBeGreaterThan(10);
    },
  );

  it('saves no picture that it does not promise', () => {
    const saved = readdirSync(join(machine.clone, 'screenshots'));
    expect(saved.sort()).toEqual(PICTURE_FILES.map(({ file }) => file).sort());
  });

  it('leaves nothing in the temporary folder', () => {
    const left = readdirSync(machine.environment.TMPDIR as string);
    expect(left.filter((name) => name.startsWith('exhale'))).toEqual([]);
  });
});
