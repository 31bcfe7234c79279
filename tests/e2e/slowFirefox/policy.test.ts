import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect } from 'vitest';
import { FIREFOX_ID } from '../../../scripts/identity.ts';
import { findNeed } from '../../../scripts/setup/system.mjs';
import { temporaryFolder } from '../../driver/temporaryFolder.ts';
import { itInFirefox } from '../firefox/it.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

/** The installed Firefox with a policies.json of its own: it reads the one beside its program. */
function governed(policy: object): string {
  const program = realpathSync(findNeed('firefox') ?? '');
  const own = temporaryFolder('firefox');
  for (const name of readdirSync(dirname(program)))
    if (name !== 'distribution' && name !== basename(program))
      symlinkSync(join(dirname(program), name), join(own, name));
  // A link would lead it back to its own folder.
  copyFileSync(program, join(own, basename(program)));
  mkdirSync(join(own, 'distribution'));
  const policies = { '3rdparty': { Extensions: { [FIREFOX_ID]: policy } } };
  writeFileSync(join(own, 'distribution/policies.json'), JSON.stringify({ policies }));
  return join(own, basename(program));
}

const it = itInFirefox({}, () =>
  governed({
    defaults: { restMinutes: 7 },
    locked: { puttingOff: 'firm', snoozeMinutes: 'soon' },
    welcome: false,
  }),
);

describe('a policy of an organization', () => {
  it('presets, locks, names what is wrong in it, and keeps the welcome page shut', async ({
    installed: exhale,
  }) => {
    const settings = async () => (await exhale.stored()).settings;
    await expect.poll(settings).toMatchObject({ restMinutes: 7, puttingOff: 'firm' });

    const page = await exhale.open('options');
    const words = () => page.evaluate(() => document.body.textContent);
    await expect.poll(words).toMatch(/Your organization sets this\./);
    expect(await words()).toMatch(/is ignored: locked\.snoozeMinutes\./);
    expect(await exhale.tell({ type: 'changeSettings', patch: { puttingOff: 'easy' } })).toEqual({
      ok: false,
      refusal: { field: 'puttingOff', problem: 'locked' },
    });
    const paths = await exhale.evaluate(async () =>
      (await browser.runtime.getContexts({})).map(({ documentUrl = '' }) => documentUrl),
    );
    expect(paths).not.toContain(exhale.url('welcome.html'));
  });
});
