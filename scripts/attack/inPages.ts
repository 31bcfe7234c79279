/** What runs in pages of extensions. Nothing but the arguments reaches them. */
import type { Reply } from '../../shell/messages.ts';

declare const browser: typeof import('../../shell/browser.ts').browser;

export async function changeSettings(patch: string): Promise<Reply> {
  // Parsed there: written as code, a prototype would be none of its fields.
  const message = { type: 'changeSettings', patch: JSON.parse(patch) };
  return (await browser.runtime.sendMessage(message)) as Reply;
}

export async function sendAll(target: string, messages: object[]): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: typeof browser };
  for (const message of messages) {
    chrome.runtime.connect(target);
    await chrome.runtime.sendMessage(target, message).catch(() => undefined);
  }
}

export async function fillStorage(): Promise<void> {
  const { local } = browser.storage;
  for (let bytes = 8_000_000; bytes >= 1; bytes = Math.floor(bytes / 2))
    for (let nth = 0; nth < 3; nth++)
      await local.set({ [`filler-${bytes}-${nth}`]: 'x'.repeat(bytes) }).catch(() => undefined);
}

export async function makeRoom(): Promise<void> {
  const { local } = browser.storage;
  const keys = Object.keys(await local.get(null));
  await local.remove(keys.filter((key) => key.startsWith('filler')));
}

export async function rage(throws: number[]): Promise<void> {
  const windows: number[] = [];
  const tabs: number[] = [];
  const any = (all: number[], die: number) =>
    all[Math.floor(die * 97) % Math.max(1, all.length)] ?? -1;
  const openWindow = async () => windows.push((await browser.windows.create({}))?.id ?? 0);
  const openTab = async (active: boolean) =>
    tabs.push((await browser.tabs.create({ url: 'about:blank', active })).id ?? 0);
  const deed = async (die: number): Promise<unknown> => {
    if (die < 0.25) return openWindow();
    if (die < 0.6) return openTab(die < 0.5);
    if (die < 0.75) return browser.tabs.update(any(tabs, die), { active: true });
    if (die < 0.85) return browser.windows.update(any(windows, die), { focused: true });
    return die < 0.9
      ? browser.windows.remove(any(windows, die))
      : browser.tabs.remove(any(tabs, die));
  };
  // What is gone already can't be changed.
  await Promise.all(throws.map((die) => deed(die).catch(() => undefined)));
  for (const id of windows) await browser.windows.remove(id).catch(() => undefined);
  for (const id of tabs) await browser.tabs.remove(id).catch(() => undefined);
}
