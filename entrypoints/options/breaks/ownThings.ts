import { nowMs } from '../../../shell/clock.ts';

/** An id that nothing had before: what was taken away may still be named somewhere. */
export const newId = (): `own-${string}` => `own-${nowMs().toString(36)}`;

/** “Mine”, and “Mine 2” where there is one. */
export function freeName(name: string, taken: readonly string[]): string {
  let nth = 1;
  const named = () => (nth === 1 ? name : `${name} ${nth}`);
  while (taken.includes(named())) nth++;
  return named();
}
