import { browser } from '../browser.ts';

/**
 * The window the person works in: never a small one of ours, even if a click brought it to the front.
 * Firefox ignores the types and tells only the window in front. While that is a small one, `former` is taken,
 * or the window that was opened last.
 */
export async function workWindow(former?: number) {
  const windowTypes = ['normal' as const];
  const last = await browser.windows.getLastFocused({ windowTypes }).catch(() => null);
  if (!import.meta.env.FIREFOX || last === null || last.type === 'normal') return last;
  const all = await browser.windows.getAll({ windowTypes });
  return all.find(({ id }) => id === former) ?? all.at(-1) ?? null;
}

/**
 * The browser's window in use, small ones included. Windows of installed web apps and of the developer tools are
 * left out, because nothing can be shown in front of them: while one has the keyboard, the answer is unfocused.
 */
export const windowInUse = () =>
  browser.windows.getLastFocused({ windowTypes: ['normal', 'popup'] });
