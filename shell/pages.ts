import { ownUrl, PATHS, type PageName } from './addresses.ts';
import { browser } from './browser.ts';
import { NoAnswer } from './limits.ts';
import { recall, rememberAlso } from './storage/session.ts';

interface OwnTab {
  tabId: number;
  windowId: number;
  url: string;
}

/** The open tabs with one of our pages. The browser is asked, so nothing has to be remembered. */
export async function ownTabs(path: `/${string}.html`): Promise<OwnTab[]> {
  const contexts = import.meta.env.SAFARI
    ? await openTabs()
    : await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  // A page that is just opening has no address yet, or an empty one.
  return contexts.flatMap(({ tabId, windowId, documentUrl: url = '' }) =>
    url.split(/[?#]/)[0] === ownUrl(path) ? [{ tabId, windowId, url }] : [],
  );
}

/** Safari has no contexts. Without a permission, tabs tell only the addresses of our own pages. */
const openTabs = async () =>
  (await browser.tabs.query({})).map(({ id: tabId = -1, windowId = -1, url: documentUrl }) => ({
    ...{ tabId, windowId, documentUrl },
  }));

export async function closeTabs(tabs: Pick<OwnTab, 'tabId'>[]): Promise<void> {
  // The person may have closed it already.
  await Promise.all(tabs.map(({ tabId }) => browser.tabs.remove(tabId).catch(() => undefined)));
}

type NewWindow = NonNullable<Parameters<typeof browser.windows.create>[0]>;
type Place = Pick<NewWindow, 'left' | 'top' | 'width' | 'height'>;

/** Opens a window at a place; if the browser refuses that as off the screen, wherever it puts the window. */
export async function openWindow(wish: NewWindow, place: Place) {
  return browser.windows
    .create({ ...wish, ...place })
    .catch((error: unknown) => {
      if (error instanceof NoAnswer) throw error;
      return browser.windows.create(wish);
    })
    .catch(closedIfLate);
}

export const openTab = (wish: Parameters<typeof browser.tabs.create>[0]) =>
  browser.tabs.create(wish).catch(closedIfLate);

interface Opened {
  id?: number | undefined;
  tabs?: { id?: number | undefined }[] | undefined;
}

/** A tab or window that comes after its call was given up is closed, unless it has been taken up since. */
function closedIfLate(error: unknown): never {
  if (error instanceof NoAnswer)
    (error.late as Promise<Opened>).then(closeUnlessKnown).catch(() => undefined);
  throw error;
}

async function closeUnlessKnown({ id, tabs: [tab] = [] }: Opened): Promise<void> {
  const tabId = tab?.id ?? id;
  const memory = await recall();
  if (tabId !== undefined && tabId !== memory?.promptTab && tabId !== memory?.breakTab)
    await closeTabs([{ tabId }]);
}

export async function showTab(tabId: number, windowId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
  await browser.windows.update(windowId, { focused: true });
}

/** Waits until a page has loaded, but no longer than `limitMs`. */
export function whenLoaded(tabId: number, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const updated = (id: number, { status }: { status?: string }) => {
      if (id === tabId && status === 'complete') end();
    };
    const timer = setTimeout(end, limitMs);
    function end() {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(updated);
      resolve();
    }
    browser.tabs.onUpdated.addListener(updated);
    browser.tabs.get(tabId).then(({ status }) => status !== 'loading' && end(), end);
  });
}

/** Brings one of our pages to the front, or opens it. Returns its tab. */
export async function openOwnPage(path: `/${string}.html`): Promise<number | null> {
  const [open] = await ownTabs(path);
  if (open === undefined) return (await browser.tabs.create({ url: ownUrl(path) })).id ?? null;
  await showTab(open.tabId, open.windowId);
  return open.tabId;
}

/** The same for a part of a page. */
export async function openPart(path: `/${string}.html`, part: `#${string}`): Promise<void> {
  const url = ownUrl(path) + part;
  const [open] = await ownTabs(path);
  if (open === undefined) return void (await browser.tabs.create({ url }));
  // Before it is shown, because that closes the popup and stops its script.
  await browser.tabs.update(open.tabId, { url });
  await showTab(open.tabId, open.windowId);
}

const BREAK_PAGE = '/break.html';

/** `sites` is the part of the settings about sites. */
export async function openPage(page: PageName | 'sites'): Promise<void> {
  if (page === 'sites') await openPart(PATHS.settings, '#sites');
  else await openOwnPage(PATHS[page]);
}

/** Goes to the page of the current break. It is opened again if the browser was closed meanwhile. */
export async function goToBreak(): Promise<void> {
  const memory = await recall();
  const discarded = await tabIfDiscarded(memory?.breakTab ?? null);
  if (discarded?.windowId !== undefined) return showTab(discarded.id, discarded.windowId);
  const opened = await openOwnPage(BREAK_PAGE);
  // Closing this tab by hand leaves the break.
  await rememberAlso({ breakTab: opened });
}

/** A discarded tab has no page, so it is not among our open ones. */
async function tabIfDiscarded(tabId: number | null) {
  const tab = tabId === null ? null : await browser.tabs.get(tabId).catch(() => null);
  return tabId !== null && tab?.discarded === true ? { id: tabId, windowId: tab.windowId } : null;
}

/** Goes back to the person's window and tab, and closes the tab of the break. */
export async function backToWork(): Promise<void> {
  const [open, memory] = await Promise.all([ownTabs(BREAK_PAGE), recall().catch(() => null)]);
  const returnTo = memory?.returnTo ?? null;
  const back =
    returnTo !== null &&
    (await showTab(returnTo.tabId, returnTo.windowId).then(
      () => true,
      // The person's tab is gone.
      () => false,
    ));
  for (const { tabId, windowId } of open) {
    // Closing the last tab would close the window, and perhaps the browser.
    if (!back && (await browser.tabs.query({ windowId })).length === 1)
      await browser.tabs.create({ windowId });
    await browser.tabs.remove(tabId).catch(() => undefined);
  }
}
