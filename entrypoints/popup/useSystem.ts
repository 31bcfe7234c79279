import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../shell/browser.ts';

/** The system as the browser names it: `win`, `mac`, `cros`, `linux` …; empty until it has said. */
export function useSystem(): string {
  const [system, setSystem] = useState('');
  useEffect(() => {
    void browser.runtime.getPlatformInfo().then(({ os }) => setSystem(os));
  }, []);
  return system;
}
