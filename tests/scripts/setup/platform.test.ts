import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  endGroup,
  findProgram,
  hasDisplay,
  hasXServer,
  isAlive,
  isRoot,
  needsShell,
  npmCommand,
} from '../../../scripts/setup/platform.mjs';
import { plan } from '../../../scripts/setup/stages.mjs';

const { platform: system, getuid } = process;

afterEach(() => {
  isOn(system);
  Object.assign(process, { getuid });
  vi.unstubAllEnvs();
});

const isOn = (platform: NodeJS.Platform) =>
  Object.defineProperty(process, 'platform', { value: platform });

/** A disk with only these files. */
const diskOf =
  (...files: string[]) =>
  (file: string) =>
    files.includes(file);

const titles = (stages: { title: string }[]) => stages.map(({ title }) => title);

const END_TO_END = 'End to end in Chromium and Firefox';
const WALK = 'A walk through the screens in Chromium';
const START = 'npm start on a machine that has nothing';

describe.each(['darwin', 'win32'] as const)('on %s', (platform) => {
  beforeEach(() => isOn(platform));

  it('npm test leaves out what needs an X server or Debian, and says so', () => {
    const { leftOut } = plan();
    expect(leftOut.map(({ title, needs }) => [title, needs])).toEqual([
      [START, 'Debian'],
      [END_TO_END, 'an X server'],
    ]);
  });

  it('npm test runs everything else, and a walk through the screens', () => {
    const here = titles(plan().groups.flat());
    isOn('linux');
    const onLinux = titles(plan().groups.flat());
    const missing = onLinux.filter((title) => !here.includes(title));
    expect(missing.filter((title) => ![END_TO_END, START].includes(title))).toEqual([]);
    expect(here).toContain('Unit and property tests');
    expect(here).toContain(WALK);
  });

  it('a window is seen, whatever DISPLAY says', () => {
    vi.stubEnv('DISPLAY', '');
    expect(hasXServer()).toBe(false);
    expect(hasDisplay()).toBe(true);
  });
});

describe('on Linux', () => {
  beforeEach(() => isOn('linux'));

  it('npm test runs in real browsers, and has no walk of its own', () => {
    const here = titles(plan().groups.flat());
    expect(here).toContain(END_TO_END);
    expect(here).not.toContain(WALK);
  });

  it.each([
    ['', '', false],
    [':0', '', true],
    ['', 'wayland-0', true],
  ])('with DISPLAY=%o and WAYLAND_DISPLAY=%o a window is seen: %o', (x, wayland, isSeen) => {
    vi.stubEnv('DISPLAY', x);
    vi.stubEnv('WAYLAND_DISPLAY', wayland);
    expect(hasDisplay()).toBe(isSeen);
  });

  it('a command is found in PATH, in its first folder first', () => {
    vi.stubEnv('PATH', '/a:/b');
    const disk = diskOf('/b/chromium', '/a/microsoft-edge', '/b/microsoft-edge');
    expect(findProgram(['chromium'], {}, disk)).toBe('/b/chromium');
    expect(findProgram(['chromium', 'microsoft-edge'], {}, disk)).toBe('/a/microsoft-edge');
    expect(findProgram(['google-chrome'], {}, disk)).toBeNull();
  });
});

describe('on macOS', () => {
  it('a program is found among the applications', () => {
    isOn('darwin');
    vi.stubEnv('PATH', '/usr/bin');
    const app = '/Applications/Chromium.app/Contents/MacOS/Chromium';
    expect(findProgram(['chromium'], { darwin: [app] }, diskOf(app))).toBe(app);
  });
});

describe('on Windows', () => {
  beforeEach(() => isOn('win32'));

  it('npm is a .cmd file, which a shell must run', () => {
    vi.stubEnv('npm_execpath', undefined);
    const [command = ''] = npmCommand();
    expect(command).toBe('npm.cmd');
    expect(needsShell(command)).toBe(true);
    expect(needsShell(process.execPath)).toBe(false);
  });

  it('a program is found where programs are installed, and in PATH', () => {
    vi.stubEnv('PROGRAMFILES', 'C:\\Program Files');
    vi.stubEnv('PATH', 'C:\\a;C:\\b');
    const places = { win32: ['Mozilla Firefox/firefox.exe'] };
    const installed = 'C:\\Program Files\\Mozilla Firefox\\firefox.exe';
    expect(findProgram(['firefox'], places, diskOf(installed))).toBe(installed);
    expect(findProgram(['firefox.exe'], places, diskOf('C:\\b\\firefox.exe'))).toBe(
      'C:\\b\\firefox.exe',
    );
  });
});

describe('a process', () => {
  const GONE = 2 ** 22 + 1;

  it('is alive as long as it runs', () => {
    expect(isAlive(process.pid)).toBe(true);
    expect(isAlive(GONE)).toBe(false);
  });

  it.runIf(system === 'linux')('is not alive when only its result is still waiting', async () => {
    // The shell becomes another program, which does not know of its child.
    const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60']);
    const [told] = await once(parent.stdout, 'data');
    await expect.poll(() => isAlive(Number(told))).toBe(false);
    process.kill(Number(told), 0);
    parent.kill();
  });

  it.runIf(system !== 'win32')('that has ended already is ended without a complaint', () => {
    expect(() => endGroup(GONE)).not.toThrow();
  });

  it.each([
    [0, true],
    [1000, false],
    [undefined, false],
  ])('of the user %o is that of root: %o', (uid, isIt) => {
    Object.assign(process, { getuid: uid === undefined ? undefined : () => uid });
    expect(isRoot()).toBe(isIt);
  });
});
