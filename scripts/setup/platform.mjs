/** The differences between Linux, macOS and Windows. All other scripts are the same everywhere. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const isWindows = () => process.platform === 'win32';

/** The end-to-end tests press keys and move the pointer through an X server. Only Linux has one. */
export const hasXServer = () => process.platform === 'linux';

/** Whether a person would see a window. */
export function hasDisplay() {
  if (!hasXServer()) return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Root may install packages. Chromium's sandbox does not work for root. */
export const isRoot = () => process.getuid?.() === 0;

/** Whether apt can install what is missing. */
export function isDebian() {
  if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** The signals by which a person, a terminal or a program asks us to stop. */
export const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Options for a command that can be ended together with everything it starts. */
export const groupOptions = () => ({ detached: !isWindows() });

/** Ends a command that was started with `groupOptions`, and everything it started. */
export function endGroup(pid, signal = 'SIGTERM') {
  if (isWindows()) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // It has ended already.
  }
}

/** Whether a process is still running. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return error.code === 'EPERM'; // It runs, but for another person.
  }
}

/** Whether it has ended, but its parent has not asked for the result. In a container nobody may ever ask. */
const isZombie = (pid) =>
  process.platform === 'linux' && /^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

/** npm as a command and its first arguments. If npm runs us, it is the same npm. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return [process.execPath, script];
  return [isWindows() ? 'npm.cmd' : 'npm'];
}

/** Windows runs a .cmd file only through a shell. */
export const needsShell = (command) => command.endsWith('.cmd');

/**
 * The first of these commands that the system has, in the folders of installed programs or in PATH.
 * @param {string[]} commands
 * @param {Record<string, string[]>} places
 * @param {(file: string) => boolean} exists
 */
export function findProgram(commands, places = {}, exists = existsSync) {
  const { delimiter, join } = isWindows() ? path.win32 : path.posix;
  const { PATH = '', PROGRAMFILES, LOCALAPPDATA } = process.env;
  const bases = isWindows()
    ? [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA]
    : ['/'];
  const installed = bases
    .filter(Boolean)
    .flatMap((base) => (places[process.platform] ?? []).map((place) => join(base, place)));
  const named = PATH.split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => commands.map((command) => join(folder, command)));
  return [...installed, ...named].find((file) => exists(file)) ?? null;
}

/** The bytes of a path from which Chromium derives the id of an extension. */
export const pathBytes = (file) => Buffer.from(file, isWindows() ? 'utf16le' : 'utf8');

/** The variables that name the folder for temporary files. */
export const TEMPORARY_VARIABLES = ['TMPDIR', 'TMP', 'TEMP'];
