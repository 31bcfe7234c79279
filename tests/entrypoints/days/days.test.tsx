// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../core/breaks/preferences.ts';
import { totalsByDay } from '../../../core/days/soFar.ts';
import type { Entry } from '../../../core/records/entry.ts';
import { DAY_MS, HOUR_MS } from '../../../core/time.ts';
import { Days, type DaysProps } from '../../../entrypoints/days/Days.tsx';
import { instantOf } from '../../../shell/clock.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { MONDAY, reminder, rest, span, taken } from '../../core/days/entries.ts';
import { manyDays } from '../../driver/manyDays.ts';

beforeEach(speakEnglish);
afterEach(cleanup);

/** A Thursday. */
const TODAY = MONDAY + 10;
const noonMs = instantOf(TODAY, 720);

function show(entries: Entry[], more: Partial<DaysProps> = {}) {
  const week = MONDAY + 7;
  const props: DaysProps = {
    today: TODAY,
    nowMs: noonMs,
    begins: 'mon',
    days: totalsByDay(entries),
    entriesOfToday: entries,
    week,
    entriesOfWeek: entries,
    onWeek: () => {},
    onDelete: async () => true,
    preferences: DEFAULT_PREFERENCES,
    ...more,
  };
  return render(<Days {...props} />);
}

const text = () => document.body.textContent ?? '';
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const asTables = () => press('Show as tables');
const rowsOf = (name: string) =>
  within(screen.getByRole('table', { name }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.children].map(({ textContent }) => textContent));
/** The same entry on another day. */
const on = <E extends Entry>(day: number, entry: E): E => ({
  ...entry,
  fromMs: entry.fromMs + (day - MONDAY) * DAY_MS,
  toMs: entry.toMs + (day - MONDAY) * DAY_MS,
});
const MORNING = [
  span('2026-03-02T09:00', '2026-03-02T10:00'),
  taken('breathing', '2026-03-02T09:30', { pattern: 'longExhale' }),
  rest('2026-03-02T10:00', '2026-03-02T10:12'),
  span('2026-03-02T10:12', '2026-03-02T11:00'),
];
const month = () =>
  manyDays({ firstDay: TODAY - 30, lastDay: TODAY, spansADay: 8, breaksADay: 4, seed: 1 }).filter(
    ({ toMs }) => toMs <= TODAY * DAY_MS + 12 * HOUR_MS,
  );

describe('today', () => {
  it('is calm when there is nothing yet', () => {
    show([]);
    expect(text()).toContain('Nothing here yet.');
    expect(screen.queryByRole('heading', { name: 'Month by month' })).toBeNull();
  });

  it('is told in a sentence', () => {
    show(MORNING.map((entry) => on(TODAY, entry)));
    expect(text()).toContain('1 h 48 min at the screen, 1 break, away 1 time');
  });

  it('tells each part of its picture by arrow keys, and the day when it gets the focus', () => {
    show(MORNING.map((entry) => on(TODAY, entry)));
    const [ribbon] = screen.getAllByRole('slider');
    if (ribbon === undefined) throw new Error('no ribbon');
    fireEvent.focus(ribbon);
    expect(text()).toContain('Thursday, March 12, 2026: 1 h 48 min at the screen');
    const told = ['ArrowRight', 'ArrowRight', 'End', 'ArrowLeft', 'Home'].map((key) => {
      fireEvent.keyDown(ribbon, { key });
      return ribbon.getAttribute('aria-valuetext')?.replace(/^.*?: /, '');
    });
    expect(told).toEqual([
      'At the screen, 1 h',
      'Breathing, Long exhale, 1 min',
      'At the screen, 48 min',
      'Time away, 12 min',
      'At the screen, 1 h',
    ]);
    expect(text()).toContain(ribbon.getAttribute('aria-valuetext'));
  });

  it('is a table with times and lengths, if tables are wished', () => {
    show(MORNING.map((entry) => on(TODAY, entry)));
    asTables();
    const rows = rowsOf('Today');
    expect(rows.map(([, what, howLong]) => [what, howLong])).toEqual([
      ['At the screen', '1 h'],
      ['Breathing, Long exhale', '1 min'],
      ['Time away', '12 min'],
      ['At the screen', '48 min'],
    ]);
    expect(rows[0]?.[0]).toContain('–');
    expect(rows[0]?.[0]).toMatch(/10:00/);
    expect(screen.queryAllByRole('slider')).toEqual([]);
  });

  it('names breaks that were left early', () => {
    show([on(TODAY, taken('stillness', '2026-03-02T09:30', { taken: false, seconds: 300 }))]);
    asTables();
    expect(rowsOf('Today')[0]?.slice(1)).toEqual(['Stillness (left early)', '5 min']);
  });
});

describe('a week', () => {
  it('has its sum, and each day with its figures', () => {
    show(month());
    const week = screen.getByRole('region', { name: 'This week' });
    expect(week.textContent).toMatch(/This week\d+ h \d+ min at the screen, \d+ breaks/);
    expect(within(week).getAllByRole('slider')).toHaveLength(7);
    expect(within(week).getAllByRole('slider')[0]?.getAttribute('aria-label')).toMatch(
      /^Monday, March 9, 2026: \d+ h \d+ min at the screen, .* at a stretch, \d+ rests?, \d+ breaks?$/,
    );
  });

  it('leads to earlier weeks as far as there is something, and back to this one', () => {
    const went: number[] = [];
    const { rerender } = show(month(), { onWeek: (week) => went.push(week) });
    press('Earlier week');
    expect(went).toEqual([MONDAY]);
    expect(screen.getByRole('button', { name: 'Later week' })).toHaveProperty('disabled', true);
    cleanup();
    show(month(), { week: MONDAY - 28, onWeek: (week) => went.push(week) });
    expect(screen.getByRole('heading', { name: 'Week of Feb 2, 2026' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Earlier week' })).toHaveProperty('disabled', true);
    press('Later week');
    expect(went).toEqual([MONDAY, MONDAY - 21]);
    rerender(<p />);
  });

  it('is walked by the keyboard: up and down lead to other days', () => {
    show(month());
    const ribbons = within(screen.getByRole('region', { name: 'This week' })).getAllByRole(
      'slider',
    );
    ribbons[0]?.focus();
    fireEvent.keyDown(ribbons[0] as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(ribbons[1]);
    fireEvent.keyDown(ribbons[1] as HTMLElement, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(ribbons[0]);
  });
});

describe('a month', () => {
  const days = () =>
    within(screen.getByRole('table', { name: 'March 2026' })).getAllByRole('button');

  it('has a tone for each day by its time at the screen, and the figures in words', () => {
    const hours = [1, 3, 5, 7, 9].map((count, nth) =>
      on(
        MONDAY + nth,
        span('2026-03-02T08:00', `2026-03-02T${`${8 + count}`.padStart(2, '0')}:00`),
      ),
    );
    show(hours);
    const tones = days().map((day) => day.getAttribute('data-tone'));
    // The month began on a Sunday, one day before.
    expect(tones.slice(0, 8)).toEqual(['0', '1', '2', '3', '4', '5', '0', '0']);
    expect(days()[1]?.getAttribute('aria-label')).toContain('Monday, March 2, 2026: 1 h');
    expect(days()[0]?.getAttribute('aria-label')).toContain('nothing recorded');
  });

  it('is one stop of the tab key, and walked by arrows, also into other months', async () => {
    show(month());
    expect(days().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    const grid = screen.getByRole('table', { name: 'March 2026' });
    const focused = async (key: string) => {
      fireEvent.keyDown(grid, { key });
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return (document.activeElement as HTMLElement).dataset.day;
    };
    expect(await focused('ArrowLeft')).toBe(`${TODAY - 1}`);
    expect(await focused('ArrowUp')).toBe(`${TODAY - 8}`);
    expect(await focused('Home')).toBe(`${MONDAY}`);
    expect(await focused('ArrowUp')).toBe(`${MONDAY - 7}`);
    expect(screen.getByRole('table', { name: 'February 2026' })).toBeTruthy();
  });

  it('reaches any month from the first with something, by list and by button', () => {
    const first = on(TODAY - 810, span('2026-03-02T08:00', '2026-03-02T09:00'));
    show([first, ...month()]);
    press('Earlier month');
    expect(screen.getByRole('table', { name: 'February 2026' })).toBeTruthy();
    const year = screen.getByRole('combobox', { name: 'Year' }) as HTMLSelectElement;
    expect([...year.options].map(({ value }) => value)).toEqual(['2026', '2025', '2024', '2023']);
    fireEvent.change(year, { target: { value: '2024' } });
    expect(screen.getByRole('table', { name: 'February 2024' })).toBeTruthy();
    fireEvent.change(year, { target: { value: '2023' } });
    // Nothing is earlier.
    expect(screen.getByRole('table', { name: 'December 2023' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Earlier month' })).toHaveProperty('disabled', true);
  });

  it('opens the week of a day that is chosen', () => {
    const onWeek = vi.fn();
    Element.prototype.scrollIntoView = () => {};
    show(month(), { onWeek });
    fireEvent.click(days()[3] as HTMLElement);
    expect(onWeek).toHaveBeenCalledWith(MONDAY);
  });

  it('tells each day by arrow keys: time, longest stretch, rests an hour', () => {
    show(MORNING.map((entry) => on(MONDAY, entry)));
    const bars = screen.getByRole('slider', { name: 'Longest stretch without a rest' });
    fireEvent.keyDown(bars, { key: 'Home' });
    fireEvent.keyDown(bars, { key: 'ArrowRight' });
    expect(bars.getAttribute('aria-valuetext')).toBe(
      'Monday, March 2, 2026: 1 h 48 min at the screen, 1 h at a stretch, 1 rest, 1 break · Rests an hour at the screen: 0.6',
    );
  });

  it('has all its figures in a table', () => {
    show(MORNING.map((entry) => on(MONDAY, entry)));
    asTables();
    const rows = rowsOf('Day by day');
    expect(rows).toHaveLength(12);
    expect(rows[1]).toEqual(['Mon, Mar 2', '1 h 48 min', '1 h', '1', '0.6', '1']);
    expect(rows[2]?.slice(1)).toEqual(['–', '–', '–', '–', '–']);
  });
});

describe('reminders of a month', () => {
  it('are told by what became of them and what held them back, without a score', () => {
    show([
      ...MORNING,
      reminder(3),
      reminder(20),
      reminder(400, { ended: 'later' }),
      reminder(0, { shownAtMs: null, times: 0, ended: 'rest', held: { call: 600, limit: 3 } }),
    ]);
    const part = screen.getByRole('region', { name: 'What became of reminders' }).textContent;
    expect(part).toContain('You answered 2 of 3 within a minute.');
    expect(part).toContain('a break2postponed1never shown1');
    const held = screen.getByRole('region', { name: 'What held them back' }).textContent;
    expect(held).toContain('a call10 min');
    expect(held).not.toContain('limit');
    expect(text()).not.toMatch(/%|streak|score|goal|well done/i);
  });

  it('are as many rows of a table', () => {
    show([...MORNING, reminder(3)]);
    asTables();
    expect(rowsOf('What became of reminders')).toEqual([['a break', '1']]);
  });
});

describe('the shore', () => {
  const weeks = (good: boolean[]) =>
    good.flatMap((rested, nth) => {
      const day = MONDAY - 7 * nth;
      const there = on(day, span('2026-03-02T08:00', '2026-03-02T10:00'));
      const away = on(day, rest('2026-03-02T10:00', '2026-03-02T10:20'));
      return rested ? [there, away] : [there];
    });

  it('counts weeks with a rest on most days, and names no week that had none', () => {
    show(weeks([true, false, true]));
    const shore = screen.getByRole('region', { name: 'The shore' });
    expect(shore.textContent).toContain('2 weeks so far');
    expect(within(shore).getByRole('img', { name: '2 weeks so far' })).toBeTruthy();
    expect(shore.textContent).not.toMatch(/missed|lost|failed|broke/i);
  });

  it('never falls in its picture', () => {
    show(weeks([true, false, false, true, false, true]));
    const surface = document.querySelector('[class*="surface"]')?.getAttribute('d') ?? '';
    const ends = [...surface.matchAll(/C\S+ \S+ \S+ \S+ \S+ (\S+?)(?=C|$)/g)].map(([, y]) =>
      Number(y),
    );
    expect(ends).toHaveLength(6);
    // Downwards on the screen is a larger number.
    expect(ends).toEqual([...ends].sort((a, b) => b - a));
    expect(new Set(ends).size).toBe(3);
  });

  it('is a table, the latest week first', () => {
    show(weeks([false, true]));
    asTables();
    expect(rowsOf('The shore')).toEqual([
      ['Mar 2, 2026', 'left it as it was'],
      ['Feb 23, 2026', 'filled it a little'],
    ]);
  });

  it('begins after the first whole week', () => {
    show(MORNING.map((entry) => on(TODAY, entry)));
    expect(text()).toContain('It begins with your first whole week.');
  });
});

describe('deleting a day', () => {
  const EARLIER = MORNING.map((entry) => on(TODAY - 1, entry));
  const days = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Day to delete' });

  it('asks, and says which day goes and that it is gone', async () => {
    const onDelete = vi.fn(async () => true);
    show([...EARLIER, ...MORNING.map((entry) => on(TODAY, entry))], { onDelete });
    expect([...days().options].map(({ text }) => text)).toEqual(['Wed, Mar 11', 'Thu, Mar 12']);
    expect(days().value).toBe(String(TODAY));
    fireEvent.change(days(), { target: { value: String(TODAY - 1) } });
    press('Delete this day…');
    expect(screen.getByRole('alert').textContent).toBe(
      'This deletes 1 day, March 11, 2026, with its totals. It can’t be undone.',
    );
    expect(document.activeElement?.textContent).toBe('Keep it as it is');
    expect(onDelete).not.toHaveBeenCalled();
    press('Delete 1 day');
    expect(onDelete).toHaveBeenCalledExactlyOnceWith(TODAY - 1);
    expect(await screen.findByText('Wed, Mar 11 is deleted.')).toBeTruthy();
  });

  it('begins with the day that was chosen in the calendar', () => {
    show([...EARLIER, ...MORNING.map((entry) => on(TODAY, entry))]);
    fireEvent.click(screen.getByRole('button', { name: /^Wednesday, March 11, 2026/ }));
    expect(days().value).toBe(String(TODAY - 1));
  });

  it('says when not all of it could be done', async () => {
    show(EARLIER, { onDelete: async () => false });
    press('Delete this day…');
    press('Delete 1 day');
    expect(await screen.findByText(/^Not everything could be done\./)).toBeTruthy();
  });

  it('is offered only for days with something', () => {
    show(EARLIER, { week: MONDAY });
    expect(screen.queryByRole('button', { name: 'Delete this day…' })).toBeNull();
  });
});

describe('the page of days', () => {
  it('says when a part can’t be read, and when earlier days are still added up', () => {
    show(month(), { isPart: true, isWorking: true });
    expect(text()).toContain('Part of your record can’t be read right now');
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(
      'Adding up earlier days …',
    );
  });

  it('is drawn before anything is read', () => {
    show([], { days: null, entriesOfToday: null, entriesOfWeek: null });
    expect(screen.getByRole('heading', { name: 'Today' })).toBeTruthy();
    expect(text()).not.toContain('Nothing here yet');
    expect(document.querySelector('#days')?.getAttribute('aria-busy')).toBe('true');
  });

  it('has the longest stretch of each of the last months', () => {
    show(month());
    const part = screen.getByRole('region', { name: 'Longest without a rest' });
    expect(part.textContent).toMatch(/Feb\d.*Mar\d/);
  });
});
