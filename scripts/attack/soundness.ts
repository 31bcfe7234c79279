import { ALARM, START_ALARM } from '../../shell/alarm.ts';
import type { ExhaleInChromium } from '../../tests/driver/exhaleInChromium.ts';
import { stir } from '../../tests/driver/hands.ts';
import { until } from '../../tests/driver/wait.ts';
import { hold, isAnswered } from './hold.ts';

const HOUR_MS = 3_600_000;
/** The longest past that an attack gives Exhale, and what may be counted on top. */
const MOST_SCREEN_TIME_MS = HOUR_MS;
const POPUP_SECONDS = 10;

/** What has to hold after each attack, by what Exhale stores and shows. */
export async function isSound(exhale: ExhaleInChromium): Promise<void> {
  await isAnswered(exhale, { type: 'changeSettings', patch: {} });
  await isWellStored(exhale);
  await exhale.tidy();
  await popupAnswers(exhale);
  await stillReminds(exhale);
}

async function isWellStored(exhale: ExhaleInChromium): Promise<void> {
  const { notices, state } = await exhale.stored();
  hold(notices.length === 0 && state !== null, `not readable: ${JSON.stringify(notices)}`);
  hold(!('unsaved' in (await exhale.raw('session'))), 'something is still unsaved');
  const { screenTimeMs } = await exhale.view();
  hold(
    screenTimeMs >= 0 && screenTimeMs < MOST_SCREEN_TIME_MS,
    `at the screen: ${screenTimeMs} ms`,
  );
  const alarms = await exhale.alarms();
  const own = alarms.filter(({ name }) => name === ALARM);
  hold(own.length === 1, `${own.length} alarms`);
  hold(
    alarms.every(({ name }) => name === ALARM || name === START_ALARM),
    'an alarm of another name',
  );
  const waitMs = (own[0]?.scheduledTime ?? 0) - Date.now();
  hold(waitMs > -HOUR_MS / 60 && waitMs < 24 * HOUR_MS, `the alarm rings in ${waitMs} ms`);
  hold((await reminders(exhale)) <= 1, 'more than one reminder');
}

async function reminders(exhale: ExhaleInChromium): Promise<number> {
  const pages = (await exhale.browser.targets()).filter(({ url }) =>
    url.startsWith(exhale.url('prompt.html')),
  );
  const { painted } = (await exhale.raw('session')) as { painted?: { cardTab: number | null } };
  return pages.length + Number((painted?.cardTab ?? null) !== null);
}

async function popupAnswers(exhale: ExhaleInChromium): Promise<void> {
  const popup = await exhale.popup();
  await until('the popup says something', async () => (await popup.text()) !== '', {
    seconds: POPUP_SECONDS,
  });
  await popup.close();
}

/** A break falls due and is asked for, once; the answer takes the reminder away. */
async function stillReminds(exhale: ExhaleInChromium): Promise<void> {
  await exhale.begin({ minutesAtScreen: 30.1 });
  await stir();
  await until('a break that is due is asked for', async () => (await reminders(exhale)) === 1);
  hold((await exhale.stored()).asks.length === 1, 'it was not asked once');
  await isAnswered(exhale, { type: 'skip' });
  await until('the reminder is gone', async () => (await reminders(exhale)) === 0);
  await exhale.tidy();
}
