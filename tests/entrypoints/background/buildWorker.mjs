/** `node buildWorker.mjs BROWSER FOLDER`: builds the background as it ships. A process of its own, because a test's environment would make another build of it. */
import { build } from 'wxt';

const [browser, outDir] = process.argv.slice(2);
await build({ browser, outDir, filterEntrypoints: ['background'], manifestVersion: 3 });
