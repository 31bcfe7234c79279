// @vitest-environment happy-dom

import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import { encode } from '../../../core/records/envelope.ts';
import type { Lost } from '../../../core/records/written.ts';
import { LiveLoss } from '../../../entrypoints/popup/LiveLoss.tsx';
import { speakEnglish } from '../../components/inEnglish.ts';

beforeEach(() => browser.storage.local.clear());
afterEach(cleanup);

/** The popup's words after these were lost. */
async function missing(...lost: Lost[]) {
  speakEnglish();
  const locks = { request: (_: string, work: () => Promise<unknown>) => work() };
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
  await browser.storage.local.set({ written: encode({ keys: [], lost, lostAtMs: 5 }) });
  const onSettings = vi.fn();
  render(<LiveLoss onSettings={onSettings}>an explanation</LiveLoss>);
  await act(async () => {
    await browser.storage.local.get('written');
  });
  return onSettings;
}

describe('data that a crash took', () => {
  it('is named instead of the explanation until it is read', async () => {
    await missing('pause', 'day');
    expect(screen.getByRole('region', { name: 'Some data is missing' }).textContent).toContain(
      'Exhale started again without your pause and the last day of your history.',
    );
    expect(screen.queryByText('an explanation')).toBeNull();
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Got it' }));
    });
    expect(await screen.findByText('an explanation')).toBeTruthy();
    expect(screen.queryByText('Some data is missing')).toBeNull();
  });

  it('is no crash if only the record of the days is concerned', async () => {
    await missing('log');
    const { textContent } = screen.getByRole('region', { name: 'Some data is missing' });
    expect(textContent).toContain('could not open or keep part of the record of your days');
    expect(textContent).not.toContain('unexpectedly');
    cleanup();
    await missing('state', 'log');
    expect(screen.getByRole('region').textContent).toContain(
      'without your screen time so far and part of the record of your days.',
    );
  });

  it('leads to the settings if these are gone', async () => {
    const onSettings = await missing('settings');
    fireEvent.click(screen.getByRole('button', { name: 'Open settings' }));
    expect(onSettings).toHaveBeenCalledOnce();
    cleanup();
    await missing('pause');
    expect(screen.queryByRole('button', { name: 'Open settings' })).toBeNull();
  });

  it('is nothing to speak of otherwise', async () => {
    await missing();
    expect(screen.getByText('an explanation')).toBeTruthy();
  });
});
