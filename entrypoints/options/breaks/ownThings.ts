import { nowMs } from '../../../shell/clock.ts';

/** A new id each time, because a removed item may still be named somewhere. */
export const newId = (): `own-${string}` => `own-${nowMs().toString(36)}`;

/** “Mine”, or “Mine 2” if that is taken. */
export function freeName(name: string, taken: readonly string[]): string {
  let nth = 1;
  const named = () => (nth === 1 ? name : `${name} ${nth}`);
  while (taken.includes(named())) nth++;
  return named();
}
