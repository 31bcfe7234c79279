import { describe, expect } from 'vitest';
import { HOUR_MS, SECOND_MS } from '../../../core/time.ts';
import { localAt } from '../../../shell/clock.ts';
import { press } from '../../driver/hands.ts';
import { never } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { it } from './it.ts';

const BY_ICON = { promptStyle: 'icon' } as const;
const slowerFor = (ms: number) => ({
  slower: { is: 'timed' as const, untilMs: Date.now() + ms },
});
/** The words before the time. */
const SLOWER = word('popup_slower', '');

describe('half as often', () => {
  it('reminds after double the interval, and says so', async ({ exhale }) => {
    const records = slowerFor(HOUR_MS);
    await exhale.begin({ minutesAtScreen: 30.2, settings: BY_ICON, records });
    await expect.poll(() => exhale.phase()).toBe('working');
    const popup = await exhale.popup();
    await expect.poll(() => popup.text()).toContain(SLOWER);
    await expect.poll(() => exhale.title()).toMatch(/half as often until/);
    await exhale.begin({ minutesAtScreen: 60.2, settings: BY_ICON, records });
    await expect.poll(() => exhale.phase()).toBe('prompted');
  });

  it('ends by itself, and then asks for what is due', async ({ exhale }) => {
    const records = slowerFor(40 * SECOND_MS);
    await exhale.begin({ minutesAtScreen: 30.2, settings: BY_ICON, records });
    await never('asked before', async () => (await exhale.phase()) === 'prompted', { seconds: 5 });
    await expect.poll(() => exhale.phase(), { timeout: 90_000 }).toBe('prompted');
    expect((await exhale.stored()).slower).toBeNull();
    // What is stored is painted after it.
    await expect.poll(() => exhale.title()).not.toMatch(/half as often/);
  });

  it('is begun and ended in the popup', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const popup = await exhale.popup();
    await popup.click('button', word('popup_pause'));
    await popup.click('menuitem', word('popup_slow_hour'));
    await expect.poll(() => popup.text()).toContain(SLOWER);
    expect((await exhale.view()).nextBreakInMs).toBeGreaterThan(40 * 60 * SECOND_MS);
    await popup.click('button', word('common_asUsual'));
    await popup.find('spinbutton', word('popup_interval'));
    expect((await exhale.stored()).slower).toBeNull();
  });
});

describe('a pause until a date', () => {
  it('is begun by keyboard, told, and ended by hand', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const popup = await exhale.popup();
    await popup.click('button', word('popup_pause'));
    await popup.click('menuitem', word('popup_pause_date'));
    await popup.find('button', saying(word('popup_pause_until', '')));
    // The field has the focus, and a day in a week.
    await press('Return');
    await expect.poll(() => exhale.phase()).toBe('paused');
    const { pause } = await exhale.stored();
    expect(pause).toMatchObject({ is: 'untilMorning', day: localAt(Date.now()).day + 7 });
    await expect.poll(() => popup.text()).toMatch(/Paused\s*until .*6:00/);
    await expect.poll(() => exhale.title()).toMatch(/paused until \w+/);
    await popup.click('button', word('popup_resume'));
    await expect.poll(() => exhale.phase()).toBe('working');
    expect((await exhale.stored()).pause).toBeNull();
  });
});
