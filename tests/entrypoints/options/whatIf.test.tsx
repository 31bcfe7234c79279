// @vitest-environment happy-dom

import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../../core/records/entry.ts';
import type { Settings } from '../../../core/records/settings.ts';
import { weekInLog } from '../../../core/simulate/weekInLog.ts';
import { whatIf } from '../../../core/simulate/whatIf.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { withSettings } from '../../core/atNine.ts';
import { MONDAY, span } from '../../core/days/entries.ts';
import { click, field, openSettings, settle, toggle, type } from './settingsPage.tsx';

beforeEach(speakEnglish);
afterEach(cleanup);

const DATES = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'];
const eachDay = (from: string, to: string): Entry[] =>
  DATES.map((date) => span(`${date}T${from}`, `${date}T${to}`));
const opened = (entries: Entry[]) => {
  const week = weekInLog(entries, MONDAY + 7);
  const replay = vi.fn((settings: Settings) => whatIf(week, settings));
  return { replay, openWeek: async () => replay };
};
const days = () =>
  [...document.querySelectorAll('section li')].map(({ textContent }) => textContent);
const marks = () => document.querySelectorAll('section li [aria-hidden] [class*=mark]');
const box = () => screen.findByRole('region', { name: 'With these settings' });

describe('below the rhythms, the last week', () => {
  it('tells how often Exhale would have reminded, the longest time that is left, and each day', async () => {
    const { openWeek } = opened(eachDay('09:00', '11:00'));
    openSettings({ deeds: { openWeek } });
    // After 30, 61 and 96 minutes: the second break is the long one.
    expect((await box()).textContent).toContain(
      'In the last seven days, Exhale would have reminded you about 3 times a day.',
    );
    expect((await box()).textContent).toContain('The longest time without a break: about 30 min.');
    expect((await box()).textContent).toContain('Your own days, replayed.');
    expect(days()).toHaveLength(4);
    expect(days()[0]?.replace(/[\u202f\u00a0]/g, ' ')).toBe(
      'Mon3 reminders 9:30 AM 10:01 AM 10:36 AM',
    );
    expect(marks()).toHaveLength(12);
  });

  it('has the figures that the core works out', async () => {
    const entries = eachDay('09:00', '18:30');
    const { openWeek } = opened(entries);
    openSettings({ deeds: { openWeek } });
    const { days: replayed, remindersADay } = whatIf(
      weekInLog(entries, MONDAY + 7),
      withSettings({}),
    );
    expect((await box()).textContent).toContain(`about ${Math.round(remindersADay)} times a day`);
    expect(days().map((text) => Number.parseInt(text?.slice(3) ?? '', 10))).toEqual(
      replayed.map(({ reminders }) => reminders.length),
    );
  });

  it('follows a control while a number is typed, before it is stored', async () => {
    const { openWeek } = opened(eachDay('09:00', '11:00'));
    const { page } = openSettings({ deeds: { openWeek } });
    await box();
    await click(toggle('Long: on'));
    type(field('Short: time at the screen before a break'), '50');
    await screen.findByText(/about 2 times a day/);
    expect(page.stored.rhythms.short?.intervalMinutes).toBe(30);
    expect((await box()).textContent).toContain('about 50 min');
    await settle();
    expect(page.stored.rhythms.short?.intervalMinutes).toBe(50);
  });

  it.each([
    [110, /about once a day\./],
    [150, /wouldn’t have reminded you\./],
  ])('says it in words with an interval of %s minutes', async (intervalMinutes, words) => {
    const { openWeek } = opened(eachDay('09:00', '11:00'));
    const rhythms = { short: { intervalMinutes }, long: { on: false } };
    openSettings({ settings: withSettings({ rhythms }), deeds: { openWeek } });
    await screen.findByText(words);
  });

  it('says so if it is less than once a day', async () => {
    const longAgo = [...eachDay('09:00', '11:00'), span('2026-03-06T09:00', '2026-03-06T12:00')];
    const { openWeek } = opened(longAgo);
    const rhythms = { short: { intervalMinutes: 170 }, long: { on: false } };
    openSettings({ settings: withSettings({ rhythms }), deeds: { openWeek } });
    await screen.findByText(/less than once a day\./);
  });

  it('says that no rhythm is on, and draws nothing', async () => {
    const { openWeek } = opened(eachDay('09:00', '11:00'));
    const rhythms = { short: { on: false }, long: { on: false } };
    openSettings({ settings: withSettings({ rhythms }), deeds: { openWeek } });
    await screen.findByText(/No rhythm is on/);
    expect(days()).toEqual([]);
  });

  it('is replayed once what was pressed is painted, and only if that shapes it', async () => {
    const { replay, openWeek } = opened(eachDay('09:00', '11:00'));
    openSettings({ deeds: { openWeek } });
    await waitFor(() => expect(replay).toHaveBeenCalledTimes(1));
    await click(toggle('No reminders in full screen'));
    await click(toggle('Long: on'));
    expect(replay).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(replay).toHaveBeenCalledTimes(2));
  });

  it('drops what a newer press has replaced', async () => {
    const { replay, openWeek } = opened(eachDay('09:00', '11:00'));
    openSettings({ deeds: { openWeek } });
    await waitFor(() => expect(replay).toHaveBeenCalledTimes(1));
    await click(toggle('Long: on'));
    await click(toggle('Short: on'));
    await screen.findByText(/No rhythm is on/);
    await waitFor(() => expect(replay).toHaveBeenCalledTimes(2));
    expect(replay.mock.lastCall?.[0].rhythms).toMatchObject({
      short: { on: false },
      long: { on: false },
    });
  });
});

describe('without a week of data, a plain day', () => {
  it('is told in a sentence, to five minutes, and the box says that it is an example', async () => {
    openSettings();
    await screen.findByText(
      /On a plain day from 9:00.AM to 5:00.PM: 13 reminders, the first about 9:30.AM\./,
    );
    await screen.findByText(/This is an example, with half an hour for lunch/);
    await screen.findByText(/After three days at the screen, your own week shows here\./);
    expect(days()).toEqual([]);
  });

  it('can have no reminders', async () => {
    openSettings({ settings: withSettings({ hours: {} }) });
    await screen.findByText(/from 9:00.AM to 5:00.PM: no reminders\./);
  });

  it('has no lunch if it is in the evening', async () => {
    openSettings({ settings: withSettings({ hours: { tue: [{ from: '20:00', to: '01:30' }] } }) });
    await screen.findByText(/On a plain day from 8:00.PM to 1:30.AM/);
    await screen.findByText(/This is an example, without a pause/);
  });
});
