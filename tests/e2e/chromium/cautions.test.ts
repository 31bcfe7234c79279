import { describe, expect } from 'vitest';
import { SECOND_MS } from '../../../core/time.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { begun, breathsOf, recorded, says, untilClosed, untilOver } from './inBreak.ts';
import { it } from './it.ts';

const UNREAD = { holds: false, massage: false, movement: false, eyes: false };
const DUE = { minutesAtScreen: 30.1, preferences: { careRead: UNREAD } };

const waits = (exhale: ExhaleInChromium) =>
  until('it waits', async () => {
    const { break: running } = await exhale.view();
    return running?.doesNotCount && running;
  });

async function begin(exhale: ExhaleInChromium, wish: object): Promise<Page> {
  await exhale.tell({ type: 'startBreak', ...wish });
  return exhale.page('break');
}

describe('a break with a caution', () => {
  it('waits until the caution is read, even when loaded again, and then says it no more', async ({
    exhale,
  }) => {
    await exhale.begin({ preferences: { careRead: UNREAD } });
    const page = await begin(exhale, { kind: 'neck', seconds: 10 });
    await page.find('heading', word('care_title'));
    expect(await page.text()).toContain(word('care_massage'));
    expect(await page.text(), 'the rest has been read').not.toContain(word('care_doctor'));
    const { startedAtMs } = await waits(exhale);
    const before = await page.evaluate(() => performance.timeOrigin);
    await press('F5');
    await expect.poll(() => page.evaluate(() => performance.timeOrigin)).toBeGreaterThan(before);
    await page.find('heading', word('care_title'));
    expect((await waits(exhale)).startedAtMs).toBe(startedAtMs);
    await page.tabTo('button', word('care_begin'));
    await press('Return');
    await says(page, word('script_neck_settle'));
    const running = await until('its clock has begun', async () => {
      const { break: now } = await exhale.view();
      return now?.doesNotCount === undefined && now;
    });
    expect(running.startedAtMs).toBeGreaterThan(startedAtMs);
    expect(running.endsAtMs - running.startedAtMs).toBe(13 * SECOND_MS);
    await exhale.moveBreakToEnd();
    await expect.poll(() => page.text()).toContain(word('after_massage'));
    expect((await recorded(exhale)).taken).toBe(true);
    await press('Return');
    await untilClosed(exhale);

    const again = await begin(exhale, { kind: 'hands', seconds: 10 });
    await says(again, word('script_hands_settle'));
  });

  it.for(['fourSevenEight', 'box'])(
    'lets the holds of %s be left out from its caution on',
    async (pattern, { exhale }) => {
      await exhale.begin({ preferences: { careRead: UNREAD } });
      const page = await begin(exhale, { kind: 'breathing', pattern, seconds: 30 });
      await page.find('heading', word('care_title'));
      expect(await page.text()).toContain(word('care_holds'));
      await page.tabTo('button', word('break_pace_withoutHolds'));
      await press('space');
      await expect.poll(() => page.text()).toContain(word('break_small'));
      await expect.poll(() => breathsOf(page)).toEqual([10_000]);
      expect(await page.text()).not.toContain(word('break_phase_hold'));
      expect((await exhale.view()).break?.doesNotCount).toBeUndefined();
      await begun(page);
      await press('Escape');
      await untilClosed(exhale);
    },
  );

  it('does not count when its tab is closed during the caution, and is asked for again', async ({
    exhale,
  }) => {
    await exhale.begin(DUE);
    const page = await begin(exhale, { kind: 'movement', seconds: 10 });
    await page.find('button', word('care_begin'));
    expect(await page.text()).toContain(word('care_movement'));
    await waits(exhale);
    await press('ctrl+w');
    await untilOver(exhale);
    expect(await exhale.phase()).toBe('snoozed');
    expect((await recorded(exhale)).taken).toBe(false);
    // The caution waits for the next time.
    const popup = await exhale.popup();
    await popup.click('button', saying(word('common_begin_breathing')));
    const next = await exhale.page('break');
    await says(next, word('script_longExhale_settle'));
  });
});
