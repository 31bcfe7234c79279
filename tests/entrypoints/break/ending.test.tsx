// @vitest-environment happy-dom

import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setHidden } from '../../components/pageClock.ts';
import { begun, breakPage, button, LONG_EXHALE, press, release } from './breakPage.tsx';

let page: ReturnType<typeof breakPage>;
beforeEach(() => {
  page = breakPage();
});
afterEach(() => page.close());

describe('the end of a break', () => {
  it('says one sentence with its strength, and goes back after twelve seconds', () => {
    page.open({ session: begun({ kind: 'breathing', pattern: 'cyclicSighing' }) });
    page.clock.pass(64);
    expect(page.did()).toEqual(['finish']);
    expect(document.title).toBe('Done · Exhale');
    expect(screen.getByText(/long sighing breaths lifted mood/)).toBeTruthy();
    expect(screen.getByText('early')).toBeTruthy();
    page.clock.pass(10);
    expect(page.did()).toEqual(['finish']);
    page.clock.pass(3);
    expect(page.did()).toEqual(['finish', 'back']);
  });

  it('waits twelve seconds from the last input', () => {
    page.open();
    page.clock.pass(72);
    press('a');
    page.clock.pass(9);
    expect(page.did()).toEqual(['finish']);
    page.clock.pass(4);
    expect(page.did()).toEqual(['finish', 'back']);
  });

  it('can be made to stay', () => {
    page.open();
    page.clock.pass(64);
    fireEvent.click(button('Stay a little longer'));
    page.clock.pass(600);
    expect(page.did()).toEqual(['finish']);
    expect(screen.queryByText('Stay a little longer')).toBeNull();
    fireEvent.click(button(/Back to your page/));
    page.clock.pass(1);
    expect(page.did()).toEqual(['finish', 'back']);
  });

  it('goes back by Enter, but only there', () => {
    page.open();
    page.clock.pass(10);
    press('Enter');
    release('Enter');
    expect(page.did()).toEqual([]);
    page.clock.pass(54);
    press('Enter');
    page.clock.pass(1);
    expect(page.did()).toEqual(['finish', 'back']);
  });

  it('does not go back while it is hidden', () => {
    page.open();
    page.clock.pass(64);
    setHidden(true);
    page.clock.pass(600);
    expect(page.did()).toEqual(['finish']);
    setHidden(false);
    page.clock.pass(13);
    expect(page.did()).toEqual(['finish', 'back']);
  });

  it('is found by a page that is opened when the time is over', () => {
    page.open({ session: begun(LONG_EXHALE, { secondsAgo: 500 }) });
    page.clock.pass(0.1);
    expect(page.did()).toEqual(['finish']);
    expect(button(/Back to your page/)).toBeTruthy();
  });
});

describe('leaving', () => {
  it('goes back at once before half of it', () => {
    page.open();
    page.clock.pass(20);
    press('Escape');
    expect(page.did()).toEqual(['leave']);
    page.clock.pass(0.3);
    expect(page.did()).toEqual(['leave', 'back']);
  });

  it('after half of it counts, says so for a moment, and needs no second key', () => {
    page.open();
    page.clock.pass(40);
    fireEvent.click(button(/Leave/));
    page.clock.pass(0.1);
    expect(screen.getByText('Part of a break still counts.')).toBeTruthy();
    page.clock.pass(5);
    expect(page.did()).toEqual(['leave', 'back']);
  });

  it('never leaves an empty page when going back fails', () => {
    page.open();
    page.clock.pass(20);
    press('Escape');
    page.clock.pass(1);
    expect(screen.queryByRole('button')).toBeNull();
    page.clock.pass(2);
    expect(button(/Back to your page/)).toBeTruthy();
  });

  it('keeps the page for a break that begins while it fades', () => {
    const opened = page.open();
    page.clock.pass(20);
    press('Escape');
    page.clock.pass(0.2);
    opened.becomes(begun());
    page.clock.pass(20);
    expect(page.did()).toEqual(['leave']);
    press('Escape');
    page.clock.pass(0.3);
    expect(page.did()).toEqual(['leave', 'leave', 'back']);
  });

  it('says its sentence for a break that was ended elsewhere', () => {
    const opened = page.open();
    page.clock.pass(40);
    opened.forget();
    expect(screen.getByText('Part of a break still counts.')).toBeTruthy();
    page.clock.pass(60);
    expect(page.did()).toEqual(['back']);
  });

  it('goes back at once when a break was ended elsewhere before half of it', () => {
    const opened = page.open();
    page.clock.pass(10);
    opened.forget();
    page.clock.pass(1);
    expect(page.did()).toEqual(['back']);
  });

  it('closes the safety note first', () => {
    page.open();
    page.clock.pass(5);
    fireEvent.click(button('Safety'));
    expect(screen.getByText(/Exhale is not a medical device/)).toBeTruthy();
    press('Escape');
    release('Escape');
    expect(page.did()).toEqual([]);
    fireEvent.click(button('Close'));
    expect(screen.queryByText(/Exhale is not a medical device/)).toBeNull();
    press('Escape');
    expect(page.did()).toEqual(['leave']);
  });

  it('is not done by a key that was already held when the page opened', () => {
    page.open();
    page.clock.pass(0.1);
    press('Escape');
    page.clock.pass(1);
    press('Escape', { repeat: true });
    press('Escape');
    expect(page.did()).toEqual([]);
    release('Escape');
    press('Escape');
    expect(page.did()).toEqual(['leave']);
  });
});
