import { browser } from '../../shell/browser.ts';

const set = (tabId: number, muted: boolean) =>
  // A closed tab makes no sound.
  browser.tabs.update(tabId, { muted }).catch(() => undefined);

/** Tabs that Exhale muted and no one changed since. The browser remembers who muted them. */
async function mutedByUs(): Promise<number[]> {
  const tabs = await browser.tabs.query({ muted: true });
  return tabs.flatMap(({ id, mutedInfo }) =>
    id !== undefined && mutedInfo?.extensionId === browser.runtime.id ? [id] : [],
  );
}

/**
 * Mutes the tabs that play sound. Returns a function that unmutes exactly those; closing the page does it
 * too.
 */
export function muteOthers(): () => void {
  let over = false;
  let muted: number[] = [];
  const begin = async () => {
    // Tabs that a crashed page left muted.
    const [left, sounding, own] = await Promise.all([
      mutedByUs(),
      browser.tabs.query({ audible: true, muted: false }),
      browser.tabs.getCurrent(),
    ]);
    const ids = sounding.flatMap(({ id }) => (id === undefined || id === own?.id ? [] : [id]));
    muted = [...new Set([...left, ...ids])];
    if (over) return;
    await Promise.all(ids.map((id) => set(id, true)));
    if (over) await letGo();
  };
  const letGo = async () => {
    const ours = await mutedByUs();
    await Promise.all(ours.map((id) => set(id, false)));
  };
  // A closing page has no time to ask first.
  const closes = () => {
    for (const id of muted) void set(id, false);
  };
  window.addEventListener('pagehide', closes);
  void begin();
  return () => {
    over = true;
    window.removeEventListener('pagehide', closes);
    void letGo();
  };
}
