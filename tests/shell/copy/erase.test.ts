import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { UNFINISHED_KEY } from '../../../core/copy/unfinished.ts';
import { decodeAll } from '../../../core/records/stored.ts';
import { eraseEverything } from '../../../shell/copy/eraseEverything.ts';
import { finishBegun } from '../../../shell/copy/finish.ts';
import { copyEntries } from '../../../shell/storage/logDatabase.ts';
import { span } from '../../core/days/entries.ts';
import { begins } from '../../entrypoints/background/stories.ts';
import { browser, useBackground } from '../withBackground.ts';
import { closing } from './closing.ts';
import { idsNow, kept, meanwhile, quiet, usePageWithDays, waits } from './pageWithDays.ts';

useBackground();
usePageWithDays();

const entry = (id: string) => span('2026-02-20T10:00', '2026-02-20T11:00', { id });
const names = async () => (await indexedDB.databases()).map(({ name }) => name);

async function filled(): Promise<void> {
  await kept([entry('copied')]);
  await copyEntries('exhale-log-2026-01-01', [entry('older')]);
  waits([entry('waits')]);
}

describe('“Delete all data”', () => {
  it('deletes every database of the log, and nothing of others', async () => {
    await begins(browser, { snoozeMinutes: 9 });
    await filled();
    indexedDB.open('another');
    await meanwhile(eraseEverything());
    expect(await names()).toEqual(['another']);
    expect(await idsNow()).toEqual([]);
    expect(Object.keys(browser.data.local).sort()).toEqual(['outbox', 'state']);
    expect(decodeAll(browser.data.local).settings.snoozeMinutes).toBe(5);
  });

  it('says so if a database can’t be deleted, and is not done later by itself', async () => {
    await begins(browser);
    await filled();
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
      throw new Error('no');
    });
    await expect(meanwhile(eraseEverything())).rejects.toThrow();
    expect(browser.data.local[UNFINISHED_KEY]).toBeUndefined();
  });

  it('is finished or has not begun, whichever call the page was closed at', async () => {
    await begins(browser, { snoozeMinutes: 9 });
    const start = browser.snapshot();
    const seen = new Set<boolean>();
    let hasEnded = false;
    for (let closedAt = 1; !hasEnded; closedAt++) {
      browser.restore(start);
      vi.stubGlobal('indexedDB', new IDBFactory());
      await filled();
      const page = closing(closedAt);
      await meanwhile(eraseEverything().catch(quiet));
      hasEnded = page.ended();
      await meanwhile(finishBegun());
      const isErased = decodeAll(browser.data.local).settings.snoozeMinutes === 5;
      expect((await names()).length, `closed at ${closedAt}`).toBe(isErased ? 0 : 2);
      expect(await idsNow()).toEqual(isErased ? [] : ['copied', 'older', 'waits']);
      seen.add(isErased);
    }
    expect(seen.size).toBe(2);
  });
});
