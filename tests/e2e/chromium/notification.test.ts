import { describe, expect } from 'vitest';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { localAt } from '../../../shell/clock.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { click } from '../../driver/hands.ts';
import { never, until } from '../../driver/wait.ts';
import { windowsNamed } from '../../driver/windows.ts';
import { saying, word } from '../../driver/words.ts';
import { seededMonth } from '../months.ts';
import { silentBus } from './bus.ts';
import { it } from './it.ts';
import { allowOnce } from './permission.ts';
import { typesWhile } from './typing.ts';

const DUE = { minutesAtScreen: 30.1, settings: { promptStyle: 'notification' } } as const;

/** Allows notifications as a person does: in the settings, then in the browser's dialog. */
async function allow(exhale: ExhaleInChromium): Promise<void> {
  const page = await exhale.browser.open(exhale.url('options.html#reminders'));
  await allowOnce(exhale, 'notifications', async () => {
    await page.click('radio', word('settings_ask_notification'));
    await page.click('button', word('settings_ask_allow'));
  });
  await page.click('radio', word('settings_ask_notification'));
  await expect.poll(async () => (await exhale.stored()).settings.promptStyle).toBe('notification');
  await page.close();
}

const isShown = (exhale: ExhaleInChromium) =>
  expect.poll(() => exhale.notifications()).toEqual(['exhale']);
const noneIsLeft = (exhale: ExhaleInChromium) =>
  expect.poll(() => exhale.notifications()).toEqual([]);

/**
 * Without a desktop service for them, the browser draws notifications itself, with their buttons in a row.
 */
const BUTTON = { later: 0.24, skip: 0.48, height: 0.81 };

async function clickNotification(on: 'later' | 'skip' | 'words'): Promise<void> {
  let before = '';
  const box = await until('the notification stands still', async () => {
    const drawn = (await windowsNamed('.*')).find(({ width }) => width < 400);
    const isStill = JSON.stringify(drawn) === before;
    before = JSON.stringify(drawn);
    return isStill && drawn;
  });
  const across = on === 'words' ? 0.3 : BUTTON[on];
  const down = on === 'words' ? 0.4 : BUTTON.height;
  await click({ x: box.x + box.width * across, y: box.y + box.height * down });
}

describe('a notification, once that is allowed,', () => {
  it('asks, and its buttons are heard even by a worker that had died', async ({ exhale }) => {
    await allow(exhale);

    await exhale.begin(DUE);
    await isShown(exhale);
    await exhale.killWorker();
    await clickNotification('words');
    const page = await exhale.page('break');
    expect(await exhale.phase()).toBe('break');
    await noneIsLeft(exhale);
    await page.click('button', saying(word('break_leave')));
    await expect.poll(() => exhale.isOpen('break')).toBe(false);

    await exhale.begin(DUE);
    await isShown(exhale);
    await exhale.killWorker();
    await clickNotification('later');
    await expect.poll(() => exhale.phase()).toBe('snoozed');
    await noneIsLeft(exhale);

    await exhale.begin(DUE);
    await isShown(exhale);
    await clickNotification('skip');
    await expect.poll(() => exhale.phase()).toBe('working');
    await noneIsLeft(exhale);
  });

  it('goes with a pause', async ({ exhale }) => {
    await allow(exhale);
    await exhale.begin(DUE);
    await isShown(exhale);
    await exhale.tell({ type: 'pause' });
    await noneIsLeft(exhale);
  });

  it('loses not one letter of what is typed while it comes', async ({ exhale }) => {
    await allow(exhale);
    await typesWhile(exhale, async () => {
      await exhale.begin(DUE);
      await isShown(exhale);
    });
    expect(await exhale.phase()).toBe('prompted');
  });
});

describe('where the system takes notifications and shows none', () => {
  it('a tab behind asks after two without an answer, and the popup asks whether they were seen', async ({
    start,
  }) => {
    const bus = await silentBus();
    const exhale = await start({ environment: { DBUS_SESSION_BUS_ADDRESS: bus.address } });
    await allow(exhale);
    const unanswered = async () => (await exhale.stored()).state?.unanswered ?? 0;
    const windows = (await windowsNamed('.*')).length;

    for (const nth of [1, 2]) {
      const past = { ...DUE, state: { unanswered: nth - 1 } };
      await exhale.begin(past);
      await expect.poll(() => bus.taken(), { message: 'taken by the system' }).toBe(nth);
      expect(await exhale.notifications()).toEqual(['exhale']);
      expect(await windowsNamed('.*'), 'nothing is to be seen').toHaveLength(windows);
      const ask = await until('it asks', async () => {
        const { ask } = (await exhale.stored()).state ?? {};
        return ask?.showing && ask;
      });
      // It came back twice and was not answered in the last minute.
      const last = { ...ask, times: 3, shownAtMs: Date.now() - MINUTE_MS - SECOND_MS };
      await exhale.begin({ ...past, state: { ...past.state, ask: last, phase: 'prompted' } });
      await expect.poll(unanswered).toBe(nth);
      await noneIsLeft(exhale);
    }

    const popup = await exhale.popup();
    await popup.find('heading', word('unseen_title'));
    expect(await popup.text()).toContain(word('unseen_lead'));
    await popup.click('button', word('unseen_no'));
    const steps = () =>
      popup.evaluate(() => [...document.querySelectorAll('ol li')].map((step) => step.textContent));
    await expect
      .poll(steps)
      .toEqual([
        word('unseen_notification_linux_1'),
        word('unseen_notification_linux_2'),
        word('unseen_notification_linux_3'),
      ]);
    await popup.click('button', word('unseen_done'));

    await exhale.begin({ ...DUE, state: { unanswered: await unanswered() } });
    const prompt = await exhale.page('prompt');
    expect(await prompt.evaluate(() => document.visibilityState)).toBe('hidden');
    expect(await exhale.windows()).toHaveLength(1);
    expect(bus.taken()).toBe(2);
  });
});

describe('the look back at the last week', () => {
  it('comes at a change of task on the first day of a week, once, and leads to its page', async ({
    exhale,
  }) => {
    await allow(exhale);
    const { day } = localAt(Date.now());
    const monday = day - ((((day - 4) % 7) + 7) % 7);
    await exhale.begin({
      minutesAtScreen: 5,
      settings: { lookBack: true },
      records: { tally: { ...EMPTY_TALLY, careRead: true, weekSeen: monday - 7 } },
    });
    await exhale.logged(seededMonth().entries);
    await exhale.tell({ type: 'changeSettings', patch: {} });
    await exhale.visit('/reading');
    await expect.poll(() => exhale.notifications()).toEqual(['exhale-week']);
    expect((await exhale.stored()).tally.lookBackDue).toBe(false);

    await exhale.killWorker();
    await clickNotification('words');
    const page = await exhale.page('days');
    await page.find('heading', saying(word('history_week_of', '')));
    await noneIsLeft(exhale);
    await exhale.visit('/typing');
    await exhale.tell({ type: 'changeSettings', patch: {} });
    await never('a second one', async () => (await exhale.notifications()).length > 0, {
      seconds: 3,
    });
  });
});
