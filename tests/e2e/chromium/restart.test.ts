import { describe, expect } from 'vitest';
import { encode } from '../../../core/records/envelope.ts';
import { initialState } from '../../../core/records/state.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { stir, whileStirring } from '../../driver/hands.ts';
import { settingsWith } from '../../driver/seed.ts';
import { until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { it } from './it.ts';

const DUE = { minutesAtScreen: 30.1 };

describe('a browser that is closed and started again', () => {
  it('goes on counting', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    await stir();
    await exhale.restart();
    await exhale.hasBegun();
    const { screenTimeMs } = await exhale.view();
    expect(screenTimeMs).toBeGreaterThan(17 * MINUTE_MS);
    expect(screenTimeMs).toBeLessThan(19 * MINUTE_MS);
    expect(await exhale.alarms()).toHaveLength(1);
    expect(await exhale.isOpen('welcome')).toBe(false);
  });

  it('has rested if it was closed for eight minutes', async ({ exhale }) => {
    // Of the unseen time, two and a half minutes may count as screen time.
    const atMs = Date.now() - 8 * MINUTE_MS;
    const state = {
      ...initialState(atMs),
      presence: { is: 'present' as const, fromMs: atMs - 20 * MINUTE_MS },
      screenSinceMs: atMs - 20 * MINUTE_MS,
      countedFromMs: { short: atMs - 20 * MINUTE_MS },
      phase: 'working' as const,
    };
    await exhale.storeAsleep({ state: encode(state) });
    await exhale.restart();
    await exhale.hasBegun();
    await stir();
    await expect.poll(async () => (await exhale.view()).screenTimeMs).toBeLessThan(MINUTE_MS);
  });

  it('is still paused', async ({ exhale }) => {
    await exhale.begin(DUE);
    await exhale.tell({ type: 'pause' });
    await exhale.restart();
    await exhale.hasBegun();
    expect(await exhale.phase()).toBe('paused');
    expect(await exhale.icon()).toBe('paused');
  });

  it('is still snoozed', async ({ exhale }) => {
    await exhale.begin(DUE);
    await expect.poll(() => exhale.phase()).toBe('prompted');
    await exhale.tell({ type: 'snooze' });
    const before = (await exhale.stored()).state?.snoozedUntilMs;
    expect(before).toBeGreaterThan(Date.now());
    await exhale.restart();
    await exhale.hasBegun();
    expect((await exhale.stored()).state?.snoozedUntilMs).toBe(before);
  });

  it('has taken the break that ended meanwhile, and opens no page of it', async ({ exhale }) => {
    await exhale.begin(DUE);
    await exhale.tell({ type: 'startBreak', seconds: 10 });
    const endsAtMs = (await exhale.view()).break?.endsAtMs ?? 0;
    await exhale.restart();
    await until('its time is over', () => Date.now() > endsAtMs);
    // The next event ends it.
    await exhale.tell({ type: 'resume' });
    const taken = await until('it is noted', async () => (await exhale.today()).breaks[0]);
    expect(taken.taken).toBe(true);
    expect(taken.atMs).toBeGreaterThanOrEqual(endsAtMs);
    expect(await exhale.isOpen('break')).toBe(false);
  });

  it('shows a prompt again that stood, until its minute is over', async ({ exhale }) => {
    const nowMs = Date.now();
    const sinceMs = nowMs - 31 * MINUTE_MS;
    const state = {
      ...initialState(nowMs),
      presence: { is: 'present' as const, fromMs: sinceMs },
      screenSinceMs: sinceMs,
      countedFromMs: { short: sinceMs },
      dueSinceMs: sinceMs + 30 * MINUTE_MS,
      ask: {
        rhythm: 'short',
        shownAtMs: nowMs - 15 * SECOND_MS,
        times: 1,
        showing: true,
        inFullScreen: false,
      },
      phase: 'prompted' as const,
    };
    await exhale.storeAsleep({ state: encode(state) });
    await exhale.restart();
    const prompt = await whileStirring(exhale.page('prompt'));
    await prompt.find('button', saying(word('common_later')));
    await whileStirring(
      expect.poll(() => exhale.isOpen('prompt'), { timeout: 80_000 }).toBe(false),
    );
    expect(await exhale.phase()).toBe('prompted');
    expect(await exhale.silence()).toBe('returning');
  });

  it.for([
    ['damaged', 'garbage'],
    ['incomplete', { version: 1, value: { phase: 'working' } }],
    ['of a newer Exhale', { version: 99, value: {} }],
  ] as const)(
    'starts fresh with a state that is %s, and keeps settings and pause',
    async ([, state], { exhale }) => {
      await exhale.begin({ minutesAtScreen: 17.2, settings: { snoozeMinutes: 9 } });
      await exhale.tell({ type: 'pause' });
      await exhale.storeAsleep({ state });
      await exhale.restart();
      await exhale.hasBegun();
      const stored = await exhale.stored();
      expect(stored.state).not.toBeNull();
      expect(stored.settings).toEqual(settingsWith({ snoozeMinutes: 9 }));
      expect(stored.pause?.is).toBe('open');
      expect((await exhale.view()).screenTimeMs).toBeLessThan(MINUTE_MS);
    },
  );
});

describe('a browser that crashed', () => {
  it('loses at most a checkpoint', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    await stir();
    await exhale.restart();
    await exhale.hasBegun();
    await exhale.tell({ type: 'changeSettings', patch: { snoozeMinutes: 7 } });
    await exhale.restart('killed');
    await exhale.hasBegun();
    const { screenTimeMs } = await exhale.view();
    expect(screenTimeMs).toBeGreaterThan(14.7 * MINUTE_MS);
    expect(screenTimeMs).toBeLessThan(19 * MINUTE_MS);
  });
});

describe('a store that a crash cut off', () => {
  it('is told in the popup, once', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2, settings: { snoozeMinutes: 9 } });
    await exhale.tell({ type: 'pause' });
    await exhale.lose(['settings', 'pause']);
    await exhale.restart('killed');
    await exhale.hasBegun();
    const popup = await exhale.popup();
    await popup.find('heading', word('lost_title'));
    const text = await popup.text();
    for (const part of ['lost_part_settings', 'lost_part_pause'] as const)
      expect(text).toContain(word(part));
    expect(text).not.toContain(word('lost_part_day'));
    await popup.click('button', word('lost_done'));
    await expect.poll(() => popup.text()).not.toContain(word('lost_title'));
    await popup.find('button', word('popup_why'));
    await exhale.restart();
    await exhale.hasBegun();
    const again = await exhale.popup();
    await again.find('button', word('popup_why'));
    expect(await again.text()).not.toContain(word('lost_title'));
  });
});

describe('settings of a newer Exhale', () => {
  it('are left as they are, and the popup says so', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const newer = { version: 99, value: { unheardOf: true } };
    await exhale.storeAsleep({ settings: newer });
    const popup = await exhale.popup();
    await popup.find('heading', word('popup_notice_newerSettings_title'));
    await exhale.tell({ type: 'changeSettings', patch: { snoozeMinutes: 9 } });
    expect((await exhale.raw()).settings).toEqual(newer);
    expect((await exhale.view()).screenTimeMs).toBeGreaterThan(17 * MINUTE_MS);
  });
});

describe('switched off and on again', () => {
  it('it goes on', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    await stir();
    const manager = await exhale.browser.open('chrome://extensions/');
    const turn = (on: boolean) =>
      manager.evaluate(
        (id, enabled) => {
          const { chrome } = globalThis as unknown as {
            chrome: { management: { setEnabled: (id: string, on: boolean) => Promise<void> } };
          };
          return chrome.management.setEnabled(id, enabled);
        },
        exhale.id,
        on,
      );
    await turn(false);
    await expect.poll(() => exhale.worker()).toBeUndefined();
    await turn(true);
    exhale.forgetInside();
    await exhale.hasBegun();
    expect((await exhale.view()).screenTimeMs).toBeGreaterThan(17 * MINUTE_MS);
    expect(await exhale.alarms()).toHaveLength(1);
    expect(await exhale.isOpen('welcome')).toBe(false);
  });
});
