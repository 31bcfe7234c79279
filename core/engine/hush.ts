import type { Stored } from '../records/stored.ts';

/** Why Exhale makes no sound: others would hear it. */
export type Hush = 'presenting' | 'call' | null;

/** A call may be in a tab that is not in view: it is known by its sound. */
export function hushIn({ pause, state: { world } }: Pick<Stored, 'pause' | 'state'>): Hush {
  if (pause?.is === 'presenting') return 'presenting';
  return world.call || world.callHeard ? 'call' : null;
}
