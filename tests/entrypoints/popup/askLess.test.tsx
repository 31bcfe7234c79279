// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PromptStyle } from '../../../components/asking/promptStyles.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { AskLess, canAskLess } from '../../../entrypoints/popup/AskLess.tsx';
import { OfferNotifications } from '../../../entrypoints/popup/OfferNotifications.tsx';
import { Unseen } from '../../../entrypoints/popup/Unseen.tsx';
import { speakEnglish } from '../../components/inEnglish.ts';

beforeEach(speakEnglish);
afterEach(cleanup);

function offered(change: Partial<Settings> = {}, asksToday = 3, locked: Partial<Settings> = {}) {
  const onAnswer = vi.fn();
  render(
    <AskLess
      settings={{ ...DEFAULT_SETTINGS, ...change }}
      locked={locked}
      asksToday={asksToday}
      onAnswer={onAnswer}
    />,
  );
  return onAnswer;
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('“Too many reminders?”', () => {
  it('says what happened, without blame', () => {
    offered();
    expect(screen.getByText('You skipped the last few. Want fewer?')).toBeTruthy();
  });

  it('says how often it was, on a day with many asks', () => {
    offered({}, 16);
    expect(screen.getByText('Exhale reminded you 16 times today. Want fewer?')).toBeTruthy();
  });

  it('lengthens the interval, moves to the icon, or leaves it so', () => {
    const answers = offered();
    press('Every 45 min');
    press('Toolbar icon only');
    press('Keep it as it is');
    expect(answers.mock.calls).toEqual([
      [{ rhythms: { short: { intervalMinutes: 45 } } }],
      [{ promptStyle: 'icon', puttingOff: 'easy' }],
      [null],
    ]);
  });

  it('offers nothing that is so already', () => {
    offered({ promptStyle: 'icon' });
    expect(screen.queryByRole('button', { name: 'Toolbar icon only' })).toBeNull();
  });
});

describe('“Too many reminders?” where an organization has locked settings', () => {
  const { rhythms, promptStyle, puttingOff } = DEFAULT_SETTINGS;
  const names = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

  it.each<[string, Partial<Settings>, string[]]>([
    ['the rhythms', { rhythms }, ['Toolbar icon only', 'Keep it as it is']],
    ['the way to remind', { promptStyle }, ['Every 45 min', 'Keep it as it is']],
    ['how to put off', { puttingOff }, ['Every 45 min', 'Keep it as it is']],
  ])('does not offer to change %s', (_, locked, left) => {
    offered({}, 3, locked);
    expect(names()).toEqual(left);
    expect(canAskLess(DEFAULT_SETTINGS, locked)).toBe(true);
  });

  it('is no question if nothing can be changed', () => {
    expect(canAskLess(DEFAULT_SETTINGS, { rhythms, promptStyle })).toBe(false);
  });
});

const IN_CHROMIUM: readonly PromptStyle[] = ['smallWindow', 'notification', 'icon'];
const IN_FIREFOX: readonly PromptStyle[] = ['notification', 'icon', 'tab'];

describe('“Did you see the reminders?”', () => {
  function asked(style: Settings['promptStyle'], system = 'win', offered = IN_CHROMIUM) {
    const onSeen = vi.fn();
    const onSettings = vi.fn();
    render(<Unseen {...{ style, system, offered, onSeen, onSettings }} />);
    return { onSeen, onSettings };
  }
  const steps = () => [...document.querySelectorAll('li')].map((step) => step.textContent);

  it('is answered with yes, and that is all', () => {
    const { onSeen } = asked('smallWindow');
    expect(steps()).toEqual([]);
    press('Yes');
    expect(onSeen).toHaveBeenCalledOnce();
  });

  it('tells in three steps what may help, by the way to ask and by the system', () => {
    for (const [style, system, first] of [
      ['smallWindow', 'mac', /lower right of the browser/],
      ['card', 'win', /edge of the page/],
      ['tab', 'win', /beside your tab/],
      ['notification', 'win', /Windows/],
      ['notification', 'mac', /System Settings/],
      ['notification', 'cros', /quick settings/],
      ['notification', 'openbsd', /your desktop/],
    ] as const) {
      asked(style, system);
      press('No');
      expect(steps()).toHaveLength(3);
      expect(steps()[0]).toMatch(first);
      cleanup();
    }
  });

  it('does not mention the small window if there is none', () => {
    asked('smallWindow', 'mac', IN_FIREFOX);
    press('No');
    expect(steps()[0]).toMatch(/System Settings/);
  });

  it('leads to the test in the settings', () => {
    const { onSettings } = asked('smallWindow');
    press('No');
    press('Send a test from the settings');
    expect(onSettings).toHaveBeenCalledOnce();
  });
});

describe('“You often work in other programs”', () => {
  it('leads to the settings, or is left, and comes no more either way', () => {
    const onSettings = vi.fn();
    const onLeave = vi.fn();
    render(<OfferNotifications onSettings={onSettings} onLeave={onLeave} />);
    press('Keep it as it is');
    expect(onSettings).not.toHaveBeenCalled();
    press('Use notifications');
    expect(onSettings).toHaveBeenCalledOnce();
    expect(onLeave).toHaveBeenCalledTimes(2);
  });
});
