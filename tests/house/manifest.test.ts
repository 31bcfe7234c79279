import { existsSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { UserManifest } from 'wxt';
import { DEFAULT_SETTINGS } from '../../core/records/settings.ts';
import config from '../../wxt.config.ts';
import { textOf } from '../code.ts';

/** The folders in a map: `core/` and the indented ones below it. */
function mapOf(text: string): string[] {
  let top = '';
  return [...text.matchAll(/^( *)([a-z]+)\/ {2,}/gm)].map(([, indent, name = '']) => {
    if (indent === '') top = name;
    return indent === '' ? name : `${top}/${name}`;
  });
}

describe('the manifest', () => {
  const manifestOf = async (browser: 'chrome' | 'firefox' | 'safari') => {
    const { manifest } = config;
    if (typeof manifest !== 'function')
      throw new Error('The manifest is a function of the browser.');
    const env = { browser, command: 'build', mode: 'production', manifestVersion: 3 } as const;
    return (await manifest(env as never)) as UserManifest & Record<string, unknown>;
  };
  const README = existsSync('README.md') ? textOf('README.md') : '';
  const privacy = README.split(/^## /m).find((section) => section.startsWith('Privacy'));

  it.each(['chrome', 'firefox'] as const)(
    'for %s asks for nothing at install that shows a warning',
    async (browser) => {
      const manifest = await manifestOf(browser);
      expect(manifest.permissions).toEqual([
        ...['alarms', 'contextMenus', 'idle', 'storage'],
        ...(browser === 'chrome' ? ['offscreen'] : []),
      ]);
      expect(manifest.optional_permissions).toEqual(['notifications', 'tabs', 'scripting']);
      for (const key of [
        'host_permissions',
        'content_scripts',
        'externally_connectable',
        'web_accessible_resources',
      ])
        expect(manifest[key], key).toBeUndefined();
    },
  );

  it('for Safari has only what Safari knows', async () => {
    const manifest = await manifestOf('safari');
    expect(manifest.permissions).toEqual(['alarms', 'contextMenus', 'storage']);
    expect(manifest.optional_permissions).toEqual(['tabs', 'scripting']);
    const settings = { safari: { strict_min_version: '18.0' } };
    expect(manifest.browser_specific_settings).toEqual(settings);
    for (const key of ['incognito', 'minimum_chrome_version', 'storage'])
      expect(manifest[key], key).toBeUndefined();
  });

  it('is one Exhale for private windows and others, so that there is one count', async () => {
    expect((await manifestOf('chrome')).incognito).toBe('spanning');
  });

  it('forbids every connection', async () => {
    const { content_security_policy: policy } = await manifestOf('chrome');
    expect(JSON.stringify(policy)).toContain("connect-src 'none'");
    expect(JSON.stringify(policy)).toContain("default-src 'none'");
  });

  it('has exactly the permissions that the README explains', async () => {
    const { permissions = [], optional_permissions: optional = [] } = await manifestOf('chrome');
    const explained = [...(privacy ?? '').matchAll(/`([a-zA-Z]+)`/g)].map(([, name]) => name);
    if (privacy !== undefined)
      expect([...new Set(explained)].sort()).toEqual([...permissions, ...optional].sort());
  });

  it('belongs to a README whose links and paths lead somewhere', () => {
    const links = [...README.matchAll(/\]\(([^)#]+?)(#[^)]*)?\)/g)].map(
      ([, path]) => path as string,
    );
    const paths = [...README.matchAll(/`([a-z]+\/[\w./-]*\w)`/gi)].map(
      ([, path]) => path as string,
    );
    const map = mapOf(README);
    const own = [...links, ...paths, ...map].filter(
      (path) => !/^(https?|chrome|about):/.test(path),
    );
    expect(own.filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe('the schema of a policy', () => {
  const { properties } = JSON.parse(textOf('public/managed_schema.json'));

  it.each(['defaults', 'locked'])('has each setting under %s, and no other name', (group) => {
    expect(Object.keys(properties[group].properties)).toEqual(Object.keys(DEFAULT_SETTINGS));
  });

  it('lets every default through, so that Chromium drops no value that Exhale takes', () => {
    const check = new Ajv({ strictTypes: false }).compile({
      ...properties.locked,
      additionalProperties: false,
    });
    const settings = Object.entries(DEFAULT_SETTINGS).filter(([, value]) => value !== null);
    expect(check(Object.fromEntries(settings)), JSON.stringify(check.errors)).toBe(true);
  });
});
