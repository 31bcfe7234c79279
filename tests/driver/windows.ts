/** The windows on the display, as the X server lists them. */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { findNeed } from '../../scripts/setup/system.mjs';
import { type Point, xdotool } from './hands.ts';

const run = promisify(execFile);

export interface Box extends Point {
  width: number;
  height: number;
}

/** The windows on the display whose title matches. */
export async function windowsNamed(pattern: string): Promise<(Box & { id: string })[]> {
  const found = await xdotool('search', '--onlyvisible', '--name', pattern).catch(() => '');
  const ids = found.split('\n').filter((line) => line !== '');
  const boxes = await Promise.all(
    ids.map(async (id) => {
      const told = await xdotool('getwindowgeometry', '--shell', id).catch(() => '');
      const figure = (name: string) =>
        Number(told.match(new RegExp(`^${name}=(-?\\d+)$`, 'm'))?.[1]);
      return {
        id,
        x: figure('X'),
        y: figure('Y'),
        width: figure('WIDTH'),
        height: figure('HEIGHT'),
      };
    }),
  );
  return boxes.filter(({ width }) => width > 1);
}

/** Whether a menu is open: a window of its size. */
export const isMenuOpen = async (): Promise<boolean> =>
  (await windowsNamed('.*')).some(
    ({ width, height }) => width > 250 && width < 500 && height > 300 && height < 600,
  );

/** Whether one window lies above another, as the window manager stacks them. */
export async function isAbove(upper: string, lower: string): Promise<boolean> {
  const { stdout } = await run('xprop', ['-root', '_NET_CLIENT_LIST_STACKING']);
  const stack = (stdout.match(/0x[0-9a-f]+/g) ?? []).map(Number);
  return stack.indexOf(Number(upper)) > stack.indexOf(Number(lower));
}

/** Moves a window as a person drags it, even over the edge of the screen. */
export async function dragWindow(id: string, { x, y }: Point): Promise<void> {
  await xdotool('windowmove', id, x, y);
}

/** Sets a window's place and size, because this display has no window manager to do it. */
export async function placeWindow(id: string, { x, y, width, height }: Box): Promise<void> {
  await xdotool('windowmove', id, x, y, 'windowsize', id, width, height);
}

const STATE = '_NET_WM_STATE';

/** Tells a window that it fills the screen or no longer does, as a window manager would. */
export async function tellFullScreen(id: string, on: boolean): Promise<void> {
  const told = on ? ['-set', STATE, `${STATE}_FULLSCREEN`] : ['-remove', STATE];
  await run('xprop', ['-id', id, '-f', STATE, '32a', ...told]);
}

/** Gives a window the keyboard, as a click into it would. */
export async function focusWindow(id: string): Promise<void> {
  await xdotool('windowfocus', id);
}

/** Opens another program in front of the browser: ImageMagick, which shows an empty picture. */
export function openOtherProgram(): { close(): void } {
  const path = findNeed('display') ?? '';
  const program = spawn(path, ['-title', 'Another program', 'xc:white[300x200!]'], {
    stdio: 'ignore',
  });
  return { close: () => void program.kill() };
}
