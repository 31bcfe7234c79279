import type { Seen } from '../core/engine/event.ts';
import { browser } from './browser.ts';

/** The shortest time without input that the idle API reports. */
const CLOSEST_SECONDS = 15;
const LONGEST_SECONDS = 14 * 24 * 60 * 60;

/** Safari tells nothing of input. There, time counts by the clock. */
export const tellsInput = (): boolean => browser.idle !== undefined;

/** Whether there was input on the machine in the last seconds, at least 15. Where nothing tells, none is known. */
export const inputWithin = async (seconds: number): Promise<boolean> =>
  tellsInput() && (await browser.idle.queryState(Math.max(CLOSEST_SECONDS, seconds))) === 'active';

type Presence = 'idle' | 'clock';

/** The idle state and the seconds without input. The API only answers "longer than?", so this searches. */
export async function quietness(
  presence: Presence | Promise<Presence>,
): Promise<Pick<Seen, 'idle' | 'quietSeconds'>> {
  const state = tellsInput() ? await browser.idle.queryState(CLOSEST_SECONDS) : 'active';
  if (state === 'locked') return { idle: 'locked', quietSeconds: 0 };
  if (state === 'active' || (await presence) === 'clock')
    return { idle: 'active', quietSeconds: 0 };
  const quietFor = async (seconds: number) => (await browser.idle.queryState(seconds)) === 'idle';
  let atLeast = CLOSEST_SECONDS;
  let under = LONGEST_SECONDS;
  while (under - atLeast > 1) {
    // Double at first, because most absences are short.
    const tried = Math.min(atLeast * 2, Math.floor((atLeast + under) / 2));
    if (await quietFor(tried)) atLeast = tried;
    else under = tried;
  }
  return { idle: 'idle', quietSeconds: atLeast };
}
