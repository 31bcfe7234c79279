/** How far the clock of the try-out is ahead of the real one. */
let aheadMs = 0;

export const nowMs = (): number => Date.now() + aheadMs;

export function putForward(ms: number): void {
  aheadMs += ms;
}
