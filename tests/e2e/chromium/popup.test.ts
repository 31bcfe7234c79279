import { describe, expect } from 'vitest';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { HOUR_MS, MINUTE_MS } from '../../../core/time.ts';
import { press } from '../../driver/hands.ts';
import { never, until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { it } from './it.ts';

const DUE = { minutesAtScreen: 30.1 };
/** Asked by the icon alone: the popup answers. */
const DUE_BY_ICON = { ...DUE, settings: { promptStyle: 'icon' } } as const;
const LATER = saying(word('common_later'));

describe('the popup', () => {
  it('begins a breathing break with one click', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const popup = await exhale.popup();
    await popup.click('button', saying(word('common_begin_breathing')));
    const page = await exhale.page('break');
    await page.find('heading', word('break_heading_breathing'));
    expect((await exhale.view()).break?.kind).toBe('breathing');
    await expect.poll(() => exhale.isOpen('popup')).toBe(false);
  });

  it('tells the time at the screen and the next break, even when the worker is dead', async ({
    exhale,
  }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    await exhale.killWorker();
    const popup = await exhale.popup();
    const told = await until('it tells', () => popup.text());
    expect(told).toMatch(/17 min at the screen · next break in 13 min/);
    expect(told).toContain(word('popup_interval'));
  });

  it('answers the question with later, skip, and taking it after all', async ({ exhale }) => {
    await exhale.begin(DUE_BY_ICON);
    await expect.poll(() => exhale.phase()).toBe('prompted');
    const popup = await exhale.popup();
    await popup.click('button', LATER);
    await expect.poll(() => exhale.phase()).toBe('snoozed');
    const snoozed = (await exhale.view()).silence?.untilMs ?? 0;
    expect(Math.abs(snoozed - Date.now() - 5 * MINUTE_MS)).toBeLessThan(10_000);

    await exhale.begin(DUE_BY_ICON);
    await popup.click('button', saying(word('common_skip')));
    await expect.poll(() => exhale.phase()).toBe('working');
    expect((await exhale.view()).nextBreakInMs).toBeGreaterThan(29 * MINUTE_MS);
    const { screenTimeMs } = await exhale.view();
    expect(screenTimeMs, 'skipping does not clear screen time').toBeGreaterThan(30 * MINUTE_MS);

    await popup.click('button', word('popup_afterAll'));
    await exhale.page('break');
    expect((await exhale.view()).break?.rhythm).toBe('short');
  });

  it.for([
    ['later', LATER, 'snoozed'],
    ['a break', saying(word('common_begin_breathing')), 'break'],
  ] as const)(
    'does what was pressed though it closes in the same turn: %s',
    async ([, button, phase], { exhale }) => {
      await exhale.begin(DUE_BY_ICON);
      await expect.poll(() => exhale.phase()).toBe('prompted');
      await exhale.killWorker();
      const popup = await exhale.popup();
      await popup.find('button', button);
      await until('the popup has woken the worker', () => exhale.worker());
      // After the button's own handler, and before anything that it waits for.
      await popup.evaluate(() => addEventListener('click', () => close()));
      await popup.click('button', button);
      await expect.poll(() => exhale.isOpen('popup')).toBe(false);
      await expect.poll(() => exhale.phase()).toBe(phase);
    },
  );

  it('keeps its menus within itself, also after a skip', async ({ exhale }) => {
    await exhale.begin(DUE_BY_ICON);
    await expect.poll(() => exhale.phase()).toBe('prompted');
    await exhale.tell({ type: 'skip' });
    const popup = await exhale.popup();
    await popup.find('button', word('popup_afterAll'));
    for (const menu of ['popup_more', 'popup_pause'] as const) {
      await popup.click('button', word(menu));
      await popup.find('menuitem');
      const { lacksAbove, lacksBelow, scrolls } = await popup.evaluate(() => {
        const list = document.querySelector('[role=menu]') as HTMLElement;
        const { top, bottom } = list.getBoundingClientRect();
        const { scrollHeight, clientHeight } = document.documentElement;
        return {
          lacksAbove: -top,
          lacksBelow: bottom - clientHeight,
          scrolls: scrollHeight - clientHeight,
        };
      });
      expect(lacksAbove, menu).toBeLessThanOrEqual(0);
      expect(lacksBelow, menu).toBeLessThanOrEqual(0);
      expect(scrolls, menu).toBe(0);
      await press('Escape');
    }
  });

  it('clears the screen time by "I just took a break"', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const popup = await exhale.popup();
    await popup.click('button', word('popup_more'));
    await popup.click('menuitem', word('popup_rested'));
    await expect.poll(async () => (await exhale.view()).screenTimeMs).toBeLessThan(MINUTE_MS);
    expect((await exhale.today()).rests).toHaveLength(1);
  });

  it('pauses until resumed, and withdraws a prompt', async ({ exhale }) => {
    await exhale.begin(DUE);
    await exhale.page('prompt');
    const popup = await exhale.popup();
    // The prompt's window covers them.
    await popup.choose('button', word('popup_pause'));
    await popup.choose('menuitem', word('popup_pause_for', word('duration_minutes', '30')));
    await expect.poll(() => exhale.phase()).toBe('paused');
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
    const { pausedUntilMs } = await exhale.view();
    expect(Math.abs(Number(pausedUntilMs) - Date.now() - 30 * MINUTE_MS)).toBeLessThan(10_000);
    await popup.click('button', word('popup_resume'));
    await expect.poll(async () => (await exhale.view()).pausedUntilMs).toBeNull();
    expect((await exhale.view()).screenTimeMs).toBeGreaterThan(30 * MINUTE_MS);
  });

  it('moves the next break by its stepper', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const popup = await exhale.popup();
    await popup.click('button', saying(word('common_more')));
    await expect.poll(() => popup.text()).toMatch(/next break in 18 min/);
    await expect.poll(() => popup.text()).toMatch(saying(word('popup_interval_next', '')));
    await popup.click('button', saying(word('common_less')));
    await popup.click('button', saying(word('common_less')));
    await expect.poll(() => popup.text()).toMatch(/next break in 8 min/);
    expect((await exhale.stored()).settings.rhythms.short?.intervalMinutes).toBe(25);
  });

  it('offers once, after three skips in a row, to ask less', async ({ exhale }) => {
    const tally = {
      ...EMPTY_TALLY,
      careRead: true,
      breaksEver: 3,
      promptsEver: 9,
      skippedInARow: 3,
    };
    await exhale.begin({ minutesAtScreen: 5, records: { tally } });
    const popup = await exhale.popup();
    await popup.click('button', word('enough_every', word('duration_minutes', '45')));
    await expect
      .poll(async () => (await exhale.stored()).settings.rhythms.short?.intervalMinutes)
      .toBe(45);
    await expect.poll(() => popup.text()).not.toContain(word('enough_title'));
  });
});

describe('the icon', () => {
  it('says when the next break is, or why nothing is asked', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    await expect.poll(() => exhale.title()).toMatch(/^Exhale: next break at about \d/);
    await expect.poll(() => exhale.icon()).toBe('tide-4');
    await exhale.tell({ type: 'pause' });
    await expect.poll(() => exhale.title()).toBe(word('tooltip', word('why_silent_paused')));
    await expect.poll(() => exhale.icon()).toBe('paused');
    await exhale.begin(DUE_BY_ICON);
    await exhale.tell({ type: 'resume' });
    await expect.poll(() => exhale.icon()).toBe('due');
    await expect.poll(() => exhale.title()).toMatch(/to breathe\?$/);
  });
});

describe('while presenting', () => {
  it('an hour is silent by one press, and another press ends it', async ({ exhale }) => {
    await exhale.begin(DUE);
    await exhale.page('prompt');
    const popup = await exhale.popup();
    // The small window lies over this part of the popup, so it takes the keyboard.
    await popup.choose('button', word('popup_pause'));
    await popup.choose('menuitem', word('popup_mute'));
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
    await expect.poll(() => popup.text()).toContain(word('popup_presenting'));
    expect((await exhale.stored()).pause?.is).toBe('presenting');
    const { pausedUntilMs, silence } = await exhale.view();
    expect(Math.abs(Number(pausedUntilMs) - Date.now() - HOUR_MS)).toBeLessThan(10_000);
    expect(silence?.reason).toBe('paused');
    await popup.click('button', word('popup_resume'));
    await expect.poll(async () => (await exhale.stored()).pause).toBeNull();
  });

  it('nothing opens, and a break is not heard', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 5 });
    await exhale.tell({ type: 'togglePresenting' });
    const { pause } = await exhale.stored();
    await exhale.begin({ ...DUE, records: { pause } });
    await never('anything opens', async () => (await exhale.windows()).length > 1);
    await exhale.tell({ type: 'startBreak' });
    const page = await exhale.page('break');
    await expect.poll(() => page.text()).toContain(word('break_hushed_presenting'));
  });
});

describe('a person who is strict with themselves', () => {
  it('leaves a break by a second press, and skips only later', async ({ exhale }) => {
    const settings = {
      puttingOff: 'stay' as const,
      promptStyle: 'icon' as const,
      rhythms: { short: { breakSeconds: 120 } },
    };
    await exhale.begin({ ...DUE, settings });
    const popup = await exhale.popup();
    await popup.find('button', LATER);
    expect(await popup.text()).not.toContain(word('common_skip'));
    await popup.click('button', saying(word('common_begin_breathing')));
    const page = await exhale.page('break');
    await page.click('button', saying(word('break_leave')));
    await expect.poll(() => page.text()).toContain(word('break_strict'));
    expect(await exhale.phase()).toBe('break');
    await page.click('button', saying(word('break_leave_anyway')));
    await expect.poll(() => exhale.phase()).not.toBe('break');
  });
});

describe('after two unanswered questions', () => {
  it('the next is a tab', async ({ exhale }) => {
    await exhale.begin({ ...DUE, state: { unanswered: 2 } });
    const tab = await exhale.page('prompt');
    await expect.poll(() => tab.evaluate(() => document.title)).toMatch(/30 minutes/);
    const types = (await exhale.windows()).map(({ type }) => type);
    expect(new Set(types)).toEqual(new Set(['normal']));
    await exhale.tell({ type: 'skip' });
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
  });

  it('the popup asks whether they were seen, and tells what may help', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 5, state: { unanswered: 2 } });
    const popup = await exhale.popup();
    await popup.click('button', word('unseen_no'));
    await expect.poll(() => popup.text()).toContain(word('unseen_smallWindow_1'));
    await popup.click('button', word('unseen_done'));
    await expect.poll(() => popup.text()).not.toContain(word('unseen_title'));
  });
});
