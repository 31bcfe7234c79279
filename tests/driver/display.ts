import { type ChildProcess, execFile, type StdioOptions, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findNeed } from '../../scripts/setup/system.mjs';
import { until } from './wait.ts';

const run = promisify(execFile);

const SIZE = { width: 1280, height: 800 };
const START_SECONDS = 30;
/** A key that is held down longer than this repeats itself. */
const REPEATS_AFTER_MS = 1500;

/** Starts a server and ends it when standard input closes, which happens even if this process crashes. */
const UNTIL_WE_END = '"$0" "$@" & server=$!; exec 3>&-; read -r _; kill "$server"';

/** A window manager: its program and its arguments. */
export type WindowManager = readonly [need: Parameters<typeof findNeed>[0], ...args: string[]];

/** Shows small windows in front, as Windows, macOS and KDE do. */
const USUAL: WindowManager = [
  'openbox',
  '--sm-disable',
  '--config-file',
  fileURLToPath(new URL('openbox.xml', import.meta.url)),
];

export interface Display {
  /** Its name for X programs, such as `:99`. */
  name: string;
  end(): void;
}

let own: Promise<void> | undefined;

/**
 * Gives this process and its children an invisible X display. Later calls use the same one. Without a window
 * manager, the focus is wherever the pointer is, and new windows lie on top.
 */
export function useOwnDisplay({ managed }: { managed: boolean }): Promise<void> {
  own ??= openDisplay(managed ? USUAL : null).then(({ name }) => {
    process.env.DISPLAY = name;
    delete process.env.WAYLAND_DISPLAY;
  });
  return own;
}

/** Opens a display. It ends with this process at the latest. */
export async function openDisplay(manager: WindowManager | null): Promise<Display> {
  const { server, name } = await startServer();
  if (manager !== null) await manage(name, manager);
  return { name, end: () => server.stdin?.end() };
}

function startServer(): Promise<{ server: ChildProcess; name: string }> {
  const screen = `${SIZE.width}x${SIZE.height}x24`;
  // Without -noreset, the server would restart when a browser closes, and refuse connections meanwhile.
  const options = ['-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  // On a busy machine a letter that is typed may stay down for a while.
  const args = ['-displayfd', '3', ...options, '-ar1', `${REPEATS_AFTER_MS}`];
  const server = startUntilWeEnd(programOf('Xvfb'), args, ['pipe', 'ignore', 'pipe', 'pipe']);
  const told = server.stdio[3] as Readable;
  return new Promise((resolve, reject) => {
    let complaint = '';
    const fail = (why: string) => reject(new Error(`Xvfb did not start (${why})\n${complaint}`));
    const late = setTimeout(() => fail(`no answer in ${START_SECONDS} s`), START_SECONDS * 1000);
    server.stderr?.on('data', (text) => {
      complaint += text;
    });
    server.on('error', ({ message }) => fail(message));
    told.on('end', () => fail('it ended'));
    // When it is ready, it prints the free number that it took.
    told.on('data', (number) => {
      clearTimeout(late);
      letGo(server);
      resolve({ server, name: `:${String(number).trim()}` });
    });
  });
}

async function manage(display: string, [need, ...args]: WindowManager): Promise<void> {
  const env = { ...process.env, DISPLAY: display };
  letGo(startUntilWeEnd(programOf(need), args, ['pipe', 'ignore', 'ignore'], env));
  await until(`${[need, ...args].join(' ')} manages the windows`, async () => {
    const { stdout } = await run('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK'], { env });
    return stdout.includes('window id');
  });
}

function programOf(need: Parameters<typeof findNeed>[0]): string {
  const program = findNeed(need);
  if (program === null) throw new Error(`${need} is missing; npm test installs what it needs`);
  return program;
}

const startUntilWeEnd = (
  program: string,
  args: string[],
  stdio: StdioOptions,
  env: NodeJS.ProcessEnv = process.env,
): ChildProcess => spawn('sh', ['-c', UNTIL_WE_END, program, ...args], { stdio, env });

/** It runs until this process ends, and must not keep it alive. */
function letGo(child: ChildProcess): void {
  child.unref();
  for (const stream of child.stdio) (stream as unknown as { unref?: () => void } | null)?.unref?.();
}

/** Saves what the display shows. */
export async function pictureOfDisplay(file: string): Promise<void> {
  await run('import', ['-silent', '-window', 'root', file]);
}
