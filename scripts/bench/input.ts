import { execFileSync } from 'node:child_process';
import type { Ground } from './chromium.ts';

const EACH_MS = 2000;

/** Real input, as the system sees it: the pointer goes to and fro until it is told to stop. */
export function keepMoving(ground: Ground): () => void {
  let step = 0;
  const move = () => movePointer(ground, 400 + (step++ % 2) * 60, 400);
  move();
  const timer = setInterval(move, EACH_MS);
  return () => clearInterval(timer);
}

function movePointer({ xdotool, env }: Ground, x: number, y: number): void {
  execFileSync(xdotool, ['mousemove', String(x), String(y)], { env });
}
