import { browser } from '../../shell/browser.ts';

const set = (tabId: number, muted: boolean) =>
  // One that is gone makes no sound.
  browser.tabs.update(tabId, { muted }).catch(() => undefined);

/** Tabs that Exhale muted, and nobody else since: the browser keeps who did it. */
async function mutedByUs(): Promise<number[]> {
  const tabs = await browser.tabs.query({ muted: true });
  return tabs.flatMap(({ id, mutedInfo }) =>
    id !== undefined && mutedInfo?.extensionId === browser.runtime.id ? [id] : [],
  );
}

/** Mutes the tabs that sound. Gives back what lets exactly those be heard again, also when the page closes. */
export function muteOthers(): () => void {
  let over = false;
  let muted: number[] = [];
  const begin = async () => {
    // Those that a page which crashed has left behind.
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
  // A page that closes has no time to ask first.
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
