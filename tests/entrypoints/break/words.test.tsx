// @vitest-environment happy-dom

import { cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { begun, breakPage, LONG_EXHALE, line, press, STILLNESS } from './breakPage.tsx';

let page: ReturnType<typeof breakPage>;
beforeEach(() => {
  page = breakPage();
});
afterEach(() => page.close());

const KNOWN = { takenByKind: { breathing: 3, stillness: 3 } };

/** The animation of an element that shows these words. */
const movesOf = (words: string) =>
  page.clock.animated.filter(
    ({ element, state }) => element.textContent === words && state === 'running',
  );

describe('the words of a breathing break', () => {
  it('name each breath in the first three breaks of the kind', () => {
    page.open({ takenByKind: { breathing: 2, stillness: 9 } });
    expect(movesOf('Breathe in')).toMatchObject([{ options: { iterations: 6, endDelay: 0 } }]);
    page.clock.pass(3.5);
    expect(line()).toBe('In through the nose, small and soft.');
  });

  it('then name two breaths, are silent, and say which one is the last', () => {
    page.open(KNOWN);
    page.clock.pass(1);
    expect(line()).toBe('Sit or stand as you are. Eyes open or closed.');
    for (const words of ['Breathe in', 'Breathe out'])
      expect(movesOf(words)).toMatchObject([{ options: { iterations: 2, endDelay: 40_000 } }]);
    page.clock.pass(10);
    expect(line()).toBe('');
    page.clock.pass(43);
    expect(line()).toBe('Last one. Let it come and go by itself.');
  });

  it('are all or none when that is chosen', () => {
    page.open({ ...KNOWN, preferences: { words: 'all' } });
    expect(movesOf('Breathe out')).toMatchObject([{ options: { iterations: 6 } }]);
    cleanup();
    page.open({ preferences: { words: 'none' } });
    page.clock.pass(4);
    expect(line()).toBe('');
    for (const words of ['Breathe in', 'gently']) expect(screen.queryByText(words)).toBeNull();
  });

  it('say “gently” until the end of the second breath', () => {
    page.open();
    const [leaves] = movesOf('gently');
    expect(leaves).toMatchObject({
      options: { duration: 10_000, delay: 10_000, endDelay: 40_000, fill: 'both' },
      frames: [{ opacity: 1 }, { opacity: 1, offset: 0.96 }, { opacity: 0 }],
    });
  });

  it('have no figures unless they are wanted', () => {
    page.open();
    expect(screen.queryByText('4')).toBeNull();
    cleanup();
    page.open({ preferences: { countdown: true } });
    expect(screen.getByText('4')).toBeTruthy();
  });
});

it('stillness says in few words what to do, and when it is over', () => {
  page.open({ session: begun(STILLNESS), ...KNOWN });
  page.clock.pass(4);
  expect(line()).toBe('Close your eyes. A bell will tell you when it is over.');
  page.clock.pass(20);
  expect(line()).toBe('');
});

describe('the sentence at the end', () => {
  const said = (taken: number, how: typeof LONG_EXHALE | typeof STILLNESS = LONG_EXHALE) => {
    page.open({
      session: begun(how, { secondsAgo: 62 }),
      preferences: { sound: { bell: false, breathing: false, loudness: 20 } },
      takenByKind: { [how.kind]: taken },
    });
    page.clock.pass(1.5);
    const words = screen.getAllByRole('status').at(-1)?.firstChild?.textContent;
    cleanup();
    return words;
  };

  it('is another one each time, and comes round again', () => {
    const all = Array.from({ length: 8 }, (_, taken) => said(taken));
    expect(all[0]).toBe('Your heart slows a little each time you breathe out.');
    expect(all[1]).toBe('Your breath goes on by itself now.');
    expect(new Set(all.slice(0, 7)).size).toBe(7);
    expect(all[7]).toBe(all[0]);
    expect(said(1, STILLNESS)).toBe('The quiet was the whole point.');
  });

  it('stays while the store counts the break', () => {
    const { counted } = page.open({ session: begun(LONG_EXHALE, { secondsAgo: 62 }) });
    page.clock.pass(1.5);
    const words = () => screen.getAllByRole('status').at(-1)?.textContent;
    const before = words();
    counted({ breathing: 1 });
    expect(words()).toBe(before);
    press('Enter');
    expect(page.told).toContain('finish');
  });
});
