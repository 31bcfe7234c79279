// @vitest-environment happy-dom

import { act, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunningBreak } from '../../../entrypoints/break/useStage.ts';
import { MARKUP, madeOf } from '../../components/markup.ts';
import { begun, breakPage, LONG_EXHALE, line, STILLNESS } from './breakPage.tsx';

let page: ReturnType<typeof breakPage>;
beforeEach(() => {
  page = breakPage();
});
afterEach(() => page.close());

const UNREAD = { holds: false, massage: false, movement: false, eyes: false };
const kind = (name: RunningBreak['kind']) => ({ kind: name, pattern: null }) as const;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const figure = () => document.querySelector('svg[data-leaving="false"]') !== null;

describe('a break with a caution of its own', () => {
  it('waits until that was read, and says it once', () => {
    page.open({ session: begun(kind('neck')), preferences: { careRead: UNREAD } });
    expect(page.told).toEqual(['read first']);
    expect(screen.getByText(/never on the front or sides of the neck/)).toBeTruthy();
    expect(screen.queryByText(/not a medical device/)).toBeNull();
    press('Got it, begin');
    expect(page.told).toEqual(['read first', 'care read']);
    expect(screen.queryByText(/never on the front/)).toBeNull();
    expect(figure()).toBe(true);
  });

  it('can begin with one hand, from then on', () => {
    page.open({ session: begun(kind('neck')), preferences: { careRead: UNREAD } });
    press('Begin with one hand');
    expect(page.told).toEqual(['read first', 'care read']);
    expect(screen.queryByText(/never on the front/)).toBeNull();
    expect(line()).toBe('Take your hand off the keyboard and let it get warm.');
  });

  it('does not ask about one hand where it makes no difference', () => {
    page.open({ session: begun(kind('movement')), preferences: { careRead: UNREAD } });
    expect(screen.queryByRole('button', { name: 'Begin with one hand' })).toBeNull();
  });

  it('begins once that was read, although it is kept only later that it was', () => {
    const opened = page.open({
      session: begun(kind('neck')),
      preferences: { careRead: UNREAD },
      slowly: true,
    });
    press('Got it, begin');
    expect(page.told).toEqual(['read first', 'care read']);
    expect(figure()).toBe(true);
    opened.kept();
    expect(page.told).toEqual(['read first', 'care read']);
  });

  it('comes after the safety note before the very first one', () => {
    page.open({
      session: begun(kind('movement')),
      preferences: { careRead: UNREAD },
      firstEver: true,
    });
    expect(screen.getByText(/Only as far as is comfortable/)).toBeTruthy();
    expect(screen.getByText(/not a medical device/)).toBeTruthy();
  });

  it('offers the same breathing without holds', () => {
    page.open({
      session: begun({ kind: 'breathing', pattern: 'box' }),
      preferences: { careRead: UNREAD },
    });
    expect(screen.getByText(/These patterns hold the breath/)).toBeTruthy();
    press('Without holds');
    page.clock.pass(3.5);
    expect(screen.queryByText('Hold')).toBeNull();
    expect(screen.getByText('Breathe in')).toBeTruthy();
  });

  it('is not asked for where nothing has to be minded', () => {
    page.open({ session: begun(kind('water')), preferences: { careRead: UNREAD } });
    expect(page.told).toEqual([]);
  });
});

describe('the pace of a break', () => {
  const words = () => screen.getByText(/per breath/).textContent;

  it('is changed in half seconds at any moment, and kept', () => {
    page.open();
    press('Pace');
    expect(words()).toBe('10 s per breath, 6 per minute');
    press(/^Slower/);
    page.clock.pass(15);
    expect(words()).toBe('10.5 s per breath, 5.7 per minute');
  });

  it('goes no further than from 7 to 13 seconds a breath', () => {
    page.open();
    press('Pace');
    for (let step = 0; step < 20; step++) press(/^Faster/);
    page.clock.pass(15);
    expect(words()).toBe('7 s per breath, 8.6 per minute');
    expect(screen.getByRole('button', { name: /^Faster/ })).toHaveProperty('disabled', true);
  });

  it('has an easier one, from the next breath on', () => {
    page.open();
    page.clock.pass(5);
    press('Pace');
    press('Easier pace');
    expect(words()).toMatch(/^7 s/);
    const lengths = () => new Set(page.clock.animated.map(({ options }) => options.duration));
    expect(lengths()).not.toContain(7000);
    page.clock.pass(9);
    expect(lengths()).toContain(7000);
  });

  it('of a pattern with holds can only be easier, or without them', () => {
    page.open({ session: begun({ kind: 'breathing', pattern: 'box' }, { seconds: 160 }) });
    press('Pace');
    expect(screen.queryByText(/a breath,/)).toBeNull();
    press('Without holds');
    page.clock.pass(20);
    expect(screen.queryByText('Hold')).toBeNull();
  });

  it('is absent if the breath is only noticed, or there is none', () => {
    page.open({ session: begun({ kind: 'breathing', pattern: 'noticing' }) });
    expect(screen.queryByRole('button', { name: 'Pace' })).toBeNull();
  });
});

describe('a break of steps', () => {
  it('shows a figure that does what the words say', () => {
    page.open({ session: begun(kind('hands')) });
    page.clock.pass(4);
    expect(line()).toBe('Press your thumb into the other palm. Slow circles.');
    expect(figure()).toBe(true);
  });

  it('of an own break shows only words', () => {
    page.open({
      session: begun(kind('own-a')),
      preferences: { ownBreaks: { 'own-a': { title: 'Plants', steps: ['Water the plants.'] } } },
    });
    page.clock.pass(4);
    expect(line()).toBe('Water the plants.');
    expect(figure()).toBe(false);
  });

  it.each(MARKUP)('shows what someone wrote as text: %s', (words) => {
    page.open({
      session: begun(kind('own-a')),
      preferences: { ownBreaks: { 'own-a': { title: words, steps: [words] } } },
    });
    page.clock.pass(4);
    expect(line()).toBe(words);
    expect(madeOf()).toEqual([]);
  });

  it('that was taken away meanwhile is stillness', () => {
    page.open({ session: begun(kind('own-b')) });
    expect(screen.getByText(/The screen will go dark/)).toBeTruthy();
  });

  it('goes from part to part in a sequence, and starts the breath again', () => {
    page.open({ session: begun(kind('sequence'), { seconds: 300 }) });
    page.clock.pass(4);
    expect(line()).toBe('Shift your weight from foot to foot.');
    page.clock.pass(60);
    expect(line()).toBe('Walk, or look out of a window, until a bell rings.');
    page.clock.pass(29);
    expect(line()).toBe('Sit or stand as you are. Eyes open or closed.');
    page.clock.pass(3.2);
    expect(screen.getByText('Breathe in')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Pace' })).toBeTruthy();
  });

  it('rests between two lines, also just before the next part', () => {
    page.open({ session: begun(kind('movement'), { seconds: 120 }) });
    const looks = vi.spyOn(Date, 'now');
    const during = (seconds: number) => {
      looks.mockClear();
      page.clock.pass(seconds);
      return looks.mock.calls.length;
    };
    during(57);
    const beforeALine = during(2);
    during(1);
    // The next part also has steps, so nothing settles before it.
    expect(during(2)).toBeLessThanOrEqual(beforeALine);
    looks.mockRestore();
  });

  it('rings at its end, because no one looks at the screen', () => {
    page.open({ session: begun(kind('eyes')) });
    page.clock.pass(64);
    expect(page.heard()).toContain('ring 2');
    expect(page.heard()).not.toContain('ring 1');
  });
});

describe('the end of a break', () => {
  it('is told where that is wished', () => {
    page.open({ preferences: { endsAt: true } });
    expect(screen.getByText(/^Ends at /)).toBeTruthy();
  });

  it('is shown in the dark on a movement', () => {
    page.open({ session: begun(STILLNESS, { seconds: 120 }) });
    expect(screen.getByText('3 min left')).toBeTruthy();
  });
});

describe('a person who works elsewhere', () => {
  const hide = async (hidden: boolean) => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    await act(async () => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
  };
  const wait = async (seconds: number) => {
    page.clock.pass(seconds);
    await act(async () => {});
  };
  afterEach(() => vi.restoreAllMocks());

  it('is told once, in the title; and more than half of it is no break', async () => {
    page.open({ session: begun(LONG_EXHALE, { seconds: 60 }), worksOn: true });
    await hide(true);
    await wait(19);
    expect(document.title).toBe('Breathing · Exhale');
    await wait(2);
    expect(document.title).toBe('Your break is still running · Exhale');
    expect(page.told).not.toContain('markUnwatched');
    await wait(13);
    expect(page.told).toContain('markUnwatched');
    await hide(false);
    expect(document.title).toBe('Breathing · Exhale');
  });

  it('is told once, even if the clock is set back meanwhile', async () => {
    const session = begun(LONG_EXHALE, { seconds: 60 });
    const opened = page.open({ session, worksOn: true });
    await hide(true);
    await wait(21);
    expect(document.title).toBe('Your break is still running · Exhale');
    await hide(false);
    const { startedAtMs, endsAtMs } = session;
    opened.becomes({ ...session, startedAtMs: startedAtMs - 100, endsAtMs: endsAtMs - 100 });
    await hide(true);
    await wait(21);
    expect(document.title).toBe('Breathing · Exhale');
  });

  it('is left in peace when there was no input', async () => {
    page.open({ session: begun(LONG_EXHALE, { seconds: 60 }) });
    await hide(true);
    await wait(50);
    expect(document.title).toBe('Breathing · Exhale');
    expect(page.told).not.toContain('markUnwatched');
  });

  it('is left in peace for less than half of it', async () => {
    page.open({ session: begun(LONG_EXHALE, { seconds: 60 }), worksOn: true });
    for (let time = 0; time < 2; time++) {
      await hide(true);
      await wait(14);
      await hide(false);
      await wait(2);
    }
    expect(page.told).not.toContain('markUnwatched');
  });

  it('has other tabs muted for the break, and heard again after it, where that is chosen', () => {
    page.open({ preferences: { muteTabs: true } });
    expect(page.told).toEqual(['mute']);
    page.clock.pass(64);
    expect(page.told).toContain('unmute');
  });
});
