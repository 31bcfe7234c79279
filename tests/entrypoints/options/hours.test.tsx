// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Refusal } from '../../../core/records/envelope.ts';
import type { Hours } from '../../../core/records/settings.ts';
import { HoursEditor } from '../../../entrypoints/options/schedule/HoursEditor.tsx';
import { groupsOf, hoursOf, withDay } from '../../../entrypoints/options/schedule/hourGroups.ts';
import { speakEnglish } from '../../components/inEnglish.ts';

type Week = NonNullable<Hours>;
const OFFICE = [{ from: '09:00', to: '18:00' }];
const WEEK: Week = { mon: OFFICE, tue: OFFICE, sat: [{ from: '10:00', to: '12:00' }] };

describe('the days of a week', () => {
  it('go together when they have the same hours', () => {
    expect(groupsOf(WEEK)).toEqual([
      { days: ['mon', 'tue'], spans: OFFICE },
      { days: ['sat'], spans: [{ from: '10:00', to: '12:00' }] },
    ]);
  });

  it('come back from their groups as they were', () => {
    expect(hoursOf(groupsOf(WEEK))).toEqual(WEEK);
  });

  it('leave one group when they are chosen in another', () => {
    const moved = withDay(groupsOf(WEEK), 1, 'tue', true);
    expect(moved.map(({ days }) => days)).toEqual([['mon'], ['tue', 'sat']]);
  });

  it('are offered the usual hours when there are none', () => {
    expect(groupsOf({})).toEqual([{ days: [], spans: OFFICE }]);
  });
});

const onChange = vi.fn();
beforeEach(speakEnglish);
afterEach(() => {
  cleanup();
  onChange.mockReset();
});

const show = (hours: Week, refusal: Refusal | null = null) =>
  render(<HoursEditor hours={hours} refusal={refusal} onChange={onChange} />);
const button = (name: RegExp | string) => screen.getByRole('button', { name });
const until = (nth: number) => screen.getAllByLabelText('Until')[nth] as HTMLInputElement;

describe('the hours', () => {
  it('name each day in full, and show it short', () => {
    show({ mon: OFFICE });
    const monday = button(/Monday/);
    expect(monday.getAttribute('aria-pressed')).toBe('true');
    expect(monday.querySelector('[aria-hidden]')?.textContent).toBe('Mon');
    expect(button(/Tuesday/).getAttribute('aria-pressed')).toBe('false');
  });

  it('take a day in and let it go', () => {
    show({ mon: OFFICE });
    fireEvent.click(button(/Tuesday/));
    expect(onChange).toHaveBeenLastCalledWith({ mon: OFFICE, tue: OFFICE });
    fireEvent.click(button(/Monday/));
    expect(onChange).toHaveBeenLastCalledWith({ tue: OFFICE });
  });

  it('say in words when they go past midnight, and when they end there', () => {
    show({ mon: [{ from: '20:00', to: '01:30' }] });
    expect(screen.getByText(/until 1:30.AM the next day/)).toBeTruthy();
    fireEvent.input(until(0), { target: { value: '00:00' } });
    expect(onChange).toHaveBeenLastCalledWith({ mon: [{ from: '20:00', to: '24:00' }] });
    expect(screen.getByText('until midnight')).toBeTruthy();
  });

  it('may have several spans on the same days, and lose one', () => {
    show({ mon: OFFICE });
    fireEvent.click(button('Add hours'));
    expect(onChange).toHaveBeenLastCalledWith({
      mon: [...OFFICE, { from: '19:00', to: '21:00' }],
    });
    fireEvent.click(button(/Remove the hours from 9:00.AM to 6:00.PM/));
    expect(onChange).toHaveBeenLastCalledWith({ mon: [{ from: '19:00', to: '21:00' }] });
  });

  it('may be others on other days; days without a choice change nothing yet', () => {
    show({ mon: OFFICE });
    fireEvent.click(button('Other days, other hours'));
    expect(onChange).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Other days, other hours' })).toBeNull();
    fireEvent.click(screen.getAllByRole('button', { name: /Saturday/ })[1] as HTMLElement);
    fireEvent.input(until(1), { target: { value: '12:00' } });
    expect(onChange).toHaveBeenLastCalledWith({
      mon: OFFICE,
      sat: [{ from: '09:00', to: '12:00' }],
    });
  });

  it('say so when no day is left: nothing is ever asked then', () => {
    show({ mon: OFFICE });
    fireEvent.click(button(/Monday/));
    expect(onChange).toHaveBeenLastCalledWith({});
    expect(screen.getByText(/never reminds you/)).toBeTruthy();
  });

  it('show a refusal at its span, keep what was typed, and mark the fields', () => {
    const { rerender } = show({ mon: OFFICE });
    fireEvent.input(until(0), { target: { value: '09:00' } });
    rerender(
      <HoursEditor
        hours={{ mon: OFFICE }}
        refusal={{ field: 'hours.mon.0.to', problem: 'invalid' }}
        onChange={onChange}
      />,
    );
    expect(until(0).value).toBe('09:00');
    expect(until(0).getAttribute('aria-invalid')).toBe('true');
    const note = document.getElementById(until(0).getAttribute('aria-describedby') ?? '');
    expect(note?.textContent).toBe(
      'These hours start and end at the same time. The earlier value stays in use until you change this.',
    );
  });

  it('show a refusal of a whole day below it', () => {
    show({ mon: OFFICE }, { field: 'hours.mon', problem: 'tooLarge', limit: 6 });
    expect(screen.getByText(/A day can have 6 spans/)).toBeTruthy();
  });

  it('follow what is stored from elsewhere', () => {
    const { rerender } = show({ mon: OFFICE });
    rerender(<HoursEditor hours={{ sun: OFFICE }} refusal={null} onChange={onChange} />);
    expect(button(/Sunday/).getAttribute('aria-pressed')).toBe('true');
    expect(button(/Monday/).getAttribute('aria-pressed')).toBe('false');
    expect(onChange).not.toHaveBeenCalled();
  });
});
