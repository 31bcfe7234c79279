/** `npm run package`: the files for the stores, with the checksum of each. The same sources give the same bytes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runMain, runQuietly } from './setup/command.mjs';
import { tool } from './setup/packages.mjs';

const OUT = join(ROOT, '.output');
const BUILDS = [
  { what: 'Packing for Chrome and Edge', args: ['zip'] },
  { what: 'Packing for Firefox, and the sources', args: ['zip', '-b', 'firefox', '--mv3'] },
];

/** Under another name than this, as in a test, the build would differ and name this machine's folders. */
const ENVIRONMENT = { ...process.env, NODE_ENV: 'production' };

await runMain(async () => {
  for (const { what, args } of BUILDS)
    await runQuietly(what, process.execPath, [tool('wxt'), ...args], ENVIRONMENT);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const name of readdirSync(OUT).filter((file) => file.startsWith(`exhale-${version}-`))) {
    const bytes = readFileSync(join(OUT, name));
    const sum = createHash('sha256').update(bytes).digest('hex');
    console.log(`${sum}  .output/${name}  ${(bytes.length / 1024).toFixed(1)} kB`);
  }
  return 0;
});
