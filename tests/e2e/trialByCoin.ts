import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { encode } from '../../core/records/envelope.ts';
import { MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import { begun as begunTrial, type Trial } from '../../core/trial/trial.ts';
import { localAt } from '../../shell/clock.ts';
import type { Exhale } from '../driver/exhale.ts';
import type { FirefoxPage } from '../driver/firefoxPage.ts';
import { until } from '../driver/wait.ts';
import { word } from '../driver/words.ts';

/** What both browsers can do with a page. */
export type TrialPage = Pick<FirefoxPage, 'text' | 'evaluate'> & { close?(): Promise<void> };

/** A browser in which a trial is done by hand. */
export interface TrialBrowser<P extends TrialPage> {
  exhale: Exhale & { isOpen(name: string): Promise<boolean> };
  /** The settings, at the trial. */
  settings(): Promise<P>;
  /** The reminder, in view. */
  prompt(): Promise<P>;
  breakPage(): Promise<P>;
  press(page: P, role: 'button' | 'radio', words: string): Promise<void>;
  isAccessible(page: P): Promise<void>;
}

const BREAK_SECONDS = 180;
/** Only long breaks, and one of them is due. */
const DUE = {
  minutesAtScreen: 30.1,
  settings: {
    rhythms: { short: { breakSeconds: BREAK_SECONDS, kind: 'water' } },
  },
} as const;
/** Keys pressed sooner after the page opened are meant for what was there before. */
const KEYS_COUNT_MS = 600;

const says = (page: TrialPage, words: string) => expect.poll(() => page.text()).toContain(words);

async function trialIn(exhale: Exhale): Promise<Trial> {
  const { trial } = (await exhale.raw()) as { trial: { value: { current: Trial } } };
  return trial.value.current;
}

/** Begins the break from its reminder. Its page tosses this coin. */
async function beginBreak<P extends TrialPage>(of: TrialBrowser<P>, coin: boolean): Promise<P> {
  await of.press(await of.prompt(), 'button', word('common_begin_water'));
  const page = await of.breakPage();
  await says(page, word('tension_question'));
  await page.evaluate((side) => {
    Object.defineProperty(crypto, 'getRandomValues', {
      value: (bytes: Uint8Array) => bytes.fill(side),
    });
  }, Number(coin));
  await says(page, word('break_leave'));
  await sleep(KEYS_COUNT_MS);
  return page;
}

const untilClosed = ({ exhale }: Pick<TrialBrowser<TrialPage>, 'exhale'>) =>
  until('the page of the break has closed', async () => !(await exhale.isOpen('break')));

/** A trial is begun in the settings, and a day with the break becomes a pair. */
export async function makesAPair<P extends TrialPage>(of: TrialBrowser<P>): Promise<void> {
  const { exhale, press, isAccessible } = of;
  await exhale.begin({ ...DUE, minutesAtScreen: 12 });
  const settings = await of.settings();
  await press(settings, 'radio', word('settings_trial_points_other', '2'));
  await press(settings, 'button', word('settings_trial_begin'));
  await says(settings, word('settings_trial_count', '0', '36'));
  await isAccessible(settings);
  await settings.close?.();

  await exhale.begin(DUE);
  const page = await beginBreak(of, true);
  await says(page, word('trial_tap'));
  await isAccessible(page);
  await press(page, 'radio', '6');
  await says(page, word('break_heading_water'));
  await expect
    .poll(async () => (await trialIn(exhale)).open)
    .toMatchObject({ withBreak: true, before: 6 });

  await exhale.moveBreakToEnd();
  await says(page, word('tension_question'));
  await press(page, 'radio', '4');
  const { day } = localAt(Date.now());
  await expect
    .poll(async () => (await trialIn(exhale)).pairs)
    .toEqual([{ day, withBreak: true, before: 6, after: 4 }]);
  // One coin a day: the next long break asks nothing.
  await until('the break is over', async () => (await exhale.view()).break === null);
  await press(page, 'button', word('break_back'));
  await untilClosed(of);
  await exhale.begin(DUE);
  await press(await of.prompt(), 'button', word('common_begin_water'));
  await says(await of.breakPage(), word('break_heading_water'));
}

/** The coin says: go on working. The break is put off by its length, and asks before it comes. */
export async function goesOnWorking<P extends TrialPage>(of: TrialBrowser<P>): Promise<void> {
  const { exhale, press, isAccessible } = of;
  await exhale.begin({ ...DUE, minutesAtScreen: 12 });
  await exhale.store({ trial: encode({ current: begunTrial(2) }) });
  await exhale.begin(DUE);
  const page = await beginBreak(of, false);
  const breaksBefore = (await exhale.stored()).tally;
  await press(page, 'radio', '6');
  await says(page, word('trial_goOn'));
  const putOffAtMs = Date.now();
  await isAccessible(page);
  await press(page, 'button', word('break_back'));
  await untilClosed(of);

  const { state, tally } = await exhale.stored();
  const lengthMs = (BREAK_SECONDS + 3) * SECOND_MS;
  expect(Math.abs((state?.snoozedUntilMs ?? 0) - putOffAtMs - lengthMs)).toBeLessThan(
    5 * SECOND_MS,
  );
  expect(tally).toEqual(breaksBefore);
  expect((await exhale.view()).screenTimeMs).toBeGreaterThan(30 * MINUTE_MS);
  await expect
    .poll(async () => (await trialIn(exhale)).open)
    .toMatchObject({ withBreak: false, before: 6 });

  // That time passes.
  const { state: waiting } = await exhale.stored();
  await exhale.store({ state: encode({ ...waiting, snoozedUntilMs: Date.now() }) });
  await exhale.tell({ type: 'changeSettings', patch: {} });
  const later = await beginBreak(of, true);
  await says(later, word('tension_tap'));
  await press(later, 'radio', '7');
  await says(later, word('break_heading_water'));
  const { day } = localAt(Date.now());
  await expect
    .poll(() => trialIn(exhale))
    .toMatchObject({ open: null, pairs: [{ day, withBreak: false, before: 6, after: 7 }] });
  await until('the break is running', async () => !(await exhale.view()).break?.doesNotCount);
}
