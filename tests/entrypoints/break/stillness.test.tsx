// @vitest-environment happy-dom

import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { begun, breakPage, button, line, press, STILLNESS } from './breakPage.tsx';

let page: ReturnType<typeof breakPage>;
beforeEach(() => {
  page = breakPage();
});
afterEach(() => page.close());

describe('stillness', () => {
  const still = (seconds = 60) => begun(STILLNESS, { seconds });
  const night = () =>
    page.clock.animated.filter(
      ({ frames, state }) => frames[0]?.opacity === 0 && state === 'running',
    );

  it('says that the screen goes dark, and darkens in ten seconds', () => {
    page.open({ session: still(100) });
    expect(screen.getByText('The screen will go dark. Press Esc to come back.')).toBeTruthy();
    expect(night()[0]?.frames).toMatchObject([
      { offset: 0, opacity: 0 },
      { offset: 0.1, opacity: 1 },
      { offset: 1, opacity: 1 },
    ]);
  });

  it('rings once at its beginning and twice at its end, then stays dark for a while', () => {
    page.open({ session: still() });
    page.clock.pass(4);
    expect(line()).toBe('Close your eyes. A bell will tell you when it is over.');
    expect(page.heard()).toEqual(['ring 1']);
    page.clock.pass(59.1);
    expect(page.heard()).toEqual(['ring 1', 'ring 2', 'finish']);
    page.clock.pass(10);
    expect(document.title).toBe('Stillness · Exhale');
    page.clock.pass(1);
    expect(document.title).toBe('Done · Exhale');
    expect(screen.getByText('For a little while, nothing asked you for anything.')).toBeTruthy();
  });

  it('makes no sound while presenting, and says so instead of the switch', () => {
    page.open({ session: still(), hushed: 'presenting' });
    page.clock.pass(64);
    expect(page.heard()).toEqual(['finish']);
    cleanup();
    page.open({ session: still(), hushed: 'presenting' });
    expect(screen.getByText('Muted while you present')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Bell/ })).toBeNull();
  });

  it('ends its last silence at any touch', () => {
    page.open({ session: still() });
    page.clock.pass(64);
    press(' ');
    expect(document.title).toBe('Done · Exhale');
  });

  it('has the bell’s switch right there; without it light tells the end', () => {
    page.open({ session: still(100) });
    page.clock.pass(4);
    fireEvent.click(button('Bell: on'));
    expect(line()).toBe('Rest your eyes on one spot.');
    expect(night().at(-1)?.frames).toMatchObject([
      { offset: 0, opacity: 0 },
      { offset: 0.1, opacity: 1 },
      { offset: 0.9, opacity: 1 },
      { offset: 1, opacity: 0 },
    ]);
    page.clock.pass(99.1);
    expect(page.heard()).toEqual(['ring 1', 'finish']);
    expect(document.title).toBe('Done · Exhale');
  });

  it('gives a short break a third of itself for the darkening', () => {
    page.open({ session: still(15) });
    expect(night()[0]?.frames[1]?.offset).toBeCloseTo(1 / 3);
  });
});
