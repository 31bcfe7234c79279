import { deepEqual, equal } from 'node:assert/strict';
import { click, windowsNamed } from '../desk.ts';
import { never, test, until } from '../harness.ts';
import { word } from '../words.ts';
import { Exhale, STOPS_SOON } from './exhale.ts';

const SETTINGS = { promptStyle: 'notification' } as const;
const DUE = { minutesAtScreen: 30.1, settings: SETTINGS };

/** Where somebody allowed notifications in the settings, by its own button. */
async function allowed(preferences = {}): Promise<Exhale> {
  const exhale = await Exhale.started({ minutesAtScreen: 17.2 }, preferences);
  const page = await exhale.open('options.html');
  await page.click('label', word('settings_ask_notification'));
  await page.click('button', word('settings_ask_allow'));
  await until('it is chosen', async () => {
    return (await exhale.stored()).settings.promptStyle === 'notification';
  });
  return exhale;
}

/** Clicks on the notification that Firefox has drawn: a window without a name, at the upper right. */
async function clickNotification(): Promise<void> {
  const drawn = await until('the notification is drawn', async () => {
    const windows = await windowsNamed('.*');
    return windows.find(
      ({ width, height, x }) => width > 200 && width < 500 && height < 300 && x > 0,
    );
  });
  await click({ x: drawn.x + drawn.width / 2, y: drawn.y + drawn.height - 30 });
}

test('The notification asks once it is allowed; a click on it offers the choices, and begins', async () => {
  const exhale = await allowed();
  await exhale.begin(DUE);
  await until('there is one', async () => (await exhale.notifications()).length > 0);
  deepEqual(await exhale.notifications(), ['exhale']);
  await clickNotification();
  const choices = await exhale.page('prompt');
  await never('they are taken away', async () => !(await exhale.isOpen('prompt')), { seconds: 2 });
  await choices.click('button', word('common_begin_breathing'));
  await exhale.page('break');
  await until('the question is gone', async () => !(await exhale.isOpen('prompt')));
  deepEqual(await exhale.notifications(), []);
  equal((await exhale.view()).phase, 'break');
});

test('A click on the notification is heard although the background was stopped meanwhile', async () => {
  const exhale = await allowed(STOPS_SOON);
  // Firefox remembers the listeners of a background from its start: those of the next one count.
  await exhale.untilStopped();
  await exhale.begin(DUE);
  await until('there is one', async () => (await exhale.notifications()).length > 0);
  await exhale.untilStopped();
  await clickNotification();
  const choices = await exhale.page('prompt');
  await choices.click('button', word('common_later'));
  await until('the question is gone', async () => !(await exhale.isOpen('prompt')));
  equal((await exhale.view()).phase, 'snoozed');
});
