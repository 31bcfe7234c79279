// @vitest-environment happy-dom

import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { breakPage, button, line, press } from './breakPage.tsx';

let page: ReturnType<typeof breakPage>;
beforeEach(() => {
  page = breakPage();
});
afterEach(() => page.close());

describe('the very first break', () => {
  it('shows the safety note before it begins', () => {
    page.open({ firstEver: true });
    page.clock.pass(30);
    expect(document.title).toBe('Before you begin · Exhale');
    expect(screen.getByText(/small breaths are enough/)).toBeTruthy();
    expect(page.clock.animated).toEqual([]);
    fireEvent.click(button('Got it, begin'));
    expect(page.told).toEqual(['care read']);
    expect(document.title).toBe('Breathing · Exhale');
    page.clock.pass(1);
    expect(line()).toBe('Sit or stand as you are. Eyes open or closed.');
  });

  it('begins again after reading for longer than the break lasts', () => {
    const opened = page.open({ firstEver: true });
    page.clock.pass(70);
    opened.forget();
    expect(document.title).toBe('Before you begin · Exhale');
    fireEvent.click(button('Got it, begin'));
    expect(page.told).toEqual(['care read', 'begin']);
    page.clock.pass(4);
    expect(line()).toBe('In through the nose, small and soft.');
  });

  it('can be left before it begins', () => {
    page.open({ firstEver: true });
    page.clock.pass(1);
    press('Escape');
    page.clock.pass(1);
    expect(page.told).toEqual(['leave', 'back']);
  });
});

describe('a page without a break', () => {
  it('says so, with a way back and a way to begin', () => {
    page.open({ session: null });
    expect(document.title).toBe('No break · Exhale');
    expect(screen.getByText('No break right now')).toBeTruthy();
    fireEvent.click(button('Start a break'));
    expect(page.told).toEqual(['begin']);
    expect(document.title).toBe('Breathing · Exhale');
  });

  it('goes back by Enter or Escape', () => {
    page.open({ session: null });
    page.clock.pass(1);
    press('Enter');
    page.clock.pass(1);
    expect(page.told).toEqual(['back']);
  });
});
