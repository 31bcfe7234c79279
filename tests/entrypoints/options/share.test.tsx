// @vitest-environment happy-dom

import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEVICES, type Devices } from '../../../core/records/devices.ts';
import { speakEnglish } from '../../components/inEnglish.ts';
import { click, openSettings, toggle } from './settingsPage.tsx';

beforeEach(speakEnglish);
afterEach(cleanup);

const AT = Date.UTC(2026, 2, 14, 9, 5);
const LABEL = 'Share with my other computers';
const news = () =>
  [...document.querySelectorAll('#data [role=status]')].map(({ textContent }) => textContent);
const sharing = (rest: Partial<Devices> = {}) =>
  openSettings({ devices: { ...DEVICES.atFirst, on: true, ...rest } });

describe('sharing with other computers', () => {
  it('is off, and switched on by hand', () => {
    const { deeds } = openSettings();
    expect(toggle(LABEL).getAttribute('aria-checked')).toBe('false');
    void click(toggle(LABEL));
    expect(deeds.share).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('is switched off by hand', () => {
    const { deeds } = sharing();
    expect(toggle(LABEL).getAttribute('aria-checked')).toBe('true');
    void click(toggle(LABEL));
    expect(deeds.share).toHaveBeenCalledExactlyOnceWith(false);
  });

  it('says that nothing has come yet', () => {
    sharing();
    expect(news()).toContain('No news from another computer yet.');
  });

  it('says when the last news came from any of them', () => {
    const heard = (wroteMs: number) => ({ wroteMs, seenMs: 0, lateMs: [] });
    sharing({ heard: { a: heard(AT - 1e9), b: heard(AT), c: heard(AT - 5e9) } });
    expect(news().join()).toMatch(/Last news from another computer: Mar 14, 2026, \d+:05/);
  });

  it('says that the browser refused what it should carry', () => {
    sharing({ refused: true });
    expect(news()).toContain(
      'Your browser’s sync did not take the last news. Exhale tries again by itself.',
    );
  });
});
