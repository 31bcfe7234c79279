import type { Seen } from '../../core/event.ts';
import { browser } from '../../shell/browser.ts';
import { localAt } from '../../shell/clock.ts';

/** What the idle API can tell at the closest. */
const CLOSEST_SECONDS = 15;
const LONGEST_SECONDS = 14 * 24 * 60 * 60;

/** What is to be seen at this moment, all of it without a permission that shows a warning. */
export async function see(atMs: number, presence: 'idle' | 'clock'): Promise<Seen> {
  const [quiet, inView] = await Promise.all([quietness(presence), whatIsInView()]);
  return { atMs, local: localAt(atMs), ...quiet, ...inView, call: false };
}

/** The idle state, and since when there was no input: the API answers only "longer than?", so the length is searched. */
export async function quietness(
  presence: 'idle' | 'clock',
): Promise<Pick<Seen, 'idle' | 'quietSeconds'>> {
  const state = await browser.idle.queryState(CLOSEST_SECONDS);
  if (state === 'locked') return { idle: 'locked', quietSeconds: 0 };
  if (presence === 'clock' || state === 'active') return { idle: 'active', quietSeconds: 0 };
  const quietFor = async (seconds: number) => (await browser.idle.queryState(seconds)) === 'idle';
  let atLeast = CLOSEST_SECONDS;
  let under = atLeast * 2;
  while (under < LONGEST_SECONDS && (await quietFor(under))) {
    atLeast = under;
    under *= 2;
  }
  while (under - atLeast > 1) {
    const middle = Math.floor((atLeast + under) / 2);
    if (await quietFor(middle)) atLeast = middle;
    else under = middle;
  }
  return { idle: 'idle', quietSeconds: atLeast };
}

async function whatIsInView(): Promise<Pick<Seen, 'sound' | 'fullScreen'>> {
  try {
    const [window, tabs] = await Promise.all([
      browser.windows.getLastFocused(),
      browser.tabs.query({ active: true, lastFocusedWindow: true }),
    ]);
    return {
      fullScreen: window.focused && window.state === 'fullscreen',
      sound: tabs.some(({ audible, mutedInfo }) => audible === true && mutedInfo?.muted !== true),
    };
  } catch {
    // No window is open: nothing is in view.
    return { fullScreen: false, sound: false };
  }
}
