import { useEffect, useState } from 'preact/hooks';
import { browser } from '../shell/browser.ts';

export interface Notifications {
  /** null until the browser has said. */
  allowed: boolean | null;
  /** Lets the browser ask. To be called straight from a click: the browser refuses anything later. */
  request: () => Promise<boolean>;
}

const PERMISSION = { permissions: ['notifications' as const] };

/** Whether Exhale may show notifications, live. */
export function useNotifications(): Notifications {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => {
    const refresh = () => {
      browser.permissions.contains(PERMISSION).then(setAllowed, () => setAllowed(false));
    };
    refresh();
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
    return () => {
      browser.permissions.onAdded.removeListener(refresh);
      browser.permissions.onRemoved.removeListener(refresh);
    };
  }, []);
  return {
    allowed,
    request: () =>
      browser.permissions.request(PERMISSION).then(
        (granted) => {
          setAllowed(granted);
          return granted;
        },
        () => false,
      ),
  };
}
