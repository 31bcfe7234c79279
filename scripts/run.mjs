/**
 * `node scripts/run.mjs NAME ARGS`: runs scripts/NAME.ts after installing the packages. Input, output and
 * exit code are the script's own. Our own messages go to standard error.
 */
import { join } from 'node:path';
import { become, ROOT, runMain } from './setup/command.mjs';
import { ensurePackages, tool, typescriptArgs } from './setup/packages.mjs';
import { openRunFolder } from './setup/runFolder.mjs';

await runMain(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  await ensurePackages();
  // The simulator leaves no files, and often runs many times in a pipe.
  if (name !== 'simulate') await openRunFolder();
  if (name === 'mutate') {
    return become(process.execPath, [tool('stryker'), 'run', ...args], { cwd: ROOT });
  }
  const script = join(ROOT, 'scripts', `${name}.ts`);
  return become(process.execPath, [...typescriptArgs(), script, ...args], {
    // npm starts us in the project's folder, but file names are relative to the person's folder.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') },
  });
});
