import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../../shell/browser.ts';
import { SHORTCUTS, type Shortcut } from '../../../shell/shortcuts.ts';

/** The keyboard shortcut of each command in this browser; empty if it has none. */
export type Keys = Record<Shortcut, string>;

/** The shortcuts, read again when the person comes back from changing them; null until they are known. */
export function useKeys(): Keys | null {
  const [keys, setKeys] = useState<Keys | null>(null);
  useEffect(() => {
    const refresh = async () => {
      const commands = await browser.commands.getAll();
      const keyOf = (name: string) => commands.find((each) => each.name === name)?.shortcut ?? '';
      const entries = Object.keys(SHORTCUTS).map((name) => [name, keyOf(name)]);
      setKeys(Object.fromEntries(entries));
    };
    void refresh();
    addEventListener('focus', refresh);
    return () => removeEventListener('focus', refresh);
  }, []);
  return keys;
}

/** Each browser has its own page for this. */
export async function changeKeys(): Promise<void> {
  const { commands } = browser as unknown as {
    commands: { openShortcutSettings(): Promise<void> };
  };
  if (import.meta.env.FIREFOX) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
