/** Exhale in a real Chromium, with real input. Words after the command choose among the tests. */
import './chromium/ask.ts';
import './chromium/breaks.ts';
import { closeAll } from './chromium/exhale.ts';
import { runAll } from './harness.ts';

await runAll(process.argv.slice(2), closeAll);
process.exit();
