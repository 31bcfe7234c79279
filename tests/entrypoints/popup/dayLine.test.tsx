// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Entry } from '../../../core/records/entry.ts';
import { encode } from '../../../core/records/envelope.ts';
import { OUTBOX } from '../../../core/records/outbox.ts';
import { HOUR_MS } from '../../../core/time.ts';
import { LiveDayLine } from '../../../entrypoints/popup/DayLine.tsx';
import { instantOf } from '../../../shell/clock.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { MONDAY, span, taken } from '../../core/days/entries.ts';

beforeEach(() => {
  speakEnglish();
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(instantOf(MONDAY, 14 * 60));
});
afterEach(cleanup);

const waits = (entries: Entry[]) =>
  fakeBrowser.storage.local.set({ outbox: encode({ ...OUTBOX.atFirst, entries }) });
const worked = span('2026-03-02T08:00', '2026-03-02T12:10');
const shown = () => {
  const onOpen = vi.fn();
  render(<LiveDayLine day={MONDAY} onOpen={onOpen} />);
  return onOpen;
};

describe('the day in the popup', () => {
  it('is one line of time and breaks taken, which leads to the page of days', async () => {
    const breaks = [1, 2, 3, 4, 5, 6].map((hour) =>
      taken('breathing', `2026-03-02T0${hour}:00`, { taken: hour > 1 }),
    );
    await waits([worked, ...breaks]);
    const onOpen = shown();
    const line = await screen.findByRole('button', {
      name: 'Today 4\u00a0h 10\u00a0min, 5\u00a0breaks',
    });
    fireEvent.click(line);
    expect(onOpen).toHaveBeenCalled();
  });

  it('tells the time alone while there was no break', async () => {
    await waits([worked]);
    shown();
    expect(await screen.findByRole('button', { name: 'Today 4\u00a0h 10\u00a0min' })).toBeTruthy();
  });

  it('is not there while there is nothing, also if yesterday had something', async () => {
    await waits([
      { ...worked, fromMs: worked.fromMs - 30 * HOUR_MS, toMs: worked.toMs - 30 * HOUR_MS },
    ]);
    const read = vi.spyOn(fakeBrowser.storage.local, 'get');
    shown();
    await waitFor(() => expect(read).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
