import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { distFolder } from '../../../scripts/setup/builds.mjs';
import { ROOT } from '../../../scripts/setup/command.mjs';
import { typescriptArgs } from '../../../scripts/setup/packages.mjs';
import { temporaryFolder } from '../../driver/temporaryFolder.ts';
import { readPng } from '../../start/png.ts';

const SIZES = {
  '1-popup.png': [1280, 800],
  '2-reminder.png': [1280, 800],
  '3-break.png': [1280, 800],
  '4-days.png': [1280, 800],
  '5-settings.png': [1280, 800],
  'tile-1400x560.png': [1400, 560],
  'tile-440x280.png': [440, 280],
};

describe('the pictures for the stores', () => {
  const folder = temporaryFolder('pictures');
  let ended: unknown;

  beforeAll(async () => {
    const script = join(ROOT, 'scripts/screenshots.ts');
    const { EXHALE_DIST = distFolder('chromium') } = process.env;
    const taking = spawn(
      process.execPath,
      [...typescriptArgs(), script, '--store', '--languages', 'ar'],
      { cwd: ROOT, env: { ...process.env, EXHALE_DIST, EXHALE_PICTURES: folder } },
    );
    ended = await new Promise((resolve) => taking.on('close', resolve));
  });

  it('are all there for the wished language, and nothing else', () => {
    expect(ended).toBe(0);
    expect(readdirSync(folder)).toEqual(['store']);
    expect(readdirSync(join(folder, 'store'))).toEqual(['ar']);
    expect(readdirSync(join(folder, 'store/ar')).sort()).toEqual(Object.keys(SIZES).sort());
  });

  it.each(Object.entries(SIZES))('%s has the size that the stores ask for', (file, size) => {
    const { width, height, colors, transparent } = readPng(join(folder, 'store/ar', file));
    expect([width, height]).toEqual(size);
    expect(transparent).toBe(false);
    // An empty page has one.
    expect(colors).toBeGreaterThan(20);
  });
});
