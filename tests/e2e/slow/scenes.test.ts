import { describe, expect } from 'vitest';
import { press } from '../../driver/hands.ts';
import { word } from '../../driver/words.ts';
import { isAccessible } from '../chromium/axe.ts';
import { contrastOf, saysAt, untilClosed } from '../chromium/inBreak.ts';
import { it } from '../chromium/it.ts';

/** By day and in the evening. The hour setting makes it always or never evening. */
const SCENES = [
  ['dusk', 23, 'dusk'],
  ['paper', 23, 'paper'],
  ['night', 23, 'night'],
  ['paper', 0, 'evening'],
] as const;

/** A time zone where it is about noon. */
function noonZone(): string {
  const east = 12 - new Date().getUTCHours();
  return `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east)}`;
}

describe('in each scene, by day and in the evening,', () => {
  it('a break and its end are readable, and the ring around the focus is seen', async ({
    start,
  }) => {
    const exhale = await start({ environment: { TZ: noonZone() } });
    for (const [scene, eveningHour, shown] of SCENES) {
      await exhale.begin({ settings: { eveningHour }, preferences: { scene, endsAt: true } });
      await exhale.tell({ type: 'startBreak', kind: 'breathing', seconds: 180 });
      const page = await exhale.page('break');
      await saysAt(exhale, page, 0, word('script_longExhale_settle'));
      expect(await page.evaluate(() => document.querySelector('main')?.dataset.scene)).toBe(shown);
      await page.tabTo('button', word('break_pace'));
      await press('Return');
      await page.find('button', word('break_pace_slower'));
      await isAccessible(page);
      for (const scheme of ['light', 'dark'] as const) {
        await page.prefer(scheme);
        const said = `${shown}, ${scheme}`;
        await expect.poll(() => contrastOf(page), { message: said }).toBeGreaterThanOrEqual(4.5);
        const ring = await contrastOf(page, ':focus', 'below');
        expect(ring, `${said}: the ring`).toBeGreaterThanOrEqual(3);
      }
      await exhale.moveBreakToEnd();
      await expect.poll(() => page.text()).toContain(word('after_longExhale'));
      await isAccessible(page);
      await press('Escape');
      await untilClosed(exhale);
    }
  });
});
