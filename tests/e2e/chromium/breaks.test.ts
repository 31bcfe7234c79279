import { assert, describe, expect } from 'vitest';
import type { BreakKind } from '../../../core/kinds.ts';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { keyDown, keyUp, press } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { site } from '../../driver/site.ts';
import { never, until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { begun, recorded, untilClosed, untilDone, untilOver } from './inBreak.ts';
import { it } from './it.ts';

const BEGIN = saying(word('common_begin_breathing'));
const LEAVE = saying(word('break_leave'));
const DUE = { minutesAtScreen: 30.1 };

async function beginFromPrompt(exhale: ExhaleInChromium): Promise<Page> {
  const prompt = await exhale.page('prompt');
  await prompt.click('button', BEGIN);
  return exhale.page('break');
}

describe('a break that is begun from the prompt', () => {
  it('ends by the clock, clears the screen time and leads back', async ({ exhale }) => {
    // The person works in the first tab of the second of two windows.
    await exhale.openWindow(await site('/reading'));
    await exhale.browser.open(await site('/sound'), { background: true });
    const place = await exhale.placeInUse();
    await exhale.begin({ ...DUE, settings: { rhythms: { short: { breakSeconds: 60 } } } });
    const page = await beginFromPrompt(exhale);
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
    await page.find('heading', word('break_heading_breathing'));
    expect(await exhale.phase()).toBe('break');
    await exhale.moveBreakToEnd();
    await untilOver(exhale);
    await untilDone(page);
    await press('Return');
    await untilClosed(exhale);
    const { screenTimeMs, nextBreakInMs } = await exhale.view();
    expect(screenTimeMs).toBeLessThan(8 * SECOND_MS);
    expect(nextBreakInMs).toBeGreaterThan(29 * MINUTE_MS);
    await expect.poll(() => exhale.placeInUse()).toEqual(place);
  });

  it('waits for "Take care" to be read before the very first', async ({ exhale }) => {
    await exhale.begin({ ...DUE, records: { tally: EMPTY_TALLY } });
    const page = await beginFromPrompt(exhale);
    await page.find('heading', word('care_title'));
    const { startedAtMs } = (await exhale.view()).break ?? {};
    await page.click('button', word('care_begin'));
    const begun = await until('the break has begun', async () => {
      const { break: running } = await exhale.view();
      return running?.startedAtMs !== startedAtMs && running;
    });
    expect(begun.endsAtMs - begun.startedAtMs).toBe(13 * SECOND_MS);
    await expect.poll(() => page.text()).toContain(word('break_small'));
  });

  it('is no break when it is left early with Esc, and is asked for again', async ({ exhale }) => {
    await exhale.begin(DUE);
    const page = await beginFromPrompt(exhale);
    await begun(page);
    await press('Escape');
    await untilClosed(exhale);
    const { phase, silence, screenTimeMs } = await exhale.view();
    expect(phase).toBe('snoozed');
    expect(silence?.reason).toBe('snoozed');
    expect(screenTimeMs).toBeGreaterThan(30 * MINUTE_MS);
    expect((await recorded(exhale)).taken).toBe(false);
  });

  it('is not left by a key that was held down since before it opened', async ({ exhale }) => {
    await exhale.begin(DUE);
    await keyDown('Escape');
    const page = await beginFromPrompt(exhale);
    await page.find('button', LEAVE);
    await never('it is left', async () => (await exhale.view()).break === null);
    await keyUp('Escape');
    await press('Escape');
    await untilOver(exhale);
  });

  it('is left when its tab is closed by hand', async ({ exhale }) => {
    await exhale.begin(DUE);
    const page = await beginFromPrompt(exhale);
    await begun(page);
    await press('ctrl+w');
    await untilOver(exhale);
    expect(await exhale.phase()).toBe('snoozed');
    expect((await recorded(exhale)).taken).toBe(false);
  });

  it('keeps its time when its page is loaded again', async ({ exhale }) => {
    await exhale.begin(DUE);
    const page = await beginFromPrompt(exhale);
    await page.find('button', LEAVE);
    const { break: before } = await exhale.view();
    const loadedAtMs = await page.evaluate(() => performance.timeOrigin);
    await press('F5');
    await expect
      .poll(() => page.evaluate(() => performance.timeOrigin))
      .toBeGreaterThan(loadedAtMs);
    await page.find('button', LEAVE);
    expect((await exhale.view()).break?.endsAtMs).toBe(before?.endsAtMs);
    const { taken, atMs } = await recorded(exhale);
    expect(taken).toBe(true);
    expect(Math.abs(atMs - (before?.endsAtMs ?? 0))).toBeLessThan(2 * SECOND_MS);
  });

  it('opens in its own window if chosen, which closes with it', async ({ exhale }) => {
    await exhale.begin({ settings: { breakIn: 'window' } });
    const place = await exhale.placeInUse();
    await exhale.begin({ ...DUE, settings: { breakIn: 'window' } });
    const page = await beginFromPrompt(exhale);
    await begun(page);
    expect(await exhale.windows()).toHaveLength(2);
    await press('Escape');
    await untilClosed(exhale);
    await expect.poll(() => exhale.placeInUse()).toEqual(place);
  });
});

describe('sounds', () => {
  it('are heard in a break once they are switched on', async ({ exhale }) => {
    await exhale.begin({
      ...DUE,
      settings: { rhythms: { short: { breakSeconds: 60 } } },
      preferences: { sound: { bell: false, loudness: 40 } },
    });
    const page = await beginFromPrompt(exhale);
    const isHeard = async () =>
      (await exhale.windows()).some(({ tabs }) => tabs.some(({ audible }) => audible));
    await never('it is heard', isHeard);
    await page.click('button', word('break_sound_off'));
    await expect.poll(isHeard).toBe(true);
  });

  it('end a break whose tab is out of view with a bell, and no other', async ({ exhale }) => {
    await exhale.begin({ ...DUE, preferences: { sound: { loudness: 40 } } });
    await begun(await beginFromPrompt(exhale));
    const isHeard = async () =>
      (await exhale.windows()).some(({ tabs }) => tabs.some(({ audible }) => audible));
    await exhale.visit('/reading');
    await exhale.moveBreakToEnd();
    await untilOver(exhale);
    await expect.poll(isHeard).toBe(true);
    await expect.poll(isHeard, { timeout: 15_000 }).toBe(false);
  });
});

describe('a break that is due', () => {
  it('as a surprise is never the same twice in a row', async ({ exhale }) => {
    const settings = {
      surprises: ['movement' as const, 'heart' as const],
      rhythms: { short: { kind: 'surprise' as const } },
    };
    await exhale.begin({ settings });
    const drawn: (BreakKind | undefined)[] = [];
    for (let nth = 0; nth < 4; nth++) {
      await exhale.tell({ type: 'startBreak' });
      drawn.push((await exhale.view()).break?.kind);
      await begun(await exhale.page('break'));
      await press('Escape');
      await untilClosed(exhale);
    }
    for (const [nth, kind] of drawn.entries()) {
      assert(kind === 'movement' || kind === 'heart', `${kind}`);
      expect(kind).not.toBe(drawn[nth - 1]);
    }
  });
});
