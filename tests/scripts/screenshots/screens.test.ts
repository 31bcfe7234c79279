import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BREAK_KINDS } from '../../../core/kinds.ts';
import { PATTERN_IDS } from '../../../core/patternIds.ts';
import { decodeAll } from '../../../core/records/stored.ts';
import { NOW_MS } from '../../../scripts/screenshots/moments.ts';
import { SCREENS } from '../../../scripts/screenshots/screens.ts';

const breaks = SCREENS.map(({ stored }) => decodeAll(stored).state?.break ?? null);

describe('the table of screens', () => {
  it('has a row for every page that shows something: add one to scripts/screenshots/screens.ts', () => {
    const pages = readdirSync('entrypoints').filter(
      (name) => existsSync(`entrypoints/${name}/index.html`) && name !== 'announce',
    );
    const shown = new Set<string>(SCREENS.map(({ page }) => page));
    expect(pages.filter((name) => !shown.has(`${name}.html`))).toEqual([]);
  });

  it('has a break of every kind in its middle', () => {
    const inMiddle = breaks.filter((session) => session !== null && session.endsAtMs > NOW_MS);
    const kinds = new Set(inMiddle.map((session) => session?.kind));
    expect(BREAK_KINDS.filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('has every breathing pattern', () => {
    const patterns = new Set(breaks.map((session) => session?.pattern));
    expect(PATTERN_IDS.filter((pattern) => !patterns.has(pattern))).toEqual([]);
  });

  it('stores for each what Exhale itself could have stored', () => {
    const wrong = SCREENS.filter(({ stored }) => decodeAll(stored).notices.length > 0);
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('names each once', () => {
    expect(new Set(SCREENS.map(({ name }) => name)).size).toBe(SCREENS.length);
  });
});
