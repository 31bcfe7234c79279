import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../shell/browser.ts';
import { OPTIONAL } from '../../shell/permissions.ts';

/** A permission that only the person can give. */
export interface Permission {
  /** null until the browser has answered. */
  allowed: boolean | null;
  /** Opens the browser's question. Call it directly from a click: the browser refuses it later. */
  request: () => Promise<boolean>;
  /** Gives the permission back; false if the browser keeps it. */
  remove: () => Promise<boolean>;
}

/** Whether Exhale has a permission, kept up to date. */
export function usePermission(name: keyof typeof OPTIONAL): Permission {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => {
    const refresh = () => {
      browser.permissions.contains(OPTIONAL[name]).then(setAllowed, () => setAllowed(false));
    };
    refresh();
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
    return () => {
      browser.permissions.onAdded.removeListener(refresh);
      browser.permissions.onRemoved.removeListener(refresh);
    };
  }, [name]);
  return {
    allowed,
    request: () =>
      browser.permissions.request(OPTIONAL[name]).then(
        (granted) => {
          setAllowed(granted);
          return granted;
        },
        () => false,
      ),
    remove: () =>
      browser.permissions.remove(OPTIONAL[name]).then(
        (removed) => {
          if (removed) setAllowed(false);
          return removed;
        },
        () => false,
      ),
  };
}
