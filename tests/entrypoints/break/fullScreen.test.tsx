// @vitest-environment happy-dom

import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { begun, breakPage, button, LONG_EXHALE, press } from './breakPage.tsx';

let page: ReturnType<typeof breakPage>;
beforeEach(() => {
  page = breakPage();
});
afterEach(() => page.close());

const filled = () => page.told.filter((what) => /fill$/.test(what));

describe('a break in full screen', () => {
  it('is offered at the first break only, and can be undone there', () => {
    page.open({ takenByKind: {} });
    fireEvent.click(button('Full screen?'));
    expect(filled()).toEqual(['fill']);
    fireEvent.click(button('Full screen: on'));
    expect(filled()).toEqual(['fill', 'unfill']);
    expect(button('Full screen?')).toBeTruthy();
  });

  it('is not offered later unless it was chosen', () => {
    page.open();
    expect(screen.queryByText(/^Full screen/)).toBeNull();
    expect(filled()).toEqual([]);
  });

  it('lasts until the way back', () => {
    page.open({
      session: begun(LONG_EXHALE, { secondsAgo: 60 }),
      preferences: { fullScreen: true },
    });
    page.clock.pass(4);
    expect(document.querySelector('main')?.dataset.stage).toBe('over');
    expect(filled()).toEqual(['fill']);
    press('Enter');
    page.clock.pass(0.1);
    expect(filled()).toEqual(['fill', 'unfill']);
  });

  it('ends when the break is left', () => {
    page.open({ preferences: { fullScreen: true } });
    page.clock.pass(1);
    press('Escape');
    page.clock.pass(0.1);
    expect(filled()).toEqual(['fill', 'unfill']);
  });

  it('never comes while others see or hear the person', () => {
    for (const hushed of ['presenting', 'call'] as const) {
      page.open({ preferences: { fullScreen: true }, takenByKind: {}, hushed });
      page.clock.pass(1);
      expect(filled()).toEqual([]);
      expect(screen.queryByText(/^Full screen/)).toBeNull();
      page.close();
      page = breakPage();
    }
  });
});
