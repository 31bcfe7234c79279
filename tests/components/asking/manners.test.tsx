// @vitest-environment happy-dom

import { cleanup, configure, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mannerOf, mannerPatch } from '../../../components/asking/manners.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../core/records/settings.ts';
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
const asking = (
  promptStyle: Settings['promptStyle'],
  puttingOff: Settings['puttingOff'] = 'easy',
) => ({ promptStyle, puttingOff });

describe('a manner', () => {
  it('is what the settings amount to', () => {
    expect(mannerOf(DEFAULT_SETTINGS)).toBe('standard');
    expect(mannerOf(asking('icon'))).toBe('gentle');
    expect(mannerOf(asking('card', 'firm'))).toBe('firm');
  });

  it('keeps what was chosen to ask with', () => {
    expect(mannerPatch('firm', asking('card'), IN_CHROMIUM, true)).toEqual(asking('card', 'firm'));
    expect(mannerPatch('standard', asking('tab', 'firm'), IN_FIREFOX, false)).toEqual(
      asking('tab'),
    );
  });

  it('asks as is usual in the browser where the icon alone was chosen before', () => {
    const from = asking('icon');
    expect(mannerPatch('standard', from, IN_CHROMIUM, true)).toEqual(asking('smallWindow'));
    expect(mannerPatch('standard', from, IN_FIREFOX, true)).toEqual(asking('notification'));
    expect(mannerPatch('firm', from, IN_FIREFOX, false)).toEqual(asking('tab', 'firm'));
  });

  it('keeps a wait for Skip, whatever the manner', () => {
    const from = asking('card', 'stay');
    expect(mannerPatch('gentle', from, IN_CHROMIUM, true)).toEqual(asking('icon', 'stay'));
    expect(mannerPatch('standard', from, IN_CHROMIUM, true)).toEqual(from);
  });

  it('of the gentle kind is the icon, and not firm', () => {
    expect(mannerPatch('gentle', asking('card', 'firm'), IN_CHROMIUM, true)).toEqual(
      asking('icon'),
    );
  });
});

describe('the settings', () => {
  it('offer each way to remind', async () => {
    const { page } = openSettings({ offered: IN_CHROMIUM });
    await click(radio('The icon only'));
    expect(page.stored.promptStyle).toBe('icon');
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
    const notice = find('[role="radiogroup"]', 'Heads-up before a reminder');
    await click(notice?.querySelector('input[value="0"]') as HTMLElement);
    expect(page.stored.noticeSeconds).toBe(0);
  });
});
