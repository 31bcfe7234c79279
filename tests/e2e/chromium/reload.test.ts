import { describe, expect } from 'vitest';
import { press } from '../../driver/hands.ts';
import { word } from '../../driver/words.ts';
import { lineOf, saysAt } from './inBreak.ts';
import { it } from './it.ts';

describe('loaded again in the middle of a sequence', () => {
  it('the page shows the same part and the same line', async ({ exhale }) => {
    await exhale.tell({ type: 'startBreak', kind: 'sequence', seconds: 300 });
    const page = await exhale.page('break');
    const loadAgain = async () => {
      const before = await page.evaluate(() => performance.timeOrigin);
      await press('F5');
      await expect.poll(() => page.evaluate(() => performance.timeOrigin)).toBeGreaterThan(before);
    };
    // In the short walk, which has one line.
    await saysAt(exhale, page, 66, word('script_sequence_strollByBell'));
    await loadAgain();
    await expect.poll(() => lineOf(page)).toBe(word('script_sequence_strollByBell'));
    await page.find('heading', word('break_heading_sequence'));
    // And in the part after it, with the breath.
    await exhale.moveBreakTo(126);
    await expect.poll(() => page.text()).toContain(word('break_small'));
    const said = await lineOf(page);
    await loadAgain();
    await exhale.moveBreakTo(126);
    await expect.poll(() => page.text()).toContain(word('break_small'));
    await expect.poll(() => lineOf(page)).toBe(said);
  });
});
