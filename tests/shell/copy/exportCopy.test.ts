import { describe, expect, it, vi } from 'vitest';
import { exportCopy, exportTable } from '../../../shell/copy/exportCopy.ts';
import { begins } from '../../entrypoints/background/stories.ts';
import { browser, useBackground } from '../withBackground.ts';
import { kept, meanwhile, never, quiet, usePageWithDays } from './pageWithDays.ts';
import { ENTRIES, filled } from './profile.ts';

useBackground();
usePageWithDays();

describe('an export', () => {
  it('says so if a part of the log can’t be read', async () => {
    await begins(browser);
    await kept(ENTRIES);
    vi.spyOn(indexedDB, 'databases').mockRejectedValue(new Error('no'));
    await expect(meanwhile(exportCopy(quiet, never))).rejects.toThrow();
  });

  it('waits for a database that answers late, as on a busy machine', async () => {
    await begins(browser);
    await kept(ENTRIES);
    const real = indexedDB.databases.bind(indexedDB);
    vi.spyOn(indexedDB, 'databases').mockImplementation(async () => {
      // Longer than a page waits that only shows days.
      await new Promise((resolve) => setTimeout(resolve, 2200));
      return real();
    });
    const text = await (await meanwhile(exportCopy(quiet, never))).text();
    for (const { id } of ENTRIES) expect(text).toContain(`"id":"${id}"`);
  }, 20_000);

  it('can be cancelled, and tells how far it is', async () => {
    await begins(browser);
    await kept(ENTRIES);
    const cancel = new AbortController();
    const shares: number[] = [];
    await meanwhile(exportCopy((share) => shares.push(share), never));
    expect(shares.at(-1)).toBe(1);
    cancel.abort();
    await expect(meanwhile(exportCopy(quiet, cancel.signal))).rejects.toThrow();
  });

  it.each([exportCopy, exportTable])(
    'is not made if it is cancelled at its last day',
    async (make) => {
      await begins(browser);
      await kept(ENTRIES);
      const cancel = new AbortController();
      const made = make((share) => share === 1 && cancel.abort(), cancel.signal);
      await expect(meanwhile(made)).rejects.toMatchObject({ name: 'AbortError' });
    },
  );

  it('as a table has one row for each entry, and no formula', async () => {
    await filled();
    const text = await (await meanwhile(exportTable(quiet, never))).text();
    const rows = text.trimEnd().split('\r\n');
    expect(rows).toHaveLength(1 + ENTRIES.length);
    expect(text).toContain("'=Tea");
  });
});
