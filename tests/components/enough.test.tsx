// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings.ts';
import { Enough } from '../../entrypoints/popup/Enough.tsx';
import { speakEnglish } from './inEnglish.ts';

beforeEach(speakEnglish);
afterEach(cleanup);

function offered(change: Partial<Settings> = {}) {
  const onAnswer = vi.fn();
  render(<Enough settings={{ ...DEFAULT_SETTINGS, ...change }} skipped={3} onAnswer={onAnswer} />);
  return onAnswer;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('“Is it too often?”', () => {
  it('says what happened, without a reproach', () => {
    offered();
    expect(screen.getByText('You skipped 3 breaks in a row. Exhale can ask less.')).toBeTruthy();
  });

  it('lengthens the interval, moves to the icon, or leaves it so', () => {
    const answers = offered();
    press('Every 45 min');
    press('The icon only');
    press('Leave it so');
    expect(answers.mock.calls).toEqual([
      [{ rhythms: { short: { intervalMinutes: 45 } } }],
      [{ promptStyle: 'icon' }],
      [null],
    ]);
  });

  it('offers nothing that is so already', () => {
    offered({ promptStyle: 'icon' });
    expect(screen.queryByRole('button', { name: 'The icon only' })).toBeNull();
  });
});
