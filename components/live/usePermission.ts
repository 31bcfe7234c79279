import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../shell/browser.ts';
import { OPTIONAL } from '../../shell/permissions.ts';

/** Something that the browser lets Exhale do only if the person says so. */
export interface Permission {
  /** null until the browser has said. */
  allowed: boolean | null;
  /** Lets the browser ask. To be called straight from a click: the browser refuses anything later. */
  request: () => Promise<boolean>;
  /** Gives it back; false where the browser keeps it. */
  remove: () => Promise<boolean>;
}

/** Whether Exhale may, live. */
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
