// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Massage, NO_MASSAGE } from '../../../core/personal/massage.ts';
import { NEVER_ASKED, type Pair, type Tension } from '../../../core/personal/tension.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { BeforeAfter } from '../../../entrypoints/days/BeforeAfter.tsx';
import { MassageRows } from '../../../entrypoints/options/breaks/MassageGroup.tsx';
import { TensionRows } from '../../../entrypoints/options/breaks/TensionGroup.tsx';
import type { Saving } from '../../../entrypoints/options/useSaving.ts';
import { MassageLine } from '../../../entrypoints/popup/MassageLine.tsx';
import { OfferTension } from '../../../entrypoints/popup/OfferTension.tsx';
import { speakEnglish } from '../../components/inEnglish.ts';

beforeEach(speakEnglish);
afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const text = () => document.body.textContent ?? '';

const pairsOf = (...told: [number, number][]): Pair[] =>
  told.map(([before, after], index) => ({
    date: `2026-02-${String(index + 1).padStart(2, '0')}`,
    atMs: index,
    before,
    after,
    seconds: 300,
    kind: 'stillness',
  }));
const many = (count: number, before: number, after: number) =>
  pairsOf(...Array<[number, number]>(count).fill([before, after]));

describe('the question in the settings', () => {
  function settings(change: Partial<Settings> = {}, tension: Partial<Tension> = {}) {
    const saved = vi.fn();
    let stored: Tension = { ...NEVER_ASKED, ...tension };
    const saving = { shown: { ...DEFAULT_SETTINGS, ...change }, change: saved } as Partial<Saving>;
    render(
      <TensionRows
        saving={saving as Saving}
        tension={stored}
        onChange={(next) => {
          stored = next(stored);
        }}
      />,
    );
    return { saved, stored: () => stored };
  }
  const toggle = () => screen.getByRole('switch', { name: 'Ask how tense I feel' });

  it('is off at first, and switched on it is not offered any more', () => {
    const { saved, stored } = settings();
    expect(toggle().ariaChecked ?? toggle().getAttribute('aria-checked')).toBe('false');
    fireEvent.click(toggle());
    expect(saved).toHaveBeenCalledWith('tensionQuestion', { tensionQuestion: true });
    expect(stored().offered).toBe(true);
  });

  it('says that it stopped after three skips, and begins again', () => {
    const { saved, stored } = settings({ tensionQuestion: true }, { skipsInARow: 3 });
    expect(text()).toContain('You skipped it three times in a row, so Exhale stopped asking.');
    expect(toggle().getAttribute('aria-checked')).toBe('false');
    fireEvent.click(toggle());
    expect(stored().skipsInARow).toBe(0);
    expect(saved).toHaveBeenCalledWith('tensionQuestion', { tensionQuestion: true });
  });

  it('tells how many answers there are, and deletes them after asking once more', () => {
    const { stored } = settings({ tensionQuestion: true }, { pairs: many(14, 5, 4) });
    expect(text()).toContain('14 breaks with both answers');
    press('Delete all…');
    expect(stored().pairs).toHaveLength(14);
    press('Delete all answers');
    expect(stored()).toMatchObject({ pairs: [], lastBefore: null, today: null });
  });

  it('has the same steady line for everybody', () => {
    settings();
    expect(text()).toContain('talk to someone you trust or to a doctor');
    expect(screen.queryByRole('button', { name: 'Delete all…' })).toBeNull();
  });
});

describe('the offer in the popup', () => {
  it('says what it is, and takes yes or no', () => {
    const answers = vi.fn();
    render(<OfferTension onAnswer={answers} />);
    expect(text()).toContain('at most once a day');
    press('Ask me now and then');
    press('No, thanks');
    expect(answers.mock.calls).toEqual([[true], [false]]);
  });
});

describe('before and after, in the history', () => {
  const shown = (pairs: Pair[], asTables = false) =>
    render(<BeforeAfter pairs={pairs} breakName={() => 'Stillness'} asTables={asTables} />);
  const bold = () => document.querySelectorAll('.at_before, [class*="middle"]').length > 0;

  it('says each time that it can’t tell which, and nothing of better or worse', () => {
    for (const count of [1, 10]) {
      shown(many(count, 6, 4));
      expect(text()).toContain('this can’t show which.');
      expect(text()).not.toMatch(/%|better|worse|improve/i);
      cleanup();
    }
  });

  it('has a line for each break, and no middle before there are ten', () => {
    shown(many(9, 6, 4));
    expect(text()).toContain('Tension as you rated it, 9 breaks');
    expect(text()).toContain('From 10 breaks on');
    expect(bold()).toBe(false);
  });

  it('has the middle, the count and the spread from ten on', () => {
    shown(many(10, 6, 4));
    expect(text()).toContain('In 10 of your breaks: mostly 2 lower.');
    expect(text()).toContain('The bold line joins the middle values, 6 and 4.');
    expect(bold()).toBe(true);
  });

  it.each([
    [
      'mostly between 0 and 2 lower.',
      [
        [5, 5],
        [6, 4],
      ],
    ],
    [
      'mostly between 0 and 2 higher.',
      [
        [5, 5],
        [4, 6],
      ],
    ],
    [
      'mostly between 1 higher and 2 lower.',
      [
        [4, 5],
        [6, 4],
      ],
    ],
    [
      'mostly 1 higher.',
      [
        [4, 5],
        [5, 6],
      ],
    ],
    [
      'mostly the same.',
      [
        [4, 4],
        [5, 5],
      ],
    ],
  ] as [string, [[number, number], [number, number]]][])('says “%s”', (words, [one, other]) => {
    shown(pairsOf(...[0, 1, 2, 3, 4, 5].flatMap(() => [one, other])));
    expect(text()).toContain(words);
  });

  it('tells the numbers as a table', () => {
    shown(pairsOf([6, 4], [3, 5]), true);
    const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
    expect(rows).toEqual([
      ['Feb 1, 2026', 'Stillness', '6', '4'],
      ['Feb 2, 2026', 'Stillness', '3', '5'],
    ]);
  });
});

describe('a massage', () => {
  const MONTHLY: Massage = { ...NO_MASSAGE, everyWeeks: 4, nextDate: '2026-03-20' };
  function settings(massage: Massage) {
    const told = { onEvery: vi.fn(), onNext: vi.fn(), onCalendar: vi.fn() };
    render(<MassageRows massage={massage} {...told} />);
    return told;
  }

  it('is off at first, and can be set to a number of weeks', () => {
    const { onEvery } = settings(NO_MASSAGE);
    const select = screen.getByLabelText<HTMLSelectElement>('Remind me to book one');
    expect(select.value).toBe('0');
    expect(screen.queryByLabelText('The next one')).toBeNull();
    fireEvent.change(select, { target: { value: '4' } });
    expect(onEvery).toHaveBeenCalledWith(4);
  });

  it('has a date of its own, and a file for calendars', () => {
    const { onNext, onCalendar } = settings(MONTHLY);
    const date = screen.getByLabelText<HTMLInputElement>('The next one');
    expect(date.value).toBe('2026-03-20');
    fireEvent.change(date, { target: { value: '2026-03-24' } });
    fireEvent.change(date, { target: { value: '' } });
    fireEvent.change(date, { target: { value: '0002-03-24' } });
    expect(onNext.mock.calls).toEqual([['2026-03-24']]);
    press('Put it into a calendar');
    expect(onCalendar).toHaveBeenCalledOnce();
  });

  it('keeps weeks that are not offered, as a file may bring them', () => {
    settings({ ...MONTHLY, everyWeeks: 5 });
    expect(screen.getByRole('option', { name: 'Every 5 weeks' })).toBeTruthy();
  });

  it('is one line in the popup, with Done and Later', () => {
    const onDone = vi.fn();
    const onLater = vi.fn();
    render(<MassageLine date="2026-03-20" onDone={onDone} onLater={onLater} />);
    expect(text()).toContain('Massage: Fri, Mar 20');
    press('Done');
    press('Later');
    expect([onDone.mock.calls.length, onLater.mock.calls.length]).toEqual([1, 1]);
  });
});
