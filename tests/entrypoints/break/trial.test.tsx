// @vitest-environment happy-dom

import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE_MS } from '../../../core/time.ts';
import { begun, letPass, stopped, tossed } from '../../../core/trial/trial.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { pageClock } from '../../components/pageClock.ts';
import { heading, press } from './tensionPage.tsx';
import { DAY, OF, openedOn } from './trialPage.tsx';

const QUESTION = 'How tense do you feel right now?';
const GO_ON = 'The coin says: keep working';
const BREAK = 'A glass of water';

let clock: ReturnType<typeof pageClock>;
beforeEach(() => {
  speakEnglish();
  clock = pageClock();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const text = () => document.body.textContent ?? '';
/** What is stored comes in a later turn. */
const settled = () => act(async () => undefined);
const answers = async (rating: number) => {
  fireEvent.click(screen.getByRole('radio', { name: String(rating) }), { detail: 1 });
  await settled();
};
const presses = async (name: RegExp) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await settled();
};
/** The coin said “keep working” four minutes ago. */
const putOff = () =>
  tossed(begun(1), {
    day: DAY,
    of: OF,
    before: 6,
    coin: false,
    endsAtMs: clock.nowMs() + MINUTE_MS,
  });

describe('a day of the trial with the break', () => {
  it('asks, tosses, guides the break, and asks again', async () => {
    const { told, stored } = openedOn(clock);
    expect(heading()).toBe(QUESTION);
    expect(text()).toContain('A day of your trial. Click a number, and the coin decides.');
    expect(told).not.toContain('toss');
    await answers(6);
    expect(told.filter((what) => what === 'toss')).toHaveLength(1);
    expect(stored().open).toMatchObject({ withBreak: true, before: 6, of: OF, day: DAY });
    expect(heading()).toBe(BREAK);
    clock.pass(303);
    expect(heading()).toBe(QUESTION);
    await answers(4);
    expect(stored().pairs).toEqual([{ day: DAY, withBreak: true, before: 6, after: 4 }]);
    await answers(5);
    expect(stored().pairs[0]?.after).toBe(5);
    expect(text()).toContain('Before 6, after 5.');
  });

  it('asks again even if the break is left before half, and claims nothing then', async () => {
    const { told, stored } = openedOn(clock);
    await answers(6);
    clock.pass(20);
    press('Escape');
    expect(told).toContain('leave');
    expect(heading()).toBe(QUESTION);
    expect(text()).not.toContain('Part of a break');
    await answers(7);
    expect(stored().pairs).toEqual([{ day: DAY, withBreak: true, before: 6, after: 7 }]);
  });

  it('counts a skipped second answer apart', async () => {
    const { stored } = openedOn(clock);
    await answers(6);
    clock.pass(303);
    await presses(/^Skip/);
    expect(stored()).toMatchObject({ pairs: [], missed: { withBreak: 1, without: 0 } });
  });

  it('begins after the safety note', async () => {
    const { told } = openedOn(clock, { firstEver: true });
    expect(heading()).not.toBe(QUESTION);
    await presses(/^Got it/);
    expect(heading()).toBe(QUESTION);
    await answers(3);
    expect(heading()).toBe(BREAK);
    expect(told.filter((what) => what === 'toss')).toHaveLength(1);
  });
});

describe('a day of the trial without the break', () => {
  it('asks, tosses, puts the break off, and says when it comes back', async () => {
    const { told, stored } = openedOn(clock, { coin: false });
    await answers(6);
    expect(told).toEqual(['toss', 'put off']);
    expect(heading()).toBe(GO_ON);
    expect(text()).toMatch(/Your break comes back at about \d/);
    expect(stored().open).toMatchObject({ withBreak: false, before: 6 });
    await presses(/^Back to your page/);
    clock.pass(1);
    expect(told.at(-1)).toBe('back');
  });

  it('goes back by itself, and by Esc', async () => {
    const { told } = openedOn(clock, { coin: false });
    await answers(6);
    clock.pass(11);
    expect(told).not.toContain('back');
    clock.pass(3);
    expect(told).toContain('back');
    cleanup();
    const other = openedOn(clock, { coin: false });
    await answers(6);
    press('Escape');
    clock.pass(1);
    expect(other.told).toEqual(['toss', 'put off', 'back']);
  });

  it('takes the second answer before the same break, which then goes on as usual', async () => {
    const { told, stored } = openedOn(clock, { trial: putOff() });
    expect(heading()).toBe(QUESTION);
    expect(text()).toContain('Click a number to begin the break.');
    await answers(7);
    expect(told).not.toContain('toss');
    expect(stored().pairs).toEqual([{ day: DAY, withBreak: false, before: 6, after: 7 }]);
    expect(heading()).toBe(BREAK);
    clock.pass(303);
    expect(heading()).not.toBe(QUESTION);
  });

  it('asks for the second answer before a shorter break, too', async () => {
    openedOn(clock, { trial: putOff(), seconds: 60, isDue: false });
    expect(heading()).toBe(QUESTION);
  });

  it('counts a second answer that is skipped, and begins the break', async () => {
    const { stored } = openedOn(clock, { trial: putOff() });
    await presses(/^Skip/);
    expect(stored()).toMatchObject({ pairs: [], missed: { withBreak: 0, without: 1 } });
    expect(heading()).toBe(BREAK);
  });

  it('asks no more once too much time has passed', () => {
    const trial = putOff();
    clock.pass(32 * 60);
    openedOn(clock, { trial });
    expect(heading()).toBe(BREAK);
  });
});

describe('no coin falls', () => {
  it('if the question is skipped, and the break begins', async () => {
    const { told, stored } = openedOn(clock);
    await presses(/^Skip/);
    expect(told).not.toContain('toss');
    expect(stored()).toEqual(letPass(begun(1), DAY));
    expect(heading()).toBe(BREAK);
  });

  it('if the page is left at the question', async () => {
    const { told, stored } = openedOn(clock);
    press('Escape');
    await settled();
    expect(told).not.toContain('toss');
    expect(stored().lastDay).toBe(DAY);
  });

  it.each([
    ['is short', { seconds: 60 }],
    ['was begun by hand', { isDue: false }],
    ['comes on a day that had one', { trial: letPass(begun(1), DAY) }],
    ['comes after the end', { trial: stopped(begun(1)) }],
  ])('if the break %s: nothing is asked', (_, given) => {
    const { told } = openedOn(clock, given);
    expect(heading()).toBe(BREAK);
    expect(told).toEqual([]);
  });

  it('unless the answer is stored: without it, the break begins whatever the coin said', async () => {
    const { told, stored } = openedOn(clock, { coin: false, isFull: true });
    await answers(6);
    expect(told).not.toContain('put off');
    expect(stored()).toEqual(begun(1));
    expect(heading()).toBe(BREAK);
  });
});
