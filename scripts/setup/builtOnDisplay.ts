import { useOwnDisplay } from '../../tests/driver/display.ts';
import { buildArgs, distFolder } from './builds.mjs';
import { runQuietly, say } from './command.mjs';
import { ensureSystem } from './system.mjs';

/** The folder of the built extension (EXHALE_DIST, else built now), and a display with real input. */
export async function builtOnDisplay(): Promise<string> {
  const given = process.env.EXHALE_DIST;
  if (given === undefined) {
    say('Building Exhale …');
    await runQuietly('Building', process.execPath, buildArgs('chromium'));
  }
  await ensureSystem(['chromium', 'openbox', 'xdotool', 'xprop', 'Xvfb']);
  await useOwnDisplay({ managed: true });
  return given ?? distFolder('chromium');
}
