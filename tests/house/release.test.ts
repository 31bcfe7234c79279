import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textOf } from '../code.ts';

const { version } = JSON.parse(textOf('package.json'));
const messagesOf = (locale: string): Record<string, { message: string }> =>
  JSON.parse(textOf(`public/_locales/${locale}/messages.json`));
const NEW = /^settings_whatsNew_/;
/** Of the changelog: the unreleased part, then the releases. */
const HEADINGS = textOf('CHANGELOG.md').match(/^## .*$/gm) ?? [];

describe('the version in package.json', () => {
  it('is that of package-lock.json', () => {
    const lock = JSON.parse(textOf('package-lock.json'));
    expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
  });

  it('is the newest release in the changelog, with its day', () => {
    const [unreleased, newest] = HEADINGS;
    expect(unreleased).toBe('## [Unreleased]');
    expect(newest).toMatch(/^## \[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$/);
    expect(newest).toContain(`[${version}]`);
  });

  it.each(readdirSync('public/_locales'))(
    'is the one of which the settings say what is new, in %s',
    (locale) => {
      const messages = messagesOf(locale);
      const keys = Object.keys(messages).filter((key) => NEW.test(key));
      // A new key for each release, so that no language tells of an earlier one.
      expect(keys).toEqual([`settings_whatsNew_${version.replaceAll('.', '_')}`]);
      const [{ message = '' } = {}] = keys.map((key) => messages[key]);
      expect(message).toContain('$VERSION$');
      // One line on a wide screen.
      expect(message.length).toBeLessThan(110);
    },
  );
});
