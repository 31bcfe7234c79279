/** A person's hands at the display: real input through the X server. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Point {
  x: number;
  y: number;
}

export async function xdotool(...args: (string | number)[]): Promise<string> {
  return (await run('xdotool', args.map(String))).stdout.trim();
}

let stirs = 0;

/** Moves the pointer by one pixel: the smallest sign of a person. */
export async function stir(): Promise<void> {
  stirs++;
  await xdotool('mousemove_relative', '--', stirs % 2 === 0 ? 1 : -1, 0);
}

const STIR_EVERY_MS = 4000;

/** Moves the pointer now and then during a wait, so that the person does not seem away. */
export async function whileStirring<T>(waiting: PromiseLike<T>): Promise<T> {
  const timer = setInterval(() => void stir().catch(() => undefined), STIR_EVERY_MS);
  try {
    await stir();
    return await waiting;
  } finally {
    clearInterval(timer);
  }
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

/** Types like a fast typist, with `everyMs` between the letters. */
export async function type(text: string, everyMs = 12): Promise<void> {
  await xdotool('type', '--delay', everyMs, '--', text);
}

/** Presses keys one after the other, by their X names: Tab, Return, Escape, shift+Tab. */
export async function press(...keys: string[]): Promise<void> {
  await xdotool('key', '--delay', 30, ...keys);
}

const held = new Set<string>();

export async function keyDown(key: string): Promise<void> {
  held.add(key);
  await xdotool('keydown', key);
}

export async function keyUp(key: string): Promise<void> {
  held.delete(key);
  await xdotool('keyup', key);
}

/** Releases every key, because a failed test may have left some down. */
export async function letGo(): Promise<void> {
  for (const key of held) await keyUp(key);
}
