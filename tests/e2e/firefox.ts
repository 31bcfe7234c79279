/** Exhale in a real Firefox, with real input. Words after the command choose among the tests. */
import './firefox/mainLoop.ts';
import './firefox/kinds.ts';
import './firefox/moments.ts';
import './firefox/notification.ts';
import './firefox/shortcuts.ts';
import './firefox/card.ts';
import { closeAll, scene } from './firefox/exhale.ts';
import { runAll } from './harness.ts';

await runAll(process.argv.slice(2), { told: scene, after: closeAll });
process.exit();
