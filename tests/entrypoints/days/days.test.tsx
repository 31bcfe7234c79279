// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../core/breaks/preferences.ts';
import { EMPTY_DAY } from '../../../core/records/history.ts';
import { Days } from '../../../entrypoints/days/Days.tsx';
import { clockTime } from '../../../shell/words/durations.ts';
import { speakEnglish } from '../../components/inEnglish.ts';

beforeEach(speakEnglish);
afterEach(cleanup);

const MINUTE = 60_000;
const NOON = 1_772_449_200_000;

describe('today’s history', () => {
  it('is calm when there is nothing yet', () => {
    render(<Days preferences={DEFAULT_PREFERENCES} day={EMPTY_DAY} />);
    expect(screen.getByText('No breaks yet today. That’s fine.')).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  it('lists breaks and rests in the order in which they came, with times and lengths', () => {
    render(
      <Days
        preferences={DEFAULT_PREFERENCES}
        day={{
          breaks: [
            { atMs: NOON, kind: 'breathing', pattern: 'longExhale', seconds: 60, taken: true },
            {
              atMs: NOON + 90 * MINUTE,
              kind: 'stillness',
              pattern: null,
              seconds: 300,
              taken: false,
            },
          ],
          rests: [{ endedAtMs: NOON + 40 * MINUTE, seconds: 30 * 60 + 20 }],
        }}
      />,
    );
    const rows = screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => [...row.children].map(({ textContent }) => textContent));
    expect(rows.map(([, what, howLong]) => [what, howLong])).toEqual([
      ['Breathing, Long exhale', '1 min'],
      ['Time away', '30 min'],
      ['Stillness (left early)', '5 min'],
    ]);
    expect(rows[0]?.[0]).toBe(clockTime(NOON));
    expect(rows[1]?.[0]).toContain('–');
  });

  it('counts the breaks that were taken, and states it without a score', () => {
    render(
      <Days
        preferences={DEFAULT_PREFERENCES}
        day={{
          breaks: [
            { atMs: NOON, kind: 'breathing', pattern: 'even', seconds: 60, taken: true },
            { atMs: NOON + MINUTE, kind: 'breathing', pattern: 'even', seconds: 60, taken: false },
          ],
          rests: [],
        }}
      />,
    );
    expect(screen.getByText('1 break, away 0 times')).toBeTruthy();
  });
});
