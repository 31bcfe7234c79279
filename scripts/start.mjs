/**
 * `npm start [-- --browser chromium | firefox]`: builds Exhale and opens it in a browser with a temporary
 * profile. Exhale's first page opens by itself. Without a display, it saves pictures in screenshots/ instead.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSERS, buildArgs, distFolder, extensionId } from './setup/builds.mjs';
import { atEnd, become, ROOT, runMain, runQuietly, SetupError, say } from './setup/command.mjs';
import { ensurePackages, typescriptArgs } from './setup/packages.mjs';
import { hasDisplay } from './setup/platform.mjs';
import { openRunFolder } from './setup/runFolder.mjs';
import { ensureBrowser, ensureSystem, sandboxArgs } from './setup/system.mjs';

const LOAD_SECONDS = 60;

await runMain(async () => {
  const browser = wishedBrowser();
  await ensurePackages();
  say('Building Exhale.');
  await runQuietly('Building', process.execPath, buildArgs(browser));
  const path = await ensureBrowser(browser);
  if (!hasDisplay()) return walkUnseen(browser);
  const profile = join(await openRunFolder(), 'profile');
  mkdirSync(profile);
  const closed =
    browser === 'firefox' ? await openFirefox(path, profile) : await openChromium(path, profile);
  say('Exhale is open, in a profile of its own that is thrown away at the end.');
  say('Its icon is in the toolbar.');
  say('Close the browser, or press Ctrl+C here, to end.');
  await closed;
  return 0;
});

function wishedBrowser() {
  const options = { browser: { type: 'string', default: 'chromium' } };
  let browser;
  try {
    ({ browser } = parseArgs({ options }).values);
  } catch (error) {
    throw new SetupError(error.message);
  }
  const name = { chrome: 'chromium', edge: 'chromium' }[browser] ?? browser;
  if (!BROWSERS.includes(name)) {
    throw new SetupError(`--browser is chromium or firefox, not ${browser}`);
  }
  return name;
}

/** Without a display: saves pictures of the main screens. */
async function walkUnseen(browser) {
  if (browser !== 'chromium') {
    throw new SetupError('There is no display here, and without one only Chromium can be shown.');
  }
  say('There is no display here: Exhale runs unseen, and its screens are saved as pictures.');
  await ensureSystem(['Xvfb']);
  await openRunFolder();
  const walk = join(ROOT, 'scripts/walk.ts');
  return become(process.execPath, [...typescriptArgs(), walk], {
    cwd: ROOT,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, 'tsconfig.json') },
  });
}

/**
 * Chrome and Edge no longer load an extension named on the command line, but they do over a pipe. Nothing
 * else is attached, so the extension sleeps and wakes as usual.
 */
async function openChromium(path, profile) {
  pinIcon(profile);
  const args = [
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    '--enable-unsafe-extension-debugging',
    '--no-first-run',
    '--no-default-browser-check',
    '--window-size=1180,800',
    ...sandboxArgs(),
    'about:blank',
  ];
  const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'];
  const chromium = spawn(path, args, { stdio });
  const closed = new Promise((resolve) => chromium.on('close', resolve));
  atEnd(() => {
    chromium.kill();
    return closed;
  });
  const [, , , orders, answers] = chromium.stdio;
  orders.on('error', () => {}); // It was closed before it got the order; `closed` reports that.
  const loaded = new Promise((resolve, reject) => {
    let heard = '';
    answers.setEncoding('utf8').on('data', (text) => {
      heard += text;
      const messages = heard.split('\0');
      heard = messages.pop();
      const answer = messages.map((message) => JSON.parse(message)).find(({ id }) => id === 1);
      if (answer?.error) reject(refusal(path, answer.error.message));
      else if (answer) resolve();
    });
    chromium.on('error', (error) => reject(refusal(path, error.message)));
    void closed.then((code) => reject(refusal(path, `it ended with ${code}`)));
    setTimeout(() => reject(refusal(path, 'no answer')), LOAD_SECONDS * 1000).unref();
  });
  const params = { path: distFolder('chromium') };
  orders.write(`${JSON.stringify({ id: 1, method: 'Extensions.loadUnpacked', params })}\0`);
  await loaded;
  return closed;
}

/** Pins the icon beside the address bar instead of behind the puzzle piece. */
function pinIcon(profile) {
  const pinned = [extensionId(distFolder('chromium'))];
  mkdirSync(join(profile, 'Default'));
  const preferences = { extensions: { pinned_extensions: pinned } };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
}

function refusal(path, why) {
  return new SetupError(
    `${path} did not take the extension (${why}).\n` +
      'Open its page of extensions, switch on developer mode, choose "Load unpacked" and this folder:\n' +
      `  ${distFolder('chromium')}`,
  );
}

async function openFirefox(path, profile) {
  const { launch } = await import('puppeteer-core');
  const firefox = await launch({
    browser: 'firefox',
    executablePath: path,
    headless: false,
    defaultViewport: null,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const closed = new Promise((resolve) => firefox.on('disconnected', resolve));
  atEnd(() => firefox.close());
  await firefox.installExtension(distFolder('firefox'));
  return closed;
}
