/** Exhale in a real Chromium, with real input. Words after the command choose among the tests. */
import './chromium/install.ts';
import './chromium/ask.ts';
import './chromium/card.ts';
import './chromium/manners.ts';
import './chromium/breaks.ts';
import './chromium/cues.ts';
import './chromium/kinds.ts';
import './chromium/cautions.ts';
import './chromium/pace.ts';
import './chromium/elsewhere.ts';
import './chromium/scenes.ts';
import './chromium/popup.ts';
import './chromium/settings.ts';
import './chromium/messages.ts';
import './chromium/moments.ts';
import './chromium/notification.ts';
import './chromium/sites.ts';
import './chromium/counting.ts';
import './chromium/worker.ts';
import './chromium/restart.ts';
import './chromium/keyboard.ts';
import './chromium/shortcuts.ts';
import './chromium/accessibility.ts';
import { closeAll, tellAll } from './chromium/exhale.ts';
import { runAll } from './harness.ts';

await runAll(process.argv.slice(2), { told: tellAll, after: closeAll });
process.exit();
