// @vitest-environment happy-dom

import { act, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useNow } from '../../../components/live/useNow.ts';

const TEN_MS = new Date(2026, 2, 2, 10, 0).getTime();

beforeEach(() => {
  vi.useFakeTimers({ now: TEN_MS + 300 });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A page that is open, how often it was drawn, and what hides and shows it. */
function page() {
  let drawn = 0;
  const { result } = renderHook(() => {
    drawn++;
    return useNow();
  });
  const becomes = (hidden: boolean) => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
  };
  const passes = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
  return { result, becomes, passes, drawn: () => drawn };
}

it('tells the time at each full second', () => {
  const { result, passes, drawn } = page();
  passes(700);
  expect(result.current.atMs).toBe(TEN_MS + 1000);
  passes(1000);
  expect(result.current.atMs).toBe(TEN_MS + 2000);
  expect(drawn()).toBe(3);
});

it('does not draw a page again that has just become visible', () => {
  const { becomes, passes, drawn } = page();
  passes(40);
  becomes(false);
  expect(drawn()).toBe(1);
});

it('rests while the page is hidden, and tells the time as soon as it is back', () => {
  const { result, becomes, passes, drawn } = page();
  becomes(true);
  passes(60_000);
  expect(drawn()).toBe(1);
  becomes(false);
  expect(result.current.atMs).toBe(TEN_MS + 60_300);
});
