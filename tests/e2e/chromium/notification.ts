import { deepEqual, equal, ok } from 'node:assert/strict';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { click, windowsNamed } from '../desk.ts';
import { test, until } from '../harness.ts';
import { saying, word } from '../words.ts';
import { silentBus } from './bus.ts';
import { type Exhale, started } from './exhale.ts';
import { allowInDialog } from './permission.ts';
import { typesWhile } from './typing.ts';

declare const chrome: typeof import('../../../shell/browser.ts').browser;

const DUE = { minutesAtScreen: 30.1, settings: { promptStyle: 'notification' } } as const;

/** Allows notifications as a person does: in the settings, and then in the browser's own dialog. */
async function allow(exhale: Exhale): Promise<void> {
  const page = await exhale.browser.open(exhale.url('options.html'));
  const isAllowed = () =>
    page.evaluate(() => chrome.permissions.contains({ permissions: ['notifications'] }));
  await until(
    'it is allowed',
    async () => {
      await page.click('radio', word('settings_ask_notification'));
      await page.click('button', word('settings_ask_allow'));
      await allowInDialog(exhale);
      return isAllowed();
    },
    { seconds: 30 },
  );
  await until('it is the way to ask', async () => {
    return (await exhale.stored()).settings.promptStyle === 'notification';
  });
  await exhale.browser.devtools.send('Target.closeTarget', { targetId: page.targetId });
}

const shown = async (exhale: Exhale): Promise<string[]> => {
  const page = await exhale.inside();
  return page.evaluate(async () => Object.keys(await chrome.notifications.getAll()));
};

/** Without a service for them on the desktop, the browser draws notifications itself: their buttons lie in a row. */
const BUTTON = { begin: 0.24, later: 0.66, height: 0.81 };

async function clickNotification(exhale: Exhale, on: 'begin' | 'later' | 'words'): Promise<void> {
  const box = await until('the notification is drawn', async () => {
    const [first] = await shown(exhale);
    return first === 'exhale' && (await windowsNamed('.*')).find(({ width }) => width < 400);
  });
  const across = on === 'words' ? 0.3 : BUTTON[on];
  const down = on === 'words' ? 0.4 : BUTTON.height;
  await click({ x: box.x + box.width * across, y: box.y + box.height * down });
}

test('A notification asks where it is allowed; its buttons answer, also to a worker that had died', async () => {
  const exhale = await started();
  await allow(exhale);

  await exhale.begin(DUE);
  await until('it is shown', async () => (await shown(exhale)).length === 1);
  await exhale.killWorker();
  await clickNotification(exhale, 'begin');
  const page = await exhale.page('break');
  equal((await exhale.view()).phase, 'break');
  await until('none is left', async () => (await shown(exhale)).length === 0);
  await page.click('button', saying(word('break_leave')));
  await until('the break is left', async () => !(await exhale.opened('break')));

  await exhale.begin(DUE);
  await until('it is shown', async () => (await shown(exhale)).length === 1);
  await exhale.killWorker();
  await clickNotification(exhale, 'later');
  await until('it is snoozed', async () => (await exhale.view()).phase === 'snoozed');
  await until('none is left', async () => (await shown(exhale)).length === 0);

  await exhale.begin(DUE);
  await clickNotification(exhale, 'words');
  const prompt = await exhale.page('prompt');
  await prompt.click('button', saying(word('common_later')));
  await until('it is snoozed', async () => (await exhale.view()).phase === 'snoozed');
  await until('none is left', async () => (await shown(exhale)).length === 0);

  await exhale.begin(DUE);
  await until('it is shown', async () => (await shown(exhale)).length === 1);
  await exhale.tell({ type: 'pause' });
  await until('a pause takes it away', async () => (await shown(exhale)).length === 0);
});

test('Not one letter is lost of what is typed while a notification comes', async () => {
  const exhale = await started();
  await allow(exhale);
  await typesWhile(exhale, async () => {
    await exhale.begin(DUE);
    await until('it is shown', async () => (await shown(exhale)).length === 1);
  });
  equal((await exhale.view()).phase, 'prompted');
});

test('Where the system takes notifications and shows none, a tab behind asks after two without an answer, and the popup asks whether they were seen', async () => {
  const bus = await silentBus();
  const exhale = await started({}, [], { DBUS_SESSION_BUS_ADDRESS: bus.address });
  await allow(exhale);
  const unanswered = async () => (await exhale.stored()).state?.unanswered ?? 0;
  const windows = (await windowsNamed('.*')).length;

  for (const nth of [1, 2]) {
    const past = { ...DUE, state: { unanswered: nth - 1 } };
    await exhale.begin(past);
    await until('the system has taken it', () => bus.taken() === nth);
    deepEqual(await shown(exhale), ['exhale']);
    equal((await windowsNamed('.*')).length, windows, 'nothing is to be seen');
    const ask = (await exhale.stored()).state?.ask;
    ok(ask?.showing);
    // It has come back twice, and nobody has answered for the last minute.
    const last = { ...ask, times: 3, shownAtMs: Date.now() - MINUTE_MS - SECOND_MS };
    await exhale.begin({ ...past, state: { ...past.state, ask: last, phase: 'prompted' } });
    await until('it is given up', async () => (await unanswered()) === nth);
    await until('none is left', async () => (await shown(exhale)).length === 0);
  }

  const popup = await exhale.popup();
  await popup.find('heading', word('unseen_title'));
  ok((await popup.text()).includes(word('unseen_lead')));
  await popup.click('button', word('unseen_no'));
  const steps = await until('it tells what may help', () =>
    popup.evaluate(() => {
      const told = [...document.querySelectorAll('ol li')].map((step) => step.textContent);
      return told.length > 0 && told;
    }),
  );
  deepEqual(steps, [
    word('unseen_notification_linux_1'),
    word('unseen_notification_linux_2'),
    word('unseen_notification_linux_3'),
  ]);
  await popup.click('button', word('unseen_done'));

  await exhale.begin({ ...DUE, state: { unanswered: await unanswered() } });
  const prompt = await exhale.page('prompt');
  equal(await prompt.evaluate(() => document.visibilityState), 'hidden');
  equal((await exhale.windows()).length, 1);
  equal(bus.taken(), 2);
});
