// @vitest-environment happy-dom

import { act, cleanup, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser as browser } from 'wxt/testing/fake-browser';
import { encode } from '../../../core/records/envelope.ts';
import { POLICY } from '../../../core/records/policy.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { popup, WORKING } from './popupOver.tsx';

beforeEach(() => browser.storage.local.clear());
afterEach(cleanup);

/** “Pause” in a popup over a tab with this address. Without the permission there is none. */
async function pause(url: string | undefined, quietSites: string[] = []) {
  const contains = vi.fn(async () => url !== undefined);
  const query = vi.fn(async () => [{ url }]);
  vi.spyOn(browser, 'permissions', 'get').mockReturnValue({ contains } as never);
  vi.spyOn(browser, 'tabs', 'get').mockReturnValue({ query } as never);
  const opened = popup(WORKING, { settings: { ...DEFAULT_SETTINGS, quietSites } });
  expect(contains).not.toHaveBeenCalled();
  await act(async () => {
    opened.press('Pause');
  });
  // The browser's answer is drawn.
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  expect(contains).toHaveBeenCalledWith({ permissions: ['tabs'] });
  return { ...opened, query };
}

const patch = (quietSites: string[]) => [{ type: 'changeSettings', patch: { quietSites } }];
const offered = () => screen.queryByRole('menuitem', { name: /^on |^Remind me on/ })?.textContent;

describe('pausing on this site', () => {
  it('names the site in view, and puts it into the list', async () => {
    const { told, choose, query } = await pause('https://www.example.com/a?b', ['a.example']);
    expect(query).toHaveBeenCalledWith({ active: true, currentWindow: true });
    choose('on www.example.com');
    expect(told).toEqual(patch(['www.example.com', 'a.example']));
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('is taken back where it holds', async () => {
    const { told, choose } = await pause('https://example.com/', ['a.example', 'example.com']);
    choose('Remind me on example.com again');
    expect(told).toEqual(patch(['a.example']));
  });

  it('is taken back by the widest site that the one in view belongs to', async () => {
    const sites = ['mail.example.com', 'a.example', 'example.com'];
    const { told, choose } = await pause('https://mail.example.com/', sites);
    choose('Remind me on example.com again');
    expect(told).toEqual(patch(['a.example']));
  });

  it.each([
    'chrome://settings/',
    'file:///home/page.html',
    'chrome-extension://abc/options.html',
    '',
  ])('is absent if there is no site: %s', async (url) => {
    await pause(url);
    expect(offered()).toBeUndefined();
  });

  it('is absent if an organization has locked the list of sites', async () => {
    await browser.storage.local.set({
      policy: encode({ ...POLICY.atFirst, locked: { quietSites: [] } }),
    });
    await pause('https://example.com/');
    expect(offered()).toBeUndefined();
  });

  it('leads to the settings as long as sites are not seen', async () => {
    const { told, went, choose, query } = await pause(undefined);
    expect(query).not.toHaveBeenCalled();
    choose('on this site…');
    expect(went).toEqual(['sites']);
    expect(told).toEqual([]);
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('holds a due break back in the popup’s own words', () => {
    const held = { reason: 'site', untilMs: null, forMs: 60_000 } as const;
    popup({ ...WORKING, due: true, silence: held });
    expect(screen.getByRole('region', { name: 'Waiting for a better moment' })).toBeTruthy();
    expect(document.querySelector('[data-tone="held"]')).toBeTruthy();
  });
});
