import { describe, expect } from 'vitest';
import { site, withoutCard } from '../../driver/site.ts';
import { until } from '../../driver/wait.ts';
import { allow, DUE } from '../firefox/inCard.ts';
import { itInFirefox } from '../firefox/it.ts';

const it = itInFirefox();

describe('a card over the page', () => {
  it('gives way to a tab behind, within seconds, where nothing can be laid over the page', async ({
    exhale,
  }) => {
    await allow(exhale);
    for (const url of ['about:support', await site('/paper.pdf'), ...(await withoutCard())]) {
      await exhale.begin();
      await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
      const windows = await exhale.windowCount();
      await exhale.go(url);
      await exhale.begin(DUE);
      await until(`it asks beside ${url}`, () => exhale.isOpen('prompt'), { seconds: 6 });
      expect(await exhale.windowCount()).toBe(windows);
      expect((await exhale.stored()).state?.ask?.times).toBe(1);
    }
  });
});
