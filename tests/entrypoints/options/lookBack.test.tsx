// @vitest-environment happy-dom

import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speakEnglish } from '../../components/inEnglish.ts';
import { withSettings } from '../../core/atNine.ts';
import { click, noteOf, openSettings, toggle } from './settingsPage.tsx';

beforeEach(speakEnglish);
afterEach(cleanup);

const lookBack = () => toggle('A look back each week');

describe('the look back once a week', () => {
  it('is off, and asks for notifications before it is on', async () => {
    const request = vi.fn(async () => true);
    const { page } = openSettings({ notifications: { request } });
    expect(lookBack().getAttribute('aria-checked')).toBe('false');
    await click(lookBack());
    expect(request).toHaveBeenCalledOnce();
    expect(page.stored.lookBack).toBe(true);
  });

  it('stays off if they are refused, and says why', async () => {
    const { page } = openSettings();
    await click(lookBack());
    expect(page.stored.lookBack).toBe(false);
    expect(noteOf(lookBack())).toMatch(/Needs notifications/);
  });

  it('asks nothing if they are allowed', async () => {
    const request = vi.fn(async () => true);
    const { page } = openSettings({ notifications: { allowed: true, request } });
    await click(lookBack());
    expect(request).not.toHaveBeenCalled();
    expect(page.stored.lookBack).toBe(true);
    await click(lookBack());
    expect(page.stored.lookBack).toBe(false);
  });

  it('says so if the permission was taken back', () => {
    openSettings({ settings: withSettings({ lookBack: true }), notifications: { allowed: false } });
    expect(lookBack().getAttribute('aria-checked')).toBe('false');
    expect(noteOf(lookBack())).toMatch(/Needs notifications/);
  });
});
