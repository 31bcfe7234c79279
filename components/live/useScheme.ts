import { useLayoutEffect } from 'preact/hooks';
import type { Settings } from '../../core/records/settings.ts';
import { applyScheme } from '../applyScheme.ts';

/** Sets colors and motion before the first paint; until the settings are known, those of the system. */
export function useScheme(settings: Pick<Settings, 'scheme' | 'motion'> | undefined): void {
  const { scheme, motion } = settings ?? {};
  useLayoutEffect(() => {
    if (scheme && motion) applyScheme({ scheme, motion });
  }, [scheme, motion]);
}
