import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addViteConfig, defineWxtModule } from 'wxt/modules';
import { licensesOf, packagesIn } from '../scripts/licenses.ts';

/** Writes the licenses of Exhale and of each package that is really in it into one file of the package. */
export default defineWxtModule({
  name: 'licenses',
  setup(wxt) {
    if (wxt.config.command !== 'build') return;
    const packages = new Set<string>();
    const collect = {
      name: 'collect-licenses',
      generateBundle(_: unknown, bundle: Parameters<typeof packagesIn>[0]) {
        for (const name of packagesIn(bundle)) packages.add(name);
      },
    };
    addViteConfig(wxt, () => ({ plugins: [collect] }));
    wxt.hook('build:done', async () => {
      const file = join(wxt.config.outDir, 'LICENSES.txt');
      await writeFile(file, await licensesOf([...packages], wxt.config.root));
    });
  },
});
