import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, withPatch } from '../../core/records/settings.ts';
import { MEETING_SITES } from '../../entrypoints/options/reminders/meetingSites.ts';
import { siteOf } from '../../shell/siteOf.ts';

const SITES = {
  'example.com': 'example.com',
  '  Example.COM ': 'example.com',
  'https://Example.com:8443/path?x=1#y': 'example.com',
  'example.com/path': 'example.com',
  'example.com.': 'example.com',
  '*.example.com': 'example.com',
  'http://wiki/Start': 'wiki',
  localhost: 'localhost',
  'localhost:3000': 'localhost',
  'http://127.0.0.1:8080/': '127.0.0.1',
  'bücher.example': 'xn--bcher-kva.example',
};
const NONE = [
  '',
  '   ',
  'example',
  'no such site',
  'exa_mple.com',
  'example..com',
  'http://',
  'http://[::1]/',
  'about:blank',
  'chrome://settings/',
  'chrome-extension://abcdef/popup.html',
  'file:///home/page.html',
  'view-source:https://example.com/',
  'data:text/html,x',
  `${'a'.repeat(250)}.com`,
];

describe('a site', () => {
  it.each(Object.entries(SITES))('is the host of “%s”: %s', (address, site) => {
    expect(siteOf(address)).toBe(site);
  });

  it.each(NONE)('is not in “%s”', (address) => {
    expect(siteOf(address)).toBeNull();
  });

  it('is one that settings take', () => {
    const quietSites = [...Object.values(SITES), ...MEETING_SITES];
    expect(withPatch(DEFAULT_SETTINGS, { quietSites })).toMatchObject({ ok: true });
  });
});

describe('the usual meeting sites', () => {
  it('are sites, none of them twice', () => {
    expect(MEETING_SITES.map(siteOf)).toEqual([...MEETING_SITES]);
    expect(new Set(MEETING_SITES).size).toBe(MEETING_SITES.length);
  });
});
