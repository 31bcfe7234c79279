import { describe, expect } from 'vitest';
import { word } from '../../driver/words.ts';
import { it } from '../chromium/it.ts';

/** Well into the break, when the ring has its full size. */
const LATER_SECONDS = 40;

describe('in a narrow window', () => {
  it.for([
    ['default', 'svg path'],
    ['reduced', '[class*="lines"] > div'],
  ] as const)(
    'the pace stands clear of the guide, with motion: %s',
    async ([motion, guide], { exhale }) => {
      await exhale.begin();
      await exhale.tell({ type: 'startBreak', kind: 'breathing', seconds: 180 });
      const page = await exhale.page('break');
      await page.prefer('dark', motion);
      await page.send('Emulation.setDeviceMetricsOverride', {
        ...{ width: 320, height: 640 },
        ...{ deviceScaleFactor: 1, mobile: false },
      });
      await exhale.moveBreakTo(LATER_SECONDS);
      await page.choose('button', word('break_pace'));
      await page.find('button', word('break_pace_slower'));
      const room = () =>
        page.evaluate((guide) => {
          const boxOf = (found: Element | null | undefined) => found?.getBoundingClientRect();
          const pace = boxOf(document.querySelector('[role="group"]'));
          const top = boxOf(document.querySelector(`[data-reduced] :is(${guide})`))?.top;
          return (top ?? Number.NaN) - (pace?.bottom ?? Number.NaN);
        }, guide);
      await expect.poll(room).toBeGreaterThan(4);
    },
  );
});
