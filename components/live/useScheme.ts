import { useLayoutEffect } from 'preact/hooks';
import type { Settings } from '../../core/records/settings.ts';
import { applyScheme } from '../applyScheme.ts';

/** Colors and motion as they are set, before the first picture; as the system has them until they are known. */
export function useScheme(settings: Pick<Settings, 'scheme' | 'motion'> | undefined): void {
  const { scheme, motion } = settings ?? {};
  useLayoutEffect(() => {
    if (scheme && motion) applyScheme({ scheme, motion });
  }, [scheme, motion]);
}
