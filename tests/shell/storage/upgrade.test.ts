import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { VERSION } from '../../../core/records/envelope.ts';
import { loadUpgraded } from '../../../shell/storage/loadUpgraded.ts';
import { loadPageRecord } from '../../../shell/storage/pageRecords.ts';
import v1 from '../../fixtures/stored-v1.json';
import v2 from '../../fixtures/stored-v2.json';

const stored = () => fakeBrowser.storage.local.get();

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, work: () => Promise<unknown>) => work() },
  });
});

describe('what an older Exhale stored', () => {
  const old = {
    ...v1,
    settings: { version: 1, value: { ...v1.settings.value, pattern: 'coherent' } },
  };

  it('is taken over once, by the first look of the background', async () => {
    await fakeBrowser.storage.local.set(old);
    const { settings, notices } = await loadUpgraded(0);
    expect(settings).toMatchObject({ puttingOff: 'firm', pattern: 'even' });
    expect(notices).toEqual([]);
    const { value } = await loadPageRecord('preferences');
    expect(value).toMatchObject({ cue: 'bell', paces: { even: 11 } });
    const after = await stored();
    expect(after).toMatchObject({
      settings: { version: VERSION },
      preferences: { version: VERSION },
    });
    await loadUpgraded(0);
    expect(await stored()).toEqual(after);
  });

  it('is read in the shape of today by a page that comes first', async () => {
    await fakeBrowser.storage.local.set(old);
    expect((await loadPageRecord('preferences')).value.paces).toEqual({ even: 9.5 });
    expect(await stored()).toEqual(old);
  });

  it('stays as it is if there is nothing to take over', async () => {
    const newer = { settings: { version: VERSION + 1, value: 5 } };
    for (const documents of [v2, newer, {}] as Record<string, unknown>[]) {
      await fakeBrowser.storage.local.clear();
      await fakeBrowser.storage.local.set(documents);
      await loadUpgraded(0);
      expect(await stored()).toEqual(documents);
    }
  });
});
