/** What a person does at the display: real input, through the X server. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const xdotool = async (...args: (string | number)[]): Promise<string> =>
  (await run('xdotool', args.map(String))).stdout.trim();

export interface Point {
  x: number;
  y: number;
}

let stirs = 0;

/** Moves the pointer by a pixel: the smallest sign of somebody. */
export async function stir(): Promise<void> {
  stirs++;
  await xdotool('mousemove_relative', '--', stirs % 2 === 0 ? 1 : -1, 0);
}

export async function moveTo({ x, y }: Point): Promise<void> {
  await xdotool('mousemove', Math.round(x), Math.round(y));
}

export async function click(at: Point): Promise<void> {
  await moveTo(at);
  await xdotool('click', 1);
}

export async function rightClick(at: Point): Promise<void> {
  await moveTo(at);
  await xdotool('click', 3);
}

/** Types as fast as a fast typist: `everyMs` between the letters. */
export async function type(text: string, everyMs = 12): Promise<void> {
  await xdotool('type', '--delay', everyMs, '--', text);
}

/** Presses keys one after the other, by their X names: Tab, Return, Escape, shift+Tab. */
export async function press(...keys: string[]): Promise<void> {
  await xdotool('key', '--delay', 30, ...keys);
}

export const keyDown = (key: string): Promise<string> => xdotool('keydown', key);
export const keyUp = (key: string): Promise<string> => xdotool('keyup', key);

/** Saves what the display shows. */
export async function picture(file: string): Promise<void> {
  await run('import', ['-silent', '-window', 'root', file]);
}

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

/** Puts a window elsewhere, as somebody who drags it, over the edge of the screen if they like. */
export async function dragWindow(id: string, { x, y }: Point): Promise<void> {
  await xdotool('windowmove', id, x, y);
}

/** Gives a window its place and size, as a window manager does, of which a bare display has none. */
export async function placeWindow(id: string, { x, y, width, height }: Box): Promise<void> {
  await xdotool('windowmove', id, x, y, 'windowsize', id, width, height);
}

/** Tells a window that it fills the screen, or no longer does: in its own properties, as a window manager does. */
export async function tellFullScreen(id: string, on: boolean): Promise<void> {
  const told = on ? ['-set', STATE, `${STATE}_FULLSCREEN`] : ['-remove', STATE];
  await run('xprop', ['-id', id, '-f', STATE, '32a', ...told]);
}

const STATE = '_NET_WM_STATE';

/** Gives a window the keyboard, as a click into it would. */
export async function focusWindow(id: string): Promise<void> {
  await xdotool('windowfocus', id);
}
