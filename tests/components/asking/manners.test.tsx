// @vitest-environment happy-dom

import { cleanup, configure, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mannerOf, mannerPatch } from '../../../components/asking/manners.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import {
  click,
  find,
  openSettings,
  press,
  radio,
} from '../../entrypoints/options/settingsPage.tsx';
import { speakEnglish } from '../inEnglish.ts';

configure({ defaultHidden: true });
beforeEach(speakEnglish);
afterEach(cleanup);

const IN_CHROMIUM = ['smallWindow', 'notification', 'card', 'icon'] as const;
const IN_FIREFOX = ['notification', 'card', 'icon', 'tab'] as const;
const asking = (promptStyle: (typeof DEFAULT_SETTINGS)['promptStyle'], firm = false) => ({
  promptStyle,
  firm,
});

describe('a manner', () => {
  it('is what the settings amount to', () => {
    expect(mannerOf(DEFAULT_SETTINGS)).toBe('standard');
    expect(mannerOf(asking('icon'))).toBe('gentle');
    expect(mannerOf(asking('card', true))).toBe('firm');
  });

  it('keeps what was chosen to ask with', () => {
    expect(mannerPatch('firm', asking('card'), IN_CHROMIUM, true)).toEqual(asking('card', true));
    expect(mannerPatch('standard', asking('tab', true), IN_FIREFOX, false)).toEqual(asking('tab'));
  });

  it('asks as is usual in the browser where the icon alone was chosen before', () => {
    const from = asking('icon');
    expect(mannerPatch('standard', from, IN_CHROMIUM, true)).toEqual(asking('smallWindow'));
    expect(mannerPatch('standard', from, IN_FIREFOX, true)).toEqual(asking('notification'));
    expect(mannerPatch('firm', from, IN_FIREFOX, false)).toEqual(asking('tab', true));
  });

  it('of the gentle kind is the icon, and not firm', () => {
    expect(mannerPatch('gentle', asking('card', true), IN_CHROMIUM, true)).toEqual(asking('icon'));
  });
});

describe('the settings', () => {
  it('offer the manners, and for the gentle one nothing to ask with', async () => {
    const { page } = openSettings();
    await click(radio('Firm'));
    expect(page.stored).toMatchObject(asking('smallWindow', true));
    await click(radio('Gentle'));
    expect(page.stored).toMatchObject(asking('icon'));
    expect(find('[role="radiogroup"]', 'Ask with')).toBeNull();
    await click(radio('Standard'));
    expect(page.stored).toMatchObject(asking('smallWindow'));
    expect(find('[role="radiogroup"]', 'Ask with')).not.toBeNull();
  });

  it('choose the card only when the browser allows it', async () => {
    const request = vi.fn(async () => false);
    const { page } = openSettings({ offered: IN_CHROMIUM, card: { request } });
    await click(radio('A card in the page'));
    expect(page.stored.promptStyle).toBe('smallWindow');
    await press('Allow the card');
    expect(page.stored.promptStyle).toBe('smallWindow');
    expect(screen.getByText(/The card was not allowed/)).toBeTruthy();

    request.mockResolvedValue(true);
    await click(radio('A card in the page'));
    await press('Allow the card');
    expect(page.stored.promptStyle).toBe('card');
  });

  it('say so when the browser takes the card back', () => {
    openSettings({
      offered: IN_CHROMIUM,
      settings: { ...DEFAULT_SETTINGS, promptStyle: 'card' },
    });
    expect(screen.getByText(/no longer lets Exhale lay its card/)).toBeTruthy();
  });

  it('offer a notice of half a minute or a minute', async () => {
    const { page } = openSettings();
    await click(radio('30 sec'));
    expect(page.stored.noticeSeconds).toBe(30);
    await click(radio('None'));
    expect(page.stored.noticeSeconds).toBe(0);
  });
});
