import type { Seen } from '../../core/event.ts';
import { browser } from '../../shell/browser.ts';
import { localAt } from '../../shell/clock.ts';
import { quietness } from '../../shell/quietness.ts';

/** What is to be seen at this moment, all of it without a permission that shows a warning. */
export async function see(atMs: number, presence: 'idle' | 'clock'): Promise<Seen> {
  const [quiet, inView] = await Promise.all([quietness(presence), whatIsInView()]);
  return { atMs, local: localAt(atMs), ...quiet, ...inView, call: false };
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
