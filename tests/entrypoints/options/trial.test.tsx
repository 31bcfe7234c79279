// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import {
  answered,
  begun,
  NO_TRIAL,
  type Size,
  stopped,
  type Trial,
  tossed,
} from '../../../core/trial/trial.ts';
import { TrialRows } from '../../../entrypoints/options/breaks/TrialGroup.tsx';
import { speakEnglish } from '../../components/inEnglish.ts';

beforeEach(speakEnglish);
afterEach(cleanup);

const text = () => document.body.textContent ?? '';
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

/** The settings with a trial. It is drawn again after each change. */
function shown(current: Trial | null, settings: Partial<Settings> = {}) {
  let record = current === null ? NO_TRIAL : { current };
  const rows = () => (
    <TrialRows
      settings={{ ...DEFAULT_SETTINGS, ...settings }}
      record={record}
      onChange={(change) => {
        record = change(record);
        rerender(rows());
      }}
    />
  );
  const { rerender } = render(rows());
  return () => record.current;
}

/** A trial of which some days are over, half of them with the break. */
function lasted(days: number, lowerBy: number, size: Size = 1): Trial {
  let trial = begun(size);
  for (let nth = 0; nth < days; nth++) {
    const coin = nth % 2 === 0;
    const swing = Math.floor(nth / 2) % 2;
    const at = { day: nth, of: nth, atMs: nth };
    trial = tossed(trial, { ...at, before: 6, coin, endsAtMs: nth });
    trial = answered(trial, { ...at, after: 6 + swing - (coin ? lowerBy : 0) });
  }
  return trial;
}

describe('the trial in the settings', () => {
  it('says what will happen and how long it takes before it begins', () => {
    const stored = shown(null);
    expect(text()).toContain('Then a coin decides: the break, or working on for the same time.');
    expect(text()).toContain('134 days');
    fireEvent.click(screen.getByRole('radio', { name: '2 points' }));
    expect(text()).toContain('36 days');
    expect(stored()).toBeNull();
    press('Begin the trial');
    expect(stored()).toEqual(begun(2));
    expect(text()).toContain('0 of 36 days');
  });

  it('needs a rhythm with a long break', () => {
    const { short, long } = DEFAULT_SETTINGS.rhythms as Required<Settings['rhythms']>;
    if (!short || !long) throw new Error('no rhythms');
    shown(null, { rhythms: { short, long: { ...long, on: false } } });
    expect(
      screen.getByRole<HTMLButtonElement>('button', { name: 'Begin the trial' }).disabled,
    ).toBe(true);
    expect(text()).toContain('breaks of at least 3 minutes');
  });

  it('tells only the count while it runs, whatever the answers are', () => {
    shown(lasted(30, 3));
    expect(text()).toContain('30 of 134 days');
    expect(text()).toContain('No result until then');
    expect(document.querySelector('[data-trial-result]')).toBeNull();
    expect(text()).not.toContain('asks nothing else about tension');
  });

  it('says that the other question rests meanwhile, if that one is on', () => {
    shown(lasted(3, 3), { tensionQuestion: true });
    expect(text()).toContain('asks nothing else about tension');
  });

  it('is stopped after it has said what that means, and tells what there is', () => {
    const stored = shown(lasted(30, 3));
    press('Stop…');
    expect(text()).toContain('Stopped early, a trial overlooks more');
    expect(stored()?.stopped).toBe(false);
    press('Stop the trial');
    expect(stored()?.stopped).toBe(true);
    expect(text()).toContain('Stopped early, after 30 of 134 days.');
    expect(text()).toContain('Days with the break: 15. Days without: 15.');
    expect(text()).toContain('This is about you alone, and no medical result.');
  });

  it.each<[string, Trial, string[]]>([
    ['a clear difference', lasted(134, 2), ['clearly lowers your tension more', 'points more']],
    ['the other way', lasted(134, -2), ['clearly lowers your tension less', 'points less']],
    ['a little', lasted(36, 1, 2), ['probably lowers your tension a little more']],
    ['none', lasted(134, 0), ['No difference found', 'smaller than 1 point', 'points less and']],
    ['too few', stopped(lasted(5, 2)), ['Too few days to tell', 'difference of 1 point']],
  ])('tells %s in words, with its range and both groups', (_, trial, words) => {
    shown(trial);
    for (const part of [...words, 'Days with the break:']) expect(text()).toContain(part);
    expect(text().includes('95 of 100')).toBe(!words[0]?.startsWith('Too few'));
  });

  it('tells the days without a second answer, if there are some', () => {
    shown(lasted(134, 2));
    expect(text()).not.toContain('Without the second answer');
    cleanup();
    shown({ ...lasted(134, 2), missed: { withBreak: 3, without: 9 } });
    expect(text()).toContain('Without the second answer: 3 with the break, 9 without.');
  });

  it('begins again at zero, once the result is given up', () => {
    const stored = shown(lasted(36, 1, 2));
    press('New trial…');
    expect(stored()).not.toBeNull();
    press('Delete this result');
    expect(stored()).toBeNull();
    press('Begin the trial');
    expect(stored()).toEqual(begun(1));
  });

  it('is explained in about 150 words, with the strength and the source', () => {
    shown(null);
    press('How the trial works');
    const how = [...document.querySelectorAll('[class*="how"] p')].map((p) => p.textContent ?? '');
    const words = how.join(' ').split(/\s+/).length;
    expect(words).toBeGreaterThan(120);
    expect(words).toBeLessThan(170);
    expect(how.join(' ')).toContain('micro-randomized trial');
    expect(text()).toContain('early');
  });
});
