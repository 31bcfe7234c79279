import * as v from 'valibot';
import { browser } from './browser.ts';
import { wait } from './clock.ts';
import { ownTabs } from './pages.ts';

/** The window that a break put in full screen, and its state before. It outlives a crash of the browser. */
const KEY = 'beforeFullScreen';
const BeforeSchema = v.object({
  windowId: v.number(),
  state: v.picklist(['normal', 'maximized']),
});
export type BeforeFullScreen = v.InferOutput<typeof BeforeSchema>;

async function recallBefore(): Promise<BeforeFullScreen | null> {
  // Where nothing can be read, full screen is the person's.
  const stored: Record<string, unknown> = await browser.storage.local.get(KEY).catch(() => ({}));
  const parsed = v.safeParse(BeforeSchema, stored[KEY]);
  return parsed.success ? parsed.output : null;
}

/** Puts this page's window in full screen. null if the person has already done so. */
export async function enterFullScreen(): Promise<BeforeFullScreen | null> {
  const { id, state } = await browser.windows.getCurrent();
  const parsed = v.safeParse(BeforeSchema, { windowId: id, state });
  if (!parsed.success) return null;
  const before = parsed.output;
  // Written first. If the page dies from here on, the window is put back.
  await browser.storage.local.set({ [KEY]: before });
  await browser.windows.update(before.windowId, { state: 'fullscreen' });
  return before;
}

/** Puts the window back, unless the person has left full screen meanwhile. */
export async function leaveFullScreen({ windowId, state }: BeforeFullScreen): Promise<void> {
  const window = await browser.windows.get(windowId).catch(() => null);
  if (window?.state === 'fullscreen') await browser.windows.update(windowId, { state });
  await browser.storage.local.remove(KEY);
}

/**
 * The same for a page that closes: it has no time to wait for an answer, and the call may die with it. What is
 * remembered stays, so that the next look puts the window back.
 */
export function dropFullScreen({ windowId, state }: BeforeFullScreen): void {
  // The window may be closing, too.
  browser.windows.update(windowId, { state }).catch(() => undefined);
}

/** Whether a window is in full screen because of a break. If the page of the break is gone, puts it back. */
export async function isOurFullScreen(
  window: Promise<{ id?: number | undefined }>,
): Promise<boolean> {
  const [before, { id }] = await Promise.all([recallBefore(), window]);
  if (before === null || before.windowId !== id) return false;
  if ((await ownTabs('/break.html')).length === 0) await leaveFullScreen(before);
  return true;
}

/** A browser that starts may restore its windows later than it starts us. */
const LOOKS = 4;
const BETWEEN_LOOKS_MS = 1000;

/** After a crash of the browser or a restart of Exhale: puts back what its last break left in full screen. */
export async function healFullScreen(): Promise<void> {
  const before = await recallBefore();
  if (before === null) return;
  let left = await leftBehind(before.windowId);
  for (let looks = 1; looks < LOOKS && left === undefined; looks++) {
    await wait(BETWEEN_LOOKS_MS);
    left = await leftBehind(before.windowId);
  }
  if (left !== undefined) await browser.windows.update(left, { state: before.state });
  await browser.storage.local.remove(KEY);
}

/** The window that a break left in full screen. A new session of the browser gives windows new ids. */
async function leftBehind(windowId: number): Promise<number | undefined> {
  const [all, pages] = await Promise.all([browser.windows.getAll(), ownTabs('/break.html')]);
  const full = all.filter(({ state }) => state === 'fullscreen');
  const found =
    full.find(({ id }) => id === windowId) ??
    full.find(({ id }) => pages.some((page) => page.windowId === id)) ??
    (full.length === 1 ? full[0] : undefined);
  return found?.id;
}
