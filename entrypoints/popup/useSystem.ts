import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../shell/browser.ts';

/** The system's name in the browser: `win`, `mac`, `cros`, `linux` …; empty until it is known. */
export function useSystem(): string {
  const [system, setSystem] = useState('');
  useEffect(() => {
    void browser.runtime.getPlatformInfo().then(({ os }) => setSystem(os));
  }, []);
  return system;
}
