import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../shell/browser.ts';

/** Newer than the types of the browser's API. */
type UserSettings = { isOnToolbar?: boolean };
type ActionWithEvent = {
  onUserSettingsChanged?: {
    addListener: (listener: (change: UserSettings) => void) => void;
    removeListener: (listener: (change: UserSettings) => void) => void;
  };
};

/** Whether the icon is pinned to the toolbar; null if the browser does not tell. */
export function usePinned(): boolean | null {
  const [pinned, setPinned] = useState<boolean | null>(null);
  useEffect(() => {
    const refresh = () => {
      browser.action.getUserSettings?.().then(
        ({ isOnToolbar }: UserSettings) => setPinned(isOnToolbar ?? null),
        () => setPinned(null),
      );
    };
    refresh();
    const { onUserSettingsChanged: changed } = browser.action as ActionWithEvent;
    changed?.addListener(refresh);
    // Without that event: people who have just pinned it come back to this page.
    window.addEventListener('focus', refresh);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      changed?.removeListener(refresh);
      window.removeEventListener('focus', refresh);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, []);
  return pinned;
}
