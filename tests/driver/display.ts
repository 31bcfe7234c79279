import { execFile, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { findNeed } from '../../scripts/setup/system.mjs';

const SIZE = { width: 1280, height: 800 };
const START_SECONDS = 30;

/** Starts a server and ends it when standard input closes, which happens even if this process crashes. */
const UNTIL_WE_END = '"$0" "$@" & server=$!; exec 3>&-; read -r _; kill "$server"';

let started: Promise<void> | undefined;

/** Gives this process and its children an invisible X display. Later calls use the same one. */
export function useOwnDisplay(): Promise<void> {
  started ??= start().then((name) => {
    process.env.DISPLAY = name;
    delete process.env.WAYLAND_DISPLAY;
  });
  return started;
}

function start(): Promise<string> {
  const xvfb = findNeed('Xvfb');
  if (xvfb === null) throw new Error('Xvfb is missing; npm test and npm start install it');
  const screen = `${SIZE.width}x${SIZE.height}x24`;
  // Without -noreset, the server would restart when a browser closes, and refuse connections meanwhile.
  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('sh', ['-c', UNTIL_WE_END, xvfb, ...args], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
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
      // It runs until this process ends, and must not keep it alive.
      server.unref();
      for (const stream of [server.stdin, server.stderr, told])
        (stream as unknown as { unref?: () => void }).unref?.();
      resolve(`:${String(number).trim()}`);
    });
  });
}

/** Saves what the display shows. */
export async function pictureOfDisplay(file: string): Promise<void> {
  await promisify(execFile)('import', ['-silent', '-window', 'root', file]);
}
