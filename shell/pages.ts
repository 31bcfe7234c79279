import { browser } from './browser.ts';
import { recall, remember } from './storage/session.ts';

/** The whole address of one of our pages. */
export const ownUrl = (path: `/${string}.html`): string =>
  `${browser.runtime.getURL('/')}${path.slice(1)}`;

interface OwnTab {
  tabId: number;
  windowId: number;
  url: string;
}

/** The open tabs that show one of our pages: asked of the browser, so that nothing needs to be remembered. */
export async function ownTabs(path: `/${string}.html`): Promise<OwnTab[]> {
  const contexts = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  // A page that is just opening has no address yet, or an empty one.
  return contexts.flatMap(({ tabId, windowId, documentUrl: url = '' }) =>
    url.split(/[?#]/)[0] === ownUrl(path) ? [{ tabId, windowId, url }] : [],
  );
}

export async function closeTabs(tabs: Pick<OwnTab, 'tabId'>[]): Promise<void> {
  // One that the person closed meanwhile is closed already.
  await Promise.all(tabs.map(({ tabId }) => browser.tabs.remove(tabId).catch(() => undefined)));
}

export async function showTab(tabId: number, windowId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
  await browser.windows.update(windowId, { focused: true });
}

/** Brings one of our pages to the front, or opens it; returns its tab. */
export async function openOwnPage(path: `/${string}.html`): Promise<number | null> {
  const [open] = await ownTabs(path);
  if (open === undefined) return (await browser.tabs.create({ url: ownUrl(path) })).id ?? null;
  await showTab(open.tabId, open.windowId);
  return open.tabId;
}

/** The same at a part of it. Apart, since the worker never needs it. */
async function openPart(path: `/${string}.html`, part: `#${string}`): Promise<void> {
  const url = ownUrl(path) + part;
  const [open] = await ownTabs(path);
  if (open === undefined) return void (await browser.tabs.create({ url }));
  // Before it is shown: that closes a popup, and ends what it still had to do.
  await browser.tabs.update(open.tabId, { url });
  await showTab(open.tabId, open.windowId);
}

const BREAK_PAGE = '/break.html';

const PATHS = {
  settings: '/options.html',
  days: '/days.html',
  welcome: '/welcome.html',
  why: '/why.html',
} as const;
/** `sites`: the part of the settings that is about them. */
export async function openPage(page: keyof typeof PATHS | 'sites'): Promise<void> {
  if (page === 'sites') await openPart(PATHS.settings, '#sites');
  else await openOwnPage(PATHS[page]);
}

/** To the page of the break that runs; it is opened anew where somebody closed the browser meanwhile. */
export async function goToBreak(): Promise<void> {
  const breakTab = await openOwnPage(BREAK_PAGE);
  const memory = await recall();
  // Whoever closes it by hand leaves the break.
  if (memory !== null) await remember({ ...memory, breakTab });
}

/** Back into the window and the tab the person came from, and the break's own is closed. */
export async function backToWork(): Promise<void> {
  const [open, memory] = await Promise.all([ownTabs(BREAK_PAGE), recall()]);
  const returnTo = memory?.returnTo ?? null;
  const back =
    returnTo !== null &&
    (await showTab(returnTo.tabId, returnTo.windowId).then(
      () => true,
      // The tab they came from is gone.
      () => false,
    ));
  for (const { tabId, windowId } of open) {
    // Closing the last tab would close the window, and with the last window the browser.
    if (!back && (await browser.tabs.query({ windowId })).length === 1)
      await browser.tabs.create({ windowId });
    await browser.tabs.remove(tabId).catch(() => undefined);
  }
}
