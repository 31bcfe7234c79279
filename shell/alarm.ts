import { browser } from './browser.ts';

/** It means "look at the clock" and nothing else. */
export const ALARM = 'exhale';
/** Looks at the clock until a session has its alarm, since its first looks may fail. */
export const START_ALARM = 'exhale-start';
const EACH_MINUTES = 0.5;

/** Whether it may be set. */
export const startAlarm = { isSet: false };

export async function setStartAlarm(): Promise<void> {
  startAlarm.isSet = true;
  await browser.alarms.create(START_ALARM, {
    delayInMinutes: EACH_MINUTES,
    periodInMinutes: EACH_MINUTES,
  });
}

/** Once the other alarm is set. */
export async function clearStartAlarm(): Promise<void> {
  if (!startAlarm.isSet) return;
  await browser.alarms.clear(START_ALARM);
  startAlarm.isSet = false;
}
