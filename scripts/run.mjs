/**
 * `node scripts/run.mjs NAME ARGS`: runs scripts/NAME.ts, after installing what it needs. Input,
 * output and exit code are those of the script. Anything of ours goes to standard error.
 */
import { join } from 'node:path';
import { become, ROOT, runMain } from './setup/command.mjs';
import { ensurePackages, tool, typescriptArgs } from './setup/packages.mjs';
import { openRunFolder } from './setup/runFolder.mjs';

await runMain(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  await ensurePackages();
  // The simulator leaves nothing behind, and is often one of many in a pipe.
  if (name !== 'simulate') await openRunFolder();
  if (name === 'mutate') {
    return become(process.execPath, [tool('stryker'), 'run', ...args], { cwd: ROOT });
  }
  const script = join(ROOT, 'scripts', `${name}.ts`);
  return become(process.execPath, [...typescriptArgs(), script, ...args], {
    // npm runs us in the project's folder, but a file was named from where the person stands.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') },
  });
});
