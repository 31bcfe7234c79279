// @vitest-environment happy-dom

import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import { encode } from '../../../core/records/envelope.ts';
import { POLICY } from '../../../core/records/policy.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
import { EMPTY_TALLY, type Tally } from '../../../core/records/tally.ts';
import { LiveExplanation } from '../../../entrypoints/popup/LiveExplanation.tsx';
import { speakEnglish } from '../../components/inEnglish.ts';
import { LOCAL, stored } from '../../core/atNine.ts';
import { WORKING } from './popupOver.tsx';

beforeEach(speakEnglish);
beforeEach(async () => {
  // The page that happy-dom draws has none, and pages store their records under one.
  const locks = { request: (_: string, work: () => Promise<unknown>) => work() };
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
  await browser.storage.local.clear();
});
afterEach(cleanup);

/** What the popup says below its buttons, where an organization has locked settings. */
async function explained(tally: Partial<Tally>, locked: Partial<Settings>) {
  await browser.storage.local.set({ policy: encode({ ...POLICY.atFirst, locked }) });
  const onCommand = vi.fn();
  render(
    <LiveExplanation
      view={WORKING}
      local={LOCAL}
      stored={stored({ tally: { ...EMPTY_TALLY, ...tally } })}
      onCommand={onCommand}
      onSettings={vi.fn()}
    />,
  );
  // Whatever is shown first stays.
  return screen.findByRole('heading');
}

describe('the popup, where an organization has locked settings', () => {
  const SKIPPED = { skippedInARow: 3 };
  const { rhythms, promptStyle } = DEFAULT_SETTINGS;

  it('asks whether reminders are too many only if something can be changed', async () => {
    expect((await explained(SKIPPED, { rhythms })).textContent).toBe('Too many reminders?');
    expect(screen.queryByRole('button', { name: /^Every/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Toolbar icon only' })).toBeTruthy();
    cleanup();
    const instead = await explained(SKIPPED, { rhythms, promptStyle });
    expect(instead.textContent).not.toBe('Too many reminders?');
  });

  it('offers the question about tension only if it can be switched on', async () => {
    const known = { breaksEver: 50 };
    const offer = (await explained(known, {})).textContent;
    cleanup();
    const instead = (await explained(known, { tensionQuestion: false })).textContent;
    expect(instead).not.toBe(offer);
    expect(screen.queryByText(/tense/)).toBeNull();
  });
});
